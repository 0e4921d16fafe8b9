import { chmod, mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { assert, asyncProperty, constantFrom, dictionary, option } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conflict } from '../../src/workspace/conflicts.ts';
import type { Merged } from '../../src/workspace/merge.ts';
import { prepared, put, scratch, type Content } from './repository.ts';

const PROJECT = {
  'src/a.ts': 'one\ntwo\nthree\nfour\nfive\n',
  'src/b.ts': 'b\n',
  'run.sh': 'run\n',
  'image.png': new Uint8Array([0, 1, 2]),
  link: { link: 'src/a.ts' },
};

type Edit = (directory: string) => Promise<unknown>;
const puts = (files: Readonly<Record<string, Content>>): Edit => {
  return async (directory) => {
    for (const name of Object.keys(files)) await rm(join(directory, name), { recursive: true, force: true });
    await put(directory, files);
  };
};
const removes =
  (name: string): Edit =>
  (directory) =>
    rm(join(directory, name), { recursive: true });

/** Two steps from the same start, merged. */
async function merged(one: Edit, two: Edit, files: Readonly<Record<string, Content>> = PROJECT) {
  await using workspace = await prepared(files);
  const { tree: start } = workspace.marked();
  const steps = await Promise.all([workspace.forStep('S1', start), workspace.forStep('S2', start)]);
  await Promise.all([one(steps[0].clone), two(steps[1].clone)]);
  const [first, second] = await Promise.all(steps.map((step) => step.extract()));
  const parts = [
    { name: 'S1', start, tree: first?.tree ?? '' },
    { name: 'S2', start, tree: second?.tree ?? '' },
  ];
  const result = await workspace.mergeAll(start, parts);
  const all = await workspace.files(result.tree);
  const contents = await Promise.all(
    all.map(async ({ path, mode, blob }) => [path, `${mode} ${(await workspace.read(blob)).toString()}`] as const),
  );
  return { ...result, files: Object.fromEntries(contents) };
}

const told = ({ conflicts }: Merged) =>
  conflicts.map(({ path, kind, ours, theirs }: Conflict) => ({
    path,
    kind,
    ours: ours?.text ?? null,
    theirs: theirs?.text ?? null,
  }));

