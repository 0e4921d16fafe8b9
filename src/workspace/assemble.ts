import type { ChangedFile } from './change.ts';
import type { Git } from './git.ts';
import { splitRecords } from './names.ts';

/** The tree of a commit with nothing but these files changed: what the forge has after they were published. */
export async function treeWith(
  git: Git,
  given: Readonly<{ base: string; files: readonly ChangedFile[]; index: string }>,
): Promise<string> {
  await git.run(['read-tree', given.base], { index: given.index });
  const entries = given.files.map((file) => ({
    name: Buffer.from(file.path),
    entry: file.status === 'deleted' ? null : file,
  }));
  return await treeOfIndex(git, given.index, entries);
}

/** The same with that text in a file that the tree has; its mode stays. */
export async function treeWithText(
  git: Git,
  given: Readonly<{ base: string; path: string; text: string; index: string }>,
): Promise<string> {
  const { base, path, text, index } = given;
  await git.run(['read-tree', base], { index });
  const [mode = '100644'] = (await git.text(['ls-files', '--stage', '--', `:(literal)${path}`], { index })).split(' ');
  const blob = await git.text(['hash-object', '-w', '--no-filters', '--stdin'], { input: Buffer.from(text) });
  return await treeOfIndex(git, index, [{ name: Buffer.from(path), entry: { mode, blob } }]);
}

/** What stands at a path, null for nothing. Git's names are bytes. */
export type NamedEntry = Readonly<{ name: Buffer; entry: Readonly<{ mode: string; blob: string }> | null }>;

/** The tree of an index after just these paths were set or taken out in it. */
export async function treeOfIndex(git: Git, index: string, entries: readonly NamedEntry[]): Promise<string> {
  // Deletions first: a file may stand where a folder was, and the other way round.
  const lines = entries
    .toSorted((left, right) => Number(left.entry !== null) - Number(right.entry !== null))
    .flatMap(({ name, entry }) => [
      Buffer.from(entry === null ? `0 ${'0'.repeat(40)} 0\t` : `${entry.mode} ${entry.blob} 0\t`),
      name,
      Buffer.from([0]),
    ]);
  await git.run(['update-index', '-z', '--index-info'], { index, input: Buffer.concat(lines) });
  return await git.text(['write-tree'], { index });
}

/** Those of the paths that the tree's attributes give to Git LFS. */
export async function lfsPaths(
  git: Git,
  given: Readonly<{ tree: string; paths: readonly string[]; index: string }>,
): Promise<ReadonlySet<string>> {
  const filters = await readAttribute(git, { ...given, name: 'filter' });
  return new Set([...filters].filter(([, value]) => value === 'lfs').map(([path]) => path));
}

/** An attribute of each path by the tree's attributes: `set`, `unset`, `unspecified`, or its value. */
export async function readAttribute(
  git: Git,
  given: Readonly<{ tree: string; paths: readonly string[]; index: string; name: string }>,
): Promise<ReadonlyMap<string, string>> {
  await git.run(['read-tree', given.tree], { index: given.index });
  const input = given.paths.map((path) => `${path}\0`).join('');
  const args = ['check-attr', '--cached', '-z', '--stdin', given.name];
  const { output } = await git.run(args, { index: given.index, input });
  const fields = splitRecords(output).map(String);
  return new Map(fields.flatMap((path, at) => (at % 3 === 0 ? [[path, fields[at + 2] ?? 'unspecified']] : [])));
}
