import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import type { LoopbackGitHub } from '../github/github.ts';

/** The patch that a comment shows, copied as a person would; null where it shows none. */
export function patchIn(body: string): string | null {
  const [, , patch] = /^(`{3,})diff\n([\s\S]*?\n)\1$/m.exec(body) ?? [];
  return patch ?? null;
}

/** What `git apply` makes of a patch on a commit: content by path, null for what is deleted. */
export async function applied(
  { gitDir }: LoopbackGitHub,
  commit: string,
  patch: string,
): Promise<Readonly<Record<string, string | null>>> {
  const root = await mkdtemp(join(tmpdir(), 'applied-'));
  const env = {
    GIT_DIR: gitDir,
    GIT_WORK_TREE: root,
    GIT_INDEX_FILE: join(root, 'index'),
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  const git = async (...args: string[]): Promise<string> =>
    (await execa('git', args, { env, stripFinalNewline: false })).stdout;
  try {
    await writeFile(join(root, 'change.patch'), patch);
    await git('read-tree', commit);
    await git('apply', '--cached', join(root, 'change.patch'));
    const listed = (await git('diff', '--cached', '--name-status', '--no-renames', '-z', commit)).split('\0');
    const found: Record<string, string | null> = {};
    for (let at = 0; at + 1 < listed.length; at += 2) {
      const [status, path = ''] = [listed[at], listed[at + 1]];
      found[path] = status === 'D' ? null : await git('show', `:${path}`);
    }
    return found;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
