import { parseMode, type FileMode } from './change.ts';
import type { Git } from './git.ts';
import { splitRecords } from './names.ts';

/** One file of a tree. Names that are not UTF-8 carry replacement characters. */
export type TreeFile = Readonly<{ path: string; mode: FileMode; blob: string }>;

/** How often a file has any of the terms, and how many of them it has. */
export type SearchHit = Readonly<{ path: string; count: number; terms: number }>;

/** More than the forge takes in one file. */
const LARGEST_BLOB = 128 * 1024 * 1024;
/** A word that is everywhere locates nothing. */
const LARGEST_SEARCH = 16 * 1024 * 1024;

/** Every file of a tree or commit, links and submodules included. */
export async function listFiles(git: Git, tree: string): Promise<readonly TreeFile[]> {
  const { output } = await git.run(['ls-tree', '-r', '-z', '--full-tree', tree]);
  return splitRecords(output).map(parseEntry);
}

function parseEntry(record: Buffer): TreeFile {
  const tab = record.indexOf(9);
  const [mode = '', , blob = ''] = record.subarray(0, tab).toString().split(' ');
  return { path: record.subarray(tab + 1).toString(), mode: parseMode(mode) ?? '100644', blob };
}

export async function readBlob(git: Git, blob: string): Promise<Buffer> {
  return (await git.run(['cat-file', 'blob', blob], { limit: LARGEST_BLOB })).output;
}

/** Bytes of a regular file in a tree or commit; null when there is none, or a link, a folder or a submodule instead. */
export async function readTreeFile(git: Git, tree: string, path: string): Promise<Buffer | null> {
  const { output } = await git.run(['--literal-pathspecs', 'ls-tree', '-z', '--full-tree', tree, '--', path]);
  const entry = splitRecords(output)
    .filter((record) => record.toString().startsWith('100'))
    .map(parseEntry)
    .find((file) => file.path === path);
  return entry === undefined ? null : await readBlob(git, entry.blob);
}

/** Text files of a tree with one of the terms in them as it stands, in the order of the tree. */
export async function searchTree(git: Git, tree: string, terms: readonly string[]): Promise<readonly SearchHit[]> {
  const wanted = terms.filter((term) => term !== '' && !/[\n\0]/.test(term));
  if (wanted.length === 0) return [];
  const patterns = wanted.flatMap((term) => ['-e', term]);
  const args = ['grep', '-F', '-o', '-I', '-z', ...patterns, tree];
  const { output } = await git.run(args, { answers: [1], limit: LARGEST_SEARCH, cut: true });
  const found = new Map<string, string[]>();
  // Each record is `<path>\0<match>\n`, the path with the tree in front.
  const fields = output.toString().split('\0');
  for (const [at, field] of fields.slice(0, -1).entries()) {
    const path = field.slice(field.indexOf(`${tree}:`) + tree.length + 1);
    const [match = ''] = fields[at + 1]?.split('\n') ?? [];
    const matches = found.get(path);
    if (matches === undefined) found.set(path, [match]);
    else matches.push(match);
  }
  return [...found].map(([path, matches]) => ({ path, count: matches.length, terms: new Set(matches).size }));
}
