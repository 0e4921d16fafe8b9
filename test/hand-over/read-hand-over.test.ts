import { link, mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { packHandOver, unpackHandOver } from '../../src/hand-over/pack.ts';
import { parseManifest } from '../../src/hand-over/parse-manifest.ts';
import { readHandOver } from '../../src/hand-over/read-hand-over.ts';
import { HAND_OVER_RULES } from '../../src/hand-over/refusal.ts';
import { isRepoPath } from '../../src/workspace/repo-path.ts';
import { addFile, goodRecord, RUN_ID, writeHanded, type Handed } from './handed.ts';

const OF = { repository: 'octo-org/hello-world', run: RUN_ID };

function good(): Handed {
  const handed: Handed = {
    manifest: { version: 1, ...OF, base: 'b'.repeat(40), tree: 'c'.repeat(40), files: [], heldBack: [] },
    record: goodRecord(),
    blobs: new Map(),
  };
  addFile(handed, 'src/one.txt', { text: 'one\n' });
  addFile(handed, 'src/run.sh', { text: '#!/bin/sh\n', mode: '100755' });
  handed.manifest.files.push({ status: 'deleted', path: 'old.txt' });
  return handed;
}

let root = '';
beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'hand-over-'))));
afterEach(() => rm(root, { recursive: true, force: true }));

async function ruleAgainst(alter: (handed: Handed, directory: string) => unknown): Promise<string> {
  const [handed, directory] = [good(), join(root, 'change')];
  await mkdir(directory, { recursive: true });
  // What is on the disk is altered after it was written.
  await alter(handed, '');
  await writeHanded(directory, handed);
  await alter(good(), directory);
  return await readHandOver(directory, OF).then(
    () => 'read',
    (error: unknown) =>
      error instanceof Failure ? (/`([\w-]+)`/.exec(error.message)?.[1] ?? error.message) : 'thrown',
  );
}

const file = ({ manifest: { files } }: Handed) => {
  const [first] = files;
  if (first === undefined || first.status === 'deleted') throw new Error('There is a file.');
  return first;
};

