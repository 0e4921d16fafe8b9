import { mkdtempDisposable, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.ts';
import { root } from './root.ts';

/** The files that differ between two folders or are in one of them only. */
async function differences(one: string, other: string): Promise<string[]> {
  const files = new Set([...(await filesIn(one)), ...(await filesIn(other))]);
  const pairs = await Promise.all(
    [...files].toSorted().map(async (file) => {
      const [left, right] = await Promise.all([content(join(one, file)), content(join(other, file))]);
      return left !== null && right !== null && left.equals(right) ? [] : [file];
    }),
  );
  return pairs.flat();
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
}

async function content(file: string): Promise<Buffer | null> {
  return await readFile(file).catch(() => null);
}

await using fresh = await mkdtempDisposable(join(tmpdir(), 'patchwright-dist-'));
await build(fresh.path);
const stale = await differences(join(root, 'dist'), fresh.path);
if (stale.length > 0) {
  console.error(
    `dist is not what the sources build; run \`npm run fix\`:\n${stale.map((file) => `  ${file}`).join('\n')}`,
  );
  process.exitCode = 1;
}
