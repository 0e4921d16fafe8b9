import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeWeakenedTests, findWeakenedTests } from '../../src/check/weakened-tests.ts';
import { repoPath } from '../support/repo-path.ts';
import { prepared, put } from '../workspace/repository.ts';

type Files = Readonly<Record<string, string | null>>;

/** What is told of a change from some files to others, through a real repository; null deletes. */
async function told(before: Readonly<Record<string, string>>, after: Files): Promise<readonly string[]> {
  await using workspace = await prepared({ 'README.md': 'x\n', ...before });
  for (const [path, text] of Object.entries(after)) {
    if (text === null) await rm(join(workspace.clone, path));
    else await put(workspace.clone, { [path]: text });
  }
  const { files, baselineTree, tree } = await workspace.extract();
  const diff = await workspace.diff(baselineTree, tree);
  return describeWeakenedTests(findWeakenedTests({ files, diff }));
}

/** The same from a diff that takes out every line and puts in every line, without a repository. */
function toldOfTexts(before: Readonly<Record<string, string>>, after: Files): readonly string[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const diff = paths.map((path) => {
    const [old, fresh] = [before[path] ?? '', after[path] ?? ''].map((text) => text.split('\n').slice(0, -1));
    const lines = [...(old ?? []).map((line) => `-${line}`), ...(fresh ?? []).map((line) => `+${line}`)];
    const status = path in before ? '' : 'new file mode 100644\n';
    const gone = after[path] === null ? 'deleted file mode 100644\n' : '';
    const names = `--- ${path in before ? `a/${path}` : '/dev/null'}\n+++ ${gone === '' ? `b/${path}` : '/dev/null'}`;
    const hunk = `@@ -1,${old?.length ?? 0} +1,${fresh?.length ?? 0} @@\n${lines.join('\n')}\n`;
    return `diff --git a/${path} b/${path}\n${status}${gone}${names}\n${hunk}`;
  });
  const files = paths
    .filter((path) => after[path] === null)
    .map((path) => ({ status: 'deleted', path: repoPath(path), previousMode: '100644' }) as const);
  return describeWeakenedTests(findWeakenedTests({ files, diff: diff.join('') }));
}

const UNIT = `import { test } from 'vitest';

test('adds two numbers', () => {
  expect(add(1, 2)).toBe(3);
});

test('refuses text', () => {
  expect(() => add('a')).toThrow();
});
`;

describe('what is pointed out', () => {
  test('a deleted test file, with the number of tests that are lost', async () => {
    expect(await told({ 'src/add.test.ts': UNIT }, { 'src/add.test.ts': null })).toEqual([
      'src/add.test.ts: the test file was deleted, with 2 tests in it.',
    ]);
  });

  test('a removed test, by its name and the line where it stood', async () => {
    const fewer = UNIT.slice(0, UNIT.indexOf("test('refuses"));
    expect(await told({ 'src/add.test.ts': UNIT }, { 'src/add.test.ts': fewer })).toEqual([
      'src/add.test.ts:7: the test “refuses text” was removed.',
    ]);
  });

  test('a test that is commented out', async () => {
    const commented = UNIT.replace("test('refuses", "// test('refuses");
    expect(await told({ 'a.test.ts': UNIT }, { 'a.test.ts': commented })).toEqual([
      'a.test.ts:7: the test “refuses text” was removed.',
    ]);
  });

  test('a test that is skipped now, and not that it was removed', async () => {
    const skipped = UNIT.replace("test('refuses", "test.skip('refuses");
    expect(await told({ 'a.test.ts': UNIT }, { 'a.test.ts': skipped })).toEqual([
      "a.test.ts:7: a test is skipped now: “test.skip('refuses text', () => {”.",
    ]);
  });

  test('one of two tests with the same name', () => {
    const once = `describe('a', () => {\n  it('works', one);\n});\n`;
    const twice = `${once}it('works', two);\n`;
    expect(toldOfTexts({ 'a.spec.js': twice }, { 'a.spec.js': once })).toEqual([
      'a.spec.js:1: the test “works” was removed.',
    ]);
  });

  test('a test file that is moved to where its runner does not look', async () => {
    const [one] = await told({ 'src/add.test.ts': UNIT }, { 'src/add.test.ts': null, 'src/add.old.ts': UNIT });
    expect(one).toBe('src/add.old.ts: the test file src/add.test.ts was moved to where it is no test any more.');
  });

  test('no more than twenty places, and the number of the others', async () => {
    const many = Array.from({ length: 30 }, (_, at) => `test('number ${at} of ${'abcdefghij'[at % 10]}${at}', run);`);
    const sentences = await told({ 'a.test.js': many.join('\n') }, { 'a.test.js': 'run();\n' });
    expect(sentences).toHaveLength(21);
    expect(sentences.at(-1)).toBe('And 10 more tests that the change deletes or skips.');
  });
});

