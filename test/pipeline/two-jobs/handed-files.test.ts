import { expect, test } from 'vitest';
import type { GuardOptions } from '../../../src/guard/guard-options.ts';
import { divide } from '../../../src/pipeline/two-jobs/handed-files.ts';
import { blobOf, changeOf, file, guard, type Sample } from '../../guard/changes.ts';

/** What goes along and what stays, by path. */
async function divided(sample: Sample, options: Partial<GuardOptions> = {}) {
  const base = Object.entries(sample.base ?? {}).map(([path, mode]) => ({ path, mode, blob: blobOf(`old ${path}`) }));
  const { files, heldBack } = divide(changeOf(sample), await guard(sample, options), base);
  return { along: files.map(({ path }) => path), stays: heldBack.map(({ path }) => path) };
}

test('what a person may accept goes along, and everything else that is held back stays', async () => {
  const sample = {
    base: { CODEOWNERS: '100644', 'README.md': '100644' },
    added: { 'src/a.ts': '', '.npmrc': '', 'readme.md': '', '.git/x': '' },
    deleted: ['CODEOWNERS'],
  } as const;
  expect(await divided(sample)).toEqual({
    along: ['src/a.ts', '.npmrc', 'CODEOWNERS'],
    stays: ['.git/x', 'readme.md'],
  });
});

test('a protected file with a credential in it stays', async () => {
  const added = { 'src/a.ts': '', '.npmrc': '' };
  const readBlob = async (blob: string) => Buffer.from(blob === blobOf('new .npmrc') ? 'token=hunter2-hunter2' : '');
  const options = { ownSecrets: ['hunter2-hunter2'], readBlob };
  expect(await divided({ added }, options)).toEqual({ along: ['src/a.ts'], stays: ['.npmrc'] });
});

test('protected files that nobody searched, since they are more than a change may be, stay', async () => {
  const added = { 'src/a.ts': '', '.npmrc': '', 'AGENTS.md': '' };
  expect(await divided({ added }, { maxChangedFiles: 1 })).toEqual({
    along: ['src/a.ts'],
    stays: ['.npmrc', 'AGENTS.md'],
  });
});

test('what would have no place beside what stays, stays, so that the rest can be handed over', async () => {
  const sample = {
    base: { app: '100644' },
    added: { 'src/a.ts': '', 'app/.npmrc': '', 'GIT~1': '' },
    renamed: { app: 'GIT~1' },
    leftOut: [{ path: 'app', because: 'moved' }],
  } as const;
  const { along, stays } = await divided(sample);
  expect(along).toEqual(['src/a.ts']);
  expect(stays).toContain('app/.npmrc');
});

test('what may be published goes along alone where both together are more than a hand-over may have', async () => {
  const size = 7 * 1024 * 1024;
  const published = Array.from({ length: 18 }, (_, at) => `src/${at}.bin`);
  const files = ['.npmrc', ...published].map((path) => file(path, { size }));
  expect(await divided({ files }, { maxChangedBytes: 2 ** 40 })).toEqual({ along: published, stays: ['.npmrc'] });
});
