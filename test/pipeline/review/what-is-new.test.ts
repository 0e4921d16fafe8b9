import { describe, expect, it } from 'vitest';
import type { SeedFiles } from '../../support/github/seed.ts';
import { pullRequestOf, standing, type Reviewed } from './world.ts';

const lines = (name: string, count = 30): string =>
  Array.from({ length: count }, (_, at) => `${name} ${at + 1}\n`).join('');
const BASE = { 'src/old.ts': lines('old') };
const MARK = '// @generated\n';
const CHANGE = {
  'lib/lost.ts': lines('lost'),
  'vendor/taken.ts': lines('taken'),
  'src/made.ts': MARK + lines('made'),
  'src/read.ts': lines('read'),
};
/** Each file is a part. */
const ONE_BY_ONE = { batchTokens: 120, maxParallel: 1 };

const fine = () => ({});
/** Says nothing that can be read of the parts with such text, nor when it is asked once more. */
const silentOn = (text: string) => (prompt: string) =>
  prompt.includes(text) || !prompt.includes('# Your part') ? 'Fine!' : {};

async function startPull() {
  const pull = await pullRequestOf(BASE, CHANGE);
  const first = await pull.review(silentOn('+lost 1\n'), null, ONE_BY_ONE);
  return { pull, first, [Symbol.asyncDispose]: () => pull[Symbol.asyncDispose]() };
}

const reviewOf = ({ outcome }: Reviewed) => (outcome.kind === 'reviewed' ? outcome.review : null);
const filesOf = (reviewed: Reviewed) => reviewOf(reviewed)?.parts.flatMap(({ files }) => files.map(({ path }) => path));
/** How many lines of a file the reviewers were shown as added. */
const shownOf = (name: string, { prompts }: Reviewed): number =>
  [...prompts.join('\n').matchAll(new RegExp(`^\\+${name} \\d+$`, 'gm'))].length;

const EDITED = lines('lost').replace('lost 3\n', 'lost three\n');

describe('a file that no reviewer was shown', () => {
  it.each<[string, string, readonly SeedFiles[], string]>([
    ['moved', 'lost', [{ 'lib/lost.ts': null, 'src/moved.ts': CHANGE['lib/lost.ts'] }], 'src/moved.ts'],
    ['moved and edited', 'lost', [{ 'lib/lost.ts': null, 'src/moved.ts': `${EDITED}lost 31\n` }], 'src/moved.ts'],
    [
      'moved twice',
      'lost',
      [
        { 'lib/lost.ts': null, 'src/b.ts': CHANGE['lib/lost.ts'] },
        { 'src/b.ts': null, 'src/c.ts': CHANGE['lib/lost.ts'] },
      ],
      'src/c.ts',
    ],
    ['copied', 'lost', [{ 'src/copy.ts': CHANGE['lib/lost.ts'] }], 'src/copy.ts'],
    ['edited', 'lost', [{ 'lib/lost.ts': `${CHANGE['lib/lost.ts']}lost 31\n` }], 'lib/lost.ts'],
    [
      'moved out of the vendored files',
      'taken',
      [{ 'vendor/taken.ts': null, 'src/taken.ts': CHANGE['vendor/taken.ts'] }],
      'src/taken.ts',
    ],
    [
      'moved out of them and edited',
      'taken',
      [{ 'vendor/taken.ts': null, 'src/taken.ts': `${CHANGE['vendor/taken.ts']}taken 31\n` }],
      'src/taken.ts',
    ],
    ['without its mark', 'made', [{ 'src/made.ts': lines('made') }], 'src/made.ts'],
    [
      'without its mark and elsewhere',
      'made',
      [{ 'src/made.ts': null, 'src/by-hand.ts': lines('made') }],
      'src/by-hand.ts',
    ],
  ])('is shown whole when it is %s', async (_, name, pushes, path) => {
    await using world = await startPull();
    for (const push of pushes) await world.pull.push(push);
    const second = await world.pull.review(fine, world.first.outcome.state, { batchTokens: 5000 });
    expect(filesOf(second)).toContain(path);
    // Of an edited file one line is another.
    expect(shownOf(name, second)).toBeGreaterThanOrEqual(29);
    expect(reviewOf(second)).toMatchObject({ incomplete: [], verdict: 'pass' });
  });

  it('is shown whole after a move that a review between saw no more of', async () => {
    await using world = await startPull();
    const { pull } = world;
    await pull.push({
      'lib/lost.ts': null,
      'src/b.ts': lines('lost'),
      'vendor/taken.ts': null,
      'vendor/b.ts': lines('taken'),
    });
    const second = await pull.review(silentOn('+lost 1\n'), world.first.outcome.state, ONE_BY_ONE);
    expect(reviewOf(second)).toMatchObject({ verdict: 'inconclusive', incomplete: [{ files: ['src/b.ts'] }] });
    await pull.push({
      'src/b.ts': null,
      'src/c.ts': lines('lost'),
      'vendor/b.ts': null,
      'src/taken.ts': lines('taken'),
    });
    const third = await pull.review(fine, second.outcome.state, ONE_BY_ONE);
    expect(filesOf(third)?.toSorted()).toEqual(['src/c.ts', 'src/taken.ts']);
    expect([shownOf('lost', third), shownOf('taken', third)]).toEqual([30, 30]);
  });

  it('is named as set aside where it is moved to what is', async () => {
    await using world = await startPull();
    await world.pull.push({
      'lib/lost.ts': null,
      'vendor/lost.ts': lines('lost'),
      'vendor/taken.ts': null,
      'vendor/lib/taken.ts': lines('taken'),
    });
    const second = await world.pull.review(fine, world.first.outcome.state);
    expect(second.prompts).toEqual([]);
    expect(reviewOf(second)).toMatchObject({ parts: [], verdict: 'inconclusive' });
    expect(reviewOf(second)?.aside.map(({ path }) => path)).toEqual([
      'src/made.ts',
      'vendor/lib/taken.ts',
      'vendor/lost.ts',
    ]);
  });

  it('is one too where its path is kept without what looks like a token', async () => {
    const path = `src/ghp_${'a'.repeat(36)}.ts`;
    await using pull = await pullRequestOf(BASE, { [path]: lines('lost') });
    const first = await pull.review(silentOn('+lost 1\n'));
    expect(first.outcome.state.incomplete).toMatchObject([{ files: ['src/‹redacted›'] }]);
    const second = await pull.review(silentOn('+lost 1\n'), first.outcome.state);
    expect(reviewOf(second)).toMatchObject({ verdict: 'inconclusive' });
    await pull.push({ [path]: null, 'src/moved.ts': lines('lost') });
    expect(shownOf('lost', await pull.review(fine, second.outcome.state))).toBe(30);
  });

  it('is still told of as gone, where it goes away', async () => {
    await using world = await startPull();
    await world.pull.push({ 'lib/lost.ts': null, 'vendor/taken.ts': null });
    const second = await world.pull.review(fine, world.first.outcome.state);
    expect(filesOf(second)).toEqual(['lib/lost.ts', 'vendor/taken.ts']);
    expect(shownOf('lost', second) + shownOf('taken', second)).toBe(0);
    expect(second.outcome.state).toMatchObject({ incomplete: [], aside: [{ path: 'src/made.ts' }] });
  });
});

