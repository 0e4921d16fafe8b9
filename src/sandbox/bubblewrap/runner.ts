import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { realPath } from '../../workspace/program.ts';

/** What the runner has, and what of it nobody inside may see. */
export type Runner = Readonly<{
  /** The confined environment: `PATH` and where tools are. */
  environment: Readonly<Record<string, string>>;
  /** Tools that the runner keeps between jobs. */
  toolCache: string;
  home: string;
  temp: string;
  workspace: string;
}>;

/** What nobody inside may see, by all its names. */
export async function hiddenOf({ home, temp, workspace }: Runner): Promise<readonly string[]> {
  const hidden = [home, temp, workspace].filter((path) => path !== '');
  return [...new Set([...hidden, ...(await Promise.all(hidden.map(realPath)))])];
}

/** Runners that were installed in a directory, whose files may hold credentials of theirs. */
export async function runnersIn(directory: string): Promise<readonly string[]> {
  const names = await readdir(directory).catch(() => []);
  const found = await Promise.all(
    names.map(async (name) => {
      const path = join(directory, name);
      const entries = await readdir(path).catch(() => []);
      return entries.some((entry) => entry === '.runner' || entry.startsWith('.credentials')) ? [path] : [];
    }),
  );
  return found.flat();
}
