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

/** Options that give the user and the group a name, as programs expect of them. */
export async function nameOptions({ uid, gid }: Identity, directory: string): Promise<readonly string[]> {
  await mkdir(directory, { recursive: true });
  const [users, groups] = [join(directory, 'passwd'), join(directory, 'group')];
  await writeFile(users, withEntry(await read('/etc/passwd'), uid, `runner:x:${uid}:${gid}::/:/bin/sh`));
  await writeFile(groups, withEntry(await read('/etc/group'), gid, `runner:x:${gid}:`));
  return ['--ro-bind', users, '/etc/passwd', '--ro-bind', groups, '/etc/group'];
}

async function read(path: string): Promise<string> {
  return await readFile(path, 'utf8').catch(() => '');
}

function withEntry(text: string, id: number, entry: string): string {
  const isNamed = text.split('\n').some((line) => line.split(':')[2] === String(id));
  return isNamed ? text : `${text.trimEnd()}\n${entry}\n`;
}
