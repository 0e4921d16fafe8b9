import { Failure } from '../../failure.ts';
import { prose } from '../../text/prose.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import type { Form } from '../form.ts';
import type { ReadingRun } from '../reading.ts';
import { createFace } from '../told/face.ts';
import { told, type ReplyEnd } from '../words/word.ts';
import { NO_REVIEW } from './agent-job.ts';
import { publishHandedOver } from './publish-handed-over.ts';
import { takeHandOver } from './take-hand-over.ts';
import { takeStory } from './take-story.ts';

const LONGEST_ANSWER = 12_000;

/**
 * The half right of the guard, in a job that may write and has no model's key. What it publishes and where it takes from
 * the event and the forge; of the hand-over it takes bytes, which go through the guard once more, and words, which it
 * shows as another's.
 */
export const PUBLISH_JOB: Form = {
  createFace,
  leaves: () => null,
  answer: (_, run) => told(handedAnswer(run)),
  review,
  change: publishHandedOver,
};

/** The answer is written anew from its parse, as every text of a model is. */
async function handedAnswer({ deps, story }: ReadingRun): Promise<Exclude<ReplyEnd, { kind: 'failed' }>> {
  const { told: handed } = (await takeHandOver(deps)).record;
  takeStory(handed, story);
  const { outcome, summary, reason, failure } = handed;
  if (outcome === 'answered') return { kind: 'answered', reply: prose(summary, LONGEST_ANSWER) };
  if (outcome === 'declined') return { kind: 'declined', reply: prose(reason ?? '', LONGEST_ANSWER) };
  throw new Failure(failure?.category ?? 'unknown', failure?.message ?? 'The agent’s job gave no answer.', {
    hint: failure?.hint ?? 'See its log, and ask again.',
  });
}

function review(_: Invocation, { story }: ReadingRun): Promise<void> {
  story.update({ outcome: 'declined', reason: NO_REVIEW });
  return Promise.resolve();
}
