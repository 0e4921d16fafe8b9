import { describe, expect, it } from 'vitest';
import { makePlan, type PlanOptions } from '../../src/plan/make-plan.ts';
import { saying } from '../support/saying.ts';
import { talk, type Answer } from './conversation.ts';

const step = (id: string, depends: readonly string[] = [], file = `src/${id}.ts`) => ({
  id,
  title: `Title of ${id}`,
  files: [file],
  read: [],
  action: 'Do it.',
  success: 'The tests pass.',
  depends,
});
const plan = (...steps: readonly unknown[]) => ({
  goal: 'A goal',
  assumptions: [],
  steps,
  risks: [],
  questions: [],
});
const GOOD = plan(step('S1'), step('S2', ['S1']));
const CYCLIC = plan(step('S1', ['S2']), step('S2', ['S1']));

async function planned(answers: readonly Answer[], options: Partial<PlanOptions> = {}, onTurn?: () => void) {
  const { conversation, asked } = talk('planner', answers, onTurn);
  const result = await makePlan({
    conversation,
    task: '# The task\n',
    boundary: 'quote-1',
    bounds: { scope: [], isInScope: () => true },
    files: ['src/S1.ts', 'README.md'],
    checks: ['npm test'],
    instructions: '',
    mustSplit: false,
    story: '',
    digest: async () => 'same',
    onActivity: () => undefined,
    ...options,
  });
  return { result, asked };
}

describe('a planner', () => {
  it('is asked once, by schema, and gives a plan', async () => {
    const { result, asked } = await planned([{ data: GOOD }]);
    expect(result).toMatchObject({
      kind: 'plan',
      plan: { steps: [{ id: 'S1' }, { id: 'S2', depends: ['S1'] }] },
      notes: [],
    });
    expect(asked.map(({ bySchema }) => bySchema)).toEqual([true]);
    expect(asked[0]?.prompt).toMatch(/^# Role: planner\n/);
  });

  it.each([
    ['in a fence', `Here:\n\`\`\`json\n${JSON.stringify(GOOD)}\n\`\`\``],
    ['between prose', `My plan is ${JSON.stringify(GOOD)}, which is good.`],
  ])('is understood when its plan stands %s', async (_, says) => {
    expect((await planned([{ says }])).result.kind).toBe('plan');
  });

  it('is told every problem once, and its mended plan counts', async () => {
    const { result, asked } = await planned([{ data: CYCLIC }, { says: JSON.stringify(GOOD) }]);
    expect(result.kind).toBe('plan');
    expect(asked).toHaveLength(2);
    expect(asked[1]?.bySchema).toBe(false);
    expect(asked[1]?.prompt).toContain('- The steps depend on each other in a circle: S1 → S2 → S1.');
    expect(asked[1]?.prompt).not.toContain('# The task');
  });

  it('that insists on a circle is refused, and the circle is named', async () => {
    const { result, asked } = await planned([{ data: CYCLIC }, { data: CYCLIC }]);
    expect(result).toMatchObject({ kind: 'refused', because: saying('S1 → S2 → S1') });
    expect(asked).toHaveLength(2);
  });

  it('that gives garbage twice leaves no plan, and says why', async () => {
    const { result, asked } = await planned([{ says: 'I would start with the tests.' }, { says: '{"steps": 3}' }]);
    expect(result).toMatchObject({ kind: 'none', because: saying('could not be read') });
    expect(asked[1]?.prompt).toContain('there is no JSON object in it');
  });

  it('whose model filters the task leaves no plan, and is not asked again', async () => {
    const { result, asked } = await planned([{ fails: 'content-filter' }]);
    expect(result).toMatchObject({ kind: 'none', because: saying('content-filter') });
    expect(asked).toHaveLength(1);
  });

  it('whose run is over ends the run', async () => {
    await expect(planned([{ fails: 'budget' }])).rejects.toMatchObject({ code: 'budget' });
  });

  it('whose plan was there before its turn was ended is believed, and it is noted', async () => {
    const { result } = await planned([{ fails: 'stalled', says: JSON.stringify(GOOD) }]);
    expect(result).toMatchObject({ kind: 'plan', notes: [saying('recovered')] });
  });

  it('that wrote to the tree leaves no plan', async () => {
    let tree = 'before';
    const { result } = await planned([{ data: GOOD }], { digest: async () => tree }, () => (tree = 'after'));
    expect(result).toEqual({ kind: 'none', because: 'The planner changed the files that it looked at.' });
  });

  it('that has to split is asked to once, and its second word counts', async () => {
    const one = plan(step('S1'));
    const { result, asked } = await planned([{ data: one }, { data: one }], { mustSplit: true });
    expect(asked[0]?.prompt).toContain('too long to be one step');
    expect(asked[1]?.prompt).toContain('- The task is too long to be one step.');
    expect(result).toMatchObject({ kind: 'plan', notes: ['The task is long, and the planner keeps it as one step.'] });
  });

  it('that goes outside the scope is told so', async () => {
    const bounds = { scope: ['src/**'], isInScope: (path: string) => path.startsWith('src/') };
    const { asked, result } = await planned([{ data: plan(step('S1', [], 'docs/x.md')) }, { data: GOOD }], { bounds });
    expect(asked[1]?.prompt).toContain('- S1 modifies “docs/x.md”, which is outside the scope (src/**).');
    expect(result.kind).toBe('plan');
  });
});

describe('the planner’s prompt', () => {
  const promptOf = async (options: Partial<PlanOptions> = {}) =>
    (await planned([{ data: GOOD }], options)).asked[0]?.prompt ?? '';

  it('has what is stable first, then the task, and the contract last', async () => {
    const prompt = await promptOf({ instructions: 'Prefer small steps.' });
    const parts = [
      '# Role: planner',
      'Rules',
      'Prefer small steps.',
      '- npm test',
      'src/S1.ts',
      '# The task',
      '# What to give',
    ];
    const places = parts.map((part) => prompt.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    expect(prompt).not.toMatch(/\{\{|undefined/);
  });

  it('stays within its budget however many files there are', async () => {
    const files = Array.from({ length: 50_000 }, (_, at) => `src/deep/folder/file-${at}.ts`);
    const prompt = await promptOf({ files });
    expect(prompt.length).toBeLessThan(37_000);
    expect(prompt).toMatch(/\[4\d{4} more files are not listed\.\]/);
  });
});
