import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check, CheckResult, Setup } from '../check/check.ts';
import { runChecks } from '../check/run-checks.ts';
import { runSetup } from '../check/run-setup.ts';
import { touchesSetup } from '../check/setup-files.ts';
import type { Change } from '../workspace/change.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Running } from './running.ts';
import type { Story } from './story.ts';

/** Time limit of `setup` as a whole and of each check. */
const SETUP_SECONDS = 900;
const CHECK_SECONDS = 900;

/** Runs the checks on what is in `checked`; the change tells whether `setup` has to be run again first. */
export type RunChecks = (change: Change | null, onProgress: (what: string) => void) => Promise<readonly CheckResult[]>;

/** `setup` runs where the coder works and, when the change touches what it depends on, where checks run. */
export function createChecks(
  given: Readonly<{
    checks: readonly Check[];
    setup: Setup | null;
    workspace: Workspace;
    /** What `setup` would install came with the workspace. */
    installed: boolean;
    /** Milliseconds since the epoch at which the run has to be over. */
    deadline: number;
  }>,
  { deps, story }: Running,
): Readonly<{ setUp: () => Promise<void>; run: RunChecks }> {
  const home = join(deps.run.root, 'agents', 'checks');
  const sandbox = deps.createSandbox();
  const env = deps.confinedEnvironment(home);
  story.update({ confinement: sandbox.description });
  const within = (seconds: number): number => Math.max(1, Math.min(seconds, (given.deadline - deps.now()) / 1000));
  const install = async (directory: string): Promise<void> => {
    if (given.setup === null) return;
    await mkdir(join(home, 'tmp'), { recursive: true });
    const { setup } = given;
    const result = await runSetup({ setup, directory, sandbox, env, timeoutSeconds: within(SETUP_SECONDS) });
    if (!result.ok) story.note(`Setup failed: ${result.reason}`);
  };
  return {
    async setUp() {
      story.update({ setup: given.installed ? null : given.setup });
      if (!given.installed) await install(given.workspace.clone);
    },
    async run(change, onProgress) {
      await mkdir(join(home, 'tmp'), { recursive: true });
      if (change !== null && touchesSetup(change)) await install(given.workspace.checked);
      const { checks } = given;
      const results = await runChecks({
        checks,
        directory: given.workspace.checked,
        sandbox,
        env,
        timeoutSeconds: within(CHECK_SECONDS),
        onProgress,
      });
      await sandbox.sweep();
      return results;
    },
  };
}

/** The checks as they stand before the work. */
export async function checkBefore(
  run: RunChecks,
  checks: readonly Check[],
  story: Story,
): Promise<readonly CheckResult[]> {
  if (checks.length === 0) return [];
  const step = story.begin('Before');
  const results = await run(null, step.note);
  const failing = results.filter(({ status }) => status === 'failed').map(({ check }) => check.name);
  const notRun = results.filter(({ status }) => status === 'not-run').map(({ check }) => check.name);
  const told = [
    ...(failing.length > 0 ? [`${failing.join(', ')} ${failing.length === 1 ? 'fails' : 'fail'}`] : []),
    ...(notRun.length > 0 ? [`${notRun.join(', ')} could not be run`] : []),
  ];
  step.done(`Before: ${told.length === 0 ? 'all checks pass' : told.join('; ')}`);
  return results;
}
