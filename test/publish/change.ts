import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { guardChange, type GuardedChange } from '../../src/guard/guard.ts';
import type { Change, ChangedFile, FileMode } from '../../src/workspace/change.ts';
import type { LoopbackGitHub } from '../support/github/github.ts';
import { repoPath } from '../support/repo-path.ts';

export type Content = string | Uint8Array | null | Readonly<{ link: string }> | Readonly<{ script: string }>;
export type Work = Readonly<{ guarded: GuardedChange; read: (blob: string) => Promise<Uint8Array> }>;

/** Work on top of a commit, main's head unless told, as trusted code would have extracted it; none of it is on the forge. */
export async function workOn(
  github: LoopbackGitHub,
  files: Readonly<Record<string, Content>>,
  { base, scope = [], told }: { base?: string; scope?: readonly string[]; told?: string } = {},
): Promise<Work> {
  const own = await mkdtemp(join(tmpdir(), 'publish-test-'));
  const git = await gitBeside(github, own);
  const blobs = new Map<string, Uint8Array>();
  const commit = base ?? (await git(['rev-parse', 'refs/heads/main']));
  const changed = await stage(git, { commit, files, blobs });
  const baselineTree = await git(['rev-parse', `${commit}^{tree}`]);
  const tree = await git(['write-tree']);
  await rm(own, { recursive: true });
  const trees = { base: told ?? commit, baselineTree, treeOnBase: tree, tree };
  const change: Change = { ...trees, files: changed, added: 1, removed: 0, leftOut: [] };
  const read = (blob: string): Promise<Uint8Array> => Promise.resolve(blobs.get(blob) ?? new Uint8Array());
  const guarded = await guardChange(change, { ...LIMITS, scope, readBlob: read, ownSecrets: [] });
  return { guarded, read };
}

const LIMITS = {
  modeChangesAsked: true,
  protectedPaths: [],
  maxChangedFiles: 1000,
  maxChangedBytes: 1e9,
  baseFiles: [],
  lfsPaths: new Set<string>(),
};

type Git = (args: readonly string[], input?: string | Uint8Array) => Promise<string>;

/** Git that reads the forge's repository and writes elsewhere. */
async function gitBeside(github: LoopbackGitHub, own: string): Promise<Git> {
  await mkdir(join(own, 'objects'));
  const env = {
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_DIR: github.gitDir,
    GIT_INDEX_FILE: join(own, 'index'),
    GIT_OBJECT_DIRECTORY: join(own, 'objects'),
    GIT_ALTERNATE_OBJECT_DIRECTORIES: join(github.gitDir, 'objects'),
  };
  return async (args, input = '') => (await execa('git', args, { env, input })).stdout;
}

type Staging = Readonly<{ commit: string; files: Readonly<Record<string, Content>>; blobs: Map<string, Uint8Array> }>;

async function stage(git: Git, { commit, files, blobs }: Staging): Promise<readonly ChangedFile[]> {
  const listing = (await git(['ls-tree', '-r', commit])).split('\n');
  const before = new Map(listing.map((line) => [line.split('\t')[1] ?? '', line.slice(0, 6)]));
  await git(['read-tree', commit]);
  const changed: ChangedFile[] = [];
  for (const [path, content] of Object.entries(files).toSorted(([left], [right]) => (left < right ? -1 : 1))) {
    const previousMode = modeOf(before.get(path));
    if (content === null) {
      changed.push({ status: 'deleted', path: repoPath(path), previousMode: previousMode ?? '100644' });
      await git(['update-index', '-z', '--index-info'], `0 ${'0'.repeat(40)}\t${path}\0`);
      continue;
    }
    const { bytes, mode } = bytesOf(content);
    const blob = await git(['hash-object', '-w', '--stdin'], bytes);
    blobs.set(blob, bytes);
    await git(['update-index', '--add', '--cacheinfo', `${mode},${blob},${path}`]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const status = previousMode === null ? 'added' : 'modified';
    changed.push({
      status,
      path: repoPath(path),
      mode,
      previousMode,
      blob,
      size: bytes.length,
      sha256,
      renamedFrom: null,
    });
  }
  return changed;
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
