import type { Git } from './git.ts';
import { splitRecords } from './names.ts';

export type DiffOptions = Readonly<{
  /** Exact paths; everything otherwise. */
  paths?: readonly string[];
  /** Lines around each change; 3 unless told. */
  context?: number;
  /** Bytes after which the text ends with a line that says so; 4 MiB unless told. */
  limit?: number;
}>;

/** No attribute is looked at either: one in the change could declare a source file binary and so hide it. */
const PLAIN = ['-r', '--no-ext-diff', '--no-textconv', '--no-color', '--ignore-submodules=all', '--find-renames'];

/** Unified diff of two trees for reading; binary files are only named. */
export async function diffText(
  git: Git,
  trees: readonly [from: string, to: string],
  options: DiffOptions = {},
): Promise<string> {
  const limit = options.limit ?? 4 * 1024 * 1024;
  const args = [
    '--literal-pathspecs',
    'diff-tree',
    '-p',
    ...PLAIN,
    `--unified=${options.context ?? 3}`,
    ...trees,
    '--',
  ];
  const { output, cut } = await git.run([...args, ...(options.paths ?? [])], { limit, cut: true });
  if (!cut) return output.toString();
  const whole = output.subarray(0, output.lastIndexOf(0x0a) + 1).toString();
  return `${whole}[The diff is longer than ${limit} bytes; its end is left out.]\n`;
}

/** Patch of two trees that `git apply` takes, binary files included. Bytes, because content need not be UTF-8. */
export async function diffPatch(git: Git, from: string, to: string): Promise<Buffer> {
  return (await git.run(['diff-tree', '--binary', '--full-index', '-p', ...PLAIN, from, to])).output;
}

/** Lines added and removed between two trees; binary files count nothing. */
export async function countLines(
  git: Git,
  from: string,
  to: string,
): Promise<Readonly<{ added: number; removed: number }>> {
  const records = splitRecords((await git.run(['diff-tree', '--numstat', '-z', ...PLAIN, from, to])).output);
  let added = 0;
  let removed = 0;
  for (let at = 0; at < records.length; at += 1) {
    const [plus, minus, path] = records[at]?.toString().split('\t') ?? [];
    added += Number(plus) || 0;
    removed += Number(minus) || 0;
    // A rename has an empty path and its two paths in records of their own.
    if (path === '') at += 2;
  }
  return { added, removed };
}
