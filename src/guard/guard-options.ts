import type { Settings } from '../config/settings.ts';
import type { TreeFile } from '../workspace/tree.ts';
import type { SearchOptions } from './secrets.ts';

export type GuardOptions = Pick<Settings, 'scope' | 'protectedPaths' | 'maxChangedFiles' | 'maxChangedBytes'> &
  SearchOptions &
  Readonly<{
    /** Files of the commit that the change is published on. */
    baseFiles: readonly TreeFile[];
    /** Paths that the base commit's attributes give to Git LFS. */
    lfsPaths: ReadonlySet<string>;
    /** The task's text asks for files to be made executable, or no longer so. */
    modeChangesAsked?: boolean;
    /** Digests of contents that a person who may write lets through. */
    accepted?: ReadonlySet<string>;
  }>;
