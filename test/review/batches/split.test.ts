import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReviewFile, Split } from '../../../src/review/batches/batch.ts';
import { splitIntoBatches } from '../../../src/review/batches/split.ts';
import { changed, diffOf, filesOf } from './files.ts';

const placesOf = ({ batches, aside }: Split): readonly string[] =>
  [...batches.flatMap(({ files }) => files), ...aside].map(({ path }) => path).toSorted();
const pathsOf = ({ batches }: Split): readonly (readonly string[])[] =>
  batches.map(({ files }) => files.map(({ path }) => path));
const largest = ({ batches }: Split): number => Math.max(0, ...batches.map(({ tokens }) => tokens));
const onlyFile = ({ batches }: Split) => batches[0]?.files[0];

/** As many files as a large pull request has, in the order of a die that always falls the same. */
function largePullRequest(count: number, lines: number): readonly ReviewFile[] {
  let seed = 42;
  const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
  return Array.from({ length: count }, (_, index) => {
    const name = `packages/p${index % 12}/${index % 3 === 0 ? 'test' : 'src'}/part${next(9)}/file${index}`;
    const path = index % 25 === 0 ? `${name}/package-lock.json` : `${name}${index % 3 === 0 ? '.test' : ''}.ts`;
    const line =
      index % 7 === 0
        ? `+import { x } from './file${next(count)}.ts';`
        : `+  const value${index} = compute(${next(999)});`;
    return changed(path, Math.round(lines / count), { line });
  }).toSorted(() => next(3) - 1);
}

describe('a pull request of 300 files and 20,000 lines', () => {
  const files = largePullRequest(300, 20_000);
  const split = splitIntoBatches(files, { tokens: 12_000 });

  it('has every file in exactly one batch or set aside, and every batch within its budget', () => {
    expect(files.reduce((sum, { added }) => sum + added, 0)).toBeGreaterThan(19_000);
    expect(placesOf(split)).toEqual(files.map(({ path }) => path).toSorted());
    expect(largest(split)).toBeLessThanOrEqual(12_000);
    expect(split.aside).toHaveLength(12);
    expect(split.batches.map(({ number }) => number)).toEqual(split.batches.map((_, index) => index + 1));
  });

  it('has at most twice as many batches as its size needs', () => {
    const tokens = split.batches.reduce((sum, batch) => sum + batch.tokens, 0);
    expect(split.batches.length).toBeGreaterThan(10);
    expect(split.batches.length).toBeLessThanOrEqual(2 * Math.ceil(tokens / 12_000));
  });

  it('is split alike in whatever order its files come', () => {
    expect(splitIntoBatches(files.toReversed(), { tokens: 12_000 })).toEqual(split);
  });

  it('takes time that grows with its size and not with its square', () => {
    const timed = (many: readonly ReviewFile[]): number => {
      const startedAt = performance.now();
      splitIntoBatches(many, { tokens: 12_000 });
      return performance.now() - startedAt;
    };
    const ten = largePullRequest(3000, 200_000);
    timed(files);
    const fastest = (many: readonly ReviewFile[]): number => Math.min(...[1, 2, 3].map(() => timed(many)));
    const [one, other] = [Math.max(2, fastest(files)), fastest(ten)];
    expect(other / one).toBeLessThan(40);
  });
});

