import { describe, expect, it } from 'vitest';
import type { Finding, Resolution } from '../../../src/finding.ts';
import { describeStep } from '../../../src/pipeline/loop/describe-step.ts';
import { findingsOfConflicts, recheckMerges } from '../../../src/pipeline/loop/merge-findings.ts';
import type { Conflict } from '../../../src/workspace/conflicts.ts';

const side = { mode: '100644', blob: 'a'.repeat(40), text: 'a\n' };
const conflict = (path: string, kind: Conflict['kind'] = 'content'): Conflict => ({
  path,
  kind,
  names: ['S1+S2', 'S3'],
  ours: side,
  theirs: side,
});
const BOTH = '<<<<<<< S1\na\n=======\nb\n>>>>>>> S2\n';

/** What becomes of a conflict's finding that the reviewer judged so, with that text in its file. */
async function rechecked(said: Resolution, text: string | null, kind: Conflict['kind'] = 'content'): Promise<Finding> {
  const findings = findingsOfConflicts([conflict('a.md', kind)], 1).map((one) => ({ ...one, resolution: said }));
  const readFile = async () => (text === null ? null : Buffer.from(text));
  const [finding] = await recheckMerges({ readFile }, findings, { tree: 'tree', round: 2 });
  if (finding === undefined) throw new Error('The finding is gone.');
  return finding;
}

describe('what could not be merged', () => {
  it.each(['resolved', 'disputed', 'partially-resolved'] as const)(
    'is open with markers in the file though the reviewer says %s',
    async (said) => {
      expect(await rechecked(said, BOTH)).toMatchObject({
        resolution: 'not-addressed',
        history: [{ round: 2, resolution: 'not-addressed' }],
      });
    },
  );

  it.each([
    ['one that is left at the end', 'a\nb\n>>>>>>> S2\n'],
    ['one that is left at the beginning', '<<<<<<< S1\na\nb\n'],
  ])('is open with %s', async (_, text) => {
    expect((await rechecked('resolved', text, 'add')).resolution).toBe('not-addressed');
  });

  it('is what the reviewer says where no marker is left, and where the file is gone', async () => {
    for (const text of ['a\n', null]) {
      for (const said of ['not-addressed', 'open', 'partially-resolved', 'disputed', 'resolved'] as const) {
        expect(await rechecked(said, text)).toMatchObject({ resolution: said, history: [] });
      }
    }
  });

  it('may be resolved in a file with a heading that is underlined', async () => {
    expect((await rechecked('resolved', 'Heading\n=======\n')).resolution).toBe('resolved');
  });

  it('is for the reviewer alone to judge where there never were markers', async () => {
    expect((await rechecked('resolved', BOTH, 'binary')).resolution).toBe('resolved');
  });

  it('is numbered from where the numbers are free', () => {
    const found = findingsOfConflicts([conflict('a'), conflict('b')], 4);
    expect(found.map(({ id }) => id)).toEqual(['M4', 'M5']);
  });

  it('is told to the coder of a step that starts from it', () => {
    const step = { id: 'S4', title: 'Join', files: [], read: [], action: 'Join them.', success: 'joined', depends: [] };
    const told = describeStep(step, [conflict('src/calc.js'), conflict('logo.png', 'binary')]);
    expect(told).toContain('- src/calc.js has conflict markers between what S1+S2 and what S3 made of it.');
    expect(told).toContain('- logo.png is as S1+S2 left it; what S3 made of it (binary) is not there.');
    expect(describeStep(step)).not.toContain('merged');
  });
});
