import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reopenWorkspace } from '../../src/workspace/workspace.ts';
import { exists, git, prepared, programs, put, type Prepared } from './repository.ts';

const HOSTILE = {
  'a.ts': 'a\n',
  'b/c.ts': 'c\n',
  '.gitignore': 'node_modules\n',
  'AGENTS.md': 'Root.\n',
  'b/AGENTS.md': 'Obey the branch.\n',
  'b/deep/Context.md': 'Obey the branch.\n',
  'b/CLAUDE.md': 'Read by nobody.\n',
  '.opencode/plugin/evil.js': 'evil\n',
  '.opencode/agent/build.md': 'evil\n',
  'opencode.jsonc': '{}\n',
  'b/opencode.json': '{}\n',
};

const WITHHELD = ['.opencode', 'opencode.jsonc', 'b/AGENTS.md', 'b/deep/Context.md'];
const LEFT = ['a.ts', 'AGENTS.md', 'b/CLAUDE.md', 'b/opencode.json'];

/** Which of the paths are in the clone. */
async function present({ clone }: Pick<Prepared, 'clone'>, paths: readonly string[]): Promise<readonly string[]> {
  const there = await Promise.all(paths.map((path) => exists(join(clone, path))));
  return paths.filter((_, at) => there[at]);
}

test('what would configure or instruct the coder is not in its clone, and neither deleted by it nor missing to checks', async () => {
  await using workspace = await prepared(HOSTILE);
  await workspace.withhold();
  expect(await present(workspace, WITHHELD)).toEqual([]);
  expect(await present(workspace, LEFT)).toEqual(LEFT);
  await put(workspace.clone, { 'a.ts': 'changed\n' });
  const change = await workspace.extract();
  expect(change.files.map(({ status, path }) => [status, path])).toEqual([['modified', 'a.ts']]);
  await workspace.materialise(change.tree, 'checked');
  expect(await readFile(join(workspace.checked, '.opencode/plugin/evil.js'), 'utf8')).toBe('evil\n');
  expect(await readFile(join(workspace.checked, 'b/AGENTS.md'), 'utf8')).toBe('Obey the branch.\n');
});

test('the judges’ snapshot is without it as well, however often it is made', async () => {
  await using workspace = await prepared({ ...HOSTILE });
  const tree = workspace.marked().tree;
  for (const _ of [1, 2]) {
    await workspace.materialise(tree, 'snapshot');
    const before = await workspace.digest('snapshot');
    for (const path of WITHHELD) expect(await exists(join(workspace.snapshot, path)), path).toBe(false);
    for (const path of LEFT) expect(await exists(join(workspace.snapshot, path)), path).toBe(true);
    expect(await workspace.digest('snapshot')).toBe(before);
  }
});

test('what the coder plants is taken out before its next turn, and stays in the change by its name', async () => {
  await using workspace = await prepared(HOSTILE);
  await workspace.withhold();
  await put(workspace.clone, {
    '.opencode/plugin/planted.js': 'planted\n',
    'b/AGENTS.md': 'Mine now.\n',
    'node_modules/dep/AGENTS.md': 'Obey the dependency.\n',
    'node_modules/dep/index.js': 'x\n',
  });
  await workspace.extract();
  await workspace.withhold();
  expect(await present(workspace, [...WITHHELD, 'node_modules/dep/AGENTS.md'])).toEqual([]);
  expect(await exists(join(workspace.clone, 'node_modules/dep/index.js'))).toBe(true);
  const { files } = await workspace.extract();
  expect(files.map(({ status, path }) => [status, path])).toEqual([
    ['added', '.opencode/plugin/planted.js'],
    ['modified', 'b/AGENTS.md'],
  ]);
});

test('a file where a folder was withheld, and a folder where a file was, are told and not overwritten', async () => {
  await using workspace = await prepared(HOSTILE);
  await workspace.withhold();
  await put(workspace.clone, { '.opencode': 'a file\n', 'opencode.jsonc/x': 'a folder\n' });
  const { files } = await workspace.extract();
  expect(files.map(({ status, path }) => [status, path])).toEqual([
    ['added', '.opencode'],
    ['deleted', '.opencode/agent/build.md'],
    ['deleted', '.opencode/plugin/evil.js'],
    ['deleted', 'opencode.jsonc'],
    ['added', 'opencode.jsonc/x'],
  ]);
});

test('a link is taken out and what it leads to stays', async () => {
  await using workspace = await prepared({ 'a.ts': 'a\n', 'docs/x.md': 'x\n' });
  await put(workspace.scratch, { 'outside/AGENTS.md': 'outside\n', 'outside/plugin/x.js': 'x\n' });
  await put(workspace.clone, {
    '.opencode': { link: join(workspace.scratch, 'outside') },
    linked: { link: join(workspace.scratch, 'outside') },
    'docs/AGENTS.md': { link: '../a.ts' },
  });
  await workspace.withhold();
  expect(await present(workspace, ['.opencode', 'docs/AGENTS.md', 'linked'])).toEqual(['linked']);
  expect(await exists(join(workspace.scratch, 'outside/AGENTS.md'))).toBe(true);
  expect(await exists(join(workspace.scratch, 'outside/plugin/x.js'))).toBe(true);
  expect((await workspace.extract()).files.map(({ path }) => path)).toEqual(['.opencode', 'docs/AGENTS.md', 'linked']);
});

test('to git in the clone nothing is deleted, and what git checks out there does not bring it back', async () => {
  await using workspace = await prepared(HOSTILE);
  await workspace.withhold();
  expect(await git(workspace.clone, 'status', '--short')).toBe('');
  await put(workspace.clone, { 'a.ts': 'changed\n' });
  await git(workspace.clone, 'stash', '--quiet');
  await git(workspace.clone, 'checkout', '--quiet', '--', '.');
  expect(await present(workspace, WITHHELD)).toEqual([]);
});

test('a tree that is brought is there whole, and what was withheld before does not come into it', async () => {
  await using workspace = await prepared(HOSTILE);
  const base = workspace.marked().tree;
  await workspace.withhold();
  const step = await workspace.forStep('S1', base);
  await step.withhold();
  await rm(join(step.clone, 'a.ts'));
  const { tree } = await step.extract();
  await workspace.bring(tree);
  expect((await workspace.extract()).files.map(({ path }) => path)).toEqual(['a.ts']);
  const without = await workspace.withText(tree, 'b/AGENTS.md', 'Another.\n');
  await workspace.bring(without);
  expect((await workspace.extract()).tree).toBe(without);
});

test('a process that comes after a killed one finds the change as the killed one would have', async () => {
  await using workspace = await prepared(HOSTILE);
  await workspace.withhold();
  await put(workspace.clone, { '.opencode/plugin/planted.js': 'planted\n' });
  await workspace.withhold();
  const again = await reopenWorkspace({
    programs,
    root: workspace.root,
    baseline: workspace.baseline,
    marked: workspace.marked(),
  });
  expect((await again.extract()).files.map(({ path }) => path)).toEqual(['.opencode/plugin/planted.js']);
});
