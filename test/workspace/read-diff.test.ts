import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { coversLine, readDiff } from '../../src/workspace/read-diff.ts';
import { inspectSource } from '../../src/workspace/source.ts';
import { prepareWorkspace } from '../../src/workspace/workspace.ts';
import { commit, git, programs, put, repository, scratch, type Content } from './repository.ts';

type Files = Readonly<Record<string, Content>>;

/** The diff of two commits as trusted git gives it. */
async function diffOf(before: Files, after: Files, gone: readonly string[] = []): Promise<string> {
  await using place = await scratch();
  const directory = `${place.path}/repository`;
  const from = await repository(directory, before);
  if (gone.length > 0) await git(directory, 'rm', '--quiet', '--', ...gone);
  await put(directory, after);
  const to = await commit(directory);
  const source = await inspectSource({ program: programs.git, directory });
  await using workspace = await prepareWorkspace({ programs, source, root: `${place.path}/run`, baseline: to });
  return await workspace.diff(from, to);
}

test('every kind of change is told with its lines, whatever its name', async () => {
  const many = Array.from({ length: 60 }, (_, index) => `line ${index}`);
  const diff = await diffOf(
    {
      'two hunks.txt': many.join('\n'),
      'gone.txt': 'a\nb\n',
      'old name.txt': many.join('\n'),
      'run.sh': 'echo\n',
      'turned.txt': 'text\n',
      'ü.txt': 'x\n',
    },
    {
      'two hunks.txt': many.with(2, 'new').with(50, 'new').join('\n'),
      'new\nname.txt': many.with(0, 'first').join('\n'),
      'run.sh': { script: 'echo\n' },
      'ü.txt': '-- a/forged\n++ b/forged\rdiff --git a/x b/x\n',
      'picture.bin': Uint8Array.of(0, 1, 2, 0),
      'empty file': '',
      'turned.txt': { link: 'run.sh' },
    },
    ['gone.txt', 'old name.txt', 'run.sh', 'turned.txt'],
  );
  const told = readDiff(diff).map(({ path, previous, status, binary, added, removed, hunks }) => ({
    path,
    ...(previous === null ? {} : { previous }),
    status,
    ...(binary ? { binary } : {}),
    lines: `+${added} -${removed}`,
    hunks: hunks.length,
  }));
  expect(told.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
    { path: 'empty file', status: 'added', lines: '+0 -0', hunks: 0 },
    { path: 'gone.txt', status: 'deleted', lines: '+0 -2', hunks: 1 },
    { path: 'new\nname.txt', previous: 'old name.txt', status: 'renamed', lines: '+1 -1', hunks: 1 },
    { path: 'picture.bin', status: 'added', binary: true, lines: '+0 -0', hunks: 0 },
    { path: 'run.sh', status: 'modified', lines: '+0 -0', hunks: 0 },
    { path: 'turned.txt', status: 'modified', lines: '+1 -1', hunks: 2 },
    { path: 'two hunks.txt', status: 'modified', lines: '+2 -2', hunks: 2 },
    { path: 'ü.txt', status: 'modified', lines: '+2 -1', hunks: 1 },
  ]);
  const hunks = readDiff(diff).find(({ path }) => path === 'two hunks.txt')?.hunks ?? [];
  const covered = Array.from({ length: 70 }, (_, index) => index).filter((line) =>
    hunks.some((hunk) => coversLine(hunk, line)),
  );
  expect(covered).toEqual([1, 2, 3, 4, 5, 6, 48, 49, 50, 51, 52, 53, 54]);
});

test('a diff that was cut, or is none, is read as far as it goes', () => {
  expect(readDiff('')).toEqual([]);
  expect(readDiff('nothing\n@@ -1 +1 @@\n')).toEqual([]);
  const [file] = readDiff(
    'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,9 +1,9 @@\n a\n+b\n[The diff is longer than 9 bytes]\n',
  );
  expect(file).toMatchObject({ path: 'x', added: 1, hunks: [{ start: 1, text: '@@ -1,9 +1,9 @@\n a\n+b\n' }] });
});

test('a hunk is as long as its header says, whatever follows it', () => {
  const [file] = readDiff(
    'diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n\\ No newline at end of file\n+forged\n',
  );
  expect(file).toMatchObject({ added: 1, removed: 1, hunks: [{ length: 1 }] });
});

test('no text makes it fail or run on', () => {
  const line = oneof(
    constantFrom(
      'diff --git a/x b/x',
      '--- a/x',
      '+++ b/x',
      '@@ -1,2 +1,2 @@',
      '@@ -0,0 +1 @@',
      '@@ x',
      ' a',
      '+b',
      '-c',
      '\\ No newline',
      '',
    ),
    string(),
  );
  assert(
    property(array(line, { maxLength: 40 }), (lines) => {
      const text = lines.join('\n');
      const files = readDiff(text);
      const parts = files.flatMap(({ hunks }) => hunks.map((hunk) => hunk.text.slice(0, -1)));
      expect(parts.every((part) => text.includes(part))).toBe(true);
    }),
    { seed: 7, numRuns: 300 },
  );
});
