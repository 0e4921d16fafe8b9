import { array, assert, constantFrom, integer, property, record, type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ancestors, findCycle } from '../../src/plan/graph.ts';
import { earlierThan, orderSteps, ready } from '../../src/plan/order.ts';
import type { Step } from '../../src/plan/plan.ts';

type Given = Readonly<{ depends?: readonly string[]; files?: readonly string[]; read?: readonly string[] }>;

const step = (id: string, given: Given = {}): Step => ({
  id,
  title: id,
  files: [`${id}.ts`],
  read: [],
  action: 'Do it.',
  success: 'Done.',
  depends: [],
  ...given,
});
const edges = (steps: readonly Step[]) =>
  Object.fromEntries(orderSteps(steps).map(({ id, depends, after }) => [id, [...depends, ...after]]));
const none: ReadonlySet<string> = new Set();

describe('steps', () => {
  it('that name different files stay side by side', () => {
    expect(edges([step('S1'), step('S2')])).toEqual({ S1: [], S2: [] });
  });

  it.each([
    ['the same file', 'src/a.ts', 'src/a.ts'],
    ['the same file in another spelling', 'src/A.ts', './src/a.ts'],
    ['a folder and a file in it', 'src', 'src/a.ts'],
    ['a file and the folder that it is in', 'src/deep/a.ts', 'src/'],
    ['a pattern and a file that it matches', 'src/*.ts', 'src/a.ts'],
    ['two patterns in one folder', 'src/*.ts', 'src/**/*.test.ts'],
  ])('that modify %s are one after the other', (_, one, other) => {
    expect(edges([step('S1', { files: [one] }), step('S2', { files: [other] })])).toEqual({ S1: [], S2: ['S1'] });
  });

  it('of which one reads what an earlier one modifies wait for it, and not the other way round', () => {
    expect(edges([step('S1', { files: ['a'] }), step('S2', { read: ['a'] })])).toEqual({ S1: [], S2: ['S1'] });
    expect(edges([step('S1', { read: ['a'] }), step('S2', { files: ['a'] })])).toEqual({ S1: [], S2: [] });
  });

  it('that depend the other way round than they stand are put in the order that they ask for', () => {
    const steps = [step('S1', { depends: ['S2'], files: ['a'] }), step('S2', { files: ['a'] })];
    expect(orderSteps(steps).map(({ id, depends }) => [id, depends])).toEqual([
      ['S2', []],
      ['S1', ['S2']],
    ]);
  });

  it('are not told to wait for what they wait for already', () => {
    const steps = ['S1', 'S2', 'S3'].map((id) => step(id, { files: ['a'] }));
    expect(edges(steps)).toEqual({ S1: [], S2: ['S1'], S3: ['S1', 'S2'] });
    const needing = steps.map((one, at) => ({ ...one, depends: at === 0 ? [] : [`S${at}`] }));
    expect(edges(needing)).toEqual({ S1: [], S2: ['S1'], S3: ['S2'] });
  });

  it('that only wait for a file can be begun once the one before is over, however it ended', () => {
    const steps = orderSteps([
      step('S1', { files: ['a'] }),
      step('S2', { files: ['a'] }),
      step('S3', { files: ['b'], depends: ['S1'] }),
      step('S4', { files: ['b'] }),
    ]);
    const at = (failed: readonly string[], running: readonly string[] = []) =>
      ready(steps, { done: none, failed: new Set(failed), running: new Set(running) }).map(({ id }) => id);
    expect(at([])).toEqual(['S1']);
    expect(at([], ['S1'])).toEqual([]);
    // What depends on it is never begun, so nobody waits for that either.
    expect(at(['S1'])).toEqual(['S2', 'S4']);
    expect(earlierThan(steps, 'S4')).toEqual(new Set(['S3', 'S1']));
  });

  it('can be begun once all that they depend on is done', () => {
    const steps = orderSteps([
      step('S1'),
      step('S2', { depends: ['S1'] }),
      step('S3', { depends: ['S1', 'S2'] }),
      step('S4'),
    ]);
    const at = (done: readonly string[], running: readonly string[]) =>
      ready(steps, { done: new Set(done), running: new Set(running), failed: none }).map(({ id }) => id);
    expect(at([], [])).toEqual(['S1', 'S4']);
    expect(at(['S1'], ['S4'])).toEqual(['S2']);
    expect(at(['S1', 'S2'], ['S4'])).toEqual(['S3']);
  });
});

/** Up to ten steps without a circle, in any order, on a few files. */
const plans: Arbitrary<readonly Step[]> = array(
  record({ before: array(integer({ min: 0, max: 9 }), { maxLength: 3 }), file: constantFrom('a', 'b/c', 'b', 'd') }),
  { maxLength: 10 },
).chain((given) => {
  const steps = given.map(({ before, file }, at) =>
    step(`S${at}`, { files: [file], depends: [...new Set(before.filter((other) => other < at))].map((n) => `S${n}`) }),
  );
  return constantFrom(steps, steps.toReversed());
});

it('whatever the plan, nothing is lost, nothing goes in a circle, and no two steps on one file are side by side', () => {
  assert(
    property(plans, (steps) => {
      const ordered = orderSteps(steps);
      expect(ordered.map(({ id }) => id).toSorted()).toEqual(steps.map(({ id }) => id).toSorted());
      expect(findCycle(ordered)).toBeNull();
      const done = new Set<string>();
      while (done.size < steps.length) {
        const next = ready(ordered, { done, running: none, failed: none });
        const tops = next.map(({ files }) => files[0]?.split('/')[0]);
        expect(new Set(tops).size).toBe(tops.length);
        expect(next).not.toEqual([]);
        for (const { id } of next) done.add(id);
      }
      for (const { id, depends } of steps) {
        expect(ordered.find((one) => one.id === id)?.depends).toEqual(expect.arrayContaining([...depends]));
      }
    }),
    { seed: 3 },
  );
});

it('whatever the plan and whatever fails, no two steps on one file are at work at once, and none waits for ever', () => {
  assert(
    property(plans, array(constantFrom('done', 'failed'), { minLength: 10, maxLength: 10 }), (steps, ends) => {
      const ordered = orderSteps(steps);
      const progress = { running: new Set<string>(), done: new Set<string>(), failed: new Set<string>() };
      for (const end of ends) {
        for (const { id } of ready(ordered, progress)) progress.running.add(id);
        const tops = ordered.filter(({ id }) => progress.running.has(id)).map(({ files }) => files[0]?.split('/')[0]);
        expect(new Set(tops).size).toBe(tops.length);
        const [id] = progress.running;
        if (id === undefined) break;
        progress.running.delete(id);
        progress[end === 'done' ? 'done' : 'failed'].add(id);
      }
      const left = ordered.filter(({ id }) => !progress.done.has(id) && !progress.failed.has(id));
      for (const { id } of left) expect(ancestors(ordered, id).isDisjointFrom(progress.failed)).toBe(false);
    }),
    { seed: 5 },
  );
});
