import type { FailureCategory } from '../../failure.ts';
import type { Verdict } from '../../review/verdict.ts';

/** How the agent's job judged the work. */
export type JudgedClaim = Readonly<{
  round: number | null;
  /** The tree that was judged last is the one that is handed over. */
  thisTree: boolean;
  verdict: Verdict | null;
  review: Readonly<{ reviewed: boolean; voidBecause: string | null }> | null;
  endedBy: string | null;
  failure: Readonly<{ code: FailureCategory; message: string; hint: string }> | null;
  unfinished: boolean;
  modesAsked: boolean;
  definitionsTouched: readonly string[];
}>;

/** What a job leaves that writes nothing on the forge, and where. */
export type LeftWork = Readonly<{
  directory: string;
  /** State to go on from, which the publishing job writes. */
  state: { text: string | null };
  /** What the work came to, once there is any. */
  judged: { claim: JudgedClaim | null };
}>;

export function createLeftWork(directory: string): LeftWork {
  return { directory, state: { text: null }, judged: { claim: null } };
}