describe('what is not pointed out', () => {
  const nothing: readonly (readonly [what: string, before: Readonly<Record<string, string>>, after: Files])[] = [
    ['new tests', {}, { 'a.test.ts': UNIT }],
    ['a test with a better name', { 'a.test.ts': UNIT }, { 'a.test.ts': UNIT.replace('adds two', 'adds any two') }],
    ['a test that moved to another file', { 'a.test.ts': UNIT }, { 'a.test.ts': null, 'b.test.ts': `// new\n${UNIT}` }],
    ['a skip that was there', { 'a.test.ts': `it.skip('x', f);\n` }, { 'a.test.ts': `let y;\nit.skip('x', f);\n` }],
    ['a skip that is gone', { 'a.test.ts': `it.skip('x', f);\n` }, { 'a.test.ts': `it('x', f);\n` }],
    ['a support file', { 'test/support/server.ts': 'start();\n' }, { 'test/support/server.ts': null }],
    ['source with such words', { 'src/a.ts': 'test("x");\n' }, { 'src/a.ts': 'page.skip(3);\n' }],
    [
      'a test that is said not to be skipped',
      { 'a_test.exs': '' },
      { 'a_test.exs': `@tag skip: false\ntest "x" do\n` },
    ],
    ['paging in a test', { 'a.test.ts': UNIT }, { 'a.test.ts': `${UNIT}test('pages', () => find({ skip: 10 }));\n` }],
    ['a word in a comment', { 'a.test.ts': UNIT }, { 'a.test.ts': `${UNIT}// it.skip is not used here\n` }],
  ];

  test.each(nothing)('%s', (_, before, after) => {
    expect(toldOfTexts(before, after)).toEqual([]);
  });

  test('a moved test file', async () => {
    const moved = { 'src/a.test.ts': null, 'lib/a.test.ts': UNIT.replace('1, 2', '2, 1') };
    expect(await told({ 'src/a.test.ts': UNIT }, moved)).toEqual([]);
  });
});

