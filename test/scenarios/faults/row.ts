import type { FailureCategory } from '../../../src/failure.ts';
import { say, type Action } from '../../support/model/action.ts';
import { coder, reviewer, script, type Script } from '../../support/model/script.ts';
import { HALF, OTHER_HALF, PASS } from '../small.ts';

export type Transport = 'serve' | 'run';

/** One fault, what a run makes of it, and why that is right. */
export type FaultRow = Readonly<{
  name: string;
  /** What happens, for people. */
  happens: string;
  /** What a user wants then, and why, in one sentence. */
  wanted: string;
  script: Script;
  inputs?: Readonly<Record<string, string>>;
  /** Nothing listens where the model should be. */
  unreachable?: boolean;
  ending: Ending;
  /** Requests that reach the model, those included that fail. */
  requests: Requests;
  /** How many of them the work takes by itself. */
  work: number;
  /** The model that gives the coder's last answer. */
  answeredBy?: string;
  /** What the report must name. */
  says?: string;
  /** What the run says that it used. */
  used?: Readonly<{ tokens?: Range; cost?: Range }>;
  /** Seconds of the whole run on the scenario's small repository, at most. */
  seconds: number;
  transports: readonly Transport[];
}>;

/** How the run ends, and what it leaves on GitHub: a pull request, a draft of it, or nothing. */
export type Ending = Readonly<{
  outcome: 'published' | 'needs-human' | 'failed';
  category: FailureCategory | null;
  leaves: 'pull request' | 'draft' | 'nothing';
  /** The functions that are mended on the branch. */
  mended: readonly Mended[];
}>;

type Mended = 'double' | 'triple';

export type Requests = number | Readonly<{ atMost: number }>;

export type Range = Readonly<{ atLeast?: number; atMost?: number }>;

export const BOTH: readonly Transport[] = ['serve', 'run'];
/** A row that needs signs of life from an answer that is not whole yet, which `run` does not give. */
export const SERVE: readonly Transport[] = ['serve'];

export const DONE = say('Both are mended.');

/** The whole task. */
export const MENDING = [HALF, OTHER_HALF, DONE] as const;
/** Requests of the whole task with its review, and of its first half. */
export const MENDED_IN = MENDING.length + 1;
export const HALF_IN = 1;

/** Something happens, and the coder mends both functions all the same. */
export function goesOn(name: string, ...before: readonly Action[]): Script {
  return script(name, [coder({ survives: true, does: [...before, ...MENDING] }), reviewer({ answers: PASS })]);
}

/** One half is mended in one request, then something happens that the coder does not get over. */
export function endsAfterHalf(name: string, ...after: readonly Action[]): Script {
  return script(name, [coder({ survives: true, does: [HALF, ...after] })]);
}

/** Something happens before there is any work. */
export function endsBeforeWork(name: string, ...does: readonly Action[]): Script {
  return script(name, [coder({ survives: true, does })]);
}

const ALL: readonly Mended[] = ['double', 'triple'];

export const PUBLISHED: Ending = { outcome: 'published', category: null, leaves: 'pull request', mended: ALL };

/** The run fails, and what was done before stays as a draft. */
export function keepsHalf(category: FailureCategory): Ending {
  return { outcome: 'failed', category, leaves: 'draft', mended: ['double'] };
}

/** The run fails when everything was done but nobody has judged it. */
export function keepsAll(category: FailureCategory): Ending {
  return { ...keepsHalf(category), mended: ALL };
}

/** The run fails before anything was done. */
export function leavesNothing(category: FailureCategory): Ending {
  return { outcome: 'failed', category, leaves: 'nothing', mended: [] };
}
