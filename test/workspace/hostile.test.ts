import { mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveProgram } from '../../src/workspace/program.ts';
import { inspectSource } from '../../src/workspace/source.ts';
import { prepareWorkspace } from '../../src/workspace/workspace.ts';
import { commit, exists, git, prepared, programs, put, repository, scratch, type Prepared } from './repository.ts';

const HOOKS = [
  'pre-commit',
  'post-checkout',
  'post-index-change',
  'reference-transaction',
  'post-merge',
  'pre-auto-gc',
];

/** Commands that git would run by configuration, all in one file. Each leaves `alarm` behind. */
function hostileConfig(alarm: string): string {
  const run = `touch ${alarm}; cat`;
  return [
    `[core]\n\tfsmonitor = ${run}\n\tsshCommand = ${run}\n\tpager = ${run}\n\teditor = ${run}\n\talternateRefsCommand = ${run}`,
    `[filter "evil"]\n\tclean = ${run}\n\tsmudge = ${run}\n\trequired = true`,
    `[diff]\n\texternal = ${run}`,
    `[diff "evil"]\n\tcommand = ${run}\n\ttextconv = ${run}`,
    `[merge "evil"]\n\tdriver = ${run}`,
    `[credential]\n\thelper = !${run}`,
    '',
  ].join('\n');
}

async function plant(directory: string, alarm: string): Promise<void> {
  const script = `#!/bin/sh\ntouch ${alarm}\n`;
  await put(directory, Object.fromEntries(HOOKS.map((name) => [`.git/hooks/${name}`, { script }])));
  await rm(join(directory, '.git/config'), { force: true });
  await put(directory, {
    '.git/config': `[core]\n\trepositoryformatversion = 0\n\tbare = false\n${hostileConfig(alarm)}`,
    '.git/info/attributes': '* filter=evil diff=evil merge=evil\n',
    'node_modules/.bin/git': { script },
  });
}

async function everything(workspace: Prepared): Promise<string> {
  const change = await workspace.extract();
  await workspace.materialise(change.tree, 'checked');
  await workspace.materialise(change.tree, 'snapshot');
  await workspace.digest('checked');
  await workspace.digest('snapshot');
  await workspace.digest('clone');
  await workspace.diff(change.baselineTree, change.tree);
  await workspace.patch(change.baselineTree, change.tree);
  await workspace.search(change.tree, ['a']);
  await workspace.treeWith(change.base, change.files);
  await workspace.lfsPaths(
    change.tree,
    change.files.map(({ path }) => path),
  );
  return change.tree;
}

const PROJECT = { 'a.ts': 'a\n', 'b/c.ts': 'c\n', '.gitignore': 'node_modules\n' };

test('hooks, monitors, filters, drivers and programs planted in the clone are never run', async () => {
  await using workspace = await prepared(PROJECT);
  const alarm = join(workspace.scratch, 'alarm');
  await plant(workspace.clone, alarm);
  await put(workspace.clone, { '.gitattributes': '* filter=evil diff=evil merge=evil\n', 'a.ts': 'changed a\n' });
  const tree = await everything(workspace);
  expect(await exists(alarm)).toBe(false);
  expect(await workspace.readFile(tree, 'a.ts')).toEqual(Buffer.from('changed a\n'));
  expect(await readFile(join(workspace.snapshot, 'a.ts'), 'utf8')).toBe('changed a\n');

  // What was planted works: git as a developer runs it falls for it.
  await git(workspace.clone, 'status').catch(() => '');
  expect(await exists(alarm)).toBe(true);
});

