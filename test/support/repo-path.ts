import { parseRepoPath, type RepoPath } from '../../src/workspace/repo-path.ts';

/** A path that a test knows to be one. */
export function repoPath(text: string): RepoPath {
  const parsed = parseRepoPath(text);
  if (typeof parsed === 'string') return parsed;
  throw new Error(`The path ${JSON.stringify(text)} ${parsed.problem}.`);
}
