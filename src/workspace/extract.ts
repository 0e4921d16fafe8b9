import { treeWith } from './assemble.ts';
import { digestBlobs, type BlobDigest } from './blobs.ts';
import { parseMode, type Change, type ChangedFile, type FileMode, type LeftOut } from './change.ts';
import { countLines } from './diff.ts';
import type { Git } from './git.ts';
import { withIndex } from './index-file.ts';
import { decodeName, splitRecords } from './names.ts';

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
  const { files, undecodable } = await readChanges(git, trees.baselineTree, trees.tree);
  return {
    ...trees,
    treeOnBase: await withIndex(git, (index) => treeWith(git, { base: trees.base, files, index })),
    files,
    ...(await countLines(git, trees.baselineTree, trees.tree)),
    leftOut: [...leftOut, ...undecodable],
  };
}

/** The files that differ between two trees, by path, and the names that are not UTF-8. */
export async function readChanges(
  git: Git,
  from: string,
  to: string,
): Promise<Readonly<{ files: readonly ChangedFile[]; undecodable: readonly LeftOut[] }>> {
  const differences = await readDifferences(git, from, to);
  const digests = await digestBlobs(
    git,
    differences.filter(hasBlob).map(({ blob }) => blob),
  );
  const files: ChangedFile[] = [];
  const undecodable: LeftOut[] = [];
  for (const difference of differences) {
    const path = decodeName(difference.path);
    const target = difference.target === null ? null : decodeName(difference.target);
    if (path === null || (difference.target !== null && target === null)) {
      undecodable.push({ path: (difference.target ?? difference.path).toString(), because: 'not-utf-8' });
    } else {
      files.push(...changedFiles(difference, { path, target }, digests));
    }
  }
  return {
    files: files.toSorted((left, right) => Buffer.compare(Buffer.from(left.path), Buffer.from(right.path))),
    undecodable,
  };
}

/** A rename is a deletion and an addition. */
function changedFiles(
  difference: Difference,
  names: Readonly<{ path: string; target: string | null }>,
  digests: ReadonlyMap<string, BlobDigest>,
): readonly ChangedFile[] {
  const { mode, previousMode, blob } = difference;
  const deleted: readonly ChangedFile[] =
    previousMode === null ? [] : [{ status: 'deleted', path: names.path, previousMode }];
  if (mode === null) return deleted;
  const content = { mode, blob, ...(digests.get(blob) ?? { size: 0, sha256: NO_BYTES }) };
  if (names.target !== null) {
    const added = {
      status: 'added',
      path: names.target,
      previousMode: null,
      renamedFrom: names.path,
      ...content,
    } as const;
    return [...deleted, added];
  }
  const status = previousMode === null ? 'added' : 'modified';
  return [{ status, path: names.path, previousMode, renamedFrom: null, ...content }];
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
