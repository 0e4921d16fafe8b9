import picomatch from 'picomatch';
import { comparable, withoutNtfsEnds } from '../workspace/names.ts';
import type { RepoPath } from '../workspace/repo-path.ts';

/** A test of paths by globs as a person writes them. Nothing matches an empty list. */
export type PathTest = (path: RepoPath) => boolean;

/**
 * Globs match from the root, dot files too. `!glob` takes out again what the others let in; a list of those alone takes
 * out of everything. A plain folder name means all that is in it.
 */
export function matchGlobs(globs: readonly string[]): PathTest {
  return compile(globs, false);
}

/** The same for what must not slip through: names that a file system takes for a match are one. */
export function matchGlobsLoosely(globs: readonly string[]): PathTest {
  return once(LOOSE, globs, () => loosely(compile(globs.map(comparable), true)));
}

/** Whether one of the globs could match below a path: what a link must not stand at. */
export function matchAboveLoosely(globs: readonly string[]): PathTest {
  return once(ABOVE, globs, () => {
    const folders = globs.filter((glob) => !glob.startsWith('!')).flatMap((glob) => foldersOf(comparable(glob)));
    return loosely(picomatch(folders, { dot: true, nocase: true }));
  });
}

function loosely(test: (path: string) => boolean): PathTest {
  return (path) => test(comparable(path)) || test(comparable(withoutNtfsEnds(path)));
}

type Known = WeakMap<readonly string[], PathTest>;

/** A list is compiled once: that takes longer than all else that is done with it. */
const LOOSE: Known = new WeakMap();
const ABOVE: Known = new WeakMap();

function once(known: Known, globs: readonly string[], make: () => PathTest): PathTest {
  const test = known.get(globs) ?? make();
  known.set(globs, test);
  return test;
}

function compile(globs: readonly string[], nocase: boolean): (path: string) => boolean {
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
  const plain = bare(glob);
  if (glob.endsWith('/')) return [`${plain}/**`];
  return /[*?[\]{}()!]/.test(plain) ? [plain] : [plain, `${plain}/**`];
}

function bare(glob: string): string {
  return glob.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
}

/** The globs of the folders above, but for what would be every folder. */
function foldersOf(glob: string): readonly string[] {
  const names = splitOutsideBraces(bare(glob));
  const tops = names.slice(1).map((_, at) => names.slice(0, at + 1));
  return tops.filter((top) => top.some((name) => /[^*]/.test(name))).map((top) => top.join('/'));
}

function splitOutsideBraces(glob: string): readonly string[] {
  const names = [''];
  let depth = 0;
  for (const character of glob) {
    if ('{(['.includes(character)) depth += 1;
    if ('})]'.includes(character)) depth -= 1;
    if (character === '/' && depth === 0) names.push('');
    else names.push(`${names.pop() ?? ''}${character}`);
  }
  return names;
}
