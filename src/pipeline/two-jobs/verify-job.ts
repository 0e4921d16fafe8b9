import { join } from 'node:path';
import type { CheckComparison } from '../../check/check.ts';
import { compareChecks } from '../../check/compare.ts';
import type { Outputs } from '../../config/outputs.ts';
import type { Settings } from '../../config/settings.ts';
import { Failure } from '../../failure.ts';
import { findPlace } from '../../publish/place.ts';
import { logLine } from '../../text/sinks.ts';
import { gate } from '../../trigger/gate.ts';
import type { Invocation, Trigger } from '../../trigger/trigger.ts';
import { createGit } from '../../workspace/git.ts';
import { addBlob } from '../../workspace/remote-trees.ts';
import { inspectSource } from '../../workspace/source.ts';
import { prepareWorkspace, type Workspace } from '../../workspace/workspace.ts';
import type { Dependencies } from '../dependencies.ts';
import { findChecks } from '../site/find-checks.ts';
import { readSettings } from '../site/prepare.ts';
import { createChecks } from '../site/project-checks.ts';
import { makeHandedTree, originOf } from './received-change.ts';
import { takeHandOver } from './take-hand-over.ts';
import { renderCheckedAgain } from './verification.ts';

/**
 * Runs the project's checks once more, before and after, on the very tree that is to be published, in a job that has no
 * key and may write nothing. What defines them is read where the work left its base. Its name is what it is there for:
 * only what it finds makes handed-over work “verified”.
 */
export async function verifyJob(asked: Trigger, deps: Dependencies): Promise<Outputs> {
  if (asked.kind === 'ignored') return {};
  const trigger = await gate(asked, deps.forge, deps.allowed);
  if (trigger.kind !== 'task') return {};
  const { invocation } = trigger;
  const settings = await readSettings(invocation, deps);
  await using _ = await confineChecks(settings, deps);
  const { change } = await takeHandOver(deps);
  if (change === null || change.files.length === 0) return {};
  const place = await findPlace({
    forge: deps.forge,
    target: invocation.target,
    base: deps.run.branch ?? (await deps.forge.info()).defaultBranch,
  });
  const onto = await originOf(change.base, place, deps);
  await using workspace = await prepareWorkspace({
    programs: deps.programs,
    source: await inspectSource({ program: deps.programs.git, directory: deps.run.workspace }),
    root: join(deps.run.root, 'work', 'verify'),
    baseline: change.base,
    also: onto === null ? [] : [onto],
    branch: place.branch,
    remote: { url: `${deps.run.repositoryUrl}.git`, token: deps.githubToken },
    env: deps.networkEnvironment,
  });
  const git = createGit({ program: deps.programs.git, gitDir: join(workspace.root, 'git') });
  const tree = await makeHandedTree(change, { ...workspace, add: (bytes) => addBlob(git, bytes) });
  const origin = onto === null ? change.base : ((await workspace.mergeBase(change.base, onto)) ?? change.base);
  const checks = await checkTrees({ workspace, origin, tree }, { settings, invocation }, deps);
  return { verification: renderCheckedAgain({ base: change.base, tree, checks }) };
}

/** A check that is not confined could write this job's output itself. The network is what it is where the agent works. */
async function confineChecks(settings: Settings, deps: Dependencies): Promise<AsyncDisposable> {
  const { private: isPrivate } = await deps.forge.info();
  const { sandbox, network, maxDuration } = settings;
  const confinement = await deps.sandboxes.confine({ sandbox, network, isPrivate });
  deps.log(logLine(confinement.description));
  if (confinement.kind === 'none') throw unconfined();
  if (confinement.network === 'open') return new AsyncDisposableStack();
  // It stands between the checks and the allowed domains; here it has no key and no model.
  const gateway = await deps.startGateway(
    { all: [], preferred: null },
    { ...settings, network: 'gateway' },
    deps.now() + maxDuration,
  );
  deps.sandboxes.open(gateway.ports);
  return gateway;
}

function unconfined(): Failure {
  return new Failure('bad-input', '`sandbox` is “none”, with which checks could say of themselves that they passed.', {
    hint: 'Leave `sandbox` at `auto` where checks are to make work verified, or leave out the job with `mode: verify`.',
  });
}

type Trees = Readonly<{ workspace: Workspace; origin: string; tree: string }>;

/** In a clean checkout each time: what is checked is what is published and what `setup` makes of it, and nothing else. */
async function checkTrees(
  { workspace, origin, tree }: Trees,
  { settings }: Readonly<{ settings: Settings; invocation: Invocation }>,
  deps: Dependencies,
): Promise<readonly CheckComparison[]> {
  const found = await findChecks(workspace, origin, settings);
  const { checks } = found;
  if (checks.length === 0) return [];
  const { log } = deps;
  const story = { update: () => undefined, note: (sentence: string) => log(logLine(sentence)) };
  const deadline = deps.now() + settings.maxDuration;
  const runs = createChecks({ ...found, workspace, installed: true, deadline }, { deps, story });
  await runs.setUp();
  await workspace.markBaseline();
  const tell = (when: string) => (what: string) => log(logLine(`${when}: ${what}`));
  const before = await runs.runClean({ tree: origin, onProgress: tell('Before') });
  const after = await runs.runClean({ tree, onProgress: tell('After') });
  const compared = compareChecks(before, after);
  for (const { check, effect } of compared) log(logLine(`${check.name}: ${effect}`));
  return compared;
}
