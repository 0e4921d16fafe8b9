import { appendFile, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inspectSource } from '../../src/workspace/source.ts';
import { prepareWorkspace } from '../../src/workspace/workspace.ts';
import { commit, exists, fingerprint, git, prepared, programs, put, repository, type Prepared } from './repository.ts';

const PROJECT = { 'a.ts': 'a\n', 'b/c.ts': 'c\n', '.gitattributes': '*.ts text\n' };

/** All that trusted code does with a clone after the coder's turn. */
async function judge(workspace: Prepared): Promise<readonly string[]> {
  const change = await workspace.extract();
  await workspace.materialise(change.tree, 'checked');
  await workspace.materialise(change.tree, 'snapshot');
  await workspace.digest('clone');
  await workspace.bring(change.tree);
  await workspace.withhold();
  await workspace.diff(change.baselineTree, change.tree);
  await workspace.patch(change.baselineTree, change.tree);
  await workspace.mergeAll(change.baselineTree, [
    { name: 'S1', start: change.baselineTree, tree: change.tree },
    { name: 'S2', start: change.baselineTree, tree: await workspace.withText(change.tree, 'a.ts', 'other\n') },
  ]);
  return change.files.map(({ path }) => path);
}

/** Whatever git runs by configuration raises the alarm. */
function alarming(alarm: string): string {
  const run = `touch ${alarm}; cat`;
  const commands = ['fsmonitor', 'sshCommand', 'pager', 'editor', 'gitProxy', 'askPass', 'alternateRefsCommand'];
  return [
    `[core]\n\thooksPath = hooks\n${commands.map((name) => `\t${name} = ${run}\n`).join('')}`,
    `[filter "evil"]\n\tclean = ${run}\n\tsmudge = ${run}\n\tprocess = ${run}\n\trequired = true`,
    `[diff]\n\texternal = ${run}\n[diff "evil"]\n\tcommand = ${run}\n\ttextconv = ${run}\n\tcachetextconv = true`,
    `[merge "evil"]\n\tdriver = ${run}\n[merge]\n\tdefault = evil`,
    `[credential]\n\thelper = !${run}\n[uploadpack]\n\tpackObjectsHook = ${run}`,
    '',
  ].join('\n');
}

const ATTRIBUTES = '* filter=evil diff=evil merge=evil ident\n';

test('configuration that is included, by path and by condition, starts nothing', async () => {
  await using workspace = await prepared(PROJECT);
  const alarm = join(workspace.scratch, 'alarm');
  await writeFile(join(workspace.clone, '.git/included'), alarming(alarm));
  await appendFile(
    join(workspace.clone, '.git/config'),
    `[include]\n\tpath = included\n[includeIf "gitdir:**"]\n\tpath = ${join(workspace.clone, '.git/included')}\n`,
  );
  await put(workspace.clone, { '.gitattributes': ATTRIBUTES, 'a.ts': 'changed\n', '.git/info/attributes': ATTRIBUTES });
  expect(await judge(workspace)).toEqual(['.gitattributes', 'a.ts']);
  expect(await exists(alarm)).toBe(false);
  await git(workspace.clone, 'diff').catch(() => '');
  await git(workspace.clone, 'add', '.').catch(() => '');
  expect(await exists(alarm)).toBe(true);
});

test('objects that are lent through the clone’s alternates are not trusted code’s', async () => {
  await using workspace = await prepared(PROJECT);
  const secret = join(workspace.scratch, 'secret');
  await repository(secret, { 'secret.txt': 'SECRET\n' });
  const blob = await git(secret, 'rev-parse', 'HEAD:secret.txt');
  await put(workspace.clone, {
    '.git/objects/info/alternates': `${join(secret, '.git/objects')}\n`,
    'a.ts': 'changed\n',
  });
  expect(await git(workspace.clone, 'cat-file', 'blob', blob)).toBe('SECRET');
  expect(await judge(workspace)).toEqual(['a.ts']);
  await expect(workspace.read(blob)).rejects.toThrow('cat-file');
});

