import { Failure } from '../../failure.ts';
import { descendantsOf, readProcesses, type Process } from '../process-table.ts';
import { signalAsRoot, type Root } from '../root.ts';

/** Looks at the processes until all rest; one that is started meanwhile is found by the next. */
const LOOKS = 50;

/** Brings what is in namespaces to rest, as often as it is asked to before it goes on. */
export function createPause(root: Root, firsts: () => readonly number[]): () => Promise<AsyncDisposable> {
  let pauses = 0;
  const goOn = async (): Promise<void> => {
    pauses -= 1;
    if (pauses > 0) return;
    const inside = await insideOf(firsts());
    await signalAsRoot(root, 'CONT', idsOf(inside));
  };
  return async () => {
    pauses += 1;
    const pause: AsyncDisposable = { [Symbol.asyncDispose]: goOn };
    for (let look = 0; look < LOOKS; look += 1) {
      const inside = await insideOf(firsts());
      const moving = inside.filter((one) => !rests(one, inside));
      if (moving.length === 0) return pause;
      await signalAsRoot(root, 'STOP', idsOf(moving));
    }
    await goOn();
    throw new Failure(
      'unknown',
      'What the agent started could not be brought to rest, so nothing of its work was read.',
      {
        hint: 'It starts processes faster than they can be stopped; look at what it was asked to run.',
      },
    );
  };
}

/** All but the first process of each namespace, which is bubblewrap's own and takes no orders from inside. */
async function insideOf(firsts: readonly number[]): Promise<readonly Process[]> {
  const processes = await readProcesses();
  return firsts.flatMap((first) => descendantsOf(first, processes));
}

/** Whoever starts a program waits in the kernel until that has begun, which it does not while it rests itself. */
function rests({ pid, isOver, isStopped, isHeld }: Process, all: readonly Process[]): boolean {
  return isOver || isStopped || (isHeld && all.some((child) => child.parent === pid && child.isStopped));
}

function idsOf(processes: readonly Process[]): readonly number[] {
  return processes.map(({ pid }) => pid);
}
