import type { ChangedFile } from './change.ts';
import type { Git } from './git.ts';
import { splitRecords } from './names.ts';

/** The tree of a commit with nothing but these files changed: what the forge has after they were published. */
export async function treeWith(
  git: Git,
  given: Readonly<{ base: string; files: readonly ChangedFile[]; index: string }>,
): Promise<string> {
  const { index } = given;
  await git.run(['read-tree', given.base], { index });
  // Deletions first: a file may stand where a folder was, and the other way round.
  const lines = given.files.map((file) =>
    file.status === 'deleted' ? `0 ${'0'.repeat(40)} 0\t${file.path}\0` : `${file.mode} ${file.blob} 0\t${file.path}\0`,
  );
  const input = lines
    .toSorted((left, right) => Number(right.startsWith('0 ')) - Number(left.startsWith('0 ')))
    .join('');
  await git.run(['update-index', '-z', '--index-info'], { index, input });
  return await git.text(['write-tree'], { index });
}

/** Those of the paths that the tree's attributes give to Git LFS. */
export async function lfsPaths(
  git: Git,
  given: Readonly<{ tree: string; paths: readonly string[]; index: string }>,
): Promise<ReadonlySet<string>> {
  await git.run(['read-tree', given.tree], { index: given.index });
  const input = given.paths.map((path) => `${path}\0`).join('');
  const { output } = await git.run(['check-attr', '--cached', '-z', '--stdin', 'filter'], {
    index: given.index,
    input,
  });
  const fields = splitRecords(output).map(String);
  return new Set(fields.filter((_, at) => at % 3 === 0 && fields[at + 2] === 'lfs'));
}
