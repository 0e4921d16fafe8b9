import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { HAND_OVER_RULES } from '../../src/hand-over/refusal.ts';
import { ROOT } from '../support/action/environment.ts';

it('docs/two-jobs.md has every rule of a hand-over as it is, and no other', async () => {
  const text = await readFile(join(ROOT, 'docs/two-jobs.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([\w-]+)` \| ([^|]+) \|$/gm)].map(([, name, stops]) => [name, stops]);
  expect(rows).toEqual(Object.entries(HAND_OVER_RULES));
});
