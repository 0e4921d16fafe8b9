import type { GitStore } from './git-store.ts';

export type FileStatus = 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';

export type FileChange = {
  readonly path: string;
  readonly previous?: string;
  readonly status: FileStatus;
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
};

export const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** The files that differ between two trees or commits, with renames found as GitHub finds them. */
export async function diffFiles(git: GitStore, base: string, head: string): Promise<FileChange[]> {
  const [raw, counts] = await Promise.all([
    git.text(['diff-tree', '-r', '-M', '-z', '--raw', base, head]),
    git.text(['diff-tree', '-r', '-M', '-z', '--numstat', base, head]),
  ]);
  const lines = parseCounts(counts);
  return parseRaw(raw).map((file) => ({ ...file, ...(lines.get(file.path) ?? { additions: 0, deletions: 0 }) }));
}

/** The hunks of one file; undefined for a binary file, as at GitHub. */
export async function diffPatch(
  git: GitStore,
  base: string,
  head: string,
  { path, previous }: FileChange,
): Promise<string | undefined> {
  const text = await git.text(['diff-tree', '-p', '-M', base, head, '--', ...(previous ? [previous] : []), path]);
  const start = text.search(/^@@ /m);
  return start < 0 ? undefined : text.slice(start);
}

function parseRaw(text: string): Omit<FileChange, 'additions' | 'deletions'>[] {
  const fields = text.split('\0');
  const files: Omit<FileChange, 'additions' | 'deletions'>[] = [];
  while (fields.length > 1) {
    const [, , before = '', after = '', letter = ''] = (fields.shift() ?? '').slice(1).split(' ');
    const first = fields.shift() ?? '';
    const status = statusOf(letter);
    const second = status === 'renamed' || status === 'copied' ? fields.shift() : undefined;
    files.push({
      path: second ?? first,
      status,
      sha: status === 'removed' ? before : after,
      ...(second !== undefined && { previous: first }),
    });
  }
  return files;
}

function statusOf(letter: string): FileStatus {
  switch (letter.charAt(0)) {
    case 'A':
      return 'added';
    case 'D':
      return 'removed';
    case 'R':
      return 'renamed';
    case 'C':
      return 'copied';
    case 'T':
      return 'changed';
    default:
      return 'modified';
  }
}

function parseCounts(text: string): Map<string, { additions: number; deletions: number }> {
  const fields = text.split('\0');
  const counts = new Map<string, { additions: number; deletions: number }>();
  while (fields.length > 1) {
    const [added = '', deleted = '', path = ''] = (fields.shift() ?? '').split('\t');
    const renamed = path === '' ? fields.splice(0, 2)[1] : undefined;
    counts.set(renamed ?? path, { additions: Number(added) || 0, deletions: Number(deleted) || 0 });
  }
  return counts;
}
