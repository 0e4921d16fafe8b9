import { expect, test } from 'vitest';
import { digestOf } from '../../src/guard/held-content.ts';
import { file, guard } from './changes.ts';

const accepted = (...paths: string[]): ReadonlySet<string> => new Set(paths.map((path) => digestOf(file(path))));

test('a content that a person accepted passes, and is told with the rule that it passed', async () => {
  const guarded = await guard({ added: { '.npmrc': '', 'AGENTS.md': '' } }, { accepted: accepted('.npmrc') });
  expect(guarded.change.files.map(({ path }) => path)).toEqual(['.npmrc']);
  expect(guarded.accepted).toMatchObject([
    { path: '.npmrc', rule: 'protected-path', digest: digestOf(file('.npmrc')) },
  ]);
  expect(guarded.heldBack).toMatchObject([{ path: 'AGENTS.md', rule: 'protected-path' }]);
});

test.each([
  ['other bytes', { sha256: 'f'.repeat(64) }],
  ['another mode', { mode: '100755' }],
] as const)('%s at the same path are held back again', async (_, options) => {
  const { heldBack } = await guard({ files: [file('.npmrc', options)] }, { accepted: accepted('.npmrc') });
  expect(heldBack).toMatchObject([{ path: '.npmrc', rule: 'protected-path' }]);
});

test('the same bytes at another path are held back', async () => {
  const { heldBack } = await guard(
    { files: [file('AGENTS.md', { sha256: 'a'.repeat(64) }), file('CLAUDE.md', { sha256: 'a'.repeat(64) })] },
    { accepted: new Set([digestOf(file('AGENTS.md', { sha256: 'a'.repeat(64) }))]) },
  );
  expect(heldBack).toMatchObject([{ path: 'CLAUDE.md' }]);
});

test('nobody lets through what a rule holds back for good', async () => {
  const options = {
    accepted: accepted('.npmrc', 'sub'),
    ownSecrets: ['key-of-the-run'],
    readBlob: async (): Promise<Uint8Array> => Buffer.from('key-of-the-run'),
  };
  const files = [file('.npmrc'), file('sub', { mode: '160000' })];
  const { heldBack } = await guard({ files }, options);
  expect(heldBack).toMatchObject([
    { path: '.npmrc', rule: 'secret', content: null },
    { path: 'sub', rule: 'submodule', content: null },
  ]);
});

test('more than a change may have is not offered to be accepted', async () => {
  const { heldBack } = await guard({ added: { '.npmrc': '', 'AGENTS.md': '' } }, { maxChangedFiles: 1 });
  expect(heldBack.map(({ content }) => content)).toEqual([null, null]);
});
