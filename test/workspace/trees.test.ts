import { chmod, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { prepared, put, scratch } from './repository.ts';

const PROJECT = {
  'src/parse.ts': 'export function parse() {}\nparse();\n',
  'src/print.ts': 'import { parse } from "./parse.ts";\n',
  'image.png': new Uint8Array([0, 1, 2, 3]),
  link: { link: 'src/parse.ts' },
};

test('files of a tree come with modes and ids, and single ones can be read', async () => {
  await using workspace = await prepared(PROJECT);
  const files = await workspace.files(workspace.baseline);
  expect(files.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
    '100644 image.png',
    '120000 link',
    '100644 src/parse.ts',
    '100644 src/print.ts',
  ]);
  expect((await workspace.readFile(workspace.baseline, 'src/parse.ts'))?.toString()).toBe(PROJECT['src/parse.ts']);
  for (const none of ['missing', 'src', 'link', 'src/parse.ts/x', '../x']) {
    expect(await workspace.readFile(workspace.baseline, none).catch(() => 'refused')).toSatisfy(
      (answer: unknown) => answer === null || answer === 'refused',
    );
  }
});

test('a search counts matches and terms, literally, in text files', async () => {
  await using workspace = await prepared(PROJECT);
  expect(await workspace.search(workspace.baseline, ['parse', 'import'])).toEqual([
    { path: 'src/parse.ts', count: 2, terms: 1 },
    { path: 'src/print.ts', count: 3, terms: 2 },
  ]);
  expect(await workspace.search(workspace.baseline, ['parse()', '-e'])).toEqual([
    { path: 'src/parse.ts', count: 2, terms: 1 },
  ]);
  expect(await workspace.search(workspace.baseline, ['nowhere'])).toEqual([]);
  expect(await workspace.search(workspace.baseline, [''])).toEqual([]);
});

test('a diff is for reading: renames found, binaries named, attributes without effect, long ones cut with a note', async () => {
  await using workspace = await prepared(PROJECT);
  await put(workspace.clone, { '.gitattributes': '*.ts binary\n', 'image.png': new Uint8Array([0, 9]) });
  await rename(join(workspace.clone, 'src/parse.ts'), join(workspace.clone, 'src/ünder.ts'));
  await put(workspace.clone, { 'src/print.ts': 'print\n' });
  const { baselineTree, tree } = await workspace.extract();
  const diff = await workspace.diff(baselineTree, tree);
  expect(diff).toContain('rename from src/parse.ts\nrename to src/ünder.ts\n');
  expect(diff).toContain('Binary files a/image.png and b/image.png differ');
  expect(diff).toContain('-import { parse } from "./parse.ts";\n+print\n');
  const one = await workspace.diff(baselineTree, tree, { paths: ['src/print.ts'] });
  expect(one.match(/^diff --git/gm)).toHaveLength(1);
  const cut = await workspace.diff(baselineTree, tree, { limit: 200 });
  expect(cut).toMatch(/\n\[The diff is longer than 200 bytes; its end is left out\.\]\n$/);
});

test('a patch brings the whole change elsewhere', async () => {
  await using workspace = await prepared(PROJECT);
  await put(workspace.clone, { 'image.png': new Uint8Array([0, 9, 255]), 'new.sh': { script: '#!/bin/sh\n' } });
  await writeFile(join(workspace.clone, 'latin.txt'), Buffer.from([0x66, 0xfc, 0x72, 0x0a]));
  await rename(join(workspace.clone, 'src/parse.ts'), join(workspace.clone, 'moved.ts'));
  await rm(join(workspace.clone, 'link'));
  const { baselineTree, tree } = await workspace.extract();
  const patch = await workspace.patch(baselineTree, tree);
  await workspace.materialise(baselineTree, 'snapshot');
  await execa('git', ['apply', '-'], { cwd: workspace.snapshot, input: patch });
  expect(await workspace.digest('snapshot')).toBe(tree);
});

test('a tree with some of the files changed is what the forge makes of it', async () => {
  await using workspace = await prepared(PROJECT, { 'setup.txt': 'made by setup\n' });
  await put(workspace.clone, { 'src/print.ts': 'print\n', 'held.ts': 'held back\n' });
  await rm(join(workspace.clone, 'src/parse.ts'));
  await put(workspace.clone, { 'src/parse.ts/index.ts': 'a folder now\n' });
  await chmod(join(workspace.clone, 'src/print.ts'), 0o755);
  const change = await workspace.extract();
  const files = change.files.filter(({ path }) => path !== 'held.ts');
  const tree = await workspace.treeWith(change.base, files);
  expect((await workspace.files(tree)).map(({ path, mode }) => `${mode} ${path}`)).toEqual([
    '100644 image.png',
    '120000 link',
    '100644 src/parse.ts/index.ts',
    '100755 src/print.ts',
  ]);
  expect(await workspace.treeWith(change.base, [])).toBe(await workspace.treeWith(change.base, []));
  expect(await workspace.countLines(change.base, tree)).toEqual({ added: 2, removed: 3 });
});

test('paths that attributes give to LFS are told, and stay pointers on their way through', async () => {
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n';
  await using workspace = await prepared({
    '.gitattributes': '*.bin filter=lfs diff=lfs merge=lfs -text\n',
    'assets/.gitattributes': 'plain.bin !filter\n',
    'a.bin': pointer,
  });
  const paths = ['a.bin', 'assets/b.bin', 'assets/plain.bin', 'src/x.ts'];
  expect([...(await workspace.lfsPaths(workspace.baseline, paths))]).toEqual(['a.bin', 'assets/b.bin']);
  expect((await workspace.extract()).files).toEqual([]);
});

test('a run beside another shares nothing with it', async () => {
  await using first = await prepared(PROJECT);
  await using second = await prepared(PROJECT);
  await using _ = await scratch();
  await Promise.all([put(first.clone, { 'one.ts': '1' }), put(second.clone, { 'two.ts': '2' })]);
  const changes = await Promise.all([first.extract(), second.extract()]);
  expect(changes.map(({ files }) => files.map(({ path }) => path))).toEqual([['one.ts'], ['two.ts']]);
});

test('what a reviewer looks at is without what would configure its agent, and changes of it do not bring it back', async () => {
  await using workspace = await prepared({ ...PROJECT, '.opencode/plugin/x.js': 'evil()', 'opencode.json': '{}' });
  const inSnapshot = () => readdir(workspace.snapshot);
  expect(await inSnapshot()).toEqual(['image.png', 'link', 'src']);
  await put(workspace.clone, { '.opencode/plugins/y.ts': 'evil()', 'opencode.json': '{ "plugins": ["./z.js"] }' });
  const { baselineTree, tree } = await workspace.extract();
  await workspace.materialise(tree, 'snapshot');
  expect(await inSnapshot()).toEqual(['image.png', 'link', 'src']);
  expect(await workspace.diff(baselineTree, tree)).toContain('.opencode/plugins/y.ts');
});