test('repositories planted inside the clone, and where a submodule belongs, are never run', async () => {
  await using place = await scratch();
  const checkout = join(place.path, 'checkout');
  const library = join(place.path, 'library');
  await repository(library, { 'x.ts': 'x\n' });
  await repository(checkout, PROJECT);
  await git(checkout, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', library, 'libs/sub');
  const baseline = await commit(checkout);
  const source = await inspectSource({ program: programs.git, directory: checkout });
  const root = join(place.path, 'run');
  await using workspace = await prepareWorkspace({ programs, source, root, baseline });
  await workspace.markBaseline();
  const alarm = join(place.path, 'alarm');
  for (const name of ['nested', 'libs/sub', 'b']) {
    const inner = join(workspace.clone, name);
    if (name !== 'b') await repository(inner, { 'x.ts': 'x\n' });
    else await git(inner, 'init', '--quiet');
    await plant(inner, alarm);
    await put(inner, { '.gitattributes': '* filter=evil\n', 'x.ts': 'dirty!\n' });
  }
  const prepared: Prepared = { ...workspace, source, checkout, scratch: place.path };
  await everything(prepared);
  const tree = await everything(prepared);
  expect(await exists(alarm)).toBe(false);
  const submodule = (await workspace.files(tree)).filter(({ mode }) => mode === '160000');
  expect(submodule).toEqual([{ path: 'libs/sub', mode: '160000', blob: await git(library, 'rev-parse', 'HEAD') }]);
  const { leftOut } = await workspace.extract();
  expect(leftOut).toEqual([
    { path: 'libs/sub', because: 'inside-submodule' },
    { path: 'nested', because: 'repository' },
  ]);
  await git(join(workspace.clone, 'nested'), 'status').catch(() => '');
  expect(await exists(alarm)).toBe(true);
});

test('checks that plant a repository where they run do not get it run either', async () => {
  await using workspace = await prepared(PROJECT);
  const alarm = join(workspace.scratch, 'alarm');
  await plant(workspace.checked, alarm);
  await repository(join(workspace.checked, 'b/nested'), { 'x.ts': 'x\n' });
  await plant(join(workspace.checked, 'b/nested'), alarm);
  await put(workspace.checked, { '.gitattributes': '* filter=evil\n', 'b/nested/x.ts': 'dirty\n' });
  await put(workspace.clone, { 'a.ts': 'changed\n' });
  await everything(workspace);
  expect(await exists(alarm)).toBe(false);
});

test('a submodule that is removed or becomes a file is told so', async () => {
  await using place = await scratch();
  const checkout = join(place.path, 'checkout');
  await repository(join(place.path, 'library'), { 'x.ts': 'x\n' });
  await repository(checkout, PROJECT);
  for (const name of ['one', 'two', 'dir/three']) {
    await git(
      checkout,
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      join(place.path, 'library'),
      name,
    );
  }
  const baseline = await commit(checkout);
  const source = await inspectSource({ program: programs.git, directory: checkout });
  await using workspace = await prepareWorkspace({ programs, source, root: join(place.path, 'run'), baseline });
  await workspace.markBaseline();
  expect((await workspace.extract()).files).toEqual([]);
  await rm(join(workspace.clone, 'one'), { recursive: true });
  await rm(join(workspace.clone, 'two'), { recursive: true });
  await rm(join(workspace.clone, 'dir'), { recursive: true });
  await put(workspace.clone, { two: 'a file\n' });
  await symlink('b', join(workspace.clone, 'dir'));
  const change = await workspace.extract();
  expect(change.files).toMatchObject([
    { status: 'added', path: 'dir', mode: '120000' },
    { status: 'deleted', path: 'dir/three', previousMode: '160000' },
    { status: 'deleted', path: 'one', previousMode: '160000' },
    { status: 'modified', path: 'two', mode: '100644', previousMode: '160000' },
  ]);
});

test('a change reaches outside neither by a link above a file nor by a link to a folder', async () => {
  await using workspace = await prepared(PROJECT);
  const outside = join(workspace.scratch, 'outside');
  await mkdir(outside);
  await put(outside, { 'c.ts': 'secret\n' });
  await rm(join(workspace.clone, 'b'), { recursive: true });
  await symlink(outside, join(workspace.clone, 'b'));
  const change = await workspace.extract();
  expect(change.files).toMatchObject([
    { status: 'added', path: 'b', mode: '120000', size: outside.length },
    { status: 'deleted', path: 'b/c.ts' },
  ]);
  await workspace.materialise(change.tree, 'checked');
  await workspace.materialise(change.baselineTree, 'checked');
  expect(await readFile(join(outside, 'c.ts'), 'utf8')).toBe('secret\n');
  expect(await readFile(join(workspace.checked, 'b/c.ts'), 'utf8')).toBe('c\n');
});

test('git found through a planted path is not the one that is used', async () => {
  await using workspace = await prepared(PROJECT);
  const alarm = join(workspace.scratch, 'alarm');
  await plant(workspace.clone, alarm);
  const path = `${workspace.clone}/node_modules/.bin:${process.env['PATH'] ?? ''}`;
  expect(await resolveProgram('git', path, [workspace.root])).toBe(programs.git);
});
