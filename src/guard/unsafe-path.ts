import { namesGitDirectory } from '../workspace/names.ts';

/** Characters that turn the order of those around them: a name with one is not what it looks like. */
const TURNS_DIRECTION = /[\u{202A}-\u{202E}\u{2066}-\u{2069}]/u;

/** Why a path must be on nobody's disk, null when it may. What is said follows “the path”. */
export function whyUnsafe(path: string): string | null {
  if (path === '' || path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is absolute';
  if (path.includes('\\')) return 'has a backslash, which some systems take for a folder’s end';
  if (/\p{Cc}/u.test(path)) return 'has a control character';
  if (/[\p{Cs}\u{FFFD}]/u.test(path)) return 'is not valid text';
  if (TURNS_DIRECTION.test(path)) return 'has a character that turns the direction of text';
  const components = path.split('/');
  if (components.some((component) => component === '' || component === '.' || component === '..')) {
    return 'has an empty, `.` or `..` component';
  }
  return namesGitDirectory(path) ? 'names git’s own directory, or is taken for it by some file system' : null;
}

/**
 * Why the target of a link must not be followed, null when it stays inside the tree. `..` counts at the front alone:
 * behind a name, which may be a link itself, it leads where the text does not show.
 */
export function whyLeaves(link: string, target: string): string | null {
  if (target === '' || target.startsWith('/') || /^[A-Za-z]:/.test(target)) return 'is absolute';
  if (/[\\\p{Cc}]/u.test(target)) return 'has a backslash or a control character';
  const components = target.split('/').filter((component) => component !== '' && component !== '.');
  const firstName = components.findIndex((component) => component !== '..');
  const ups = firstName === -1 ? components.length : firstName;
  if (components.slice(ups).includes('..')) return 'goes up behind a name';
  if (ups > link.split('/').length - 1) return 'leads out of the repository';
  return namesGitDirectory(target) ? 'leads into git’s own directory' : null;
}
