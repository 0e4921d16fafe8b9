import type { ChangedFile } from '../workspace/change.ts';
import type { RepoPath } from '../workspace/repo-path.ts';
import type { RuleName, Why } from './rule-table.ts';

/** What the rules look at besides the file itself. */
export type RuleInput = Readonly<{
  isInScope: (path: RepoPath) => boolean;
  isProtected: (path: RepoPath) => boolean;
  /** Something protected could stand below the path. */
  isAboveProtected: (path: RepoPath) => boolean;
  modeChangesAsked: boolean;
  lfsPaths: ReadonlySet<string>;
  /** Blob that stood at the path before, null when there was none. */
  blobBefore: (path: RepoPath) => string | null;
  /** Why the target of a link must not be followed; null for every other file. */
  whyLeaves: (path: RepoPath) => string | null;
}>;

type Rule = Readonly<{
  name: RuleName;
  /** One sentence for the person, null when the file may pass. */
  reason: (file: ChangedFile, input: RuleInput) => string | null;
}>;

/** Rules about one file; those that nothing lifts come first. */
const RULES: readonly Rule[] = [
  {
    name: 'submodule',
    reason: (file) =>
      file.previousMode === '160000' || (file.status !== 'deleted' && file.mode === '160000')
        ? 'Submodules are never moved, added or removed here; a person does that with git.'
        : null,
  },
  {
    name: 'symlink-outside',
    reason({ path }, { whyLeaves }) {
      const why = whyLeaves(path);
      return why === null ? null : `The target of the link ${why}; link to a path inside the repository.`;
    },
  },
  {
    name: 'lfs',
    reason: (file, { lfsPaths }) =>
      file.status !== 'deleted' && lfsPaths.has(file.path)
        ? 'The file is kept in Git LFS, where this commit could not put it; a person with Git LFS makes this edit.'
        : null,
  },
  {
    name: 'protected-path',
    reason(file, { isProtected, isAboveProtected }) {
      if (isProtected(file.path))
        return 'The path is protected: what stands there runs, grants or instructs something.';
      const isLink = file.status !== 'deleted' && file.mode === '120000';
      return isLink && isAboveProtected(file.path)
        ? 'The link stands above a protected path: what it leads to would be found there.'
        : null;
    },
  },
  {
    name: 'out-of-scope',
    reason: ({ path }, { isInScope }) =>
      isInScope(path) ? null : 'The path is outside `scope`; widen `scope` if the task needs it.',
  },
  {
    name: 'mode-change',
    reason(file, { modeChangesAsked }) {
      if (modeChangesAsked || file.status === 'deleted' || file.previousMode === null) return null;
      if (file.mode === file.previousMode) return null;
      const what = file.mode === '120000' || file.previousMode === '120000' ? 'Its kind' : 'Its executable bit';
      return `${what} changed and nobody asked for that; a person sets it with git.`;
    },
  },
];

/** Every rule that speaks against a file, in their order. */
export function rulesAgainst(file: ChangedFile, input: RuleInput): readonly Why[] {
  return RULES.flatMap(({ name, reason }) => {
    const why = reason(file, input);
    return why === null ? [] : [{ rule: name, reason: why }];
  });
}
