import { decodeName, namesGitDirectory } from './names.ts';

declare const repoPath: unique symbol;

/**
 * The path of a file inside the repository that is the same file on every file system and leads nowhere else. Made by
 * `parseRepoPath` alone.
 */
export type RepoPath = string & Readonly<{ [repoPath]: true }>;

/** Characters that turn the order of those around them: a name with one is not what it looks like. */
const TURNS_DIRECTION = /[\u{061C}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}]/u;

/** Characters that nobody sees and no script needs; joiners are not among them. */
const INVISIBLE = /[\u{AD}\u{180E}\u{200B}\u{2028}\u{2029}\u{2060}-\u{2064}\u{FEFF}\u{E0000}-\u{E007F}]/u;

/** Bytes: what Linux takes for a whole path and for one name in it. */
const LONGEST_PATH = 4095;
const LONGEST_NAME = 255;

/** Reads a path of git's, of a model or of a file from outside. What is said of one that is refused follows “the path”. */
export function parseRepoPath(given: string | Uint8Array): RepoPath | Readonly<{ problem: string }> {
  const path = typeof given === 'string' ? given : decodeName(given);
  if (path === null) return { problem: 'is not UTF-8' };
  return isRepoPath(path) ? path : { problem: whyUnsafe(path) ?? 'is not a path' };
}

export function isRepoPath(path: string): path is RepoPath {
  return whyUnsafe(path) === null;
}

/** Why a path must be on nobody's disk, null when it may. */
function whyUnsafe(path: string): string | null {
  if (path === '') return 'is empty';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is absolute';
  if (path.includes('\\')) return 'has a backslash, which some systems take for a folder’s end';
  if (/\p{Cc}/u.test(path)) return 'has a control character';
  if (/[\p{Cs}\u{FFFD}]/u.test(path)) return 'is not valid text';
  if (TURNS_DIRECTION.test(path)) return 'has a character that turns the direction of text';
  if (INVISIBLE.test(path)) return 'has a character that nobody sees';
  const names = path.split('/');
  if (names.some((name) => name === '' || name === '.' || name === '..')) {
    return 'has an empty, `.` or `..` component';
  }
  if (Buffer.byteLength(path) > LONGEST_PATH || names.some((name) => Buffer.byteLength(name) > LONGEST_NAME)) {
    return 'is too long';
  }
  return namesGitDirectory(path) ? 'names git’s own directory, or is taken for it by some file system' : null;
}
