import { prose } from '../../text/prose.ts';
import type { Story } from '../told/story.ts';
import type { HandedStory } from './handed-record.ts';

/** Milliseconds that a workflow run lasts at most. */
const LONGEST_RUN = 35 * 24 * 3_600_000;
const LONGEST_QUESTION = 4000;

/** Tells on what the agent's job told, as its word. How the run ends is not part of it. */
export function takeStory(told: HandedStory, story: Story): void {
  const { outcome: _, failure: __, claimed, ledger, startedAt, question, ...rest } = told;
  const { startedAt: own } = story.state();
  const isLikely = startedAt <= own && startedAt > own - LONGEST_RUN;
  story.accounts.adopt(ledger, claimed);
  story.update({
    ...rest,
    toldBy: 'agent-job',
    question: question === null ? null : prose(question, LONGEST_QUESTION),
    startedAt: isLikely ? startedAt : own,
    steps: told.steps.map((step) => (step.state === 'doing' ? { ...step, state: 'failed' } : step)),
  });
}
