import { expect, test } from 'vitest';
import { heldContent } from '../../src/guard/held-content.ts';
import { saying } from '../support/saying.ts';
import { blobOf, changeOf, file, guard, heldBack } from './changes.ts';

test('an ordinary change passes whole', async () => {
  const sample = {
    base: { 'src/a.ts': '100644', 'b.ts': '100644' },
    added: { 'src/new.ts': '' },
    modified: ['src/a.ts'],
    deleted: ['b.ts'],
  } as const;
  const guarded = await guard(sample);
  expect(guarded.heldBack).toEqual([]);
  expect(guarded.change.files).toEqual(changeOf(sample).files);
});

test('what is held back is out of the change and named with a rule and a remedy, the rest stays', async () => {
  const guarded = await guard({ added: { 'src/a.ts': '', 'docs/b.md': '' } }, { scope: ['src/**'] });
  expect(guarded.change.files.map(({ path }) => path)).toEqual(['src/a.ts']);
  expect(guarded.heldBack).toEqual([
    {
      path: 'docs/b.md',
      rule: 'out-of-scope',
      reason: 'The path is outside `scope`; widen `scope` if the task needs it.',
      content: heldContent(file('docs/b.md'), null),
    },
  ]);
});

test.each([
  [['src/**'], ['src/a.ts', 'src/.hidden', 'src/deep/b.ts'], ['srcs/a.ts', 'a.ts', 'Src/a.ts']],
  [['src'], ['src/a.ts', 'src/deep/b.ts'], ['src.ts']],
  [['src/', 'README.md'], ['src/a.ts', 'README.md'], ['docs/README.md']],
  [['./src/*.ts'], ['src/a.ts'], ['src/deep/b.ts', 'src/a.js']],
  [['**', '!secrets/**'], ['a.ts', '.env/x'], ['secrets/a']],
  [['!secrets'], ['a.ts', 'deep/secrets'], ['secrets/a', 'secrets']],
  [['!**'], [], ['a.ts']],
  [['src/**', '!src/gen/**', 'src/gen/keep.ts'], ['src/a.ts'], ['src/gen/keep.ts']],
  [['{a,b}/*.[jt]s'], ['a/x.ts', 'b/x.js'], ['c/x.ts', 'a/x.rs']],
])('scope %j lets in %j and keeps out %j', async (scope, inside, outside) => {
  const added = Object.fromEntries([...inside, ...outside].map((path) => [path, '']));
  const held = await heldBack({ added }, { scope, protectedPaths: ['nothing'] });
  expect(Object.keys(held).toSorted()).toEqual(outside.toSorted());
});

test('a deletion and a move out of scope are held to it too', async () => {
  expect(await heldBack({ base: { 'a.ts': '100644' }, deleted: ['a.ts'] }, { scope: ['src/**'] })).toEqual({
    'a.ts': 'out-of-scope',
  });
  const moved = {
    base: { 'src/a.ts': '100644' },
    deleted: ['src/a.ts'],
    added: { 'lib/a.ts': '' },
    renamed: { 'src/a.ts': 'lib/a.ts' },
  } as const;
  expect(await heldBack(moved, { scope: ['src/**'] })).toEqual({ 'lib/a.ts': 'out-of-scope', 'src/a.ts': 'rename' });
});

test('nothing is put below a link, and a file that makes way for a folder has to go too', async () => {
  const base = { lib: '120000', 'src/a.ts': '100644' } as const;
  expect(await heldBack({ base, added: { 'lib/x.ts': '' } })).toEqual({ 'lib/x.ts': 'symlink-above' });
  expect(await heldBack({ base, deleted: ['lib'], added: { 'lib/x.ts': '' } })).toEqual({});
  expect(await heldBack({ base, deleted: ['lib'], added: { 'lib/x.ts': '' } }, { scope: ['lib/*'] })).toEqual({
    lib: 'out-of-scope',
    'lib/x.ts': 'symlink-above',
  });
  expect(await heldBack({ base, added: { src: '' } })).toEqual({ src: 'path-conflict' });
  expect(await heldBack({ base, deleted: ['src/a.ts'], added: { src: '' } })).toEqual({});
  expect(await heldBack({ base, added: { 'src/a.ts/b': '' } })).toEqual({ 'src/a.ts/b': 'path-conflict' });
});

test('a new link above files of the change that are held back takes nothing with it', async () => {
  const sample = { added: { 'a/x.ts': '' }, links: { a: 'b' } };
  expect(Object.keys(await heldBack(sample)).toSorted()).toEqual(['a', 'a/x.ts']);
});

test('submodules are never moved, added, removed or replaced', async () => {
  const base = { sub: '160000', gone: '160000', file: '160000' } as const;
  const files = [
    file('sub', { status: 'modified', mode: '160000', previousMode: '160000' }),
    file('new', { mode: '160000' }),
    file('file', { status: 'modified', mode: '100644', previousMode: '160000' }),
  ];
  expect(await heldBack({ base, files, deleted: ['gone'] })).toEqual({
    sub: 'submodule',
    gone: 'submodule',
    file: 'submodule',
    new: 'submodule',
  });
});

test('names that some file system takes for one are held back, those that were there already are not', async () => {
  const base = { 'src/Readme.md': '100644', 'src/caf\u{E9}.ts': '100644', 'x/A': '100644', 'x/a': '100644' } as const;
  expect(
    await heldBack({
      base,
      added: {
        'src/README.md': '',
        'src/cafe\u{301}.ts': '',
        'SRC/other.ts': '',
        'src/stra\u{DF}e': '',
        'src/STRASSE': '',
      },
      modified: ['x/A', 'x/a'],
    }),
  ).toEqual({
    'SRC/other.ts': 'name-collision',
    'src/README.md': 'name-collision',
    'src/STRASSE': 'name-collision',
    'src/cafe\u{301}.ts': 'name-collision',
  });
});

