import picomatch from 'picomatch';
import { comparable } from '../workspace/names.ts';
import { ancestors, inOrder } from './graph.ts';
import type { Step } from './plan.ts';

/**
 * The steps in an order in which they can be done, each made to wait for those before it that modify a file which it
 * modifies or reads: two of them at once would write over each other, or read what is about to be something else.
 */
export function orderSteps(steps: readonly Step[]): readonly Step[] {
  const ordered: Step[] = [];
  for (const step of inOrder(steps)) {
    const touched = [...step.files, ...step.read];
    const before = ordered.filter(({ files }) => files.some((file) => touched.some((other) => overlap(file, other))));
    // The nearest first, so that what it waits for already need not be said again.
    const depends = before.toReversed().reduce((known, { id }) => {
      const isKnown = known.includes(id) || known.some((other) => ancestors(ordered, other).has(id));
      return isKnown ? known : [...known, id];
    }, step.depends);
    ordered.push({ ...step, depends });
  }
  return ordered;
}

/** Steps that can be begun: not begun yet, and everything that they depend on is done. */
export function ready<S extends Pick<Step, 'id' | 'depends'>>(
  steps: readonly S[],
  { done, running }: Readonly<{ done: ReadonlySet<string>; running: ReadonlySet<string> }>,
): readonly S[] {
  return steps.filter(
    ({ id, depends }) => !done.has(id) && !running.has(id) && depends.every((other) => done.has(other)),
  );
}

/** Whether two names can mean one file: equal, one the folder of the other, or a pattern that may match it. */
function overlap(one: string, other: string): boolean {
  const [left, right] = [scan(one), scan(other)];
  if (left.isGlob && right.isGlob) return isWithin(left.base, right.base) || isWithin(right.base, left.base);
  if (left.isGlob) return matches(one, left.base, right.base);
  if (right.isGlob) return matches(other, right.base, left.base);
  return isWithin(left.base, right.base) || isWithin(right.base, left.base);
}

/** Names that some file system takes for one are one. The base of a pattern is the folder that all it matches is in. */
function scan(name: string): Readonly<{ base: string; isGlob: boolean }> {
  const plain = comparable(name)
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/+$/, '');
  const star = plain.search(/[*?]/);
  if (star === -1) return { base: plain, isGlob: false };
  return { base: plain.slice(0, Math.max(0, plain.lastIndexOf('/', star))), isGlob: true };
}

function matches(glob: string, base: string, path: string): boolean {
  return picomatch(glob, { dot: true, nocase: true })(path) || isWithin(base, path);
}

function isWithin(path: string, folder: string): boolean {
  return folder === '' || folder === '.' || path === folder || path.startsWith(`${folder}/`);
}
