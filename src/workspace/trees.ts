import { lfsPaths, readAttribute, treeWith, treeWithText } from './assemble.ts';
import type { ChangedFile } from './change.ts';
import { countLines, diffPatch, diffText, type DiffOptions } from './diff.ts';
import { readChanges } from './extract.ts';
import type { Git } from './git.ts';
import { withIndex } from './index-file.ts';
import { mergeAll, type Merged, type Part } from './merge.ts';
import { listFiles, readBlob, readTreeFile, searchTree, type SearchHit, type TreeFile } from './tree.ts';

/** What can be read from trees by their id, wherever they came from. A commit will do for a tree. */
export type Trees = Readonly<{
  /** Unified diff for reading: renames found, binary files only named, nothing external run. */
  diff: (from: string, to: string, options?: DiffOptions) => Promise<string>;
  /** Whole patch for `git apply`, binary files included. */
  patch: (from: string, to: string) => Promise<Buffer>;
  countLines: (from: string, to: string) => Promise<Readonly<{ added: number; removed: number }>>;
  files: (tree: string) => Promise<readonly TreeFile[]>;
  read: (blob: string) => Promise<Buffer>;
  /** Null when the path is not a regular file. */
  readFile: (tree: string, path: string) => Promise<Buffer | null>;
  /** Files that differ between two trees. */
  changes: (from: string, to: string) => Promise<readonly ChangedFile[]>;
  /** Newest commit that both have behind them, null when there is none or one of them is not here. */
  mergeBase: (one: string, other: string) => Promise<string | null>;
  /** Text files with one of the terms in them as it stands. */
  search: (tree: string, terms: readonly string[]) => Promise<readonly SearchHit[]>;
  /** Tree of `base` with just these files changed. */
  treeWith: (base: string, files: readonly ChangedFile[]) => Promise<string>;
  /** The steps' trees merged one after another, each against the tree that it started from. */
  mergeAll: (base: string, parts: readonly Part[]) => Promise<Merged>;
  /** Tree of `base` with that text in a regular file that it has. */
  withText: (base: string, path: string, text: string) => Promise<string>;
  /** Those of the paths that the tree's attributes give to Git LFS. */
  lfsPaths: (tree: string, paths: readonly string[]) => Promise<ReadonlySet<string>>;
  /** That attribute of each path by the tree's own attributes: `set`, `unset`, `unspecified`, or its value. */
  attribute: (tree: string, paths: readonly string[], name: string) => Promise<ReadonlyMap<string, string>>;
}>;

export function createTrees(git: Git): Trees {
  return {
    diff: (from, to, options) => diffText(git, [from, to], options),
    patch: (from, to) => diffPatch(git, from, to),
    countLines: (from, to) => countLines(git, from, to),
    files: (tree) => listFiles(git, tree),
    read: (blob) => readBlob(git, blob),
    readFile: (tree, path) => readTreeFile(git, tree, path),
    changes: async (from, to) => (await readChanges(git, from, to)).files,
    mergeBase: async (one, other) => {
      const base = await git.text(['merge-base', one, other], { answers: [1, 128] });
      return base === '' ? null : base;
    },
    search: (tree, terms) => searchTree(git, tree, terms),
    treeWith: (base, files) => withIndex(git, (index) => treeWith(git, { base, files, index })),
    withText: (base, path, text) => withIndex(git, (index) => treeWithText(git, { base, path, text, index })),
    mergeAll: (base, parts) => mergeAll(git, base, parts),
    lfsPaths: (tree, paths) => withIndex(git, (index) => lfsPaths(git, { tree, paths, index })),
    attribute: (tree, paths, name) => withIndex(git, (index) => readAttribute(git, { tree, paths, index, name })),
  };
}