/** A test of each ecosystem, the line that skips it, and what its definition is called. */
const ECOSYSTEMS: readonly Readonly<{ path: string; test: string; skipped: string; line: number; name: string }>[] = [
  { path: 'a.test.ts', test: `it('n one', f);\n`, skipped: `xit('n one', f);\n`, line: 1, name: 'n one' },
  { path: 'a.test.js', test: `it('n one', f);\n`, skipped: `it.todo('n one');\n`, line: 1, name: 'n one' },
  {
    path: 'test/a.mjs',
    test: `test('n one', f);\n`,
    skipped: `test('n one', { skip: true }, f);\n`,
    line: 1,
    name: 'n one',
  },
  {
    path: 'a.spec.ts',
    test: `it.each([1])('n one', f);\n`,
    skipped: `it.skip.each([1])('n one', f);\n`,
    line: 1,
    name: 'n one',
  },
  {
    path: 'tests/test_a.py',
    test: 'def test_one():\n    assert 1\n',
    skipped: '@pytest.mark.skip(reason="later")\ndef test_one():\n    assert 1\n',
    line: 1,
    name: 'test_one',
  },
  {
    path: 'test_b.py',
    test: 'class TestB(TestCase):\n    def test_one(self):\n        pass\n',
    skipped: 'class TestB(TestCase):\n    @unittest.skip("later")\n    def test_one(self):\n        pass\n',
    line: 2,
    name: 'TestB',
  },
  {
    path: 'a_test.go',
    test: 'func TestOne(t *testing.T) {\n}\n',
    skipped: 'func TestOne(t *testing.T) {\n\tt.Skip("later")\n}\n',
    line: 2,
    name: 'TestOne',
  },
  {
    path: 'src/lib.rs',
    test: '    #[test]\n    fn one() {\n    }\n',
    skipped: '    #[test]\n    #[ignore]\n    fn one() {\n    }\n',
    line: 2,
    name: 'one',
  },
  {
    path: 'src/test/java/OneTest.java',
    test: '  @Test\n  void adds() {\n  }\n',
    skipped: '  @Test\n  @Disabled("later")\n  void adds() {\n  }\n',
    line: 2,
    name: 'adds',
  },
  {
    path: 'src/test/kotlin/OneTest.kt',
    test: '  @Test\n  fun `adds numbers`() {\n  }\n',
    skipped: '  @Test\n  @Ignore\n  fun `adds numbers`() {\n  }\n',
    line: 2,
    name: '`adds numbers`',
  },
  {
    path: 'App.Tests/OneTests.cs',
    test: '  [Fact]\n  public async Task Adds()\n  {\n  }\n',
    skipped: '  [Fact(Skip = "later")]\n  public async Task Adds()\n  {\n  }\n',
    line: 1,
    name: 'Adds',
  },
  {
    path: 'tests/OneTest.php',
    test: '  public function testAdds(): void {\n  }\n',
    skipped: '  public function testAdds(): void {\n    $this->markTestSkipped();\n  }\n',
    line: 2,
    name: 'testAdds',
  },
  {
    path: 'spec/one_spec.rb',
    test: `  it 'adds numbers' do\n  end\n`,
    skipped: `  it 'adds numbers', skip: 'later' do\n  end\n`,
    line: 1,
    name: 'adds numbers',
  },
  {
    path: 'test/one_test.rb',
    test: `  def test_adds\n  end\n`,
    skipped: `  def test_adds\n    skip 'later'\n  end\n`,
    line: 2,
    name: 'test_adds',
  },
  {
    path: 'test/one_test.exs',
    test: `  test "adds numbers" do\n  end\n`,
    skipped: `  @tag :skip\n  test "adds numbers" do\n  end\n`,
    line: 1,
    name: 'adds numbers',
  },
  {
    path: 'OneTests.swift',
    test: 'func testAdds() {\n}\n',
    skipped: 'func testAdds() throws {\n  throw XCTSkip()\n}\n',
    line: 2,
    name: 'testAdds',
  },
  {
    path: 'one_test.dart',
    test: `test('adds', f);\n`,
    skipped: `test('adds', f, skip: true);\n`,
    line: 1,
    name: 'adds',
  },
  {
    path: 'one_test.cc',
    test: 'TEST(One, Adds) {\n}\n',
    skipped: 'TEST(One, Adds) {\n  GTEST_SKIP();\n}\n',
    line: 2,
    name: 'One, Adds',
  },
];

describe.each(ECOSYSTEMS)('in $path', ({ path, test: text, skipped, line, name }) => {
  const rest = 'rest\n';

  test('a skipped test is pointed out at its line', () => {
    const [one, ...others] = toldOfTexts({ [path]: text + rest }, { [path]: skipped + rest });
    expect(one).toMatch(
      new RegExp(String.raw`^${path.replaceAll('.', String.raw`\.`)}:${line}: a test is skipped now: `),
    );
    expect(others).toEqual([]);
  });

  test('a removed test is pointed out by its name', () => {
    expect(toldOfTexts({ [path]: text + rest }, { [path]: rest })[0]).toBe(
      `${path}:1: the test “${name}” was removed.`,
    );
  });

  test('a deleted file is pointed out', () => {
    const [one] = toldOfTexts({ [path]: text }, { [path]: null });
    expect(one).toContain(`${path}: the test file was deleted, with `);
  });
});

test.each([
  ['a.test.ts', `it('x', f);\n`, `it.only('x', f);\n`],
  ['a.spec.js', `describe('x', f);\n`, `fdescribe('x', f);\n`],
  ['spec/a_spec.rb', `  it 'x' do\n`, `  fit 'x' do\n`],
])('in %s a test that silences all others is pointed out', (path, before, after) => {
  expect(toldOfTexts({ [path]: before }, { [path]: after })[0]).toContain(
    `${path}:1: every other test is left out now`,
  );
});
