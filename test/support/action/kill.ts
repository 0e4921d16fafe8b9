import { setTimeout as wait } from 'node:timers/promises';
import { endLeftovers } from '../../../src/sandbox/leftovers.ts';
import type { ActionOptions, ActionResult } from './run-action.ts';
import type { Stage } from './stage.ts';
import { whatStands } from './what-stands.ts';

export type KillAt = Readonly<{
  /** The call of GitHub's API after whose effect the run is killed, and which of them. */
  on: string;
  at: number;
  inputs?: Readonly<Record<string, string>>;
  /** The post step runs then, as it does unless the runner is gone. */
  post?: boolean;
  /** How it is started; by the label when left out. */
  start?: (options: Partial<ActionOptions>) => Promise<ActionResult>;
}>;

/** A run that is killed in the middle, of which GitHub then says that it is over. */
export async function killedRun(
  stage: Stage,
  { on, at, inputs = {}, post = false, start }: KillAt,
): Promise<ActionResult> {
  const { github } = stage;
  const known = github.seed.workflowRun({
    headBranch: 'main',
    headSha: await whatStands(github).git('rev-parse', 'main'),
  });
  const before = github.journal.length;
  github.fault({ on, at, afterEffect: true, answer: 'hang' });
  let action = 0;
  const running = (start ?? stage.label)({ inputs, runId: known.id, onStart: (pid) => (action = pid) });
  const isOver = (): Promise<boolean> => Promise.race([running.then(() => true), wait(20, false)]);
  while (!github.journal.slice(before).some(({ faulted }) => faulted)) {
    if (await isOver()) throw new Error(`The run ended before it could be killed:\n${(await running).log}`);
  }
  process.kill(action, 'SIGKILL');
  const run = await running;
  if (post) await run.post();
  else await endLeftovers({ home: run.state['home'] ?? '', mark: run.state['mark'] ?? '' });
  known.status = 'completed';
  known.conclusion = 'cancelled';
  return run;
}
