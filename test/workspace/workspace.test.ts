import { access, chmod, mkdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import type { Change, ChangedFile } from '../../src/workspace/change.ts';
import { relocateEnvironments } from '../../src/workspace/relocate.ts';
import { inspectSource } from '../../src/workspace/source.ts';
import { prepareWorkspace } from '../../src/workspace/workspace.ts';
import { commit, exists, fingerprint, git, prepared, programs, put, repository, scratch } from './repository.ts';

const PROJECT = {
  'README.md': 'Sample\n',
  'src/a.ts': 'export const a = 1;\nexport const b = 2;\nexport const c = 3;\n',
  'src/b.ts': 'export const b = 2;\n',
  'run.sh': { script: '#!/bin/sh\necho run\n' },
  link: { link: 'README.md' },
  '.gitignore': 'node_modules\n*.log\n',
};

function summary(change: Change): readonly string[] {
  return change.files.map((file) =>
    file.status === 'deleted'
      ? `deleted ${file.path} ${file.previousMode}`
      : `${file.status} ${file.path} ${file.previousMode ?? 'none'} ${file.mode} ${file.size}`,
  );
}

function fileAt(change: Change, path: string): Exclude<ChangedFile, { status: 'deleted' }> {
  const found = change.files.find((file) => file.path === path);
  if (found === undefined || found.status === 'deleted') throw new Error(`${path} was not changed.`);
  return found;
}

test('a change is told as files added, modified, deleted, with modes, links, sizes and digests', async () => {
  await using workspace = await prepared(PROJECT);
  const { clone } = workspace;
  await put(clone, { 'src/new.ts': 'new\n', 'tool.sh': { script: '#!/bin/sh\n' }, out: { link: 'src/a.ts' } });
  await put(clone, { 'src/a.ts': 'export const a = 1;\nexport const c = 3;\nexport const d = 4;\n' });
  await put(clone, { 'image.png': new Uint8Array([137, 80, 78, 71, 0, 1, 2, 255]), 'debug.log': 'ignored' });
  await rm(join(clone, 'src/b.ts'));
  await chmod(join(clone, 'run.sh'), 0o644);
  await rm(join(clone, 'link'));
  await symlink('src', join(clone, 'link'));
  const change = await workspace.extract();
  expect(summary(change)).toEqual([
    'added image.png none 100644 8',
    'modified link 120000 120000 3',
    'added out none 120000 8',
    'modified run.sh 100755 100644 19',
    'modified src/a.ts 100644 100644 60',
    'deleted src/b.ts 100644',
    'added src/new.ts none 100644 4',
    'added tool.sh none 100755 10',
  ]);
  expect(change).toMatchObject({ base: workspace.baseline, leftOut: [], added: 5, removed: 3 });
  expect(fileAt(change, 'src/new.ts').sha256).toBe('7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c');
  expect(await workspace.read(fileAt(change, 'image.png').blob)).toEqual(Buffer.from([137, 80, 78, 71, 0, 1, 2, 255]));
});

test('a clone that nothing was done in is an empty change', async () => {
  await using workspace = await prepared(PROJECT, { 'generated.ts': 'by setup\n' });
  const change = await workspace.extract();
  expect(change.files).toEqual([]);
  expect(change.tree).toBe(change.baselineTree);
});

test('what setup made or changed before is no part of the change, what the coder does to it is', async () => {
  await using workspace = await prepared(PROJECT, { 'generated.ts': 'by setup\n', 'README.md': 'by setup\n' });
  await put(workspace.clone, { 'README.md': 'by coder\n', 'src/b.ts': 'by coder\n' });
  expect(summary(await workspace.extract())).toEqual([
    'modified README.md 100644 100644 9',
    'modified src/b.ts 100644 100644 9',
  ]);
  await rm(join(workspace.clone, 'generated.ts'));
  expect(summary(await workspace.extract())).toContain('deleted generated.ts 100644');
});

test('a rename is a deletion and an addition that names where it came from', async () => {
  await using workspace = await prepared(PROJECT);
  await rename(join(workspace.clone, 'src/a.ts'), join(workspace.clone, 'src/renamed.ts'));
  const change = await workspace.extract();
  expect(summary(change)).toEqual(['deleted src/a.ts 100644', 'added src/renamed.ts none 100644 60']);
  expect(fileAt(change, 'src/renamed.ts').renamedFrom).toBe('src/a.ts');
  expect(change).toMatchObject({ added: 0, removed: 0 });
});

test('commits, stashes and staged files in the clone change nothing about what is extracted', async () => {
  await using workspace = await prepared(PROJECT);
  await put(workspace.clone, { 'src/b.ts': 'committed\n', 'src/c.ts': 'committed\n' });
  await commit(workspace.clone);
  await put(workspace.clone, { 'src/c.ts': 'dirty\n', 'src/d.ts': 'untracked\n' });
  await git(workspace.clone, 'update-index', '--assume-unchanged', 'src/a.ts');
  await put(workspace.clone, { 'src/a.ts': 'hidden\n' });
  expect(summary(await workspace.extract())).toEqual([
    'modified src/a.ts 100644 100644 7',
    'modified src/b.ts 100644 100644 10',
    'added src/c.ts none 100644 6',
    'added src/d.ts none 100644 10',
  ]);
});

test('a clone whose git directory was deleted is extracted all the same', async () => {
  await using workspace = await prepared(PROJECT);
  await rm(join(workspace.clone, '.git'), { recursive: true });
  await put(workspace.clone, { 'src/b.ts': 'changed\n' });
  expect(summary(await workspace.extract())).toEqual(['modified src/b.ts 100644 100644 8']);
});

test('names with spaces, quotes, globs and other scripts are kept as they are, those with line ends are left out and named', async () => {
  const names = [':(top)x', '*.ts', ' lead', 'a\tb', 'a\nb', 'a"b', "a'b", 'dir with space/ü.ts', '日本語.txt', '-rf'];
  await using workspace = await prepared({ ...PROJECT, ...Object.fromEntries(names.map((name) => [name, 'old\n'])) });
  for (const name of names) await writeFile(join(workspace.clone, name), 'new!\n');
  const change = await workspace.extract();
  const odd = ['a\tb', 'a\nb'];
  expect(change.files.map(({ path }) => path).toSorted()).toEqual(
    names.filter((name) => !odd.includes(name)).toSorted(),
  );
  expect(change.leftOut).toEqual(odd.map((path) => ({ path, because: 'unsafe-name' })));
  expect(await workspace.readFile(change.tree, 'a\nb')).toEqual(Buffer.from('new!\n'));
  expect(await workspace.readFile(change.tree, '*.ts')).toEqual(Buffer.from('new!\n'));
  await workspace.materialise(change.tree, 'checked');
  expect(await readFile(join(workspace.checked, ':(top)x'), 'utf8')).toBe('new!\n');
});

test('a name that is not UTF-8 is left out and named, and the rest is kept', async () => {
  await using workspace = await prepared(PROJECT);
  await writeFile(Buffer.concat([Buffer.from(`${workspace.clone}/bad-`), Buffer.from([0xff, 0xfe])]), 'x');
  await put(workspace.clone, { 'src/b.ts': 'changed\n' });
  const change = await workspace.extract();
  expect(summary(change)).toEqual(['modified src/b.ts 100644 100644 8']);
  expect(change.leftOut).toEqual([{ path: 'bad-\uFFFD\uFFFD', because: 'not-utf-8' }]);
});

test('pipes are passed over; folders that name git are left out and named, and the rest is kept', async () => {
  await using workspace = await prepared(PROJECT);
  await execa('mkfifo', [join(workspace.clone, 'pipe')]);
  await put(workspace.clone, {
    '.GIT/config': 'x',
    '.GIT/hooks/post-checkout': 'x',
    'lib/GIT~1/x': 'x',
    'lib/.g\u{200C}it/x': 'x',
    'lib/ok.ts': 'x',
  });
  const change = await workspace.extract();
  expect(summary(change)).toEqual(['added lib/ok.ts none 100644 1']);
  expect(change.leftOut.map(({ path, because }) => `${because} ${path}`).toSorted()).toEqual([
    'git-name .GIT',
    'git-name lib/.g\u{200C}it',
    'git-name lib/GIT~1',
  ]);
});

test('repositories inside the clone are left out and named, with or without a commit', async () => {
  await using workspace = await prepared(PROJECT);
  await repository(join(workspace.clone, 'nested'), { 'x.ts': 'x' });
  await git(workspace.clone, 'init', '--quiet', 'empty');
  await git(join(workspace.clone, 'src'), 'init', '--quiet');
  await put(workspace.clone, { 'src/new.ts': 'new\n' });
  const change = await workspace.extract();
  expect(summary(change)).toEqual(['added src/new.ts none 100644 4']);
  expect(change.leftOut).toEqual([
    { path: 'empty', because: 'repository' },
    { path: 'nested', because: 'repository' },
  ]);
});

test('line-ending attributes hold as in a commit by git', async () => {
  const files = {
    '.gitattributes': '* text=auto eol=crlf\n*.sh text eol=lf\n',
    'a.txt': 'one\r\ntwo\r\n',
    'b.sh': 'one\n',
  };
  await using workspace = await prepared(files);
  expect(await readFile(join(workspace.clone, 'a.txt'), 'utf8')).toBe('one\r\ntwo\r\n');
  await put(workspace.clone, { 'a.txt': 'one\r\nthree\r\n', 'c.txt': 'new\n', 'b.sh': 'one\r\n' });
  const change = await workspace.extract();
  expect(summary(change)).toEqual(['modified a.txt 100644 100644 10', 'added c.txt none 100644 4']);
  expect(await workspace.readFile(change.tree, 'a.txt')).toEqual(Buffer.from('one\nthree\n'));
  await workspace.materialise(change.tree, 'snapshot');
  expect(await readFile(join(workspace.snapshot, 'c.txt'), 'utf8')).toBe('new\r\n');
  expect(await workspace.digest('snapshot')).toBe(change.tree);
});

test('files committed with CRLF against their attributes are no change until somebody changes them', async () => {
  await using place = await scratch();
  const checkout = join(place.path, 'checkout');
  await repository(checkout, { 'old.txt': 'one\r\ntwo\r\n', 'other.txt': 'a\r\n' });
  await put(checkout, { '.gitattributes': '*.txt text\n' });
  await git(checkout, 'add', '.gitattributes');
  await git(checkout, 'commit', '--quiet', '--message', 'attributes');
  const source = await inspectSource({ program: programs.git, directory: checkout });
  const root = join(place.path, 'run');
  await using workspace = await prepareWorkspace({ programs, source, root, baseline: source.commit });
  await workspace.renewChecked(await workspace.markBaseline());
  expect((await workspace.extract()).files).toEqual([]);
  await put(workspace.clone, { 'old.txt': 'one\r\nthree\r\n' });
  const change = await workspace.extract();
  expect(summary(change)).toEqual(['modified old.txt 100644 100644 10']);
  const published = await workspace.treeWith(change.base, change.files);
  expect(await workspace.readFile(published, 'other.txt')).toEqual(Buffer.from('a\r\n'));
});

test('the clone stands alone: no remote, no hook, no borrowed or linked object, a branch at the baseline', async () => {
  await using place = await scratch();
  const checkout = join(place.path, 'checkout');
  await repository(checkout, PROJECT);
  for (let at = 0; at < 60; at += 1) await git(checkout, 'commit', '--quiet', '--allow-empty', '--message', String(at));
  await put(checkout, {
    'node_modules/dep/index.js': 'dep',
    '.git/hooks/post-checkout': { script: '#!/bin/sh\nexit 1\n' },
  });
  await git(checkout, 'config', 'http.https://github.com/.extraheader', 'AUTHORIZATION: basic c2VjcmV0');
  await git(checkout, 'remote', 'add', 'origin', 'https://github.com/o/r');
  const source = await inspectSource({ program: programs.git, directory: checkout });
  const before = await fingerprint(checkout);
  const root = join(place.path, 'run');
  {
    await using workspace = await prepareWorkspace({
      programs,
      source,
      root,
      baseline: source.commit,
      branch: 'topic/x',
    });
    await workspace.renewChecked(await workspace.markBaseline());
    const { clone } = workspace;
    expect(await git(clone, 'rev-parse', '--abbrev-ref', 'HEAD')).toBe('topic/x');
    expect(await git(clone, 'rev-parse', 'HEAD')).toBe(source.commit);
    expect(await git(clone, 'status', '--porcelain')).toBe('');
    expect(await git(clone, 'remote')).toBe('');
    expect(await git(clone, 'rev-list', '--count', 'HEAD')).toBe('50');
    expect(await git(clone, 'config', '--local', '--list')).not.toMatch(/extraheader|remote|hooks/);
    expect(await exists(join(clone, '.git/hooks'))).toBe(false);
    expect(await exists(join(clone, '.git/objects/info/alternates'))).toBe(false);
    expect((await execa('find', [clone, workspace.checked, '-type', 'f', '-links', '+1'])).stdout).toBe('');
    expect(
      (await execa('grep', ['-rlE', `c2VjcmV0|${place.path}`, join(clone, '.git')], { reject: false })).stdout,
    ).toBe('');
    expect(await readFile(join(clone, 'node_modules/dep/index.js'), 'utf8')).toBe('dep');
    expect(await readFile(join(workspace.checked, 'node_modules/dep/index.js'), 'utf8')).toBe('dep');
    await put(clone, { 'node_modules/dep/index.js': 'planted', 'src/b.ts': 'x' });
    await workspace.extract();
    expect(await readFile(join(workspace.checked, 'node_modules/dep/index.js'), 'utf8')).toBe('dep');
  }
  expect(await exists(join(root, 'clone'))).toBe(false);
  expect(await exists(join(root, 'git'))).toBe(false);
  expect(await fingerprint(checkout)).toBe(before);
});

test('a virtual environment that is copied names its new place', async () => {
  await using workspace = await prepared(
    { 'pkg/__init__.py': '', '.gitignore': '.venv\n' },
    { '.venv/pyvenv.cfg': 'home = /usr/bin\n' },
  );
  expect(await exists(join(workspace.checked, '.venv/pyvenv.cfg'))).toBe(true);
  await put(workspace.clone, {
    '.venv/bin/pytest': { script: `#!${workspace.clone}/.venv/bin/python\n` },
    '.venv/lib/python3/site-packages/pkg.pth': `${workspace.clone}\n${workspace.clone}-other\n`,
    '.venv/lib/python3/site-packages/pkg.py': `"${workspace.clone}"\n`,
  });
  await relocateEnvironments(workspace.clone, workspace.clone, '/elsewhere');
  const read = (path: string) => readFile(join(workspace.clone, path), 'utf8');
  expect(await read('.venv/bin/pytest')).toBe('#!/elsewhere/.venv/bin/python\n');
  expect(await read('.venv/lib/python3/site-packages/pkg.pth')).toBe(`/elsewhere\n${workspace.clone}-other\n`);
  expect(await read('.venv/lib/python3/site-packages/pkg.py')).toContain(workspace.clone);
  await access(join(workspace.clone, '.venv/bin/pytest'), 1);
});

test('a place is brought to a tree exactly, whatever was done to it, and ignored folders stay', async () => {
  await using workspace = await prepared(PROJECT, { 'node_modules/dep/index.js': 'dep' });
  const { checked } = workspace;
  const kept = await stat(join(checked, 'src/b.ts'));
  await put(workspace.clone, { 'src/a.ts': 'changed\n', 'deep/er/file.ts': 'x\n' });
  const change = await workspace.extract();
  await workspace.materialise(change.tree, 'checked');
  expect(await readFile(join(checked, 'src/a.ts'), 'utf8')).toBe('changed\n');
  expect((await stat(join(checked, 'src/b.ts'))).mtimeMs).toBe(kept.mtimeMs);
  expect(await workspace.digest('checked')).toBe(change.tree);

  await rm(join(checked, 'src'), { recursive: true });
  await symlink('/tmp', join(checked, 'src'));
  await rm(join(checked, 'README.md'));
  await put(checked, { 'README.md/nested.txt': 'x', 'coverage/x': 'x', 'a.log': 'x', '.gitignore': '*\n' });
  await repository(join(checked, 'nested'), { 'x.ts': 'x' });
  expect(await workspace.digest('checked')).not.toBe(change.tree);
  await workspace.materialise(change.tree, 'checked');
  expect(await workspace.digest('checked')).toBe(change.tree);
  expect(await exists(join(checked, 'nested'))).toBe(false);
  expect(await exists(join(checked, 'coverage'))).toBe(false);
  expect(await readFile(join(checked, 'node_modules/dep/index.js'), 'utf8')).toBe('dep');
  await workspace.materialise(change.baselineTree, 'checked');
  expect(await exists(join(checked, 'deep'))).toBe(false);
  expect(await workspace.digest('checked')).toBe(change.baselineTree);
});

test('whatever a reviewer writes shows in the digest of the snapshot', async () => {
  await using workspace = await prepared(PROJECT);
  const { tree } = await workspace.extract();
  const { snapshot } = workspace;
  await workspace.materialise(tree, 'snapshot');
  expect(await workspace.digest('snapshot')).toBe(tree);
  const changes: readonly (() => Promise<unknown>)[] = [
    () => put(snapshot, { 'src/a.ts': 'edited' }),
    () => put(snapshot, { 'new.ts': 'new' }),
    () => rm(join(snapshot, 'src/b.ts')),
    () => chmod(join(snapshot, 'src/b.ts'), 0o755),
    () => git(snapshot, 'init', '--quiet', 'nested'),
    () => put(snapshot, { '.GIT/x': 'x' }),
  ];
  for (const change of changes) {
    await change();
    expect(await workspace.digest('snapshot')).not.toBe(tree);
    await workspace.materialise(tree, 'snapshot');
    await rm(join(snapshot, '.GIT'), { recursive: true, force: true });
    expect(await workspace.digest('snapshot')).toBe(tree);
  }
});

test('a working directory inside the workspace, or one that is in use, is refused', async () => {
  await using place = await scratch();
  const checkout = join(place.path, 'checkout');
  const baseline = await repository(checkout, PROJECT);
  const source = await inspectSource({ program: programs.git, directory: checkout });
  const prepare = (root: string) => prepareWorkspace({ programs, source, root, baseline });
  await expect(prepare(join(checkout, 'run'))).rejects.toMatchObject({ code: 'bad-input' });
  await put(place.path, { 'used/x': 'x' });
  await expect(prepare(join(place.path, 'used'))).rejects.toMatchObject({ code: 'bad-input' });
});

test('disposal removes folders that were closed, and keep keeps them', async () => {
  await using place = await scratch();
  const checkout = join(place.path, 'checkout');
  const baseline = await repository(checkout, PROJECT);
  const source = await inspectSource({ program: programs.git, directory: checkout });
  const root = join(place.path, 'run');
  const kept = await prepareWorkspace({ programs, source, root, baseline, keep: true });
  await kept[Symbol.asyncDispose]();
  expect(await exists(kept.clone)).toBe(true);
  const other = await prepareWorkspace({ programs, source, root: join(place.path, 'other'), baseline });
  await mkdir(join(other.clone, 'closed/inner'), { recursive: true });
  await chmod(join(other.clone, 'closed'), 0o000);
  await other[Symbol.asyncDispose]();
  expect(await exists(other.clone)).toBe(false);
});
