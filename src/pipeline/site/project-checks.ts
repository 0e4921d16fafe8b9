import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check, CheckResult, Setup } from '../../check/check.ts';
import { runChecks } from '../../check/run-checks.ts';
import { runSetup } from '../../check/run-setup.ts';
import { touchesSetup } from '../../check/setup-files.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { copyDirectory, removeDirectory } from '../../workspace/copy.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Story } from '../told/story.ts';
import type { CheckRequest, RunChecks, RunChecksClean, Site } from './site.ts';

/** Time limit of `setup` as a whole and of each check. */
const SETUP_SECONDS = 900;
const CHECK_SECONDS = 900;

/** What it takes to run the project's own commands. */
type Confining = Readonly<{
  deps: Pick<Dependencies, 'sandboxes' | 'confinedEnvironment' | 'now' | 'run' | 'programs'>;
  story: Pick<Story, 'update' | 'note'>;
}>;

/** `setup` runs once where the coder works, and again where checks run when the tree touches what it depends on. */
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
  { deps, story }: Confining,
): Readonly<{ setUp: () => Promise<void>; run: RunChecks; runClean: RunChecksClean }> {
  const { checks, setup, workspace, deadline } = given;
  const home = createHome(deps);
  const env = deps.confinedEnvironment(home.directory);
  /** Sees the home and the directory, and no other place of the run. */
  const confine = async (directory: string): Promise<Sandbox> =>
    await deps.sandboxes.create({ writable: [home.directory, directory], readable: [], reaches: ['domains'] });
  const install = async (directory: string, where = ''): Promise<void> => {
    if (setup === null) return;
    const timeoutSeconds = Math.max(1, Math.min(SETUP_SECONDS, (deadline - deps.now()) / 1000));
    await using sandbox = await confine(directory);
    const result = await runSetup({ setup, directory, sandbox, env, timeoutSeconds });
    if (!result.ok) story.note(`Setup failed${where}: ${result.reason}`);
  };
  const check = async (tree: string, onProgress: CheckRequest['onProgress']): Promise<readonly CheckResult[]> => {
    const restore = (): Promise<void> => workspace.materialise(tree, 'checked');
    await using sandbox = await confine(workspace.checked);
    const places = { directory: workspace.checked, sandbox, env, restore };
    return await runChecks({ checks, ...places, timeoutSeconds: CHECK_SECONDS, deadline, onProgress });
  };
  return {
    async setUp() {
      story.update({ setup: given.installed ? null : setup });
      await home.make();
      if (!given.installed) await install(workspace.clone);
      await home.keep();
    },
    async run({ tree, files, onProgress }) {
      await workspace.renewChecked(tree);
      await home.renew();
      if (touchesSetup(files)) await install(workspace.checked);
      return await check(tree, onProgress);
    },
    async runClean({ tree, onProgress }) {
      await workspace.checkOut(tree);
      await home.empty();
      onProgress('setup');
      await install(workspace.checked, ' in the clean checkout');
      // What setup made and git does not ignore stays between two checks, as it does in the baseline.
      return await check(await workspace.recordChecked(), onProgress);
    },
  };
}

/** The home directory of setup and checks: what setup put there is kept aside, what a check left is gone the next time. */
function createHome({
  run,
  programs,
}: Confining['deps']): Readonly<
  Record<'make' | 'keep' | 'renew' | 'empty', () => Promise<void>> & { directory: string }
> {
  const directory = join(run.root, 'agents', 'checks');
  const kept = join(run.root, 'agents', 'checks-kept');
  const make = async (): Promise<void> => void (await mkdir(join(directory, 'tmp'), { recursive: true }));
  return {
    directory,
    make,
    keep: () => copyDirectory(programs.cp, directory, kept),
    async renew() {
      await removeDirectory(directory);
      await copyDirectory(programs.cp, kept, directory);
    },
    async empty() {
      await removeDirectory(directory);
      await make();
    },
  };
}

/** The checks as they stand before the work. */
export async function checkBefore(
  { checks, runChecks, workspace, origin }: Site,
  story: Story,
): Promise<readonly CheckResult[]> {
  if (checks.length === 0) return [];
  const step = story.begin('Before');
  const files = await workspace.changes(workspace.baseline, origin);
  const results = await runChecks({ tree: origin, files, onProgress: step.note });
  const failing = results.filter(({ status }) => status === 'failed').map(({ check }) => check.name);
  const notRun = results.filter(({ status }) => status === 'not-run').map(({ check }) => check.name);
  const told = [
    ...(failing.length > 0 ? [`${failing.join(', ')} ${failing.length === 1 ? 'fails' : 'fail'}`] : []),
    ...(notRun.length > 0 ? [`${notRun.join(', ')} could not be run`] : []),
  ];
  step.done(`Before: ${told.length === 0 ? 'all checks pass' : told.join('; ')}`);
  return results;
}
