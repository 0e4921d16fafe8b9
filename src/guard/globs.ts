import picomatch from 'picomatch';
import { comparable } from '../workspace/names.ts';

/** A test of paths by globs as a person writes them. Nothing matches an empty list. */
export type PathTest = (path: string) => boolean;

/**
 * Globs match from the root, dot files too. `!glob` takes out again what the others let in; a list of those alone takes
 * out of everything. A plain folder name means all that is in it.
 */
export function matchGlobs(globs: readonly string[]): PathTest {
  return compile(globs, false);
}

/** The same for what must not slip through: names that a file system takes for a match are one. */
export function matchGlobsLoosely(globs: readonly string[]): PathTest {
  const test = compile(globs.map(comparable), true);
  return (path) => test(comparable(path));
}

function compile(globs: readonly string[], nocase: boolean): PathTest {
  const options = { dot: true, nocase, nonegate: true };
  const isOut = picomatch(
    globs.filter((glob) => glob.startsWith('!')).flatMap((glob) => spellings(glob.slice(1))),
    options,
  );
  const positive = globs.filter((glob) => !glob.startsWith('!'));
  const isIn = picomatch(positive.length === 0 && globs.length > 0 ? ['**'] : positive.flatMap(spellings), options);
  return (path) => isIn(path) && !isOut(path);
}

function spellings(glob: string): readonly string[] {
  const plain = glob.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
  if (glob.endsWith('/')) return [`${plain}/**`];
  return /[*?[\]{}()!]/.test(plain) ? [plain] : [plain, `${plain}/**`];
}
