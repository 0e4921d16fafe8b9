import { readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { reopenWorkspace } from '../../src/workspace/workspace.ts';
import { saying } from '../support/saying.ts';
import { exists, failureOf, git, prepared, programs, put } from './repository.ts';

const PROJECT = { 'src/a.ts': 'a\n', 'src/b.ts': 'b\n', '.gitignore': 'node_modules\n.venv\n' };
const SETUP = { 'generated.ts': 'by setup\n', 'node_modules/x/index.js': 'x\n' };

it('a step works in a clone of its own with what setup left, and its change is against the tree it started from', async () => {
  await using workspace = await prepared(PROJECT, SETUP);
  const { tree: start } = workspace.marked();
  const first = await workspace.forStep('S1', start);
  await put(first.clone, { 'src/a.ts': 'of S1\n' });
  const one = await first.extract();
  const second = await workspace.forStep('S2', one.tree);
  expect(await readFile(join(second.clone, 'src/a.ts'), 'utf8')).toBe('of S1\n');
  expect(await readFile(join(second.clone, 'generated.ts'), 'utf8')).toBe('by setup\n');
  expect(await readFile(join(second.clone, 'node_modules/x/index.js'), 'utf8')).toBe('x\n');
  expect(await second.digest('clone')).toBe(one.tree);
  expect(await second.digest('snapshot')).toBe(one.tree);
  await put(second.clone, { 'src/b.ts': 'of S2\n' });
  const two = await second.extract();
  expect(two).toMatchObject({ base: workspace.baseline, baselineTree: one.tree });
  expect(two.files.map(({ path }) => path)).toEqual(['src/b.ts']);
  expect((await workspace.files(two.treeOnBase)).map(({ path }) => path)).not.toContain('generated.ts');
  // What the run itself works on knows nothing of it.
  expect((await workspace.extract()).files).toEqual([]);
  expect(await readFile(join(first.clone, 'src/b.ts'), 'utf8')).toBe('b\n');
});

it('steps at work at the same time do not get into each other’s way', async () => {
  await using workspace = await prepared(PROJECT, SETUP);
  const { tree: start } = workspace.marked();
  const names = ['S1', 'S2', 'S3', 'S4'];
  const changes = await Promise.all(
    names.map(async (name) => {
      const step = await workspace.forStep(name, start);
      await put(step.clone, { [`src/${name}.ts`]: `${name}\n` });
      const change = await step.extract();
      await step.renewChecked(change.tree);
      expect(await step.digest('checked')).toBe(change.tree);
      return change;
    }),
  );
  expect(changes.map(({ files }) => files.map(({ path }) => path))).toEqual(names.map((name) => [`src/${name}.ts`]));
  for (const change of changes) {
    const onBase = await workspace.treeWith(workspace.baseline, change.files);
    expect(change.treeOnBase).toBe(onBase);
  }
});

it('a step’s clone is a repository of its own, in which its agent can look, stage and commit', async () => {
  await using workspace = await prepared(PROJECT, SETUP);
  const { clone } = await workspace.forStep('S1', workspace.marked().tree);
  await put(clone, { 'src/a.ts': 'of S1\n' });
  expect(await git(clone, 'rev-parse', '--show-toplevel')).toBe(clone);
  expect(await git(clone, 'rev-parse', '--absolute-git-dir')).toBe(join(clone, '.git'));
  expect(await git(clone, 'diff', '--name-only')).toBe('src/a.ts');
  await git(clone, 'commit', '--quiet', '--all', '--message', 'mine');
  expect(await git(workspace.clone, 'rev-parse', 'HEAD')).toBe(workspace.baseline);
  expect(await git(workspace.clone, 'status', '--short')).toBe('?? generated.ts');
});

it('a virtual environment in a step’s clone and where its checks run names that place and no other', async () => {
  await using workspace = await prepared(PROJECT);
  await rm(join(workspace.root, 'pristine'), { recursive: true });
  await put(workspace.clone, {
    '.venv/pyvenv.cfg': 'home = /usr/bin\n',
    '.venv/bin/tool': { script: `#!${workspace.clone}/.venv/bin/python\n` },
  });
  await workspace.markBaseline();
  const step = await workspace.forStep('S1', workspace.marked().tree);
  await step.renewChecked(workspace.marked().tree);
  for (const place of [step.clone, step.checked]) {
    expect(await readFile(join(place, '.venv/bin/tool'), 'utf8')).toBe(`#!${place}/.venv/bin/python\n`);
  }
});

it('what a step that was begun before left under its name is gone when it begins again', async () => {
  await using workspace = await prepared(PROJECT, SETUP);
  const { tree: start } = workspace.marked();
  const before = await workspace.forStep('S1', start);
  await put(before.clone, { 'src/a.ts': 'half', 'node_modules/x/index.js': 'broken' });
  await put(before.snapshot, { 'node_modules/left.js': 'left' });
  const again = await workspace.forStep('S1', start);
  expect((await again.extract()).files).toEqual([]);
  expect(await readdir(again.snapshot)).not.toContain('node_modules');
  expect(await readFile(join(again.clone, 'node_modules/x/index.js'), 'utf8')).toBe('x\n');
});

it('another process finds a step’s change as the killed one left it', async () => {
  await using workspace = await prepared(PROJECT, SETUP);
  const { root, baseline } = workspace;
  const step = await workspace.forStep('S1', workspace.marked().tree);
  await put(step.clone, { 'src/a.ts': 'of S1\n' });
  const change = await step.extract();
  await using reopened = await reopenWorkspace({ programs, root, baseline, marked: workspace.marked() });
  expect(await reopened.reopenStep('S1', step.marked()).extract()).toEqual(change);
});

it('the run’s clone takes on what the steps came to, which is then its change', async () => {
  await using workspace = await prepared(PROJECT, SETUP);
  const step = await workspace.forStep('S1', workspace.marked().tree);
  await put(step.clone, { 'src/a.ts': 'of S1\n', 'new.ts': 'new\n' });
  await rm(join(step.clone, 'src/b.ts'));
  const { tree, files } = await step.extract();
  await put(workspace.clone, { 'stray.ts': 'stray\n', 'src/a.ts': 'stray\n' });
  await workspace.bring(tree);
  const change = await workspace.extract();
  expect(change).toMatchObject({ tree, files });
  expect(await readdir(workspace.clone)).toContain('node_modules');
  expect(await git(workspace.clone, 'rev-parse', 'HEAD')).toBe(workspace.baseline);
});

it('no name leads out of the steps’ folder', async () => {
  await using workspace = await prepared(PROJECT);
  for (const name of ['..', '../x', '', 'a/b', '-x']) {
    expect((await failureOf(workspace.forStep(name, workspace.marked().tree))).message).toContain('cannot be the name');
  }
});

it('the steps’ places are removed with the rest', async () => {
  const workspace = await prepared(PROJECT);
  const { root, baseline } = workspace;
  const step = await workspace.forStep('S1', workspace.marked().tree);
  const reopened = await reopenWorkspace({ programs, root, baseline, marked: workspace.marked() });
  await reopened[Symbol.asyncDispose]();
  expect(await exists(step.clone)).toBe(false);
  expect(await readdir(root)).toEqual([]);
  await workspace[Symbol.asyncDispose]();
});

it('what an agent puts in the place of a step’s clone is not followed: nothing is read, written or removed there', async () => {
  await using workspace = await prepared(PROJECT, SETUP);
  const { tree: start } = workspace.marked();
  const theirs = join(workspace.root, 'theirs');
  await put(theirs, { secret: 'of the runner', 'src/a.ts': 'theirs\n', '.opencode/plugin.js': 'theirs\n' });
  const step = await workspace.forStep('S1', start);
  await rename(step.clone, `${step.clone}-gone`);
  await symlink(theirs, step.clone);
  for (const use of [
    () => step.extract(),
    () => step.withhold(),
    () => step.bring(start),
    () => step.digest('clone'),
  ]) {
    expect(await failureOf(use())).toMatchObject({ code: 'bad-output', message: saying('no directory any more') });
  }
  // Another step finds its place taken, too.
  await symlink(theirs, join(dirname(step.clone), 'S2'));
  const second = await workspace.forStep('S2', start);
  expect(await second.digest('clone')).toBe(start);
  expect((await readdir(theirs, { recursive: true })).toSorted()).toEqual([
    '.opencode',
    '.opencode/plugin.js',
    'secret',
    'src',
    'src/a.ts',
  ]);
  expect(await readFile(join(theirs, 'src/a.ts'), 'utf8')).toBe('theirs\n');
});