describe('two steps', () => {
  it('that edit different files and different lines of one end with all edits', async () => {
    const result = await merged(
      puts({ 'src/a.ts': 'ONE\ntwo\nthree\nfour\nfive\n', 'new/ünder score.ts': 'new\n' }),
      puts({ 'src/a.ts': 'one\ntwo\nthree\nfour\nFIVE\n', 'src/b.ts': 'B\n' }),
    );
    expect(result.conflicts).toEqual([]);
    expect(result.files).toMatchObject({
      'src/a.ts': '100644 ONE\ntwo\nthree\nfour\nFIVE\n',
      'src/b.ts': '100644 B\n',
      'new/ünder score.ts': '100644 new\n',
    });
  });

  it('that edit the same lines end with both, between markers that name them', async () => {
    const result = await merged(puts({ 'src/b.ts': 'of one\n' }), puts({ 'src/b.ts': 'of two\n' }));
    expect(result.files['src/b.ts']).toBe('100644 <<<<<<< S1\nof one\n=======\nof two\n>>>>>>> S2\n');
    expect(result.conflicts).toHaveLength(1);
    expect(result.conflicts[0]).toMatchObject({
      path: 'src/b.ts',
      kind: 'content',
      names: ['S1', 'S2'],
      ours: { text: 'of one\n' },
      theirs: { text: 'of two\n' },
    });
  });

  it('that make the same file in different ways end with both', async () => {
    const result = await merged(puts({ '-n "q"\n.ts': 'one\n' }), puts({ '-n "q"\n.ts': 'two\n' }));
    expect(told(result)).toEqual([{ path: '-n "q"\n.ts', kind: 'add', ours: 'one\n', theirs: 'two\n' }]);
    expect(result.files['-n "q"\n.ts']).toContain('<<<<<<< S1\none\n=======\ntwo\n>>>>>>> S2\n');
  });

  it('that make the same edit agree', async () => {
    const result = await merged(puts({ 'src/b.ts': 'same\n' }), puts({ 'src/b.ts': 'same\n', 'c.ts': 'c\n' }));
    expect(result.conflicts).toEqual([]);
    expect(result.files).toMatchObject({ 'src/b.ts': '100644 same\n', 'c.ts': '100644 c\n' });
  });

  it('of which one deletes what the other edits leave the first one’s, and the other one’s is told', async () => {
    const result = await merged(removes('src/b.ts'), puts({ 'src/b.ts': 'edited\n' }));
    expect(told(result)).toEqual([{ path: 'src/b.ts', kind: 'delete', ours: null, theirs: 'edited\n' }]);
    expect(result.files).not.toHaveProperty(['src/b.ts']);
    const other = await merged(puts({ 'src/b.ts': 'edited\n' }), removes('src/b.ts'));
    expect(told(other)).toEqual([{ path: 'src/b.ts', kind: 'delete', ours: 'edited\n', theirs: null }]);
    expect(other.files['src/b.ts']).toBe('100644 edited\n');
  });

  it('of which one moves what the other edits keep the edit: it is told', async () => {
    const move: Edit = async (directory) => {
      await removes('src/a.ts')(directory);
      await put(directory, { 'src/moved.ts': PROJECT['src/a.ts'] });
    };
    const result = await merged(move, puts({ 'src/a.ts': 'one\ntwo\nthree\nfour\nFIVE\n' }));
    expect(told(result)).toMatchObject([{ path: 'src/a.ts', kind: 'delete', theirs: 'one\ntwo\nthree\nfour\nFIVE\n' }]);
    expect(result.files).toHaveProperty(['src/moved.ts']);
  });

  it('that change a binary file keep the first one’s whole, and the other one’s is named', async () => {
    const result = await merged(
      puts({ 'image.png': new Uint8Array([0, 1]) }),
      puts({ 'image.png': new Uint8Array([0, 2]) }),
    );
    expect(result.files['image.png']).toBe('100644 \0\u0001');
    expect(result.conflicts).toMatchObject([{ path: 'image.png', kind: 'binary', theirs: { text: null } }]);
    expect(result.conflicts[0]?.theirs?.blob).toMatch(/^[0-9a-f]{40}$/);
  });

  it('that turn a link elsewhere, or a file into a link, keep the first one’s', async () => {
    const turn =
      (name: string, target: string): Edit =>
      async (directory) => {
        await rm(join(directory, name));
        await symlink(target, join(directory, name));
      };
    const links = await merged(turn('link', 'run.sh'), turn('link', 'src/b.ts'));
    expect(told(links)).toEqual([{ path: 'link', kind: 'link', ours: 'run.sh', theirs: 'src/b.ts' }]);
    expect(links.files['link']).toBe('120000 run.sh');
    const types = await merged(turn('src/b.ts', 'a.ts'), puts({ 'src/b.ts': 'edited\n' }));
    expect(told(types)).toEqual([{ path: 'src/b.ts', kind: 'type', ours: 'a.ts', theirs: 'edited\n' }]);
    expect(Object.keys(types.files).filter((path) => path.startsWith('src/'))).toEqual(['src/a.ts', 'src/b.ts']);
    expect(types.files['src/b.ts']).toBe('120000 a.ts');
  });

  it('that make a file and a folder of one name keep the first one’s, either way', async () => {
    const [file, folder] = [puts({ x: 'file\n' }), puts({ 'x/y': 'in folder\n', 'x/z': 'too\n' })];
    const first = await merged(file, folder);
    expect(first.files).toMatchObject({ x: '100644 file\n' });
    expect(told(first).filter(({ path }) => path !== 'x')).toEqual([
      { path: 'x/y', kind: 'path', ours: null, theirs: 'in folder\n' },
      { path: 'x/z', kind: 'path', ours: null, theirs: 'too\n' },
    ]);
    const second = await merged(folder, file);
    expect(second.files).toMatchObject({ 'x/y': '100644 in folder\n', 'x/z': '100644 too\n' });
    expect(told(second)).toEqual([
      { path: 'x', kind: 'path', ours: null, theirs: 'file\n' },
      { path: 'x/y', kind: 'path', ours: 'in folder\n', theirs: null },
      { path: 'x/z', kind: 'path', ours: 'too\n', theirs: null },
    ]);
  });

  it('of which one edits and the other makes it executable end with both', async () => {
    const result = await merged(puts({ 'run.sh': 'edited\n' }), (directory) => chmod(join(directory, 'run.sh'), 0o755));
    expect(result.conflicts).toEqual([]);
    expect(result.files['run.sh']).toBe('100755 edited\n');
  });

  it('that make the same file, one of them executable, are told', async () => {
    const result = await merged(puts({ 'go.sh': { script: 'go\n' } }), puts({ 'go.sh': 'go\n' }));
    expect(result.conflicts).toMatchObject([{ path: 'go.sh', kind: 'mode', theirs: { mode: '100644' } }]);
    expect(result.files['go.sh']).toBe('100755 go\n');
  });

  it('keep carriage returns in both sides of a conflict and around it', async () => {
    const files = { 'dos.txt': 'one\r\ntwo\r\nthree\r\n' };
    const result = await merged(
      puts({ 'dos.txt': 'one\r\nTWO\r\nthree\r\n' }),
      puts({ 'dos.txt': 'one\r\n2\r\nthree\r\n' }),
      files,
    );
    expect(result.files['dos.txt']).toMatch(
      /^100644 one\r\n<<<<<<< S1\r?\nTWO\r\n=======\r?\n2\r\n>>>>>>> S2\r?\nthree\r\n$/,
    );
  });

  it('are merged as the repository’s attributes say, where git itself knows how, and no driver is started', async () => {
    const files = { '.gitattributes': 'log.md merge=union\nraw.txt -merge\nx.txt merge=evil\n' };
    const both = { 'log.md': 'start\n', 'raw.txt': 'raw\n', 'x.txt': 'x\n' };
    const of = (who: string) => puts({ 'log.md': `start\n${who}\n`, 'raw.txt': `${who}\n`, 'x.txt': `${who}\n` });
    const result = await merged(of('one'), of('two'), { ...files, ...both });
    expect(result.files['log.md']).toBe('100644 start\none\ntwo\n');
    expect(told(result)).toEqual([
      { path: 'raw.txt', kind: 'binary', ours: 'one\n', theirs: 'two\n' },
      { path: 'x.txt', kind: 'content', ours: 'one\n', theirs: 'two\n' },
    ]);
  });
});

