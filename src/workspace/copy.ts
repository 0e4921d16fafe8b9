import { constants } from 'node:fs';
import { chmod, cp, lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { relocateEnvironments } from './relocate.ts';

/**
 * Copies a directory as `cp -a --reflink=auto` would: links as links, times and modes kept, bytes shared where the file
 * system can. Sockets, pipes and devices are passed over. Virtual environments are made to name their new place.
 */
export async function copyDirectory(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await cp(from, to, {
    recursive: true,
    force: true,
    verbatimSymlinks: true,
    preserveTimestamps: true,
    mode: constants.COPYFILE_FICLONE,
    filter: isCopied,
  });
}
