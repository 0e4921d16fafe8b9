import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from './git.ts';

/** An index file for one question, so that several can be asked at once. */
export async function withIndex<Result>(git: Git, ask: (index: string) => Promise<Result>): Promise<Result> {
  const index = join(git.gitDir, `index-${randomUUID()}`);
  try {
    return await ask(index);
  } finally {
    await rm(index, { force: true });
  }
}
