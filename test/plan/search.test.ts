import { describe, expect, it } from 'vitest';
import { presentLeads, search, type SearchOptions } from '../../src/plan/search.ts';
import { saying } from '../support/saying.ts';
import { talk, type Answer } from './conversation.ts';

const place = (path: string, from = 3, to = 9, why = 'The pattern to follow.') => ({ path, from, to, why });

async function searched(answers: readonly Answer[], options: Partial<SearchOptions> = {}, onTurn?: () => void) {
  const { conversation, asked } = talk('searcher', answers, onTurn);
  const result = await search({
    conversation,
    task: '# The task\nMend src/a.ts.\n',
    boundary: 'quote-1',
    files: ['src/a.ts', 'src/b.ts', 'test/a.test.ts'],
    digest: async () => 'same',
    onActivity: () => undefined,
    ...options,
  });
  return { ...result, asked };
}

describe('a searcher', () => {
  it('gives places with lines and reasons, which stand a line each in the coder’s prompt', async () => {
    const places = [place('src/a.ts'), place('./test/a.test.ts', 20, 1, 'The test\nto extend.')];
    const { leads, note, asked } = await searched([{ data: { places } }]);
    expect(note).toBeNull();
    expect(presentLeads(leads)).toBe(
      '- src/a.ts:3-9: The pattern to follow.\n- test/a.test.ts:1-20: The test to extend.',
    );
    expect(asked).toHaveLength(1);
    expect(asked[0]?.prompt).toMatch(/^# Role: searcher\n/);
    expect(asked[0]?.prompt).toContain('src/a.ts\nsrc/b.ts\ntest/a.test.ts');
  });

  it('is not believed about files that do not exist, and gives five places at most', async () => {
    const places = [place('src/gone.ts'), ...Array.from({ length: 7 }, (_, at) => place('src/b.ts', at + 1, at + 2))];
    const { leads } = await searched([{ data: { places } }]);
    expect(leads.map(({ path }) => path)).toEqual(Array.from({ length: 5 }, () => 'src/b.ts'));
  });

  it('is asked once more where nothing of what it gave exists', async () => {
    const { leads, asked } = await searched([
      { data: { places: [place('gone.ts')] } },
      { says: JSON.stringify({ places: [place('src/b.ts')] }) },
    ]);
    expect(asked[1]?.prompt).toContain('none of the paths exists');
    expect(leads).toHaveLength(1);
  });

  it.each([
    ['garbage', [{ says: 'Look around.' }, { says: 'No.' }]],
    ['a run without budget', [{ fails: 'budget' }]],
    ['a filtered prompt', [{ fails: 'content-filter' }]],
  ] as const)('in trouble such as %s is a note and nothing else', async (_, answers) => {
    expect(await searched(answers)).toMatchObject({ leads: [], note: saying('The search gave nothing: ') });
  });

  it('that wrote to the tree has found nothing', async () => {
    let tree = 'before';
    const options = { digest: async () => tree };
    const { leads, note } = await searched(
      [{ data: { places: [place('src/a.ts')] } }],
      options,
      () => (tree = 'after'),
    );
    expect([leads, note]).toEqual([[], saying('changed the files')]);
  });
});
