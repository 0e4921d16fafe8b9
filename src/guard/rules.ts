import type { ChangedFile } from '../workspace/change.ts';
import { whyLeaves, whyUnsafe } from './unsafe-path.ts';

/** What the rules look at besides the file itself. */
export type RuleInput = Readonly<{
  isInScope: (path: string) => boolean;
  isProtected: (path: string) => boolean;
  modeChangesAsked: boolean;
  lfsPaths: ReadonlySet<string>;
  /** Blob that stood at the path before, null when there was none. */
  blobBefore: (path: string) => string | null;
  /** Text that a link holds. */
  linkTarget: (file: ChangedFile) => string | null;
}>;

type Rule = Readonly<{
  name: string;
  /** One sentence for the person, null when the file may pass. */
  reason: (file: ChangedFile, input: RuleInput) => string | null;
}>;

/** Rules about one file. The first that speaks holds it back; those that no setting lifts come first. */
export const RULES: readonly Rule[] = [
  {
    name: 'unsafe-path',
    reason({ path }) {
      const why = whyUnsafe(path);
      return why === null ? null : `The path ${why}; give the file another name.`;
    },
  },
  {
    name: 'submodule',
    reason: (file) =>
      file.previousMode === '160000' || (file.status !== 'deleted' && file.mode === '160000')
        ? 'Submodules are never moved, added or removed here; a person does that with git.'
        : null,
  },
  {
    name: 'symlink-outside',
    reason(file, input) {
      const target = input.linkTarget(file);
      const why = target === null ? null : whyLeaves(file.path, target);
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
    reason: ({ path }, { isProtected }) =>
      isProtected(path)
        ? 'The path is protected; a person makes this edit, or `protected-paths` is set to a list without it.'
        : null,
  },
  {
    name: 'out-of-scope',
    reason: ({ path }, { isInScope }) =>
      isInScope(path) ? null : 'The path is outside `scope`; widen `scope` if the task needs it.',
  },
  {
    name: 'mode-change',
    reason: (file, input) =>
      !input.modeChangesAsked && isModeAlone(file, input)
        ? 'Only the executable bit changed and nobody asked for that; a person sets it with `git update-index --chmod`.'
        : null,
  },
];

function isModeAlone(file: ChangedFile, { blobBefore }: RuleInput): boolean {
  if (file.status === 'deleted' || file.previousMode === null || file.mode === file.previousMode) return false;
  return file.blob === blobBefore(file.path);
}
