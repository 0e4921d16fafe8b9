import { anything, array, assert, constantFrom, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planSchema, readPlan } from '../../src/plan/answer.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { validatePlan, type Bounds } from '../../src/plan/validate.ts';
import { saying } from '../support/saying.ts';

const STEP = {
  id: 'S1',
  title: 'A title',
  files: ['src/a.ts'],
  read: [],
  action: 'Do it.',
  success: 'The tests pass.',
  depends: [],
};
const PLAN = { goal: 'A goal', assumptions: [], steps: [STEP], risks: [], questions: [] };
const EVERYWHERE: Bounds = { scope: [], isInScope: () => false };

function understood(value: unknown): Plan {
  const read = readPlan(value);
  if (read.kind === 'valid') return read.value;
  throw new Error(read.problem);
}
const problems = (steps: readonly unknown[], bounds = EVERYWHERE) =>
  validatePlan(understood({ ...PLAN, steps }), bounds, ['src/deep/a.ts']);

describe('an answer', () => {
  it('asks for every list, and takes one that leaves them out', () => {
    expect(planSchema()).toMatchObject({ required: ['goal', 'assumptions', 'steps', 'risks', 'questions'] });
    expect(JSON.stringify(planSchema())).not.toContain('"default"');
    const { read: _, depends: __, ...step } = STEP;
    expect(understood({ goal: 'A goal', steps: [step] })).toEqual(PLAN);
  });

  it.each([
    [
      ['S1', 'S2', 'S3'],
      ['S1', 'S2', 'S3'],
    ],
    [
      ['1', 'step-2', 'Step 3'],
      ['S1', 'S2', 'S3'],
    ],
    [
      ['s3', 'S02', '1'],
      ['S3', 'S2', 'S1'],
    ],
    [
      ['100000000000000000000001', '2', '3'],
      ['S1', 'S2', 'S3'],
    ],
    [
      ['types', 'parser', 'S1'],
      ['S1', 'S2', 'S3'],
    ],
  ])('may call its steps %j', (ids, expected) => {
    const steps = ids.map((id, at) => ({ ...STEP, id, depends: ids.slice(0, at) }));
    const plan = understood({ ...PLAN, steps });
    expect(plan.steps.map(({ id }) => id)).toEqual(expected);
    expect(plan.steps.map(({ depends }) => depends)).toEqual([[], expected.slice(0, 1), expected.slice(0, 2)]);
    expect(validatePlan(plan, EVERYWHERE, [])).toEqual([]);
  });

  it('may write paths with a dot before them, or twice', () => {
    const [step] = understood({
      ...PLAN,
      steps: [{ ...STEP, files: ['./a.ts', 'a.ts '], read: ['a.ts', 'b.ts'] }],
    }).steps;
    expect(step).toMatchObject({ files: ['a.ts'], read: ['b.ts'] });
    const [other] = understood({
      ...PLAN,
      steps: [{ ...STEP, files: ['src/./a.ts', 'src//a.ts', 'src/b/../a.ts', 'src/deep/'], read: ['src/a.ts'] }],
    }).steps;
    expect(other).toMatchObject({ files: ['src/a.ts', 'src/deep/'], read: [] });
  });

  it('with one choice to a question is invalid, and says where', () => {
    const questions = [{ question: 'Which?', choices: ['one'], changesPlan: true }];
    expect(readPlan({ ...PLAN, questions })).toMatchObject({
      kind: 'invalid',
      readable: false,
      problem: saying('questions.0.choices'),
    });
  });
});

describe('a plan', () => {
  it.each([
    ['no steps', [], 'The plan has no steps.'],
    ['a shared id', [STEP, STEP], '2 steps have the id S1.'],
    ['an unknown dependency', [{ ...STEP, depends: ['S9'] }], 'S1 depends on “S9”, which is no step.'],
    ['a dependency on itself', [{ ...STEP, depends: ['s1'] }], 'S1 depends on itself.'],
    ['an empty title', [{ ...STEP, title: ' ' }], 'S1 has no title.'],
    ['an empty action', [{ ...STEP, action: '\n' }], 'S1 has no action.'],
    ['no success measure', [{ ...STEP, success: '' }], 'S1 has no success measure.'],
    ['no file', [{ ...STEP, files: [] }], 'S1 has no file to modify.'],
    [
      'a pattern',
      [{ ...STEP, files: ['src/**/*.ts'] }],
      'S1 names “src/**/*.ts”, which is a pattern; files are named one by one.',
    ],
    [
      'a pattern in braces',
      [{ ...STEP, read: ['a.{ts,js}'] }],
      'S1 names “a.{ts,js}”, which is a pattern; files are named one by one.',
    ],
    [
      'a folder',
      [{ ...STEP, files: ['src/deep'] }],
      'S1 names “src/deep”, which is a folder; files are named one by one.',
    ],
    ['a new folder', [{ ...STEP, files: ['new/'] }], 'S1 names “new/”, which is a folder; files are named one by one.'],
    [
      'a way out',
      [{ ...STEP, files: ['../x'] }],
      'S1 names “../x”, which is not a path from the root of the repository.',
    ],
    [
      'an absolute path',
      [{ ...STEP, read: ['/etc/x'] }],
      'S1 names “/etc/x”, which is not a path from the root of the repository.',
    ],
  ])('with %s has just that problem', (_, steps, problem) => {
    expect(problems(steps)).toEqual([problem]);
  });

  it('with a circle has it named, in its order', () => {
    const ids = ['S1', 'S2', 'S3', 'S4'];
    const depends = [['S4'], [], ['S1', 'S2'], ['S3', 'S2']];
    const steps = ids.map((id, at) => ({ ...STEP, id, depends: depends[at] }));
    expect(problems(steps)).toEqual(['The steps depend on each other in a circle: S1 → S4 → S3 → S1.']);
  });

  it('of more than twelve steps is too long', () => {
    const steps = Array.from({ length: 13 }, (_, at) => ({ ...STEP, id: `S${at + 1}` }));
    expect(problems(steps)).toEqual(['The plan has 13 steps; 12 is the most.']);
  });

  it('may modify what the scope lets in alone, and read anything', () => {
    const bounds = { scope: ['src/**'], isInScope: (path: string) => path.startsWith('src/') };
    expect(problems([{ ...STEP, read: ['docs/a.md'] }], bounds)).toEqual([]);
    expect(problems([{ ...STEP, files: ['docs/a.md'] }], bounds)).toEqual([
      'S1 modifies “docs/a.md”, which is outside the scope (src/**).',
    ]);
  });

  it('may name files of a framework that has brackets in its routes', () => {
    expect(problems([{ ...STEP, files: ['app/[id]/page.tsx', 'app/$x.{y}.ts'] }])).toEqual([]);
  });
});

it('whatever comes in is a plan or has a problem, and never an exception', () => {
  const ids = constantFrom('S1', 'S2', 's3', '4', 'x', '', '__proto__');
  const steps = record(
    { id: ids, title: string(), files: array(string()), action: string(), success: string(), depends: array(ids) },
    { requiredKeys: ['id', 'title', 'files', 'action', 'success'] },
  );
  const look = (value: unknown): void => {
    const read = readPlan(value);
    if (read.kind === 'valid') validatePlan(read.value, EVERYWHERE, []);
    else expect(read.problem).not.toBe('');
  };
  assert(property(anything(), look), { seed: 1 });
  assert(property(record({ goal: string({ minLength: 1 }), steps: array(steps) }), look), { seed: 2 });
});