it('four steps of a diamond are merged, each against what it started from', async () => {
  await using workspace = await prepared(PROJECT);
  const { tree: start } = workspace.marked();
  const run = async (name: string, from: string, files: Readonly<Record<string, Content>>) => {
    const step = await workspace.forStep(name, from);
    await puts(files)(step.clone);
    return { name, start: from, tree: (await step.extract()).tree };
  };
  const first = await run('S1', start, { 'src/a.ts': 'ONE\ntwo\nthree\nfour\nfive\n' });
  const left = await run('S2', first.tree, { 'src/a.ts': 'ONE\ntwo\nTHREE\nfour\nfive\n' });
  const right = await run('S3', first.tree, { 'src/a.ts': 'ONE\ntwo\nthree\nfour\nFIVE\n' });
  const between = await workspace.mergeAll(start, [first, left, right]);
  const last = await run('S4', between.tree, { 'src/b.ts': 'last\n' });
  const result = await workspace.mergeAll(start, [first, left, right, last]);
  expect(result.conflicts).toEqual([]);
  expect((await workspace.readFile(result.tree, 'src/a.ts'))?.toString()).toBe('ONE\ntwo\nTHREE\nfour\nFIVE\n');
  expect((await workspace.readFile(result.tree, 'src/b.ts'))?.toString()).toBe('last\n');
  // A third step on lines that two others are at odds about.
  const odd = await Promise.all(['S5', 'S6', 'S7'].map((name) => run(name, start, { 'src/b.ts': `of ${name}\n` })));
  const all = await workspace.mergeAll(start, odd);
  expect(all.conflicts.map(({ names }) => names)).toEqual([
    ['S5', 'S6'],
    ['S5+S6', 'S7'],
  ]);
  const text = (await workspace.readFile(all.tree, 'src/b.ts'))?.toString();
  for (const name of ['S5', 'S6', 'S7']) expect(text).toContain(`of ${name}\n`);
});

