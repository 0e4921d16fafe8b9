import type { RepoPath } from './repo-path.ts';

/** Git file modes: regular, executable, symbolic link, submodule. */
export type FileMode = '100644' | '100755' | '120000' | '160000';

export type ChangedFile =
  | Readonly<{
      status: 'added' | 'modified';
      path: RepoPath;
      mode: FileMode;
      /** Mode at the baseline, null when it was not there. */
      previousMode: FileMode | null;
      /** Git object id. */
      blob: string;
      /** Bytes; 0 for a submodule. */
      size: number;
      /** Lower-case hexadecimal sha256 of the bytes. */
      sha256: string;
      /** For people only: the deleted path whose content this mostly is. */
      renamedFrom: RepoPath | null;
    }>
  | Readonly<{ status: 'deleted'; path: RepoPath; previousMode: FileMode }>;

/** What the coder left that no tree can hold, none that the forge takes, or no file system everywhere. */
export type LeftOut = Readonly<{
  path: string;
  because:
    | 'repository'
    /** Some file system takes the name for `.git`. */
    | 'git-name'
    | 'not-utf-8'
    /** No path that is the same file everywhere; `parseRepoPath` says why. */
    | 'unsafe-name'
    /** Moved to a path that is left out, and so not deleted. */
    | 'moved'
    | 'too-large'
    | 'unreadable'
    | 'inside-submodule';
}>;

/** What the coder did, as data, against the baseline. Not a patch text. */
export type Change = Readonly<{
  /** Commit that it is based on. */
  base: string;
  /** Tree that the work started from (the base commit's, with what `setup` made). */
  baselineTree: string;
  /** Tree after the work: what is checked and reviewed. */
  tree: string;
  /** The base commit's tree with the files of the change: `tree` without what `setup` left. What is published. */
  treeOnBase: string;
  /** Sorted by path. */
  files: readonly ChangedFile[];
  /** Lines, binary files not counted. */
  added: number;
  removed: number;
  /** What the coder left behind and is in no tree; the guard names it. */
  leftOut: readonly LeftOut[];
}>;

/** Null is git's mode of zeros: not there. */
export function parseMode(text: string): FileMode | null {
  switch (text) {
    case '100755':
    case '120000':
    case '160000':
      return text;
    case '000000':
      return null;
    default:
      // Old repositories have 100664, which git itself reads as 100644.
      return '100644';
  }
}
