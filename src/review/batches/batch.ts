import type { FileDiff } from '../../workspace/read-diff.ts';

/** A changed file of a pull request, with what decides whether it is worth reading. */
export type ReviewFile = FileDiff &
  Readonly<{
    /** What the attributes of the base say of it (`linguist-generated`); null when they say nothing. */
    generated: boolean | null;
    /** Its first lines, at the base where it was there before; empty when they were not looked at. */
    opening: string;
  }>;

/** A file that is named and not reviewed. */
export type SetAside = Readonly<{ path: string; reason: string }>;

/** Lines of a file that its diff would show and the prompt has no room for. */
export type LeftOut = Readonly<{ start: number; length: number }>;

export type BatchFile = Readonly<{
  path: string;
  status: FileDiff['status'];
  added: number;
  removed: number;
  /** What the reviewer is shown of it. */
  text: string;
  leftOut: readonly LeftOut[];
}>;

/** Files that one reviewer looks at together. */
export type Batch = Readonly<{
  /** 1, 2, … */
  number: number;
  files: readonly BatchFile[];
  /** Of what is shown of the files. */
  tokens: number;
}>;

/** A pull request taken apart: every changed file is in exactly one batch, or set aside. */
export type Split = Readonly<{ batches: readonly Batch[]; aside: readonly SetAside[] }>;