describe('a file that was set aside', () => {
  const CHANGED = { 'src/read.ts': `${lines('read')}read 31\n` };

  it('is named each time, and makes no review unclean', async () => {
    await using world = await startPull();
    const { pull } = world;
    const second = await pull.review(fine, world.first.outcome.state);
    expect(filesOf(second)).toEqual(['lib/lost.ts']);
    await pull.push(CHANGED);
    const third = await pull.review(fine, second.outcome.state);
    expect(filesOf(third)).toEqual(['src/read.ts']);
    expect(third.prompts[0]).toContain(
      'Set aside, reviewed by nobody:\n- `src/made.ts`: generated, by its first lines',
    );
    expect(reviewOf(third)?.verdict).toBe('pass');
    const named = standing(pull.github).reviews.map(({ body }) => body.includes('| `vendor/taken.ts` | vendored |'));
    expect(named).toEqual([true, true, true]);
  });

  it('is nothing new while it stays as it was, and is known of after that', async () => {
    await using world = await startPull();
    const { pull } = world;
    const second = await pull.review(fine, world.first.outcome.state);
    await pull.mergeIn('only/base.ts');
    const third = await pull.review(fine, second.outcome.state);
    expect(third).toMatchObject({ prompts: [], outcome: { kind: 'nothing-new' } });
    await pull.push({ 'vendor/taken.ts': null, 'src/taken.ts': lines('taken') });
    expect(shownOf('taken', await pull.review(fine, third.outcome.state))).toBe(30);
  });

  it('is read where the attributes of a newer base say that people write it', async () => {
    await using world = await startPull();
    const { pull } = world;
    const second = await pull.review(fine, world.first.outcome.state);
    await pull.mergeIn('.gitattributes', { text: 'src/*.ts -linguist-generated\n' });
    const third = await pull.review(fine, second.outcome.state);
    expect(filesOf(third)).toEqual(['src/made.ts']);
    expect(shownOf('made', third)).toBe(30);
    expect(third.outcome.state.aside).toEqual([{ path: 'vendor/taken.ts', reason: 'vendored' }]);
    expect((await pull.review(fine, third.outcome.state)).outcome.kind).toBe('nothing-new');
  });
});

it('shows of a file that was read what is new, wherever it is moved', async () => {
  await using world = await startPull();
  await world.pull.push({ 'src/read.ts': null, 'src/moved.ts': `${lines('read')}read 31\n` });
  const second = await world.pull.review(fine, world.first.outcome.state);
  expect(filesOf(second)?.toSorted()).toEqual(['lib/lost.ts', 'src/moved.ts']);
  expect(shownOf('read', second)).toBe(1);
});

it('shows all of it again after state that does not tell what was set aside, with the findings that there are', async () => {
  await using world = await startPull();
  const second = await world.pull.review(fine, { ...world.first.outcome.state, aside: null });
  expect(reviewOf(second)).toMatchObject({ since: null, verdict: 'pass' });
  expect(filesOf(second)?.toSorted()).toEqual(['lib/lost.ts', 'src/read.ts']);
});
