import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { GitText } from './git-program.ts';

/** One entry of a tree to be written: `sha: null` takes the path away, and what is under it. */
export type TreeChange = { readonly path: string; readonly mode: string; readonly sha: string | null };

const NO_OBJECT = '0'.repeat(40);

/** Writes a tree through an index of its own, on top of another tree when there is one. */
export async function writeTree(
  text: GitText,
  dir: string,
  { base, changes }: { readonly base: string | undefined; readonly changes: readonly TreeChange[] },
): Promise<string> {
  const index = join(dir, `index-${randomUUID()}`);
  // Git wants a work tree for `--prefix`, and looks at nothing in it.
  const env = { GIT_INDEX_FILE: index, GIT_WORK_TREE: dir };
  try {
    await text(base ? ['read-tree', base] : ['read-tree', '--empty'], { env });
    const replaced = changes.filter(({ sha, mode }) => sha === null || mode === '040000').map(({ path }) => path);
    const gone =
      replaced.length === 0 ? '' : await text(['--literal-pathspecs', 'ls-files', '-z', '--', ...replaced], { env });
    const lines = [
      ...gone
        .split('\0')
        .filter(Boolean)
        .map((path) => `0 ${NO_OBJECT}\t${path}\0`),
      ...changes.flatMap(({ sha, mode, path }) =>
        sha === null || mode === '040000' ? [] : [`${mode} ${sha}\t${path}\0`],
      ),
    ];
    await text(['update-index', '--add', '--replace', '-z', '--index-info'], { env, input: lines.join('') });
    for (const { path, sha, mode } of changes) {
      if (sha !== null && mode === '040000') await text(['read-tree', `--prefix=${path}/`, sha], { env });
    }
    return await text(['write-tree'], { env });
  } finally {
    await rm(index, { force: true });
  }
}
