import { expect, test } from 'vitest';
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

test.each([
  '.github/workflows/ci.yml',
  'packages/x/.github/workflows/ci.yml',
  '.GitHub/Workflows/CI.yml',
  '.github/actions/setup/action.yml',
  '.github/CODEOWNERS',
  'docs/CODEOWNERS',
  'codeowners',
  '.husky/pre-commit',
  '.githooks/pre-push',
  'lefthook.yml',
  'packages/x/.pre-commit-config.yaml',
  'opencode.json',
  'packages/x/opencode.jsonc',
  '.opencode/agent/x.md',
  'AGENTS.md',
  'packages/x/agents.md',
  'CLAUDE.md',
  '.claude/settings.json',
  '.cursor/rules/x.mdc',
  '.github/copilot-instructions.md',
  '.github/opencode.yml',
  '.github/opencode/x.md',
  '.mcp.json',
  'packages/x/.npmrc',
  'packages/x/.yarnrc.yml',
  '.pnpmfile.cjs',
  'pip.conf',
  'sub/.gitattributes',
  '.gitmodules',
  '.lfsconfig',
  'gradlew',
  'android/gradlew.bat',
  'android/gradle/wrapper/gradle-wrapper.jar',
  'mvnw',
  '.mvn/wrapper/maven-wrapper.properties',
  '.gitignore',
  '.env',
  '.eslintrc.json',
  '.gith\u{200C}ub/workflows/ci.yml',
])('%j is protected without anybody saying so', async (path) => {
  expect(await heldBack({ added: { [path]: '' } })).toEqual({ [path]: 'protected-path' });
});

test.each([
  'action.yml',
  'src/.hidden',
  'docs/agents-guide.md',
  '.github/ISSUE_TEMPLATE/bug.md',
  'src/workflows/ci.yml',
  'gradle/libs.versions.toml',
  'src/opencode.ts',
  'i18n/auth.json',
])('%j is not protected', async (path) => {
  expect(await heldBack({ added: { [path]: '' } })).toEqual({});
});

test('a list of protected paths takes the place of the built-in one, and what is unsafe stays so', async () => {
  const added = { 'AGENTS.md': '', 'infra/main.tf': '', '.GIT/config': '' };
  expect(await heldBack({ added }, { protectedPaths: ['infra/**'] })).toEqual({
    '.GIT/config': 'unsafe-path',
    'infra/main.tf': 'protected-path',
  });
});

test.each([
  '../x',
  'a/../../x',
  '/etc/passwd',
  'C:/x',
  'a//b',
  './a',
  'a/./b',
  '.git/config',
  '.GIT/config',
  'a/.Git/hooks/post-checkout',
  '.git./x',
  '.git /x',
  '.g\u{200C}it/x',
  '.gi\u{FEFF}t',
  'GIT~1/x',
  'git~2',
  '.git::$INDEX_ALLOCATION/x',
  '.git:x/y',
  'a\\b',
  '..\\x',
  '.git\\config',
  'a\nb',
  'a\u{0}b',
  'a\u{1B}[2Jb',
  'a\u{7F}',
  'a\u{85}b',
  'evil\u{202E}txt.exe',
  'a\u{FFFD}b',
])('the path %j is unsafe', async (path) => {
  expect(await heldBack({ added: { [path]: '' } }, { protectedPaths: [] })).toEqual({ [path]: 'unsafe-path' });
});

test.each([
  '.gitignore',
  'git',
  'a.git',
  '.github/x',
  'gitty~1x',
  'ünïcode/日本.ts',
  'with space',
  "it's",
  '.git-hooks',
  'x.git/y',
])('the path %j is safe', async (path) => {
  expect(await heldBack({ added: { [path]: '' } }, { protectedPaths: ['nothing'] })).toEqual({});
});

test.each([
  ['link', '/etc/passwd'],
  ['link', '../outside'],
  ['a/link', '../../outside'],
  ['a/b/link', '../../../x'],
  ['link', 'a/../../x'],
  ['a/link', 'b/../c'],
  ['link', '.git/config'],
  ['a/link', '../.GIT/hooks'],
  ['link', 'C:\\x'],
  ['link', ''],
  ['link', '..'],
])('the link %s to %j is held back', async (path, target) => {
  expect(await heldBack({ links: { [path]: target } })).toEqual({ [path]: 'symlink-outside' });
});

test.each([
  ['link', 'src/a.ts'],
  ['a/link', '../b'],
  ['a/b/link', '../../x'],
  ['link', './a'],
  ['a/link', '.'],
  ['a/link', '..'],
])('the link %s to %j passes', async (path, target) => {
  expect(await heldBack({ links: { [path]: target } })).toEqual({});
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

test('an executable bit alone is held back unless it was asked for; with an edit or on a new file it passes', async () => {
  const base = { 'run.sh': '100644', 'edit.sh': '100644' } as const;
  const blob = blobOf('old run.sh');
  const files = [
    file('run.sh', { status: 'modified', mode: '100755', previousMode: '100644', blob }),
    file('edit.sh', { status: 'modified', mode: '100755', previousMode: '100644' }),
    file('new.sh', { mode: '100755' }),
  ];
  expect(await heldBack({ base, files })).toEqual({ 'run.sh': 'mode-change' });
  expect(await heldBack({ base, files }, { modeChangesAsked: true })).toEqual({});
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
