import type { Change } from '../workspace/change.ts';

export type HeldBack = Readonly<{
  path: string;
  /** Name of the rule: `out-of-scope`, `protected-path`, `submodule`, … */
  rule: string;
  reason: string;
}>;

declare const guarded: unique symbol;

/** A Change that went through the guard; `publish` takes nothing else. Made by `guardChange` alone. */
export type GuardedChange = Readonly<{
  [guarded]: true;
  /** Only what may be published. */
  change: Change;
  heldBack: readonly HeldBack[];
}>;
