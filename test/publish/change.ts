import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { guardChange, type GuardedChange } from '../../src/guard/guard.ts';
import type { Change, ChangedFile, FileMode } from '../../src/workspace/change.ts';
import type { LoopbackGitHub } from '../support/github/github.ts';

export type Content = string | Uint8Array | null | Readonly<{ link: string }> | Readonly<{ script: string }>;
export type Work = Readonly<{ guarded: GuardedChange; read: (blob: string) => Promise<Uint8Array> }>;

/** Work on top of a commit, main's head unless told, as trusted code would have extracted it; none of it is on the forge. */
export async function workOn(
  github: LoopbackGitHub,
  files: Readonly<Record<string, Content>>,
  { base, scope = [] }: { base?: string; scope?: readonly string[] } = {},
): Promise<Work> {
  const own = await mkdtemp(join(tmpdir(), 'publish-test-'));
  await mkdir(join(own, 'objects'));
  const env = {
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_DIR: github.gitDir,
    GIT_INDEX_FILE: join(own, 'index'),
    GIT_OBJECT_DIRECTORY: join(own, 'objects'),
    GIT_ALTERNATE_OBJECT_DIRECTORIES: join(github.gitDir, 'objects'),
  };
  const git = async (args: readonly string[], input: string | Uint8Array = ''): Promise<string> =>
    (await execa('git', args, { env, input })).stdout;
  const commit = base ?? (await git(['rev-parse', 'refs/heads/main']));
  const before = new Map(
    (await git(['ls-tree', '-r', commit])).split('\n').map((line) => [line.split('\t')[1] ?? '', line.slice(0, 6)]),
  );
  await git(['read-tree', commit]);
  const blobs = new Map<string, Uint8Array>();
  const changed: ChangedFile[] = [];
  for (const [path, content] of Object.entries(files).toSorted()) {
    const previousMode = modeOf(before.get(path));
    if (content === null) {
      changed.push({ status: 'deleted', path, previousMode: previousMode ?? '100644' });
      await git(['update-index', '-z', '--index-info'], `0 ${'0'.repeat(40)}\t${path}\0`);
      continue;
    }
    const { bytes, mode } = bytesOf(content);
    const blob = await git(['hash-object', '-w', '--stdin'], bytes);
    blobs.set(blob, bytes);
    await git(['update-index', '--add', '--cacheinfo', `${mode},${blob},${path}`]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const status = previousMode === null ? 'added' : 'modified';
    changed.push({ status, path, mode, previousMode, blob, size: bytes.length, sha256, renamedFrom: null });
  }
  const baselineTree = await git(['rev-parse', `${commit}^{tree}`]);
  const tree = await git(['write-tree']);
  const change: Change = { base: commit, baselineTree, setupLeft: false, tree, files: changed, added: 1, removed: 0, leftOut: [] };
  await rm(own, { recursive: true });
  const read = (blob: string): Promise<Uint8Array> => Promise.resolve(blobs.get(blob) ?? new Uint8Array());
  const limits = { protectedPaths: [], maxChangedFiles: 1000, maxChangedBytes: 1e9, baseFiles: [], lfsPaths: new Set<string>() };
  return { guarded: await guardChange(change, { scope, readBlob: read, modeChangesAsked: true, ...limits }), read };
}

function bytesOf(content: Exclude<Content, null>): Readonly<{ bytes: Uint8Array; mode: FileMode }> {
  if (typeof content === 'string') return { bytes: Buffer.from(content), mode: '100644' };
  if (content instanceof Uint8Array) return { bytes: content, mode: '100644' };
  if ('link' in content) return { bytes: Buffer.from(content.link), mode: '120000' };
  return { bytes: Buffer.from(content.script), mode: '100755' };
}

function modeOf(text: string | undefined): FileMode | null {
  if (text === '100755' || text === '120000' || text === '160000') return text;
  return text === undefined ? null : '100644';
}
