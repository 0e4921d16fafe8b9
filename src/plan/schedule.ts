import { asFailure, type Failure, type FailureCategory } from '../failure.ts';
import { createLimit } from './limit.ts';
import { ready, type Waiting } from './order.ts';

/** How a step ended. */
export type StepEnd<Result> =
  | Readonly<{ kind: 'done'; result: Result }>
  /** What it came to before it failed, null when that is nothing. */
  | Readonly<{ kind: 'failed'; failure: Failure; result: Result | null }>
  /** It was not begun. */
  | Readonly<{ kind: 'skipped'; because: string }>;

export type ScheduleOptions<S extends Waiting, Result> = Readonly<{
  /** Without a circle. */
  steps: readonly S[];
  maxParallel: number;
  run: (step: S) => Promise<Exclude<StepEnd<Result>, { kind: 'skipped' }>>;
  /** Calls back whenever a provider asks for fewer requests, until the returned function is called. */
  onRateLimit: (listener: () => void) => () => void;
}>;

export type Scheduled<S, Result> = Readonly<{
  /** In the order of the steps that were given. */
  ends: readonly Readonly<{ step: S; end: StepEnd<Result> }>[];
  /** Why no more steps were begun, null when all were that could be. */
  stoppedBy: Failure | null;
}>;

/** What is over for one step is over for all of them. */
const ENDS_ALL: readonly FailureCategory[] = ['cancelled', 'budget', 'timeout'];

/**
 * Runs steps as soon as what they depend on is done, as many at once as the limit lets. A step that fails takes with it
 * only those that depend on it; where the run itself is over, those that run are waited for and none is begun.
 */
export async function runSteps<S extends Waiting, Result>(
  options: ScheduleOptions<S, Result>,
): Promise<Scheduled<S, Result>> {
  const { steps } = options;
  const limit = createLimit(options.maxParallel);
  const unlisten = options.onRateLimit(limit.lower);
  const ends = new Map<string, StepEnd<Result>>();
  const running = new Map<string, Promise<void>>();
  let stoppedBy: Failure | null = null;

  const begin = (step: S): void => {
    const over = limit.begin();
    const ending = runOne(step, options).then((end) => {
      over();
      running.delete(step.id);
      ends.set(step.id, end);
      if (end.kind === 'failed' && ENDS_ALL.includes(end.failure.code)) stoppedBy ??= end.failure;
    });
    running.set(step.id, ending);
  };
  const fill = (): void => {
    const ended = (isDone: boolean): ReadonlySet<string> =>
      new Set([...ends].flatMap(([id, { kind }]) => ((kind === 'done') === isDone ? [id] : [])));
    const progress = { running: new Set(running.keys()), done: ended(true), failed: ended(false) };
    for (const step of ready(steps, progress)) {
      if (stoppedBy === null && running.size < limit.now()) begin(step);
    }
  };

  try {
    for (fill(); running.size > 0; fill()) await Promise.race(running.values());
  } finally {
    unlisten();
  }
  return { ends: steps.map((step) => ({ step, end: ends.get(step.id) ?? skipped(step, ends, stoppedBy) })), stoppedBy };
}

async function runOne<S extends Waiting, Result>(
  step: S,
  { run }: ScheduleOptions<S, Result>,
): Promise<StepEnd<Result>> {
  try {
    return await run(step);
  } catch (error) {
    return { kind: 'failed', failure: asFailure(error), result: null };
  }
}

function skipped<Result>(
  { depends }: Waiting,
  ends: ReadonlyMap<string, StepEnd<Result>>,
  stoppedBy: Failure | null,
): StepEnd<Result> {
  const missing = depends.filter((id) => ends.get(id)?.kind !== 'done');
  const failed = missing.filter((id) => ends.get(id)?.kind === 'failed');
  const because = ((): string => {
    if (failed.length > 0) return `It depends on ${failed.join(', ')}, which failed.`;
    if (stoppedBy !== null) return `The run was over before it was its turn (${stoppedBy.code}): ${stoppedBy.message}`;
    return `It depends on ${missing.join(', ')}, which was not done.`;
  })();
  return { kind: 'skipped', because };
}