describe('a hand-over', () => {
  it('is read as it was written, and as one packed file', async () => {
    const directory = join(root, 'change');
    await writeHanded(directory, good());
    await packHandOver(directory, join(root, 'packed'));
    await unpackHandOver(join(root, 'packed'), join(root, 'unpacked'));
    for (const place of [directory, join(root, 'unpacked')]) {
      const { change, record } = await readHandOver(place, OF);
      expect(change?.files.map(({ path, status }) => [path, status])).toEqual([
        ['src/one.txt', 'written'],
        ['src/run.sh', 'written'],
        ['old.txt', 'deleted'],
      ]);
      expect(record).toMatchObject({ version: 1 });
    }
  });

  it.each<[string, (handed: Handed) => unknown]>([
    ['unsafe-path', (handed) => addFile(handed, '../outside')],
    ['unsafe-path', (handed) => addFile(handed, 'a/../../outside')],
    ['unsafe-path', (handed) => addFile(handed, '/etc/passwd')],
    ['unsafe-path', (handed) => addFile(handed, 'C:/x')],
    ['unsafe-path', (handed) => addFile(handed, '.git/hooks/pre-commit')],
    ['unsafe-path', (handed) => addFile(handed, 'sub/.GIT/config')],
    ['unsafe-path', (handed) => addFile(handed, '.g\u200cit/config')],
    ['unsafe-path', (handed) => addFile(handed, 'git~1/config')],
    ['unsafe-path', (handed) => addFile(handed, '.git. /config')],
    ['unsafe-path', (handed) => addFile(handed, '.git::$INDEX_ALLOCATION/config')],
    ['unsafe-path', (handed) => addFile(handed, 'a\\..\\b')],
    ['unsafe-path', (handed) => addFile(handed, 'a\0b')],
    ['unsafe-path', (handed) => addFile(handed, '')],
    ['unsafe-path', (handed) => handed.manifest.files.push({ status: 'deleted', path: '../x' })],
    ['submodule', (handed) => addFile(handed, 'vendor', { mode: '160000' })],
    ['submodule', (handed) => addFile(handed, 'folder', { mode: '040000' })],
    ['colliding-paths', (handed) => addFile(handed, 'src/one.txt')],
    ['colliding-paths', (handed) => addFile(handed, 'src/one.txt/below')],
    ['colliding-paths', (handed) => addFile(handed, 'src', { text: '/etc', mode: '120000' })],
    ['colliding-paths', (handed) => handed.manifest.files.push({ status: 'deleted', path: 'src/one.txt' })],
    ['digest-mismatch', (handed) => (file(handed).size += 1)],
    ['too-large', (handed) => (file(handed).size -= 1)],
    ['digest-mismatch', (handed) => handed.blobs.set(file(handed).sha256, Buffer.from('two\n'))],
    ['blob-missing', (handed) => handed.blobs.delete(file(handed).sha256)],
    ['unexpected-file', (handed) => (file(handed).sha256 = 'd'.repeat(64))],
    ['unexpected-file', (handed) => handed.blobs.set('e'.repeat(64), Buffer.from('more'))],
    ['too-large', (handed) => (file(handed).size = 2 ** 40)],
    ['malformed', (handed) => (file(handed).size = -1)],
    ['malformed', (handed) => Object.assign(handed.manifest, { version: 2 })],
    ['malformed', (handed) => Object.assign(handed.manifest, { branch: 'main' })],
    ['malformed', (handed) => Object.assign(handed.manifest, { base: 'HEAD' })],
    ['other-run', (handed) => (handed.manifest.run = 1)],
    ['other-run', (handed) => (handed.manifest.repository = 'octo-org/other')],
  ])('is refused by the rule %s (%#)', async (rule, alter) => {
    expect(await ruleAgainst((handed, directory) => (directory === '' ? alter(handed) : null))).toBe(rule);
    expect(Object.keys(HAND_OVER_RULES)).toContain(rule);
  });

  it.each<[string, string, (directory: string) => Promise<unknown>]>([
    ['a link for a content', 'not-plain-files', (at) => replace(at, (path) => symlink('/etc/passwd', path))],
    [
      'a hard link for a content',
      'not-plain-files',
      (at) => replace(at, (path) => link(join(at, 'record.json'), path)),
    ],
    ['a folder for a content', 'not-plain-files', (at) => replace(at, (path) => mkdir(path))],
    ['a link for the manifest', 'not-plain-files', (at) => relinked(join(at, 'manifest.json'))],
    ['a link for the folder of contents', 'unexpected-file', (at) => relinked(join(at, 'blobs'))],
    ['another file', 'unexpected-file', (at) => writeFile(join(at, 'x.sh'), '')],
    ['no record', 'not-plain-files', (at) => rm(join(at, 'record.json'))],
    ['no manifest beside contents', 'unexpected-file', (at) => rm(join(at, 'manifest.json'))],
    ['no directory', 'missing', (at) => rm(at, { recursive: true })],
    ['a manifest that is cut off', 'malformed', (at) => writeFile(join(at, 'manifest.json'), '{"version":1,"fil')],
    ['a manifest that is not UTF-8', 'malformed', (at) => writeFile(join(at, 'manifest.json'), Buffer.from([0xff]))],
    ['a manifest without an end', 'too-large', (at) => writeFile(join(at, 'manifest.json'), ' '.repeat(5_000_000))],
  ])('with %s is refused by the rule %s', async (_, rule, alter) => {
    expect(await ruleAgainst((_handed, directory) => (directory === '' ? null : alter(directory)))).toBe(rule);
  });

  it('is refused when it is packed with a name that leads elsewhere', async () => {
    for (const name of ['../x', '/x', 'blobs/../../x', 'blobs/x', 'record.json/x']) {
      await writeFile(join(root, 'packed'), `{"version":1,"files":{${JSON.stringify(name)}:"eA=="}}`);
      await expect(unpackHandOver(join(root, 'packed'), join(root, 'unpacked'))).rejects.toThrow('`malformed`');
    }
  });
});

const blobOf = (directory: string): string => {
  const handed = good();
  return join(directory, 'blobs', file(handed).sha256);
};

async function replace(directory: string, by: (path: string) => Promise<unknown>): Promise<void> {
  await rm(blobOf(directory));
  await by(blobOf(directory));
}

async function relinked(path: string): Promise<void> {
  await rm(path, { recursive: true });
  await symlink('/etc', path);
}