test('a rename that changes only the case passes', async () => {
  const base = { 'src/Foo.ts': '100644' } as const;
  const sample = {
    base,
    deleted: ['src/Foo.ts'],
    added: { 'src/foo.ts': '' },
    renamed: { 'src/Foo.ts': 'src/foo.ts' },
  };
  expect(await heldBack(sample)).toEqual({});
});

test('a mode that nobody asked to change is held back, with an edit or without, and so is a file that became a link', async () => {
  const base = { 'run.sh': '100644', 'edit.sh': '100755', 'a.txt': '100644', 'b.txt': '120000' } as const;
  const files = [
    file('run.sh', { status: 'modified', mode: '100755', previousMode: '100644', blob: blobOf('old run.sh') }),
    file('edit.sh', { status: 'modified', mode: '100644', previousMode: '100755' }),
    file('a.txt', { status: 'modified', mode: '120000', previousMode: '100644', blob: blobOf('run.sh') }),
    file('b.txt', { status: 'modified', mode: '100644', previousMode: '120000' }),
    file('new.sh', { mode: '100755' }),
  ];
  const readBlob = async (): Promise<Uint8Array> => Buffer.from('run.sh');
  const mode = 'mode-change';
  expect(await heldBack({ base, files }, { readBlob })).toEqual({
    'run.sh': mode,
    'edit.sh': mode,
    'a.txt': mode,
    'b.txt': mode,
  });
  expect(await heldBack({ base, files }, { readBlob, modeChangesAsked: true })).toEqual({});
});

test('what is kept in LFS is held back by name, its deletion is not', async () => {
  const base = { 'a.bin': '100644', 'b.bin': '100644' } as const;
  const lfsPaths = new Set(['a.bin', 'b.bin']);
  expect(await heldBack({ base, modified: ['a.bin'], deleted: ['b.bin'] }, { lfsPaths })).toEqual({ 'a.bin': 'lfs' });
});

test('too many files or bytes hold back the whole change, with the limit and its input in one short sentence', async () => {
  const added = { 'a.ts': '', 'b.ts': '', 'c.ts': '' };
  const many = await guard({ added }, { maxChangedFiles: 2 });
  expect(many.change.files).toEqual([]);
  expect(many.heldBack).toHaveLength(3);
  expect(many.heldBack[0]).toEqual({
    path: 'a.ts',
    rule: 'too-many-files',
    reason: 'The change has 3 files and `max-changed-files` is 2; raise it or split the task.',
    content: null,
  });
  expect(await heldBack({ added }, { maxChangedFiles: 3 })).toEqual({});
  const files = [file('big.bin', { size: 3000 }), file('small.ts', { size: 73 })];
  expect(await heldBack({ files }, { maxChangedBytes: 3072 })).toEqual({
    'big.bin': 'too-many-bytes',
    'small.ts': 'too-many-bytes',
  });
  expect(await heldBack({ files }, { maxChangedBytes: 3073 })).toEqual({});
});

test('what is held back anyway does not count towards the limits', async () => {
  const junk = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`out/${at}.js`, '']));
  const guarded = await guard({ added: { 'src/a.ts': '', ...junk } }, { scope: ['src/**'], maxChangedFiles: 5 });
  expect(guarded.change.files.map(({ path }) => path)).toEqual(['src/a.ts']);
});

test('what no tree could hold is named among what is held back', async () => {
  const leftOut = [
    { path: 'nested', because: 'repository' },
    { path: '.GIT', because: 'git-name' },
    { path: 'bad\u{FFFD}', because: 'not-utf-8' },
    { path: 'dump.bin', because: 'too-large' },
    { path: 'closed', because: 'unreadable' },
    { path: 'sub', because: 'inside-submodule' },
  ] as const;
  expect(await heldBack({ leftOut, added: { 'src/a.ts': '' } })).toEqual({
    nested: 'nested-repository',
    '.GIT': 'unsafe-path',
    'bad\u{FFFD}': 'unsafe-path',
    'dump.bin': 'too-large',
    closed: 'unreadable',
    sub: 'submodule',
  });
});

test('a path that a change has twice passes in neither form', async () => {
  const files = [file('a.ts'), file('a.ts', { mode: '100755' }), file('b.ts')];
  expect(await heldBack({ files })).toEqual({ 'a.ts': 'name-collision' });
});

test('a deletion of what is protected is held back, and what would take its place with it', async () => {
  const base = { 'docs/CODEOWNERS': '100644', 'docs/a.md': '100644' } as const;
  expect(await heldBack({ base, deleted: ['docs/CODEOWNERS', 'docs/a.md'], links: { docs: 'src' } })).toEqual({
    'docs/CODEOWNERS': 'protected-path',
    docs: 'path-conflict',
  });
});

test('what goes away under a name that is not the same everywhere stays where it is', async () => {
  const leftOut = [
    { path: 'a\\b', because: 'unsafe-name' },
    { path: 'a', because: 'moved' },
  ] as const;
  const guarded = await guard({ leftOut });
  expect(guarded.heldBack).toMatchObject([
    { path: 'a', rule: 'rename', content: null },
    { path: 'a\\b', rule: 'unsafe-path', reason: saying('has a backslash') },
  ]);
});
