import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from './git.ts';
import { readBlob } from './tree.ts';

export type TextMerge = Readonly<{
  /** Null where there was none. */
  blobs: Readonly<{ base: string | null; ours: string; theirs: string }>;
  names: readonly [ours: string, theirs: string];
  /** Takes the lines of both where they are at odds. */
  union: boolean;
}>;

/** Git looks as far for a zero byte to tell what is no text. */
const LOOKED_AT = 8000;

/** Git says by its exit code how many conflicts there are. */
const CONFLICTS = Array.from({ length: 127 }, (_, at) => at + 1);

/** Merges two texts line by line, with markers around what is at odds; null where one of them is no text. */
export async function mergeText(
  git: Git,
  { blobs, names, union }: TextMerge,
): Promise<Readonly<{ blob: string; clean: boolean }> | null> {
  const read = (blob: string | null) => (blob === null ? Buffer.alloc(0) : readBlob(git, blob));
  const [ours, base, theirs] = await Promise.all([read(blobs.ours), read(blobs.base), read(blobs.theirs)]);
  if (![ours, base, theirs].every(isText)) return null;
  const directory = await mkdtemp(join(git.gitDir, 'merge-'));
  try {
    const files = ['ours', 'base', 'theirs'].map((name) => join(directory, name));
    await Promise.all([ours, base, theirs].map((bytes, at) => writeFile(files[at] ?? '', bytes)));
    const labels = ['-L', names[0], '-L', 'before', '-L', names[1]];
    const args = ['merge-file', '-p', '-q', ...(union ? ['--union'] : []), ...labels, ...files];
    const { code, output } = await git.run(args, { answers: CONFLICTS });
    const blob = await git.text(['hash-object', '-w', '--stdin'], { input: output });
    return { blob, clean: code === 0 };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

export function isText(bytes: Buffer): boolean {
  return !bytes.subarray(0, LOOKED_AT).includes(0);
}
