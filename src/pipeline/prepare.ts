import { join } from 'node:path';
import type { Check } from '../check/check.ts';
import { discoverChecks } from '../check/discover.ts';
import { comesInstalled } from '../check/installed.ts';
import { CONFIG_PATH, parseConfigFile } from '../config/file.ts';
import { resolveSettings, type Settings } from '../config/settings.ts';
import type { Finding } from '../finding.ts';
import { findPlace, type Place } from '../publish/place.ts';
import type { Task } from '../task/task.ts';
import { createBoundary } from '../text/quote.ts';
import type { Invocation } from '../trigger/trigger.ts';
import { inspectSource } from '../workspace/source.ts';
import { prepareWorkspace, type Workspace } from '../workspace/workspace.ts';
import type { Dependencies } from './dependencies.ts';
import { createChecks, type RunChecks } from './project-checks.ts';
import type { Running } from './running.ts';
import { writeCorrective, writeTask } from './task-files.ts';

/** Everything that stands ready before the first model is called. */
export type Site = AsyncDisposable &
  Readonly<{
    settings: Settings;
    place: Place;
    workspace: Workspace;
    task: Task;
    /** The task file. */
    taskFile: string;
    boundary: string;
    /** The instruction file of the branch that was checked out, empty when there is none. */
    instructions: string;
    checks: readonly Check[];
    /** Writes the corrective task of a round into the run record. */
    writeCorrective: (round: number, findings: readonly Finding[]) => Promise<void>;
    runChecks: RunChecks;
  }>;

/** The settings of a run, with the repository's own file from the default branch. */
export async function readSettings(invocation: Invocation, deps: Dependencies): Promise<Settings> {
  const { defaultBranch } = await deps.forge.info();
  const file = await deps.forge.readFile(CONFIG_PATH, defaultBranch);
  return resolveSettings({ inputs: deps.inputs, file: parseConfigFile(file ?? ''), options: invocation.options });
}

/** Directories, task file and setup. */
export async function prepareSite(invocation: Invocation, settings: Settings, { deps, story }: Running): Promise<Site> {
  story.update({ scope: settings.scope, maxFixRounds: settings.maxFixRounds });
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
  const found = await discoverChecks({
    checks: settings.checks,
    setup: settings.setup,
    files: (await workspace.files(workspace.baseline)).map(({ path }) => path),
    readFile: (path) => workspace.readFile(workspace.baseline, path),
  });
  const task = await writeTask({ invocation, settings, checks: found.checks, workspace, boundary }, { deps, story });
  const deadline = story.state().startedAt + settings.maxDuration;
  const installed = settings.setup === null && comesInstalled(found.setup, source.dependencies);
  const runs = createChecks({ ...found, workspace, installed, deadline }, { deps, story });
  await runs.setUp();
  await workspace.markBaseline();
  const instructions = await workspace.readFile(source.commit, 'AGENTS.md');
  return {
    settings,
    place,
    workspace,
    ...task,
    boundary,
    instructions: instructions?.toString('utf8') ?? '',
    checks: found.checks,
    writeCorrective: (round, findings) => writeCorrective({ id: task.task.id, round, findings }, { deps, story }),
    runChecks: runs.run,
    [Symbol.asyncDispose]: () => workspace[Symbol.asyncDispose](),
  };
}
