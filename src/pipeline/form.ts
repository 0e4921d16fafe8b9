import type { Asked, Invocation } from '../trigger/trigger.ts';
import { answer } from './ask/answer.ts';
import { change } from './change.ts';
import { publishWork } from './hand-over.ts';
import type { GoingOn } from './kept/go-on.ts';
import type { ReadingRun } from './reading.ts';
import { review } from './review/review.ts';
import type { Changing } from './running.ts';
import { createFace, type Face } from './told/face.ts';
import type { Story, Telling } from './told/story.ts';
import type { ReplyEnd } from './words/word.ts';

/** How much of the way one job goes: all of it, or the half on either side of the guard. */
export type Form = Readonly<{
  createFace: (story: Story, deps: Telling) => Face;
  /** Why what was asked is no affair of this job, null where it is. */
  leaves: (asked: Asked) => string | null;
  answer: (invocation: Invocation, run: ReadingRun) => Promise<ReplyEnd>;
  review: (invocation: Invocation, run: ReadingRun) => Promise<void>;
  change: (going: GoingOn, run: Changing) => Promise<void>;
}>;

/** One job does everything. */
export const ONE_JOB: Form = {
  createFace,
  leaves: () => null,
  answer,
  review,
  change: (going, run) => change(going, run, publishWork),
};
