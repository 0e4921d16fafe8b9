import { expect, test } from 'vitest';
import { blobOf, file, heldBack, type Sample } from './changes.ts';

const KEY = 'run-key-58d1f0+A/b?c';
const TOKEN = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';

const MODIFIED: Sample = { base: { 'a.ts': '100644' }, modified: ['a.ts'] };

/** Rules that hold a file back which has these bytes now and had the others before. */
async function rulesFor(
  now: string | Uint8Array,
  before = '',
  given: Readonly<{ sample?: Sample; secrets?: readonly string[] }> = {},
): Promise<readonly string[]> {
  const bytes = new Map([
    [blobOf('new a.ts'), now],
    [blobOf('old a.ts'), before],
  ]);
  const held = await heldBack(given.sample ?? MODIFIED, {
    ownSecrets: given.secrets ?? [KEY],
    readBlob: async (blob) => Buffer.from(bytes.get(blob) ?? ''),
  });
  return Object.values(held);
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const hex = Buffer.from(KEY).toString('hex');

test.each([
  ['as it is', `const key = '${KEY}';`],
  ['in base64 at the first alignment', base64(`${KEY}y`)],
  ['in base64 at the second alignment', base64(`x${KEY}y`)],
  ['in base64 at the third alignment', base64(`xx${KEY}`)],
  ['in base64url', Buffer.from(`x${KEY}y`).toString('base64url')],
  ['in base64 over lines', base64(`x${KEY}y`).replaceAll(/.{7}/g, '$&\n  ')],
  ['in hexadecimal', hex],
  ['in capital hexadecimal', hex.toUpperCase()],
  ['in hexadecimal with escapes', hex.replaceAll(/../g, String.raw`\x$&`)],
  ['as bytes in hexadecimal', hex.replaceAll(/../g, '0x$&, ')],
  ['as bytes in decimal', `[${[...Buffer.from(KEY)].join(', ')}]`],
  ['percent-encoded', encodeURIComponent(KEY)],
  ['percent-encoded whole', hex.replaceAll(/../g, '%$&')],
  ['over lines', KEY.replaceAll(/..../g, '$&\n')],
  ['over lines of a comment', KEY.replaceAll(/..../g, '// $&\n')],
  ['put together', KEY.replaceAll(/..../g, "$&' +\n '")],
  ['put together in a list', JSON.stringify(KEY.split(''))],
  ['in one literal after the other', `const one = "${KEY.slice(0, 9)}";\nconst two = "${KEY.slice(9)}";`],
])('a file that now holds the run’s own key %s is held back', async (_, text) => {
  expect(await rulesFor(text)).toEqual(['secret']);
});

test('a key is found in a binary file, and in one with two bytes a character', async () => {
  expect(await rulesFor(Buffer.concat([Buffer.from([0, 255, 1]), Buffer.from(KEY), Buffer.from([0])]))).toEqual([
    'secret',
  ]);
  expect(await rulesFor(Buffer.from(KEY, 'utf16le'))).toEqual(['secret']);
});

test('each long line of a key of many lines is one', async () => {
  const lines = ['first-line-of-the-key-0', 'second-line-of-the-key-1'];
  expect(await rulesFor(`x${lines[1]}x`, '', { secrets: [lines.join('\n')] })).toEqual(['secret']);
});

test.each([
  ['GitHub', `token: ${TOKEN}`],
  ['Linear', `lin_api_${'aB3d'.repeat(10)}`],
  [
    'Linear, where a comment switches the rules off',
    `// secretlint-disable\nx = "lin_api_${'aB3d'.repeat(10)}" // secretlint-disable-line`,
  ],
  ['Slack', `xoxb-${'1'.repeat(11)}-${'2'.repeat(12)}-${'aB3'.repeat(8)}`],
  ['a database', 'const url = "postgres://app:Zk3-vvQ8x@db.internal/app"'],
  ['a private key', `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEpAIBAAKCAQEA'.repeat(30)}\n-----END RSA PRIVATE KEY-----`],
])('a file that now holds a credential of %s is held back', async (_, text) => {
  expect(await rulesFor(text)).toEqual(['secret']);
});

test.each([
  'nothing of the kind',
  'postgres://postgres:postgres@localhost/test',
  'https://user:password@example.org/',
  'redis://:${PASSWORD}@cache/0',
  'AKIAIOSFODNN7EXAMPLE',
  hex.slice(0, 16),
])('%j is no credential', async (text) => {
  expect(await rulesFor(text)).toEqual([]);
});

test('what stood in the same file before is no news, in other lines too; what is new beside it is', async () => {
  expect(await rulesFor(`// changed\n${KEY}`, KEY)).toEqual([]);
  expect(await rulesFor(`const t = '${TOKEN}';`, TOKEN)).toEqual([]);
  expect(await rulesFor(KEY, TOKEN)).toEqual(['secret']);
  expect(await rulesFor(`${TOKEN}\n${KEY}`, TOKEN)).toEqual(['secret']);
});

test('what a file held is no news where it was moved to, and is anywhere else', async () => {
  const moved: Sample = {
    base: { 'old.ts': '100644' },
    deleted: ['old.ts'],
    added: { 'new.ts': '' },
    renamed: { 'old.ts': 'new.ts' },
  };
  const readBlob = async (): Promise<Uint8Array> => Buffer.from(TOKEN);
  expect(await heldBack(moved, { readBlob })).toEqual({});
  expect(await heldBack({ ...moved, renamed: {} }, { readBlob })).toEqual({ 'new.ts': 'secret' });
});

test('a key in the name of a file, or in the target of a link, is held back', async () => {
  const name = Buffer.from(KEY).toString('base64url');
  const options = { ownSecrets: [KEY] };
  expect(await heldBack({ added: { [`docs/${name}.md`]: '' } }, options)).toEqual({ [`docs/${name}.md`]: 'secret' });
  expect(await heldBack({ links: { link: name } }, options)).toEqual({ link: 'secret' });
  expect(await heldBack({ added: { [`docs/${TOKEN}`]: '' } })).toEqual({ [`docs/${TOKEN}`]: 'secret' });
});

test('a file that is too large to be searched is held back for that', async () => {
  const options = { maxChangedBytes: 2 ** 30, readBlob: () => Promise.reject(new Error('It is read.')) };
  const files = [file('big.bin', { size: 9 * 1024 * 1024 })];
  expect(await heldBack({ files }, options)).toEqual({ 'big.bin': 'not-searched' });
});

test('a protected file with a credential is held back for the credential, which nobody can accept', async () => {
  const readBlob = async (): Promise<Uint8Array> => Buffer.from(TOKEN);
  expect(await heldBack({ added: { '.npmrc': '' } }, { readBlob })).toEqual({ '.npmrc': 'secret' });
});
