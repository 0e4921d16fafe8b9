import { treeWith } from './assemble.ts';
import { digestBlobs, type BlobDigest } from './blobs.ts';
import { parseMode, type Change, type ChangedFile, type FileMode, type LeftOut } from './change.ts';
import { countLines } from './diff.ts';
import type { Git } from './git.ts';
import { withIndex } from './index-file.ts';
import { decodeName, splitRecords } from './names.ts';
import { parseRepoPath, type RepoPath } from './repo-path.ts';

type Difference = Readonly<{
  status: string;
  previousMode: FileMode | null;
  mode: FileMode | null;
  blob: string;
  path: Buffer;
  /** The new path of a rename; `path` is the old one then. */
  target: Buffer | null;
}>;

/** The difference of two trees as a Change. Bytes are measured and digested from the objects, not from the work tree. */
export async function extractChange(
  git: Git,
  trees: Readonly<{ base: string; baselineTree: string; tree: string }>,
  leftOut: readonly LeftOut[],
): Promise<Change> {
  const { files, unnamed } = await readChanges(git, trees.baselineTree, trees.tree);
  return {
    ...trees,
    treeOnBase: await withIndex(git, (index) => treeWith(git, { base: trees.base, files, index })),
    files,
    ...(await countLines(git, trees.baselineTree, trees.tree)),
    leftOut: [...leftOut, ...unnamed],
  };
}

/** The files that differ between two trees, by path, and the names that no path can be. */
export async function readChanges(
  git: Git,
  from: string,
  to: string,
): Promise<Readonly<{ files: readonly ChangedFile[]; unnamed: readonly LeftOut[] }>> {
  const differences = await readDifferences(git, from, to);
  const digests = await digestBlobs(
    git,
    differences.filter(hasBlob).map(({ blob }) => blob),
  );
  const files: ChangedFile[] = [];
  const unnamed: LeftOut[] = [];
  for (const difference of differences) {
    const read = readDifference(difference, digests);
    files.push(...read.files);
    unnamed.push(...read.unnamed);
  }
  return {
    files: files.toSorted((left, right) => Buffer.compare(Buffer.from(left.path), Buffer.from(right.path))),
    unnamed,
  };
}

type Read = Readonly<{ files: readonly ChangedFile[]; unnamed: readonly LeftOut[] }>;

/** A rename is a deletion and an addition; a file is not deleted whose new place has a name that no path can be. */
function readDifference(difference: Difference, digests: ReadonlyMap<string, BlobDigest>): Read {
  const path = parseRepoPath(difference.path);
  const target = difference.target === null ? null : parseRepoPath(difference.target);
  const bad = [
    ...(typeof path === 'string' ? [] : [unnamed(difference.path)]),
    ...(target === null || typeof target === 'string' ? [] : [unnamed(difference.target ?? difference.path)]),
  ];
  if (target !== null && typeof target !== 'string') {
    return { files: [], unnamed: typeof path === 'string' ? [...bad, { path, because: 'moved' }] : bad };
  }
  if (typeof path === 'string') return { files: changedFiles(difference, { path, target }, digests), unnamed: bad };
  const files = target === null ? [] : changedFiles({ ...difference, previousMode: null }, { path: target }, digests);
  return { files, unnamed: bad };
}

function unnamed(name: Buffer): LeftOut {
  return { path: name.toString(), because: decodeName(name) === null ? 'not-utf-8' : 'unsafe-name' };
}

function changedFiles(
  difference: Difference,
  { path, target = null }: Readonly<{ path: RepoPath; target?: RepoPath | null }>,
  digests: ReadonlyMap<string, BlobDigest>,
): readonly ChangedFile[] {
  const { mode, previousMode, blob } = difference;
  const deleted: readonly ChangedFile[] = previousMode === null ? [] : [{ status: 'deleted', path, previousMode }];
  if (mode === null) return deleted;
  const content = { mode, blob, ...(digests.get(blob) ?? { size: 0, sha256: NO_BYTES }) };
  if (target !== null) {
    return [...deleted, { status: 'added', path: target, previousMode: null, renamedFrom: path, ...content }];
  }
  const status = previousMode === null ? 'added' : 'modified';
  return [{ status, path, previousMode, renamedFrom: null, ...content }];
}

/** The sha256 of nothing: a submodule has no bytes here. */
const NO_BYTES = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

async function readDifferences(git: Git, from: string, to: string): Promise<readonly Difference[]> {
  const args = [
    'diff-tree',
    '-r',
    '-z',
    '--raw',
    '--no-abbrev',
    '--find-renames',
    '--no-ext-diff',
    '--no-textconv',
    from,
    to,
  ];
  const records = splitRecords((await git.run(args)).output)[Symbol.iterator]();
  const differences: Difference[] = [];
  for (let head = records.next(); !head.done; head = records.next()) {
    const [previousMode = '', mode = '', , blob = '', status = ''] = head.value.toString().slice(1).split(' ');
    const path = records.next().value ?? Buffer.alloc(0);
    const target = status.startsWith('R') ? (records.next().value ?? null) : null;
    differences.push({ status, previousMode: parseMode(previousMode), mode: parseMode(mode), blob, path, target });
  }
  return differences;
}

function hasBlob(difference: Difference): boolean {
  return difference.mode !== null && difference.mode !== '160000';
}
