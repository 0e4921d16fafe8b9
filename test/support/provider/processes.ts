import { readdir, readFile } from 'node:fs/promises';

/** Ids of the processes that have this in their environment. */
export async function processesWith(mark: string): Promise<readonly number[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const found = await Promise.all(ids.map(async (id) => ((await ofProcess(id, 'environ')).includes(mark) ? [id] : [])));
  return found.flat().map(Number);
}

/** A file that the kernel keeps of a process; empty when it is gone or somebody else's. */
export async function ofProcess(id: number | string, file: 'environ' | 'cmdline' | 'status'): Promise<string> {
  return await readFile(`/proc/${id}/${file}`, 'utf8').catch(() => '');
}
