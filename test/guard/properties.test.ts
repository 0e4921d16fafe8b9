import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChangedFile, FileMode } from '../../src/workspace/change.ts';
import { comparable, namesGitDirectory } from '../../src/workspace/names.ts';
import { blobOf, changeOf, file, guard, type Sample } from './changes.ts';

const COMPONENTS = [
  'a',
  'A',
  'b',
  'src',
  'Src',
  '.git',
  '.GIT',
  'git~1',
  '..',
  '.',
  '',
  'é',
  'e\u{301}',
  '.github',
  'workflows',
  'x\\y',
  'z\n',
  '.g\u{200D}it',
];
const TARGETS = ['a', '../a', '../../a', '/x', 'a/../..', '.git', 'b/c', '..', './x'];

const MODES = ['100644', '100755', '120000', '160000'] as const;
const anyPath = fc
  .array(fc.constantFrom(...COMPONENTS), { minLength: 1, maxLength: 3 })
  .map((names) => names.join('/'));
const anySample: fc.Arbitrary<Sample> = fc
  .record({
    base: fc.dictionary(anyPath, fc.constantFrom<FileMode>(...MODES), { maxKeys: 6, noNullPrototype: true }),
    added: fc.array(anyPath, { maxLength: 5 }),
    links: fc.dictionary(anyPath, fc.constantFrom(...TARGETS), { maxKeys: 3, noNullPrototype: true }),
    choices: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
  })
  .map(({ base: wanted, added, links, choices }) => {
    const base = fitting(wanted);
    const existing = Object.keys(base);
    const isNew = (path: string): boolean => !existing.includes(path);
    return {
      base,
      deleted: existing.filter((_, at) => choices[at] === 0),
      modified: existing.filter((_, at) => choices[at] === 1),
      links: Object.fromEntries(Object.entries(links).filter(([path]) => isNew(path))),
      added: Object.fromEntries(added.filter((path) => isNew(path) && !(path in links)).map((path) => [path, ''])),
    };
  });

/** A tree that git could hold: nothing below a file, nothing of git's own. */
function fitting(wanted: Readonly<Record<string, FileMode>>): Readonly<Record<string, FileMode>> {
  const base: Record<string, FileMode> = {};
  for (const [path, mode] of Object.entries(wanted)) {
    const clash = Object.keys(base).some(
      (other) => `${path}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${path}/`),
    );
    if (!clash && !/(?:^|\/)(?:\.{0,2}|.*git.*)(?:\/|$)/i.test(path)) base[path] = mode;
  }
  return base;
}

/** `runs` times with samples that are the same in every run of the test. */
async function always(runs: number, holds: (sample: Sample) => Promise<void>): Promise<void> {
  await fc.assert(fc.asyncProperty(anySample, holds), { numRuns: runs, seed: 5 });
}

function finalTree(sample: Sample, files: readonly ChangedFile[]): ReadonlyMap<string, string> {
  const tree = new Map<string, string>(Object.entries(sample.base ?? {}));
  for (const one of files) {
    if (one.status === 'deleted') tree.delete(one.path);
    else tree.set(one.path, one.mode);
  }
  return tree;
}

test('every file of a change is either kept or held back, never both and never neither', async () => {
  await always(10_000, async (sample) => {
    const { change, heldBack } = await guard(sample);
    const whole = changeOf(sample);
    const all = [...change.files.map(({ path }) => path), ...heldBack.map(({ path }) => path)];
    expect(all.toSorted()).toEqual([...whole.files, ...whole.leftOut].map(({ path }) => path).toSorted());
    expect(heldBack.every(({ reason }) => reason.length > 0 && reason.length < 250)).toBe(true);
  });
});

test('whatever passes makes a tree that git can hold and every file system keeps apart', async () => {
  await always(10_000, async (sample) => {
    const { change } = await guard(sample, { protectedPaths: ['nothing'] });
    const tree = finalTree(sample, change.files);
    for (const one of change.files) {
      if (one.status === 'deleted') continue;
      expect(namesGitDirectory(one.path)).toBe(false);
      expect(one.path.split('/').some((part) => part === '' || part === '.' || part === '..')).toBe(false);
      const parts = one.path.split('/');
      for (let length = 1; length < parts.length; length += 1) {
        expect(tree.has(parts.slice(0, length).join('/'))).toBe(false);
      }
      expect([...tree.keys()].some((other) => other.startsWith(`${one.path}/`))).toBe(false);
      if (one.status !== 'added') continue;
      const rival = [...tree.keys()].find((other) => other !== one.path && comparable(other) === comparable(one.path));
      expect(rival).toBe(undefined);
    }
  });
});

test('guarding what passed holds back nothing more', async () => {
  await always(2000, async (sample) => {
    const { change } = await guard(sample);
    const targets = new Map(Object.values(sample.links ?? {}).map((target) => [blobOf(target), Buffer.from(target)]));
    const again = await guard(
      { base: sample.base ?? {}, files: change.files },
      { readBlob: async (blob) => targets.get(blob) ?? Buffer.alloc(0) },
    );
    expect(again.heldBack).toEqual([]);
  });
});

test('what a change has besides makes no forbidden path pass', async () => {
  const forbidden = ['.github/workflows/x.yml', 'sub/.claude/x', 'CODEOWNERS'];
  await always(2000, async (sample) => {
    const { change } = await guard({ ...sample, files: forbidden.map((path) => file(path)) });
    expect(change.files.some(({ path }) => forbidden.includes(path))).toBe(false);
  });
});
