import { expect, test } from 'vitest';
import { createRedactor } from '../../src/text/redact.ts';
import { blobOf, heldBack } from './changes.ts';

const KEY = 'run-key-58d1f0';

/** Rules that hold a file back which has this text now and had the other before. */
async function rulesFor(now: string, before = ''): Promise<readonly string[]> {
  const bytes = new Map([
    [blobOf('new a.ts'), now],
    [blobOf('old a.ts'), before],
  ]);
  const held = await heldBack(
    { base: { 'a.ts': '100644' }, modified: ['a.ts'] },
    { redact: createRedactor([KEY]), readBlob: async (blob) => Buffer.from(bytes.get(blob) ?? '') },
  );
  return Object.values(held);
}

test.each([
  ['the run’s own key', `const key = '${KEY}';`],
  ['the key in base64', Buffer.from(`x${KEY}y`).toString('base64')],
  ['a token of a known format', 'ghp_0123456789abcdefghijABCDEFGHIJ012345'],
])('a file that now holds %s is held back', async (_, text) => {
  expect(await rulesFor(text)).toEqual(['secret']);
});

test('a file that held such a text before, and no more of it now, may pass', async () => {
  expect(await rulesFor(`// changed\n${KEY}`, KEY)).toEqual([]);
  expect(await rulesFor(`${KEY} twice ${KEY}`, KEY)).toEqual(['secret']);
  expect(await rulesFor(KEY, 'ghp_0123456789abcdefghijABCDEFGHIJ012345')).toEqual(['secret']);
  expect(await rulesFor('nothing of the kind')).toEqual([]);
});
