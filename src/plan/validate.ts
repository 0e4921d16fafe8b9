import { findCycle } from './graph.ts';
import type { Plan, Step } from './plan.ts';

/** What steps may touch. */
export type Bounds = Readonly<{
  /** Globs as the person wrote them, empty for everything. */
  scope: readonly string[];
  /** Whether the scope lets a path in; not asked where there is none. */
  isInScope: (path: string) => boolean;
}>;

/** More steps than this are several tasks. */
const STEPS_AT_MOST = 12;

/**
 * Everything that is wrong with a plan, in sentences for its planner; none for a plan that can be worked by. `files` are
 * those of the tree that it is made for.
 */
export function validatePlan(
  { steps }: Pick<Plan, 'steps'>,
  bounds: Bounds,
  files: readonly string[],
): readonly string[] {
  const folders = new Set(files.flatMap(foldersOf));
  if (steps.length === 0) return ['The plan has no steps.'];
  return [
    ...(steps.length > STEPS_AT_MOST ? [`The plan has ${steps.length} steps; ${STEPS_AT_MOST} is the most.`] : []),
    ...sharedIds(steps),
    ...steps.flatMap((step) => [
      ...emptyParts(step),
      ...badPaths(step, bounds, folders),
      ...badDependencies(step, steps),
    ]),
    ...cycle(steps),
  ];
}

function sharedIds(steps: readonly Step[]): readonly string[] {
  const ids = steps.map(({ id }) => id);
  const shared = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
  return shared.map((id) => `${ids.filter((one) => one === id).length} steps have the id ${id}.`);
}

function emptyParts(step: Step): readonly string[] {
  const parts = [
    ['title', step.title === ''],
    ['action', step.action === ''],
    ['success measure', step.success === ''],
    ['file to modify', step.files.length === 0],
  ] as const;
  return parts.filter(([, isEmpty]) => isEmpty).map(([part]) => `${step.id} has no ${part}.`);
}

function badPaths(
  { id, files, read }: Step,
  { scope, isInScope }: Bounds,
  folders: ReadonlySet<string>,
): readonly string[] {
  return [...files, ...read].flatMap((path) => {
    const why = whyNoFile(path, folders);
    if (why !== null) return [`${id} names “${path}”, which ${why}.`];
    if (!files.includes(path) || scope.length === 0 || isInScope(path)) return [];
    return [`${id} modifies “${path}”, which is outside the scope (${scope.join(', ')}).`];
  });
}

function whyNoFile(path: string, folders: ReadonlySet<string>): string | null {
  // Brackets alone are part of names that some frameworks give to routes.
  if (/[*?]|\{[^}]*,[^}]*\}/.test(path)) return 'is a pattern; files are named one by one';
  if (path.startsWith('/') || path.includes('\\') || path.split('/').includes('..'))
    return 'is not a path from the root of the repository';
  if (/\p{Cc}/u.test(path)) return 'has a control character';
  return path.endsWith('/') || folders.has(path) ? 'is a folder; files are named one by one' : null;
}

function foldersOf(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
}

function badDependencies({ id, depends }: Step, steps: readonly Step[]): readonly string[] {
  return depends.flatMap((other) => {
    if (other === id) return [`${id} depends on itself.`];
    return steps.some((step) => step.id === other) ? [] : [`${id} depends on “${other}”, which is no step.`];
  });
}

/** A step that depends on itself was told already. */
function cycle(steps: readonly Step[]): readonly string[] {
  const found = findCycle(steps.map(({ id, depends }) => ({ id, depends: depends.filter((other) => other !== id) })));
  return found === null ? [] : [`The steps depend on each other in a circle: ${found.join(' → ')}.`];
}