describe('batches', () => {
  it('hold a test with its source, and what imports by name, before what is only near', () => {
    const files = [
      changed('src/a/read.ts', 40),
      changed('src/a/write.ts', 40),
      changed('src/z/other.ts', 40),
      changed('test/a/read.test.ts', 40),
      changed('src/b/uses.ts', 40, { line: "+import { other } from '../z/other.ts';" }),
      changed('tests/test_model.py', 40),
      changed('app/core/model.py', 40),
    ];
    const tokens = Math.ceil((2 * 40 * 45 + 300) / 4);
    expect(pathsOf(splitIntoBatches(files, { tokens })).map((paths) => paths.toSorted())).toEqual(
      expect.arrayContaining([
        ['src/a/read.ts', 'test/a/read.test.ts'],
        ['src/b/uses.ts', 'src/z/other.ts'],
        ['app/core/model.py', 'tests/test_model.py'],
      ]),
    );
  });

  it('are one where everything fits, and none where there is nothing', () => {
    expect(pathsOf(splitIntoBatches([changed('b.ts'), changed('a.ts')], { tokens: 5000 }))).toEqual([['a.ts', 'b.ts']]);
    expect(splitIntoBatches([], { tokens: 5000 })).toEqual({ batches: [], aside: [] });
  });

  it('cut a file that is over the budget at its hunks, and name the lines that they leave out', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `+line ${index} ${'y'.repeat(20)}`);
    const split = splitIntoBatches(filesOf(diffOf('big.ts', lines, lines, lines)), { tokens: 500 });
    expect(split.batches).toHaveLength(1);
    expect(split.batches[0]?.tokens).toBeLessThanOrEqual(500);
    const { text = '', leftOut = [] } = onlyFile(split) ?? {};
    expect(leftOut).toEqual([
      { start: 155, length: 26 },
      { start: 281, length: 40 },
    ]);
    expect(text).toContain('+line 13 y');
    expect(text).toContain('[Left out for their size, to be read in the file: lines 155–180, lines 281–320]');
  });

  it('name a deletion by its path and lines, without its body', () => {
    const diff =
      'diff --git a/gone.ts b/gone.ts\ndeleted file mode 100644\n--- a/gone.ts\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-secret\n-body\n';
    expect(onlyFile(splitIntoBatches(filesOf(diff), { tokens: 500 }))).toMatchObject({
      path: 'gone.ts',
      status: 'deleted',
      text: 'diff --git a/gone.ts b/gone.ts\ndeleted, with its 2 lines\n',
    });
  });

  it('are within any budget, with every file once, whatever the files are', () => {
    const file = record({
      name: integer({ min: 0, max: 40 }),
      folder: constantFrom('src', 'test', 'src/deep/er', 'vendor', ''),
      lines: integer({ min: 0, max: 200 }),
      line: constantFrom('+', `+${'z'.repeat(900)}`, "+import x from './f1.ts'", ' context', '-gone'),
    });
    assert(
      property(array(file, { maxLength: 30 }), integer({ min: 100, max: 4000 }), (all, tokens) => {
        const byPath = new Map(all.map(({ name, folder, lines, line }) => [`${folder}/f${name}.ts`, { lines, line }]));
        const files = [...byPath].map(([path, { lines, line }]) => changed(path, lines, { line }));
        const split = splitIntoBatches(files, { tokens });
        expect(placesOf(split)).toEqual([...byPath.keys()].toSorted());
        expect(largest(split)).toBeLessThanOrEqual(tokens);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe('set aside and named with the reason', () => {
  it.each([
    ['package-lock.json', {}, 'lock file'],
    ['crates/x/Cargo.lock', {}, 'lock file'],
    ['vendor/lib/a.go', {}, 'vendored'],
    ['web/jquery.min.js', {}, 'minified'],
    ['web/app.js', { line: `+${'var a=1;'.repeat(200)}` }, 'minified'],
    ['src/__snapshots__/a.test.ts.snap', {}, 'snapshot'],
    ['web/app.js.map', {}, 'source map'],
    ['api/user.pb.go', {}, 'generated, by its name'],
    [
      'api/user.go',
      { opening: '// Code generated by protoc-gen-go. DO NOT EDIT.\npackage api\n' },
      'generated, by its first lines',
    ],
    ['schema.graphql', { generated: true }, 'generated, by .gitattributes at the base'],
    ['logo.png', { binary: true, hunks: [] }, 'binary'],
  ])('is %s', (path, rest, reason) => {
    expect(splitIntoBatches([changed(path, 3, rest)], { tokens: 5000 })).toEqual({
      batches: [],
      aside: [{ path, reason }],
    });
  });

  it.each([
    ['what the base’s attributes say is written by hand', 'vendor/own/a.go', { generated: false }],
    ['a file with the mark far down', 'src/a.ts', { opening: `${'\n'.repeat(20)}// Code generated. DO NOT EDIT.` }],
    ['a file that speaks of lock files', 'src/package-lock.ts', {}],
    ['long lines of prose', 'docs/readme.md', { line: `+${'word '.repeat(300)}` }],
  ])('is not %s', (_, path, rest) => {
    expect(splitIntoBatches([changed(path, 3, rest)], { tokens: 5000 }).aside).toEqual([]);
  });
});
