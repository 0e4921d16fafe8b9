import picomatch from 'picomatch';
import { comparable } from '../workspace/names.ts';
import { ancestors, inOrder } from './graph.ts';
import type { Step } from './plan.ts';

/** A step in its place among the others. */
export type OrderedStep = Step &
  Readonly<{
    /** Ids of the steps whose end it waits for, however they end: one of the two modifies a file that the other names. */
    after: readonly string[];
  }>;

/** What decides when a step can be begun. */
export type Waiting = Pick<OrderedStep, 'id' | 'depends' | 'after'>;

/**
 * The steps in an order in which they can be done, each made to wait for those before it that modify a file which it
 * modifies or reads: two of them at once would write over each other, or read what is about to be something else.
 */
export function orderSteps(steps: readonly Step[]): readonly OrderedStep[] {
  const ordered: OrderedStep[] = [];
  for (const step of inOrder(steps)) {
    const touched = [...step.files, ...step.read];
    const needed = ancestors(steps, step.id);
    const after = ordered
      .filter(({ id, files }) => !needed.has(id) && files.some((file) => touched.some((other) => overlap(file, other))))
      .map(({ id }) => id);
    ordered.push({ ...step, after });
  }
  return ordered;
}

/** How far the steps of a plan are. */
export type Progress = Readonly<{
  running: ReadonlySet<string>;
  done: ReadonlySet<string>;
  /** Ended, and not done. */
  failed: ReadonlySet<string>;
}>;

/** Steps that can be begun: not begun yet, all that they depend on done, and all others that they wait for over. */
export function ready<S extends Waiting>(steps: readonly S[], { running, done, failed }: Progress): readonly S[] {
  const isOver = (id: string): boolean =>
    done.has(id) || failed.has(id) || !ancestors(steps, id).isDisjointFrom(failed);
  const isBegun = (id: string): boolean => running.has(id) || done.has(id) || failed.has(id);
  return steps.filter(
    ({ id, depends, after }) => !isBegun(id) && depends.every((other) => done.has(other)) && after.every(isOver),
  );
}

/** Ids of everything whose end a step waits for, and of what that waited for. */
export function earlierThan(steps: readonly Waiting[], id: string): ReadonlySet<string> {
  const nodes = steps.map((step) => ({ id: step.id, depends: [...step.depends, ...step.after] }));
  return ancestors(nodes, id);
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
