import { describe, expect, it } from 'vitest';
import { Failure, type FailureCategory } from '../../src/failure.ts';
import { runSteps, type StepEnd } from '../../src/plan/schedule.ts';

type Node = Readonly<{ id: string; depends: readonly string[]; after: readonly string[] }>;
type Ended = Exclude<StepEnd<string>, { kind: 'skipped' }>;

const node = (id: string, ...depends: string[]): Node => ({ id, depends, after: [] });
const DIAMOND = [node('S1'), node('S2', 'S1'), node('S3', 'S1'), node('S4', 'S2', 'S3')];
const side = (count: number): readonly Node[] => Array.from({ length: count }, (_, at) => node(`S${at + 1}`));

/** A schedule that goes on when it is told to. */
function scheduled(steps: readonly Node[], maxParallel: number) {
  const begun: string[] = [];
  const running = new Map<string, PromiseWithResolvers<Ended>>();
  const listeners = new Set<() => void>();
  const result = runSteps<Node, string>({
    steps,
    maxParallel,
    run: ({ id }) => {
      begun.push(id);
      const deferred = Promise.withResolvers<Ended>();
      running.set(id, deferred);
      return deferred.promise;
    },
    onRateLimit: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  });
  const settled = async (act: () => void): Promise<readonly string[]> => {
    act();
    // A few turns of the loop, so that what can be begun is.
    await new Promise((resolve) => setImmediate(resolve));
    return [...running.keys()];
  };
  const take = (id: string) => {
    const deferred = running.get(id);
    running.delete(id);
    return deferred;
  };
  return {
    result,
    begun,
    listeners,
    running: () => [...running.keys()],
    done: (id: string) => settled(() => take(id)?.resolve({ kind: 'done', result: `of ${id}` })),
    fail: (id: string, code: FailureCategory = 'bad-output') =>
      settled(() => take(id)?.reject(new Failure(code, `${id} broke.`, { hint: '' }))),
    limit: () => {
      for (const listener of listeners) listener();
    },
    ends: async () => Object.fromEntries((await result).ends.map(({ step, end }) => [step.id, end])),
  };
}

describe('a schedule', () => {
  it('runs the middle of a diamond at the same time, and its end after both', async () => {
    const run = scheduled(DIAMOND, 2);
    expect(run.running()).toEqual(['S1']);
    expect(await run.done('S1')).toEqual(['S2', 'S3']);
    expect(await run.done('S3')).toEqual(['S2']);
    expect(await run.done('S2')).toEqual(['S4']);
    await run.done('S4');
    const { ends, stoppedBy } = await run.result;
    expect(stoppedBy).toBeNull();
    expect(ends.map(({ step, end }) => [step.id, end])).toEqual(
      ['S1', 'S2', 'S3', 'S4'].map((id) => [id, { kind: 'done', result: `of ${id}` }]),
    );
    expect(run.listeners.size).toBe(0);
  });

  it('with a limit of one runs them in their order', async () => {
    const run = scheduled(DIAMOND, 1);
    for (const id of ['S1', 'S2', 'S3', 'S4']) {
      expect(run.running()).toEqual([id]);
      await run.done(id);
    }
    expect(run.begun).toEqual(['S1', 'S2', 'S3', 'S4']);
    await run.result;
  });

  it('takes down with a step that fails those that depend on it, and no other', async () => {
    const run = scheduled([...DIAMOND, node('S5', 'S4'), node('S6')], 3);
    await run.done('S1');
    await run.fail('S2');
    for (const id of ['S3', 'S6']) await run.done(id);
    expect(await run.ends()).toMatchObject({
      S1: { kind: 'done' },
      S2: { kind: 'failed', failure: { message: 'S2 broke.' }, result: null },
      S3: { kind: 'done' },
      S4: { kind: 'skipped', because: 'It depends on S2, which failed.' },
      S5: { kind: 'skipped', because: 'It depends on S4, which was not done.' },
      S6: { kind: 'done' },
    });
  });

  it('begins a step that only waited for a file of the one that failed', async () => {
    const run = scheduled([node('S1'), { ...node('S2'), after: ['S1'] }, node('S3', 'S2')], 3);
    expect(run.running()).toEqual(['S1']);
    await run.fail('S1');
    for (const id of ['S2', 'S3']) await run.done(id);
    expect(await run.ends()).toMatchObject({ S1: { kind: 'failed' }, S2: { kind: 'done' }, S3: { kind: 'done' } });
  });

  it.each(['cancelled', 'budget', 'timeout'] as const)(
    'begins none after %s, waits for those that run, and says why',
    async (code) => {
      const run = scheduled(side(4), 2);
      await run.fail('S1', code);
      expect(run.running()).toEqual(['S2']);
      await run.done('S2');
      expect((await run.result).stoppedBy).toMatchObject({ code });
      expect(await run.ends()).toMatchObject({
        S1: { kind: 'failed' },
        S2: { kind: 'done' },
        S3: { kind: 'skipped', because: `The run was over before it was its turn (${code}): S1 broke.` },
        S4: { kind: 'skipped' },
      });
    },
  );

  it('runs one fewer for each word of a rate limit, down to one, and one more for each step that ends in peace', async () => {
    const run = scheduled(side(12), 3);
    expect(run.running()).toEqual(['S1', 'S2', 'S3']);
    for (let times = 0; times < 5; times += 1) run.limit();
    // Those that heard it end without a raise; what is over the limit ends before another begins.
    expect(await run.done('S1')).toEqual(['S2', 'S3']);
    expect(await run.done('S2')).toEqual(['S3']);
    expect(await run.done('S3')).toEqual(['S4']);
    expect(await run.done('S4')).toEqual(['S5', 'S6']);
    expect(await run.done('S5')).toEqual(['S6', 'S7', 'S8']);
    expect(await run.done('S6')).toEqual(['S7', 'S8', 'S9']);
    run.limit();
    expect(await run.done('S7')).toEqual(['S8', 'S9']);
    expect(await run.done('S8')).toEqual(['S9', 'S10']);
    for (const id of ['S9', 'S10', 'S11', 'S12']) await run.done(id);
    expect((await run.result).ends.every(({ end }) => end.kind === 'done')).toBe(true);
  });

  it('is over at once where there are no steps', async () => {
    expect(await scheduled([], 2).result).toEqual({ ends: [], stoppedBy: null });
  });

  it('keeps what a step came to before it failed', async () => {
    const failure = new Failure('bad-output', 'Reviewed, not passed.', { hint: '' });
    const { ends } = await runSteps<Node, string>({
      steps: [node('S1'), node('S2', 'S1')],
      maxParallel: 2,
      run: async () => ({ kind: 'failed', failure, result: 'half of it' }),
      onRateLimit: () => () => undefined,
    });
    expect(ends.map(({ end }) => end)).toMatchObject([{ kind: 'failed', result: 'half of it' }, { kind: 'skipped' }]);
  });
});
