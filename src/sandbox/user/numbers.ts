import { randomInt } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runAsRoot, type Root } from '../root.ts';

/** User numbers that no system gives to anybody: between those of people and those that systemd hands out. */
const RANGE = { first: 60_578, last: 61_183 } as const;

/** Which user each program is. */
export type UserNumbers = Readonly<{ take: () => number; giveBack: (uid: number) => void }>;

/**
 * Numbers that no two programs have at once, those of other runs on the same machine among them. They are written down, so
 * that a later step finds whose processes are left.
 */
export function createUserNumbers(directory: string): UserNumbers {
  const taken = new Set<number>(usersOf(readNames()));
  return {
    take() {
      const used = usersAtWork();
      let uid = randomInt(RANGE.first, RANGE.last + 1);
      while (taken.has(uid) || used.has(uid)) uid = uid === RANGE.last ? RANGE.first : uid + 1;
      taken.add(uid);
      appendFileSync(join(directory, USERS), `${uid}\n`, { mode: 0o600 });
      return uid;
    },
    giveBack: (uid) => void taken.delete(uid),
  };
}

/** Owners of the processes that there are. */
function usersAtWork(): ReadonlySet<number> {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return new Set(pids.flatMap((pid) => statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid ?? []));
}

const USERS = 'users';

/** Users that programs of a run were, as far as they are ones that only Patchwright uses. */
export async function readUsers(directory: string): Promise<ReadonlySet<number>> {
  const text = await readFile(join(directory, USERS), 'utf8').catch(() => '');
  const numbers = text.split('\n').map(Number);
  return new Set(numbers.filter((uid) => uid >= RANGE.first && uid <= RANGE.last));
}

function readNames(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
}

function usersOf(names: string): readonly number[] {
  return names.split('\n').map((line) => Number(line.split(':')[2]));
}

/** Gives what such users own in a run's directory back to trusted code, and removes what they left where everybody may write. */
export async function takeBackAll(root: Root, home: string, users: ReadonlySet<number>): Promise<void> {
  const script = [
    'uid=$1 gid=$2 home=$3; shift 3',
    'for user in "$@"; do',
    '  find "$home" -uid "$user" -exec chown -h "$uid:$gid" {} +',
    '  find /tmp /var/tmp /dev/shm -xdev -uid "$user" -delete',
    'done',
  ].join('\n');
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  await runAsRoot(root, script, [uid, gid, home, ...users].map(String));
}