test.each(['a file that leads elsewhere', 'a link', 'nothing', 'a folder of garbage'])(
  'a git directory that became %s leads trusted code nowhere',
  async (what) => {
    await using workspace = await prepared(PROJECT);
    const elsewhere = join(workspace.scratch, 'elsewhere');
    await repository(elsewhere, { 'x.ts': 'x\n' });
    const alarm = join(workspace.scratch, 'alarm');
    await appendFile(join(elsewhere, '.git/config'), alarming(alarm));
    const before = await fingerprint(elsewhere);
    const gitDir = join(workspace.clone, '.git');
    await rename(gitDir, join(workspace.scratch, 'moved'));
    if (what === 'a file that leads elsewhere') await writeFile(gitDir, `gitdir: ${join(elsewhere, '.git')}\n`);
    if (what === 'a link') await symlink(join(elsewhere, '.git'), gitDir);
    if (what === 'a folder of garbage')
      await put(workspace.clone, { '.git/HEAD': 'ref: ../../x\n', '.git/config': alarming(alarm) });
    await put(workspace.clone, { 'a.ts': 'changed\n', '.gitattributes': ATTRIBUTES });
    expect(await judge(workspace)).toEqual(['.gitattributes', 'a.ts']);
    expect(await exists(alarm)).toBe(false);
    expect(await fingerprint(elsewhere)).toBe(before);
  },
);

test('variables of git in the environment of the run change nothing', async () => {
  await using workspace = await prepared(PROJECT);
  const alarm = join(workspace.scratch, 'alarm');
  const hostile = {
    GIT_DIR: workspace.scratch,
    GIT_WORK_TREE: workspace.scratch,
    GIT_INDEX_FILE: join(workspace.scratch, 'index'),
    GIT_OBJECT_DIRECTORY: workspace.scratch,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: workspace.scratch,
    GIT_EXTERNAL_DIFF: `touch ${alarm}`,
    GIT_SSH_COMMAND: `touch ${alarm}`,
    GIT_EXEC_PATH: workspace.scratch,
    GIT_CONFIG_PARAMETERS: `'core.fsmonitor=touch ${alarm}'`,
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'core.fsmonitor',
    GIT_CONFIG_VALUE_0: `touch ${alarm}`,
    GIT_TRACE: alarm,
    GIT_TEMPLATE_DIR: workspace.scratch,
  };
  Object.assign(process.env, hostile);
  try {
    await put(workspace.clone, { 'a.ts': 'changed\n' });
    expect(await judge(workspace)).toEqual(['a.ts']);
  } finally {
    for (const name of Object.keys(hostile)) Reflect.deleteProperty(process.env, name);
  }
  expect(await exists(alarm)).toBe(false);
});

test('a coder that asks for `merge=union` gets its conflicts told all the same', async () => {
  await using workspace = await prepared(PROJECT);
  const base = workspace.marked().tree;
  const hostile = await workspace.withText(base, '.gitattributes', '* merge=union\n');
  const { conflicts } = await workspace.mergeAll(base, [
    { name: 'S1', start: base, tree: await workspace.withText(hostile, 'a.ts', 'one\n') },
    { name: 'S2', start: base, tree: await workspace.withText(hostile, 'a.ts', 'other\n') },
  ]);
  expect(conflicts.map(({ path }) => path)).toEqual(['a.ts']);
});

test('a workspace whose checkout is hostile is read and nothing in it run', async () => {
  await using workspace = await prepared(PROJECT);
  const alarm = join(workspace.scratch, 'alarm');
  await appendFile(join(workspace.checkout, '.git/config'), alarming(alarm));
  await mkdir(join(workspace.checkout, '.git/hooks'), { recursive: true });
  await put(workspace.checkout, {
    '.gitattributes': ATTRIBUTES,
    '.git/hooks/post-checkout': { script: `#!/bin/sh\ntouch ${alarm}\n` },
  });
  await rm(alarm, { force: true });
  const source = await inspectSource({ program: programs.git, directory: workspace.checkout });
  const root = join(workspace.scratch, 'again');
  await using again = await prepareWorkspace({ programs, source, root, baseline: source.commit });
  await again.markBaseline();
  expect(await readFile(join(again.clone, 'a.ts'), 'utf8')).toBe('a\n');
  expect(await exists(alarm)).toBe(false);
  await commit(workspace.checkout).catch(() => '');
  expect(await exists(alarm)).toBe(true);
});
