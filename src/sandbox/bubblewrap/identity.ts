import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Who a confined program is. */
export type Identity = Readonly<{ uid: number; gid: number }>;

/** In place of root: many programs behave otherwise, or refuse to run, when they find that they are root. */
const NOT_ROOT = 1000;

/** The same user as outside, and never root. */
export function identityInside(): Identity {
  const inside = (id: number | undefined): number => (id === undefined || id === 0 ? NOT_ROOT : id);
  return { uid: inside(process.getuid?.()), gid: inside(process.getgid?.()) };
}

/** What a program finds as the name of its host. */
export const HOST = 'sandbox';

/** Options that let the name of the host be resolved beside those that the runner knows, as many programs expect. */
export async function hostOptions(directory: string): Promise<readonly string[]> {
  const [hosts, name] = [join(directory, 'hosts'), join(directory, 'hostname')];
  const known = await readFile('/etc/hosts', 'utf8').catch(() => '127.0.0.1 localhost\n');
  await mkdir(directory, { recursive: true });
  await writeFile(hosts, `127.0.0.1 ${HOST}\n${known}`);
  await writeFile(name, `${HOST}\n`);
  return ['--ro-bind', hosts, '/etc/hosts', '--ro-bind', name, '/etc/hostname'];
}
