import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check, CheckResult, Setup } from '../check/check.ts';
import { discoverChecks } from '../check/discover.ts';
import { runChecks } from '../check/run-checks.ts';
import { runSetup } from '../check/run-setup.ts';
import { touchesSetup } from '../check/setup-files.ts';
import { CONFIG_PATH, parseConfigFile } from '../config/file.ts';
import { resolveSettings, type Settings } from '../config/settings.ts';
import { Failure } from '../failure.ts';
import type { Finding } from '../finding.ts';
import { findPlace, type Place } from '../publish/place.ts';
import { buildTask } from '../task/build-task.ts';
import { searchTerms, withLocatedFiles } from '../task/locate.ts';
import { lintCorrective, lintTask, renderCorrective, renderTask } from '../task/task-file.ts';
import type { Task } from '../task/task.ts';
import { createBoundary } from '../text/quote.ts';
import type { Request } from '../trigger/trigger.ts';
import type { Change } from '../workspace/change.ts';
import { inspectSource } from '../workspace/source.ts';
import { prepareWorkspace, type Workspace } from '../workspace/workspace.ts';
import type { Dependencies } from './dependencies.ts';
import type { Story } from './story.ts';

/** Time limit of `setup` as a whole and of each check. */
const SETUP_SECONDS = 900;
const CHECK_SECONDS = 900;

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
    before: readonly CheckResult[];
    /** Writes the corrective task of a round into the run record. */
    writeCorrective: (round: number, findings: readonly Finding[]) => Promise<void>;
    /** Runs the checks on what is in `checked`. */
    runChecks: (change: Change | null, onProgress: (what: string) => void) => Promise<readonly CheckResult[]>;
  }>;

/** The settings of a run, with the repository's own file from the default branch. */
export async function readSettings(request: Request, deps: Dependencies): Promise<Settings> {
  const { defaultBranch } = await deps.forge.info();
  const file = await deps.forge.readFile(CONFIG_PATH, defaultBranch);
  return resolveSettings({ inputs: deps.inputs, file: parseConfigFile(file ?? ''), options: request.options });
}

/** Directories, task file, setup and the checks before the work. */
export async function prepareSite(request: Request, settings: Settings, { deps, story }: Running): Promise<Site> {
  const source = await inspectSource({ program: deps.programs.git, directory: deps.run.workspace });
  const place = await findPlace({ forge: deps.forge, target: request.target, base: source.branch });
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
  const task = await writeTask({ request, settings, checks: found.checks, workspace, boundary }, { deps, story });
  const runs = createChecks({ ...found, workspace, installed: source.dependencies.length > 0 && settings.setup === null }, { deps, story });
  await runs.setUp();
  await workspace.markBaseline();
  const before = await checkBefore(runs.run, found.checks, story);
  const instructions = await workspace.readFile(source.commit, 'AGENTS.md');
  return {
    settings,
    place,
    workspace,
    ...task,
    boundary,
    instructions: instructions?.toString('utf8') ?? '',
    checks: found.checks,
    before,
    writeCorrective: (round, findings) => writeCorrective({ id: task.task.id, round, findings }, { deps, story }),
    runChecks: runs.run,
    [Symbol.asyncDispose]: () => workspace[Symbol.asyncDispose](),
  };
}

type Running = Readonly<{ deps: Dependencies; story: Story }>;

/** Both revisions of the task file are in the run record before any model is called. */
async function writeTask(
  given: Readonly<{ request: Request; settings: Settings; checks: readonly Check[]; workspace: Workspace; boundary: string }>,
  { deps, story }: Running,
): Promise<Pick<Site, 'task' | 'taskFile'>> {
  const { request, settings, checks, workspace, boundary } = given;
  const step = story.begin('Task');
  const files = new Set((await workspace.files(workspace.baseline)).map(({ path }) => path));
  const first = buildTask({ request, scope: settings.scope, checks, files, now: deps.now(), taken: new Set() });
  const task = withLocatedFiles(first, await workspace.search(workspace.baseline, searchTerms(first)));
  const directory = join(deps.run.record, 'opencode_tasks');
  await mkdir(directory, { recursive: true });
  if (task !== first) await writeFile(join(directory, `${first.id}.rev1.txt`), deps.redact(renderTask(first, boundary)));
  const taskFile = renderTask(task, boundary);
  await writeFile(join(directory, `${task.id}.txt`), deps.redact(taskFile));
  const problems = lintTask(task, taskFile);
  const [error] = problems.filter(({ severity }) => severity === 'error');
  if (error !== undefined) {
    throw new Failure('bad-input', error.message, { hint: 'Say in the issue, the comment or the `prompt` input what is to be done.' });
  }
  story.update({ title: task.title, taskFile, scope: settings.scope, notes: [...story.state().notes, ...problems.map(({ message }) => message)] });
  step.done(`Task: ${task.requiredChanges.length} required ${task.requiredChanges.length === 1 ? 'change' : 'changes'}, ${checks.length} ${checks.length === 1 ? 'check' : 'checks'}${checks[0] === undefined ? '' : ` (${checks[0].source})`}`);
  return { task, taskFile };
}

async function writeCorrective(
  given: Readonly<{ id: string; round: number; findings: readonly Finding[] }>,
  { deps, story }: Running,
): Promise<void> {
  const file = renderCorrective(given.findings);
  const problems = lintCorrective(given.findings, file);
  await writeFile(join(deps.run.record, 'opencode_tasks', `${given.id}-fix${given.round}.txt`), deps.redact(file));
  story.update({ notes: [...story.state().notes, ...problems.map(({ message }) => message)] });
}

/** `setup` runs where the coder works and, when the change touches what it depends on, where checks run. */
function createChecks(
  given: Readonly<{ checks: readonly Check[]; setup: Setup | null; workspace: Workspace; installed: boolean }>,
  { deps, story }: Running,
): Readonly<{ setUp: () => Promise<void>; run: Site['runChecks'] }> {
  const home = join(deps.run.root, 'agents', 'checks');
  const sandbox = deps.createSandbox();
  const env = deps.confinedEnvironment(home);
  const install = async (directory: string): Promise<void> => {
    if (given.setup === null || given.installed) return;
    await mkdir(join(home, 'tmp'), { recursive: true });
    const result = await runSetup({ setup: given.setup, directory, sandbox, env, timeoutSeconds: SETUP_SECONDS });
    if (!result.ok) story.update({ notes: [...story.state().notes, `Setup failed: ${result.reason}`] });
  };
  return {
    async setUp() {
      story.update({ setup: given.installed ? null : given.setup });
      await install(given.workspace.clone);
    },
    async run(change, onProgress) {
      await mkdir(join(home, 'tmp'), { recursive: true });
      if (change !== null && touchesSetup(change)) await install(given.workspace.checked);
      const { checks } = given;
      const results = await runChecks({ checks, directory: given.workspace.checked, sandbox, env, timeoutSeconds: CHECK_SECONDS, onProgress });
      await sandbox.sweep();
      return results;
    },
  };
}

async function checkBefore(run: Site['runChecks'], checks: readonly Check[], story: Story): Promise<readonly CheckResult[]> {
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
