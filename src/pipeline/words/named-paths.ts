import { DIGEST } from '../../guard/held-content.ts';
import { parseRepoPath, type RepoPath } from '../../workspace/repo-path.ts';

/** A path that somebody accepts, and the digest of what they saw there; null where they name none. */
export type NamedPath = Readonly<{ path: RepoPath; digest: string | null }>;

/** A word, or what stands between quotation marks or backticks; a digest may follow either. */
const WORD = /"([^"]*)"(@\S*)?|`([^`]*)`(@\S*)?|(\S+)/g;
const MOST = 100;

/** Reads the words after `accept`; a problem is a sentence's end for who wrote them. */
export function readNamedPaths(text: string): readonly NamedPath[] | Readonly<{ problem: string }> {
  const named: NamedPath[] = [];
  for (const [, quoted, afterQuoted, ticked, afterTicked, bare] of text.matchAll(WORD)) {
    const one = readOne(bare ?? [quoted, ticked, afterQuoted, afterTicked].join(''));
    if ('problem' in one) return one;
    named.push(one);
    if (named.length > MOST) return { problem: `it names more than ${MOST} paths` };
  }
  return named;
}

function readOne(word: string): NamedPath | Readonly<{ problem: string }> {
  const at = word.lastIndexOf('@');
  const last = at > 0 ? word.slice(at + 1).toLowerCase() : '';
  const digest = DIGEST.test(last) ? last : null;
  const path = parseRepoPath(digest === null ? word : word.slice(0, at));
  if (typeof path !== 'string') return { problem: `a path ${path.problem}` };
  // `@scope` may belong to a path; what is meant as a digest and is none does not.
  return digest === null && /^[0-9a-f]{6,}$/.test(last) ? { problem: 'a digest is not whole' } : { path, digest };
}
