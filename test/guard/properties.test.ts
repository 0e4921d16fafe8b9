import { expect, test } from 'vitest';
import type { ChangedFile, FileMode } from '../../src/workspace/change.ts';
import { comparable, namesGitDirectory } from '../../src/workspace/names.ts';
import { blobOf, changeOf, file, guard, type Sample } from './changes.ts';

/** The same numbers in every run (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

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

function sampleOf(seed: number): Sample {
  const next = random(seed);
  const pick = <T>(items: readonly [T, ...T[]] | readonly T[]): T => {
    const item = items[next(items.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  };
  const path = (): string => Array.from({ length: 1 + next(3) }, () => pick(COMPONENTS)).join('/');
  const modes: readonly FileMode[] = ['100644', '100755', '120000', '160000'];
  const base: Record<string, FileMode> = {};
  for (let count = next(6); count > 0; count -= 1) {
    const one = path();
    const clash = Object.keys(base).some(
      (other) => `${one}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${one}/`),
    );
    if (!clash && !/(?:^|\/)(?:\.{0,2}|.*git.*)(?:\/|$)/i.test(one)) base[one] = pick(modes);
  }
  const added = Object.fromEntries(Array.from({ length: next(5) }, () => [path(), '']));
  const links = Object.fromEntries(Array.from({ length: next(3) }, () => [path(), pick(TARGETS)]));
  const existing = Object.keys(base);
  const deleted = existing.filter(() => next(3) === 0);
  const modified = existing.filter((one) => !deleted.includes(one) && next(3) === 0);
  const isNew = (one: string): boolean => !existing.includes(one);
  return {
    base,
    deleted,
    modified,
    links: Object.fromEntries(Object.entries(links).filter(([one]) => isNew(one))),
    added: Object.fromEntries(Object.entries(added).filter(([one]) => isNew(one) && links[one] === undefined)),
  };
}

function finalTree(sample: Sample, files: readonly ChangedFile[]): ReadonlyMap<string, string> {
  const tree = new Map<string, string>(Object.entries(sample.base ?? {}));
  for (const one of files) {
    if (one.status === 'deleted') tree.delete(one.path);
    else tree.set(one.path, one.mode);
  }
  return tree;
}

const SEEDS = Array.from({ length: 1500 }, (_, seed) => seed);

test('every file of a change is either kept or held back, never both and never neither', async () => {
  for (const seed of SEEDS) {
    const sample = sampleOf(seed);
    const { change, heldBack } = await guard(sample);
    const all = [...change.files.map(({ path }) => path), ...heldBack.map(({ path }) => path)];
    expect(all.toSorted(), `seed ${seed}`).toEqual(
      changeOf(sample)
        .files.map(({ path }) => path)
        .toSorted(),
    );
    expect(heldBack.every(({ reason }) => reason.length > 0 && reason.length < 200)).toBe(true);
  }
});

test('whatever passes makes a tree that git can hold and every file system keeps apart', async () => {
  for (const seed of SEEDS) {
    const sample = sampleOf(seed);
    const { change } = await guard(sample, { protectedPaths: ['nothing'] });
    const tree = finalTree(sample, change.files);
    for (const one of change.files) {
      if (one.status === 'deleted') continue;
      const told = `seed ${seed}: ${JSON.stringify(one.path)}`;
      expect(namesGitDirectory(one.path), told).toBe(false);
      expect(
        one.path.split('/').some((part) => part === '' || part === '.' || part === '..'),
        told,
      ).toBe(false);
      const parts = one.path.split('/');
      for (let length = 1; length < parts.length; length += 1) {
        expect(tree.has(parts.slice(0, length).join('/')), told).toBe(false);
      }
      expect(
        [...tree.keys()].some((other) => other.startsWith(`${one.path}/`)),
        told,
      ).toBe(false);
      if (one.status !== 'added') continue;
      const rival = [...tree.keys()].find((other) => other !== one.path && comparable(other) === comparable(one.path));
      expect(rival, told).toBe(undefined);
    }
  }
});

test('guarding what passed holds back nothing more', async () => {
  for (const seed of SEEDS.slice(0, 500)) {
    const sample = sampleOf(seed);
    const { change } = await guard(sample);
    const targets = new Map(Object.values(sample.links ?? {}).map((target) => [blobOf(target), Buffer.from(target)]));
    const again = await guard(
      { base: sample.base ?? {}, files: change.files },
      { readBlob: async (blob) => targets.get(blob) ?? Buffer.alloc(0) },
    );
    expect(again.heldBack, `seed ${seed}`).toEqual([]);
  }
});

test('what a change has besides makes no forbidden path pass', async () => {
  const forbidden = ['.github/workflows/x.yml', '.git/config', 'sub/.GIT/x', 'a\nb', 'CODEOWNERS'];
  for (const seed of SEEDS.slice(0, 300)) {
    const sample = sampleOf(seed);
    const { change } = await guard({ ...sample, files: forbidden.map((path) => file(path)) });
    expect(
      change.files.some(({ path }) => forbidden.includes(path)),
      `seed ${seed}`,
    ).toBe(false);
  }
});
