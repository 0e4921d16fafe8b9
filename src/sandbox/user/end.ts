import { descendantsOf, readProcesses, untilGone, type Process } from '../process-table.ts';
import { endMarkedAsRoot, killAsRoot, runAsRoot, type Root } from '../root.ts';

/** What stands around the program, so that nothing becomes that user any more; then whatever is that user. */
export async function endProgram(
  { root, setpriv }: Readonly<{ root: Root; setpriv: string }>,
  { uid, mark }: Readonly<{ uid: number; mark: string }>,
): Promise<void> {
  await endMarkedAsRoot(root, mark);
  await endUser({ root, setpriv }, uid);
}

/** As that user, every process that it may signal: its own, wherever they hide. */
async function endUser({ root, setpriv }: Readonly<{ root: Root; setpriv: string }>, uid: number): Promise<void> {
  const script = 'exec "$2" --reuid="$1" --regid="$1" --clear-groups -- /bin/sh -c "kill -KILL -1"';
  for (let pass = 0; pass < 5; pass += 1) {
    const left = (await readProcesses()).filter((one) => one.uid === uid && !one.isOver);
    if (left.length === 0) return;
    await runAsRoot(root, script, [String(uid), setpriv]);
    await untilGone(left.map(({ pid }) => pid));
  }
}

/**
 * A program that was spared goes on: of the processes of its user the first that none of that user's started, as the shell
 * above it gets those whose parents have ended.
 */
export async function endChildren(root: Root, { pid, uid }: Readonly<{ pid: number; uid: number }>): Promise<void> {
  for (let pass = 0; pass < 5; pass += 1) {
    const processes = await readProcesses();
    const uidOf = new Map(processes.map((one) => [one.pid, one.uid] as const));
    const [spared] = descendantsOf(pid, processes)
      .filter((one) => one.uid === uid && uidOf.get(one.parent) !== uid)
      .toSorted((left, right) => innerId(left) - innerId(right));
    const others = processes.filter((one) => one.uid === uid && !one.isOver && one !== spared).map((one) => one.pid);
    if (others.length === 0) return;
    await killAsRoot(root, others);
    await untilGone(others);
  }
}

const innerId = ({ ids, pid }: Process): number => ids.at(-1) ?? pid;
