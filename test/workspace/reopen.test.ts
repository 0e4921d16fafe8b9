import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reopenWorkspace } from '../../src/workspace/workspace.ts';
import { exists, prepared, programs, put } from './repository.ts';

test('another process finds the same change in the workspace of one that was killed', async () => {
  await using workspace = await prepared({ 'a.txt': 'a\n', 'b.txt': 'b\n' }, { 'made-by-setup.txt': 'setup\n' });
  const { root, baseline, clone } = workspace;
  await put(clone, { 'a.txt': 'changed\n', 'new.txt': 'new\n' });
  await rm(join(clone, 'b.txt'));
  const change = await workspace.extract();

  await using reopened = await reopenWorkspace({ programs, root, baseline, marked: workspace.marked() });
  expect(await reopened.extract()).toEqual(change);
  expect(await reopened.patch(change.baselineTree, change.tree)).toEqual(
    await workspace.patch(change.baselineTree, change.tree),
  );
});

test('a git that was killed in the middle of writing stands in nobody’s way', async () => {
  await using workspace = await prepared({ 'a.txt': 'a\n' });
  const { root, baseline, clone } = workspace;
  await put(clone, { 'a.txt': 'changed\n' });
  await writeFile(join(root, 'git', 'index-clone.lock'), '');
  await writeFile(join(root, 'git', 'index-on-base'), 'half an ind');
  await using reopened = await reopenWorkspace({ programs, root, baseline, marked: workspace.marked() });
  expect((await reopened.extract()).files.map(({ path }) => path)).toEqual(['a.txt']);
});

test('it is removed in the end', async () => {
  await using workspace = await prepared({ 'a.txt': 'a\n' });
  const { root, baseline, clone } = workspace;
  const reopened = await reopenWorkspace({ programs, root, baseline, marked: workspace.marked() });
  await reopened[Symbol.asyncDispose]();
  expect(await exists(clone)).toBe(false);
});