describe('a hand-over with anything altered in it', () => {
  const json = fc.jsonValue({ maxDepth: 2 });
  const path = fc.oneof(
    fc.string({ unit: fc.constantFrom('.', '/', '\\', 'g', 'i', 't', 'a', '~', '1', ' ', '\0', '\u200c', 'G') }),
    fc.constantFrom('src/one.txt/x', 'src', 'SRC/one.txt', '.git', '..', 'a/b'),
  );
  const mutation = fc.oneof(
    fc.record({
      at: fc.constantFrom('version', 'repository', 'run', 'base', 'tree', 'files', 'heldBack'),
      value: json,
    }),
    fc.record({ file: fc.nat(2), key: fc.constantFrom('path', 'mode', 'size', 'sha256', 'status'), value: json }),
    fc.record({ file: fc.nat(2), key: fc.constant('path'), value: path }),
    fc.record({ flip: fc.nat(1), byte: fc.nat(9) }),
    fc.record({ cut: fc.nat(400) }),
  );

  it('throws nothing but a Failure, and lets no two files and no path outside through', () => {
    const text = JSON.stringify(good().manifest);
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const read = tried(() => parseManifest(Buffer.from(mutations.reduce(mutate, text)), OF));
        if (read === null) return;
        expect(read.paths.every(isRepoPath)).toBe(true);
        expect(new Set(read.paths).size).toBe(read.manifest.files.length);
        const modes = read.manifest.files.map((one) => (one.status === 'deleted' ? '100644' : one.mode));
        expect(modes.every((mode) => ['100644', '100755', '120000'].includes(mode))).toBe(true);
      }),
      { numRuns: 10_000, seed: 20_260_101 },
    );
  });

  it('is read only where every content is the one that the manifest names', async () => {
    const handed = good();
    const directory = join(root, 'fuzzed');
    await writeHanded(directory, handed);
    const text = JSON.stringify(handed.manifest);
    const contents = [...handed.blobs];
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        const changed = mutations.reduce(mutate, text);
        await writeFile(join(directory, 'manifest.json'), changed);
        const flips = mutations.filter((one) => 'flip' in one);
        for (const { flip, byte } of flips) {
          const [name, bytes] = contents[flip] ?? ['', Buffer.alloc(0)];
          await writeFile(join(directory, 'blobs', name), flipped(bytes, byte));
        }
        try {
          const { change } = await readHandOver(directory, OF);
          expect(change?.files.every((one) => isRepoPath(one.path)) ?? true).toBe(true);
          expect(new Set(change?.files.map((one) => one.path)).size).toBe(change?.files.length ?? 0);
          const last = contents.flatMap((_, at) => flips.findLast(({ flip }) => flip === at) ?? []);
          expect(last.every(({ flip, byte }) => byte >= (contents[flip]?.[1].length ?? 0))).toBe(true);
        } catch (error) {
          demandFailure(error);
        } finally {
          for (const { flip } of flips) {
            const [name, bytes] = contents[flip] ?? ['', Buffer.alloc(0)];
            await writeFile(join(directory, 'blobs', name), bytes);
          }
        }
      }),
      { numRuns: 500, seed: 20_260_101 },
    );
  }, 60_000);

  type Mutation =
    | { at: string; value: unknown }
    | { file: number; key: string; value: unknown }
    | { flip: number; byte: number }
    | { cut: number };

  function mutate(text: string, one: Mutation): string {
    if ('flip' in one) return text;
    if ('cut' in one) return text.slice(0, one.cut);
    const manifest: unknown = parsed(text);
    if (typeof manifest !== 'object' || manifest === null) return text;
    if ('at' in one) return JSON.stringify({ ...manifest, [one.at]: one.value });
    if (!('files' in manifest) || !Array.isArray(manifest.files)) return text;
    const files: unknown[] = manifest.files.map((entry: unknown, at) =>
      at === one.file && typeof entry === 'object' ? { ...entry, [one.key]: one.value } : entry,
    );
    return JSON.stringify({ ...manifest, files });
  }

  function tried<Result>(read: () => Result): Result | null {
    try {
      return read();
    } catch (error) {
      demandFailure(error);
      return null;
    }
  }

  function demandFailure(error: unknown): void {
    if (!(error instanceof Failure)) throw error;
    expect(error.code).toBe('bad-input');
  }

  function parsed(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      return null;
    }
  }

  function flipped(bytes: Uint8Array, at: number): Uint8Array {
    const copy = Uint8Array.from(bytes);
    if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  }
});