it('a step that takes back what an earlier one did has it taken back', async () => {
  await using workspace = await prepared(PROJECT);
  const { tree: start } = workspace.marked();
  const first = await workspace.forStep('S1', start);
  await puts({ 'src/b.ts': 'of S1\n', 'extra.ts': 'extra\n' })(first.clone);
  const { tree: after } = await first.extract();
  const [second, third] = [await workspace.forStep('S2', after), await workspace.forStep('S3', after)];
  await puts({ 'src/b.ts': 'b\n' })(second.clone);
  await removes('extra.ts')(second.clone);
  await puts({ 'src/a.ts': 'of S3\n' })(third.clone);
  const [back, other] = [await second.extract(), await third.extract()];
  const result = await workspace.mergeAll(start, [
    { name: 'S1', start, tree: after },
    { name: 'S3', start: after, tree: other.tree },
    { name: 'S2', start: after, tree: back.tree },
  ]);
  expect(result.conflicts).toEqual([]);
  expect((await workspace.changes(start, result.tree)).map(({ path }) => path)).toEqual(['src/a.ts']);
});

it('whatever two steps do, each line of theirs is in the tree or in a conflict, and git’s own names are nowhere', async () => {
  await using workspace = await prepared(PROJECT);
  await using place = await scratch();
  const names = constantFrom('src', 'src/a.ts', 'src/b.ts', 'x', 'x/y', 'x/y/z', 'n\n"m');
  const content = option(constantFrom('one', 'two', 'three', '\0bin', 'link', 'script'), { nil: null });
  const edits = dictionary(names, content, { minKeys: 1, maxKeys: 5 });
  let at = 0;
  const treeOf = async (given: Readonly<Record<string, string | null>>, who: string) => {
    const directory = join(place.path, `${(at += 1)}`);
    await mkdir(directory);
    await put(directory, { 'src/a.ts': 'a1\na2\na3\n', 'src/b.ts': 'b\n', x: 'x\n' });
    for (const [name, what] of Object.entries(given)) {
      await rm(join(directory, name), { recursive: true, force: true }).catch(() => undefined);
      if (what !== null) await apply(directory, name, { what, who }).catch(() => undefined);
    }
    return directory;
  };
  await assert(
    asyncProperty(edits, edits, async (one, two) => {
      const [base, ours, theirs] = await Promise.all([treeOf({}, ''), treeOf(one, 'S1'), treeOf(two, 'S2')]);
      const trees = await Promise.all([base, ours, theirs].map((directory) => writeTree(workspace.root, directory)));
      const [start = '', first = '', second = ''] = trees;
      const result = await workspace.mergeAll(start, [
        { name: 'S1', start, tree: first },
        { name: 'S2', start, tree: second },
      ]);
      const files = await workspace.files(result.tree);
      expect(files.filter(({ path }) => path.includes('~'))).toEqual([]);
      const bytes = await Promise.all(files.map(async ({ blob }) => (await workspace.read(blob)).toString()));
      const kept = [
        ...bytes,
        ...result.conflicts.flatMap(({ ours, theirs }) => [ours?.text ?? '', theirs?.text ?? '']),
      ];
      const blobs = result.conflicts.flatMap(({ ours, theirs }) => [ours?.blob, theirs?.blob]);
      for (const tree of [first, second]) {
        for (const { path, blob } of await workspace
          .changes(start, tree)
          .then((changes) => changes.flatMap((file) => (file.status === 'deleted' ? [] : [file])))) {
          const text = (await workspace.read(blob)).toString();
          const isKept =
            blobs.includes(blob) ||
            text.split('\n').every((line) => kept.some((other) => other.split('\n').includes(line)));
          expect(isKept, `${path} of ${tree}`).toBe(true);
        }
      }
    }),
    { seed: 7, numRuns: 40 },
  );
}, 60_000);

async function apply(
  directory: string,
  name: string,
  { what, who }: Readonly<{ what: string; who: string }>,
): Promise<void> {
  if (what === 'link') return await put(directory, { [name]: { link: `${who}-${what}` } });
  if (what === 'script') return await put(directory, { [name]: { script: `${who}\n` } });
  await put(directory, { [name]: `${what} ${who}\n` });
}

async function writeTree(root: string, directory: string): Promise<string> {
  const at = ['--git-dir', join(root, 'git'), '--work-tree', directory];
  const index = join(directory, '..', `${directory.split('/').at(-1)}.index`);
  const env = { GIT_INDEX_FILE: index, GIT_CONFIG_GLOBAL: '/dev/null' };
  await execa('git', [...at, '-c', 'core.bare=false', 'add', '--all'], { env, cwd: directory });
  return (await execa('git', [...at, '-c', 'core.bare=false', 'write-tree'], { env, cwd: directory })).stdout;
}
