import { lstat, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Python's virtual environments, wherever they stand within the first two levels. */
const MARKER = 'pyvenv.cfg';
/** Files that name places: entry scripts, activation, editable installs. */
const NAMING = /^(?:pyvenv\.cfg|direct_url\.json|.*\.(?:pth|egg-link)|__editable__.*\.py)$/;
const LARGEST = 1024 * 1024;

/**
 * Virtual environments name themselves and editable installs by absolute path. A copy that still named the original
 * would run the original's interpreter on the original's source, and a check of the copy would tell nothing about it.
 */
export async function relocateEnvironments(directory: string, from: string, to: string): Promise<void> {
  for (const environment of await findEnvironments(directory, 2)) {
    for (const file of await namingFiles(environment)) await replaceIn(file, from, to);
  }
}

async function findEnvironments(directory: string, levels: number): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  if (entries.some((entry) => entry.name === MARKER && entry.isFile())) return [directory];
  if (levels === 0) return [];
  const below = entries.filter(
    (entry) => entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git',
  );
  return (await Promise.all(below.map((entry) => findEnvironments(join(directory, entry.name), levels - 1)))).flat();
}

async function namingFiles(environment: string): Promise<readonly string[]> {
  const entries = await readdir(environment, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && (NAMING.test(entry.name) || entry.parentPath === join(environment, 'bin')))
    .map((entry) => join(entry.parentPath, entry.name));
}

async function replaceIn(file: string, from: string, to: string): Promise<void> {
  if ((await lstat(file)).size > LARGEST) return;
  const bytes = await readFile(file);
  if (bytes.includes(0) || !bytes.includes(from)) return;
  // Latin-1 keeps every byte as it is. The name must end there: `/w/clone` is not in `/w/clone-2`.
  const text = bytes.toString('latin1');
  const name = Buffer.from(from)
    .toString('latin1')
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const replaced = text.replaceAll(new RegExp(String.raw`${name}(?![\w.-])`, 'g'), () =>
    Buffer.from(to).toString('latin1'),
  );
  await writeFile(file, replaced, 'latin1');
}
