import { comesInstalled } from '../../check/installed.ts';
import { CONFIG_PATH, parseConfigFile } from '../../config/file.ts';
import { resolveSettings, type Settings } from '../../config/settings.ts';
import { asFailure } from '../../failure.ts';
import type { Task } from '../../task/task.ts';
import { createBoundary } from '../../text/quote.ts';
import { logLine } from '../../text/sinks.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Dependencies } from '../dependencies.ts';
import { digestOfPlan, digestOfTask } from '../kept/digests.ts';
import type { GoingOn } from '../kept/go-on.ts';
import { createJournal } from '../kept/journal.ts';
import type { Entry } from '../kept/saved-entry.ts';
import type { Running } from '../running.ts';
import { withCutOff } from '../told/spending.ts';
import { findChecks } from './find-checks.ts';
import { openGround, type Ground } from './ground.ts';
import { readInstructions } from './instructions.ts';
import { createChecks } from './project-checks.ts';
import type { RunChecks, Site } from './site.ts';
import { gatherTask } from './task-context.ts';
import { writeCorrective, writeTask } from './task-files.ts';

/** The settings of a run, with the repository's own file from the default branch. */
export async function readSettings(invocation: Invocation, deps: Dependencies): Promise<Settings> {
  const { defaultBranch } = await deps.forge.info();
  const file = await deps.forge.readFile(CONFIG_PATH, defaultBranch);
  return resolveSettings({ inputs: deps.inputs, file: parseConfigFile(file ?? ''), options: invocation.options });
}

/** What a run has for itself, or the question that has to be answered before it can have it. */
export type Prepared = Readonly<{ kind: 'site'; site: Site }> | Readonly<{ kind: 'question'; reply: string }>;

type Given = Readonly<{ settings: Settings; secret: string | null }>;

/** Directories, task file and setup. */
export async function prepareSite(going: GoingOn, given: Given, running: Running): Promise<Prepared> {
  const { deps, story } = running;
  const { settings } = given;
  const { scope, maxFixRounds, budget } = settings;
  story.update({ scope, maxFixRounds, budget });
  // Downloaded beside the rest; whoever needs it is told of a failure.
  deps.install(settings).catch(() => undefined);
  const ground = await openGround(going, given.secret, deps);
  const { workspace, kept, fork } = ground;
  story.update({ spending: withCutOff(story.state().spending, ground.place, kept.spent) });
  const found = await findChecks(workspace, fork, settings);
  const { checks } = found;
  const boundary = createBoundary();
  const gathered = await gatherTask(going.invocation, { workspace, state: kept.state }, running);
  if (gathered.kind === 'question') return gathered;
  const task = await writeTask({ ...gathered, settings, checks, workspace, boundary }, running);
  if (task.kind === 'question') return task;
  const deadline = story.state().startedAt + settings.maxDuration;
  const installed = settings.setup === null && comesInstalled(found.setup, ground.source.dependencies);
  // Later runs are told what people asked, which a description of Patchwright's own does not say.
  const { invocation } = gathered;
  const known = knownOf(ground, { ...going, invocation, task: task.task, secret: given.secret }, running);
  const journal = createJournal({ ...known.journalOf, site: { settings, stored: known.stored } }, running);
  // Written beside the rest; what comes later waits for it.
  void journal.begin();
  const runs = createChecks({ ...found, workspace, installed, deadline }, running);
  await runs.setUp();
  const baselineTree = await workspace.markBaseline();
  const about = { commit: ground.trunk, tree: baselineTree, task: task.task };
  const instructions = await readInstructions({ ...about, workspace, boundary });
  for (const sentence of instructions.leftOut) story.note(sentence);
  const site: Site = {
    ...known,
    settings,
    workspace,
    place: ground.place,
    origin: fork === workspace.baseline ? baselineTree : fork,
    task: task.task,
    taskFile: task.taskFile,
    modesAsked: asksForModes(task.task),
    images: gathered.images,
    boundary,
    checks,
    instructions: instructions.text,
    journal,
    writeCorrective: (step, round, findings) => writeCorrective({ id: task.task.id, step, round, findings }, running),
    runChecks: oneAtATime(runs.run),
    runChecksClean: settings.setup === null ? null : runs.runClean,
    [Symbol.asyncDispose]: () => close(workspace, deps),
  };
  return { kind: 'site', site };
}

/** What earlier runs leave for this one, and whether what one of them had finished counts. */
function knownOf(
  { kept, fork, place, workspace, replayed }: Ground,
  { invocation, hint, approval, task, secret }: GoingOn & Readonly<{ task: Task; secret: string | null }>,
  { story }: Running,
) {
  const digest = digestOfTask(task);
  if (kept.refused !== null) story.note(kept.refused);
  const isSame = replayed !== null && replayed.fork === fork && replayed.task === digest;
  if (replayed !== null && !isSame)
    story.note('What the run before had finished was done for another task or another base, so it was done anew.');
  const found = isSame ? countsAsDone(kept, { invocation, approval }) : [];
  if (found.length < kept.found.length && isSame)
    story.note('Some of what the run before had finished could not be kept or is not believed, so it was done anew.');
  return {
    stored: new Set<string>(),
    underway: new Map(),
    unfinished: place.head !== null && (place.pullRequest === null || isSame),
    earlier: { runs: kept.runs, findings: kept.findings, numbers: kept.numbers, hint },
    journalOf: {
      workspace,
      place,
      header: {
        fork,
        head: place.head,
        task: digest,
        invocation,
        earlier: kept.runs,
        before: kept.findings,
        numbers: kept.numbers,
        spent: kept.spent,
      },
      hint: hint?.text ?? '',
      found,
      from: kept.commit,
      secret,
    },
  };
}

/**
 * Of what was finished, what can be brought back whole. What the guard held back is nowhere kept, and a plan that waits for
 * nobody's word any more is one that somebody was shown, or that the run itself wrote down.
 */
function countsAsDone(
  { found, signed }: Ground['kept'],
  { invocation, approval }: Pick<GoingOn, 'invocation' | 'approval'>,
): readonly Entry[] {
  const isAnyPlan = invocation.command !== 'approve' || signed;
  return found.filter((entry) => {
    if (entry.kind === 'work') return entry.held.length === 0;
    return entry.kind !== 'plan' || isAnyPlan || approval?.content === digestOfPlan(entry.plan);
  });
}

/** What is required, and not what anybody said around it, may ask for files that can be run. */
function asksForModes({ title, requiredChanges }: Task): boolean {
  return [title, ...requiredChanges].some((text) => /\b(?:chmod|executable|file mode)\b/i.test(text));
}

/** What cannot be removed is for the runner to remove; how the run ended does not hang on it. */
async function close(workspace: Workspace, { log }: Pick<Dependencies, 'log'>): Promise<void> {
  try {
    await workspace[Symbol.asyncDispose]();
  } catch (error) {
    log(logLine(asFailure(error).message));
  }
}

/** Steps are done side by side, and their checks would use the same ports and files. */
function oneAtATime(run: RunChecks): RunChecks {
  let last: Promise<unknown> = Promise.resolve();
  return (request) => {
    const next = last.then(async () => run(request));
    last = next.catch(() => undefined);
    return next;
  };
}
