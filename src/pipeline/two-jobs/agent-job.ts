import type { Asked } from '../../trigger/trigger.ts';
import { answer } from '../ask/answer.ts';
import { change } from '../change.ts';
import type { Form } from '../form.ts';
import { wordJob } from '../words/say.ts';
import { leaveWork } from './left-work.ts';
import { createQuietFace } from './quiet-face.ts';

/**
 * The half left of the guard, in a job that may read and has the model's key. It writes nothing on the forge: progress is
 * in its log, and what it comes to is left for the publishing job.
 */
export const AGENT_JOB: Form = {
  createFace: createQuietFace,
  leaves: whyNoAgent,
  answer,
  review: () => Promise.reject(new TypeError('The agent’s job does no reviews.')),
  change: (going, run) => change(going, run, leaveWork),
};

/** Why no agent is needed for what was asked, null where one is. */
export function whyNoAgent(asked: Asked): string | null {
  if (asked.kind === 'tidy') return 'An issue was closed; the publishing job tidies up.';
  if (asked.kind === 'declined') return null;
  const { command } = asked.invocation;
  if (wordJob(command) !== null) return `\`${command}\` takes no model; the publishing job does it.`;
  return command === 'review' ? NO_REVIEW : null;
}

/** A review writes while it goes on, and posts on lines; that does not cross between two jobs yet. */
export const NO_REVIEW =
  'Reviews of pull requests are not made in the form with two jobs; a workflow in the form with one job makes them.';
