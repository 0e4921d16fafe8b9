import type { Forge, TreeEntry } from '../forge/forge.ts';
import type { CommitMessage } from '../text/sinks.ts';
import type { Change } from '../workspace/change.ts';
import type { Place } from './place.ts';
import type { Read } from './store.ts';

export type CommitOptions = Readonly<{
  forge: Forge;
  change: Change;
  place: Place;
  message: CommitMessage;
  read: Read;
  /** Blobs that the forge has of this run. */
  stored: Set<string>;
  runId: number;
}>;

/** The change's entries, and the tree that they make on its recorded base. */
export type Built = Readonly<{ entries: readonly TreeEntry[]; tree: string; asChecked: boolean }>;

/** Where the change is now. */
export type Landing = Readonly<{
  branch: string;
  /** Head of the branch, null when there is nothing on it. */
  commit: string | null;
  /** Its tree is the one that was checked. */
  asChecked: boolean;
  /** Why it is not on the branch that it was meant for, null when it is. */
  aside: string | null;
  notes: readonly string[];
}>;
