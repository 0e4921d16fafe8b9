import { chooseChecks } from '../../check/choose.ts';
import { discoverChecks } from '../../check/discover.ts';
import type { Settings } from '../../config/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** The checks and the setup of a commit, as they are given or discovered there, with the checks that the command chose. */
export async function findChecks(workspace: Workspace, commit: string, settings: Settings) {
  const found = await discoverChecks({
    checks: settings.checks,
    setup: settings.setup,
    files: (await workspace.files(commit)).map(({ path }) => path),
    readFile: (path) => workspace.readFile(commit, path),
  });
  return { ...found, checks: chooseChecks(found.checks, settings.chosenChecks) };
}
