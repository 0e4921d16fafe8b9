import { readdir, readFile } from 'node:fs/promises';

/**
 * Process ids whose environment at their start held `variable` with a value that begins with `prefix`. A child that
 * left its process group (`setsid`) still carries its parent's environment, so it is found here; one that cleared its
 * environment is not. Systems without `/proc` have none.
 */
export async function markedProcesses(variable: string, prefix: string): Promise<readonly number[]> {
  const entries = await readdir('/proc').catch(() => []);
  const pids = entries.filter((entry) => /^\d+$/.test(entry)).map(Number);
  const marked = await Promise.all(pids.map(async (pid) => ((await carries(pid, variable, prefix)) ? pid : null)));
  return marked.filter((pid) => pid !== null);
}

async function carries(pid: number, variable: string, prefix: string): Promise<boolean> {
  if (pid === process.pid) return false;
  const environment = await readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '');
  return environment.split('\0').some((entry) => entry.startsWith(`${variable}=${prefix}`));
}
