import { join } from 'node:path';
import { discoverChecks } from '../check/discover.ts';
import { comesInstalled } from '../check/installed.ts';
import { CONFIG_PATH, parseConfigFile } from '../config/file.ts';
import { resolveSettings, type Settings } from '../config/settings.ts';
import { asFailure } from '../failure.ts';
import { findPlace, OWN_BRANCHES, type Place } from '../publish/place.ts';
import { createBoundary } from '../text/quote.ts';
import type { Invocation } from '../trigger/trigger.ts';
import { inspectSource } from '../workspace/source.ts';
import { prepareWorkspace, type Workspace } from '../workspace/workspace.ts';
import type { Dependencies } from './dependencies.ts';
import { createChecks } from './project-checks.ts';
import type { Running } from './running.ts';
import type { Site } from './site.ts';
import { writeCorrective, writeTask } from './task-files.ts';

/** The settings of a run, with the repository's own file from the default branch. */
export async function readSettings(invocation: Invocation, deps: Dependencies): Promise<Settings> {
  const { defaultBranch } = await deps.forge.info();
  const file = await deps.forge.readFile(CONFIG_PATH, defaultBranch);
  return resolveSettings({ inputs: deps.inputs, file: parseConfigFile(file ?? ''), options: invocation.options });
}

/** Directories, task file and setup. */
export async function prepareSite(invocation: Invocation, settings: Settings, { deps, story }: Running): Promise<Site> {
  const { scope, maxFixRounds, budget } = settings;
  story.update({ scope, maxFixRounds, budget });
  // Downloaded beside the rest; whoever needs it is told of a failure.
  deps.install(settings).catch(() => undefined);
  const source = await inspectSource({ program: deps.programs.git, directory: deps.run.workspace });
  const place = await findPlace({ forge: deps.forge, target: invocation.target, base: source.branch });
  const workspace = await prepareWorkspace({
    programs: deps.programs,
    source,
    root: join(deps.run.root, 'work'),
    baseline: place.head ?? source.commit,
    branch: place.branch,
    remote: { url: `${deps.run.repositoryUrl}.git`, token: deps.githubToken },
    env: deps.networkEnvironment,
  });
  const boundary = createBoundary();
  const fork = await forkPoint(workspace, place, source.commit);
  const found = await discoverChecks({
    checks: settings.checks,
    setup: settings.setup,
    files: (await workspace.files(fork)).map(({ path }) => path),
    readFile: (path) => workspace.readFile(fork, path),
  });
  const task = await writeTask({ invocation, settings, checks: found.checks, workspace, boundary }, { deps, story });
  const deadline = story.state().startedAt + settings.maxDuration;
  const installed = settings.setup === null && comesInstalled(found.setup, source.dependencies);
  const runs = createChecks({ ...found, workspace, installed, deadline }, { deps, story });
  await runs.setUp();
  const baselineTree = await workspace.markBaseline();
  const instructions = await workspace.readFile(source.commit, 'AGENTS.md');
  return {
    settings,
    place,
    workspace,
    origin: fork === workspace.baseline ? baselineTree : fork,
    ...task,
    boundary,
    instructions: instructions?.toString('utf8') ?? '',
    checks: found.checks,
    writeCorrective: (round, findings) => writeCorrective({ id: task.task.id, round, findings }, { deps, story }),
    runChecks: runs.run,
    // What cannot be removed is for the runner to remove; how the run ended does not hang on it.
    [Symbol.asyncDispose]: async () => {
      try {
        await workspace[Symbol.asyncDispose]();
      } catch (error) {
        deps.log(asFailure(error).message);
      }
    },
  };
}

/** Commit at which a branch of Patchwright's own left its base; the baseline itself for every other branch. */
async function forkPoint(
  workspace: Workspace,
  { branch, head, pullRequest }: Place,
  checkedOut: string,
): Promise<string> {
  if (head === null || !branch.startsWith(OWN_BRANCHES)) return workspace.baseline;
  const bases = [pullRequest?.base.sha, checkedOut].filter((base) => base !== undefined);
  const forks = await Promise.all(bases.map((base) => workspace.mergeBase(head, base)));
  return forks.find((fork) => fork !== null) ?? workspace.baseline;
}
