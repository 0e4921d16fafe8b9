import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join, relative } from 'node:path';
import { Failure } from '../failure.ts';

/**
 * Absolute path of a program, looked up once before the agent exists: a later look-up could find one that it planted.
 * Entries of `path` that are relative, and programs that stand in one of the `untrusted` directories, are passed over.
 */
export async function resolveProgram(name: string, path: string, untrusted: readonly string[] = []): Promise<string> {
  const forbidden = await Promise.all(untrusted.map(realPath));
  for (const directory of path.split(delimiter).filter((entry) => isAbsolute(entry))) {
    const file = join(directory, name);
    if (!(await isExecutable(file))) continue;
    // Both names count: a link in a trusted directory may lead into the workspace, and one in it may lead out.
    const names = [await realPath(file), join(await realPath(directory), name)];
    if (!names.some((candidate) => forbidden.some((root) => isInside(candidate, root)))) return file;
  }
  throw new Failure('runtime-missing', `\`${name}\` is not on the PATH (${path === '' ? 'empty' : path}).`, {
    hint: `Install \`${name}\` on the runner; one that stands inside the workspace is never used.`,
  });
}

/**
 * A search path for programs that look for others themselves, as `npm` does for `node`: without what is relative, and
 * without what stands in one of the `untrusted` directories by its name or by where it leads.
 */
export async function searchPathOutside(path: string, untrusted: readonly string[]): Promise<string> {
  const forbidden = await Promise.all(untrusted.map(realPath));
  const kept: string[] = [];
  for (const directory of path.split(delimiter).filter((entry) => isAbsolute(entry))) {
    const names = [directory, await realPath(directory)];
    if (!names.some((name) => [...forbidden, ...untrusted].some((root) => isInside(name, root)))) kept.push(directory);
  }
  return kept.join(delimiter);
}

/** Whether a path is the directory itself or stands below it; both absolute. */
export function isInside(path: string, directory: string): boolean {
  const way = relative(directory, path);
  return way === '' || (way !== '..' && !way.startsWith('../') && !isAbsolute(way));
}

/** The path with links resolved, or as it is where it does not exist. */
export async function realPath(path: string): Promise<string> {
  return await realpath(path).catch(() => path);
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
