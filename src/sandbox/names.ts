import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who a program is, and the home that it was given. */
export type Named = Readonly<{ uid: number; gid: number; home: string }>;

/** Files, each with the place where a program sees it. */
export type Names = Readonly<{ files: readonly (readonly [file: string, place: string])[]; remove: () => void }>;

/**
 * The system's tables of users and groups, in which the program's user has a name and the program's home: some programs
 * refuse to run for who has no name, and Java looks for its home there and nowhere else.
 */
export function writeNames(directory: string, mark: string, { uid, gid, home }: Named): Names {
  const files = (['passwd', 'group'] as const).map(
    (name) => [join(directory, `${name}-${mark}`), `/etc/${name}`] as const,
  );
  const [users = '', groups = ''] = files.map(([file]) => file);
  writeFileSync(users, usersWith(read('/etc/passwd'), { uid, gid, home }));
  writeFileSync(groups, withEntry(read('/etc/group'), gid, `${NAME}:x:${gid}:`));
  // Whatever the runner's umask is: another user reads them.
  for (const [file] of files) chmodSync(file, 0o644);
  return { files, remove: () => files.forEach(([file]) => rmSync(file, { force: true })) };
}

const NAME = 'confined';

function usersWith(text: string, { uid, gid, home }: Named): string {
  // What would begin another field or another user's line is nobody's home.
  const at = /[:\n]/.test(home) ? '/' : home;
  const lines = withEntry(text, uid, `${NAME}:x:${uid}:${gid}::${at}:/bin/sh`).split('\n');
  return lines
    .map((line) => {
      const fields = line.split(':');
      return fields[2] === String(uid) ? fields.with(5, at).join(':') : line;
    })
    .join('\n');
}

function withEntry(text: string, id: number, entry: string): string {
  const isNamed = text.split('\n').some((line) => line.split(':')[2] === String(id));
  return isNamed ? text : `${text.trimEnd()}\n${entry}\n`;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
