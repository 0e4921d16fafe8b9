import type { Confined, ConfinedProcess, Sandbox } from './sandbox.ts';

/** What of a sandbox still runs, the order of its start kept. */
export type Running<Started> = Pick<Sandbox, 'start'> &
  Readonly<{ all: () => readonly Started[]; sweep: (spare?: readonly number[]) => Promise<void> }>;

/** Starts programs with a mark each, and knows them until they have ended. Of one that a sweep spares its children end. */
export function createRunning<Started extends Readonly<{ process: ConfinedProcess }>>(
  mark: string,
  start: (program: Confined, mark: string) => Started,
  endChildren: (one: Started) => Promise<unknown>,
): Running<Started> {
  const running = new Set<Started>();
  let started = 0;
  return {
    start(program) {
      started += 1;
      const one = start(program, `${mark}.${started}.`);
      running.add(one);
      void one.process.ended.then(() => running.delete(one));
      return one.process;
    },
    all: () => [...running],
    async sweep(spare = []) {
      await Promise.all(
        [...running].map(async (one) => {
          await (spare.includes(one.process.pid ?? 0) ? endChildren(one) : one.process.kill());
        }),
      );
    },
  };
}
