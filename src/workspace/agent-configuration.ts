import { chmod, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { removeDirectory } from './copy.ts';
import { realPath } from './program.ts';

/**
 * What OpenCode 1.18 reads of the root of the directory that a session works in, code included, although project
 * configuration is switched off. In letter cases that some file system takes for the same.
 */
const AT_ROOT: ReadonlySet<string> = new Set(['.opencode', 'opencode.json', 'opencode.jsonc']);

/** What it adds to its own instructions below the root, whenever a file beside or under it is read. */
const BELOW_ROOT: ReadonlySet<string> = new Set(['agents.md', 'context.md']);

/** Whether a file at that path of the repository would configure or instruct the agent that works there. */
export function configuresAgent(path: string): boolean {
  const [top = '', ...below] = path.toLowerCase().split('/');
  return AT_ROOT.has(top) || BELOW_ROOT.has(below.at(-1) ?? '');
}

/** Takes out of a directory what would configure the agent that looks at it; true when there was something. */
export async function removeConfiguration(directory: string): Promise<boolean> {
  const found = await findConfiguration(directory);
  for (const path of found) await remove(path);
  return found.length > 0;
}

/** Ignored folders count: a dependency may bring instructions as well. Links are not followed. */
export async function findConfiguration(directory: string, isRoot: boolean = true): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly string[]> => {
      const [path, name] = [join(directory, entry.name), entry.name.toLowerCase()];
      if (isRoot && AT_ROOT.has(name)) return [path];
      if (!entry.isDirectory()) return !isRoot && BELOW_ROOT.has(name) ? [path] : [];
      return isRoot && name === '.git' ? [] : await findConfiguration(path, false);
    }),
  );
  return found.flat();
}

/** A folder that was made a link since it was looked into leads to somebody else's files. */
async function remove(path: string): Promise<void> {
  const parent = dirname(path);
  if ((await realPath(parent)) !== parent) return;
  try {
    await removeDirectory(path);
  } catch {
    await chmod(parent, 0o700);
    await removeDirectory(path);
  }
}
