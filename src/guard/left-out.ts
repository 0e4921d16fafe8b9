import type { LeftOut } from '../workspace/change.ts';
import { parseRepoPath } from '../workspace/repo-path.ts';
import type { Why } from './rule-table.ts';

const LEFT_OUT: Readonly<Record<LeftOut['because'], Why>> = {
  repository: {
    rule: 'nested-repository',
    reason: 'A git repository of its own stands there; its files are added without their `.git`, or ignored.',
  },
  'git-name': {
    rule: 'unsafe-path',
    reason: 'Some file systems take the name for git’s own directory; give it another name.',
  },
  'not-utf-8': { rule: 'unsafe-path', reason: 'The name is not UTF-8; give the file another name.' },
  'unsafe-name': { rule: 'unsafe-path', reason: 'The path is not the same file everywhere; give it another name.' },
  moved: { rule: 'rename', reason: 'It was moved to a name that is held back, so it stays where it is.' },
  'too-large': { rule: 'too-large', reason: 'The file is larger than GitHub takes; keep it elsewhere or in Git LFS.' },
  unreadable: { rule: 'unreadable', reason: 'Git could not read it; its permissions are the usual reason.' },
  'inside-submodule': {
    rule: 'submodule',
    reason: 'It is inside a submodule; the edit belongs into the submodule’s own repository.',
  },
};

/** Why what is in no tree, or has a name that no path can be, is held back. */
export function whyLeftOut({ path, because }: LeftOut): Why {
  const why = LEFT_OUT[because];
  if (because !== 'unsafe-name') return why;
  const parsed = parseRepoPath(path);
  return typeof parsed === 'string'
    ? why
    : { ...why, reason: `The path ${parsed.problem}; give the file another name.` };
}
