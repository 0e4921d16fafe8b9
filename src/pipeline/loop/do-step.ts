import type { CheckResult } from '../../check/check.ts';
import { asFailure } from '../../failure.ts';
import type { Finding } from '../../finding.ts';
import type { Step } from '../../plan/plan.ts';
import type { StepEnd } from '../../plan/schedule.ts';
import { presentLeads, search } from '../../plan/search.ts';
import { isPass } from '../../review/verdict.ts';
import { untilSettled } from '../../work/rounds.ts';
import type { Merged } from '../../workspace/merge.ts';
import type { Places } from '../../workspace/places.ts';
import type { Crew } from '../crew/crew.ts';
import type { Running } from '../running.ts';
import type { Site } from '../site/site.ts';
import { prefixOf, type Assignment } from './assignment.ts';
import { attempt, mend, tellEarlier, type Coding } from './coding.ts';
import { describeStep } from './describe-step.ts';
import { createJudge, roundOf } from './judge.ts';
import type { Judgement } from './judgement.ts';
import { report, tellFindings } from './step-report.ts';

/** What a step left, whatever became of it. */
export type StepResult = Readonly<{ tree: string; findings: readonly Finding[]; words: string }>;

export type StepOptions = Readonly<{
  step: Step;
  /** Tree that it starts from, and what could not be merged in it. */
  start: Merged;
  site: Site;
  crew: Crew;
  before: readonly CheckResult[];
}>;

/** One step in a directory of its own: its coder, its checks, its reviewer, its rounds. */
export async function doStep(
  { step, start, site, crew, before }: StepOptions,
  running: Running,
): Promise<Exclude<StepEnd<StepResult>, { kind: 'skipped' }>> {
  const { story } = running;
  report(running, step.id, { state: 'working' });
  const places = await placesOf({ step, start, site, crew });
  site.underway.set(step.id, { id: step.id, start: start.tree, marked: places.marked() });
  const words: string[] = [];
  const judged: { last: Judgement | null } = { last: null };
  const assignment = assign({ step, start, places, site, crew }, running);
  try {
    const told = {
      part: describeStep(step, start.conflicts),
      plan: '',
      leads: await findLeads(step, { site, crew, assignment }, running),
      story: tellEarlier(site),
    };
    const coding: Coding = { assignment, told, site, story };
    const { judge } = createJudge({ story, site, assignment, sweep: crew.sweep, before });
    words.push(await attempt(coding));
    const end = await untilSettled({
      maxFixRounds: site.settings.maxFixRounds,
      turnsLeft: crew.turns.left,
      judge: async (round, pivoted) => (judged.last = await judge(round, pivoted)),
      fix: async (round, last, tried) => void words.push(await mend(coding, { round, last, tried })),
    });
    const isDone = isPass(end.last.verdict);
    const reason = end.endedBy === null ? null : `ended by ${end.endedBy}`;
    report(running, step.id, { state: isDone ? 'done' : 'open', reason });
    return { kind: 'done', result: { tree: end.last.tree, findings: end.last.findings, words: words.join('\n\n') } };
  } catch (error) {
    const failure = asFailure(error);
    report(running, step.id, { state: 'failed', reason: failure.message });
    // What it had done is not thrown away.
    const tree = await places.extract().then(
      (change) => change.tree,
      () => judged.last?.tree ?? start.tree,
    );
    return {
      kind: 'failed',
      failure,
      result: { tree, findings: judged.last?.findings ?? [], words: words.join('\n\n') },
    };
  }
}

/**
 * The step's places. The coders of other steps are at work beside it and may write in its clone: they rest whenever trusted
 * code has its hands there.
 */
async function placesOf({ step, start, site, crew }: Omit<StepOptions, 'before'>): Promise<Places> {
  const atRest = async <T>(act: () => Promise<T>): Promise<T> => {
    await using _ = await crew.pause();
    return await act();
  };
  const places = await atRest(() => site.workspace.forStep(step.id, start.tree));
  return {
    ...places,
    extract: () => atRest(places.extract),
    withhold: () => atRest(places.withhold),
    bring: (tree) => atRest(() => places.bring(tree)),
    // No coder can write in the other places.
    digest: (place) => (place === 'clone' ? atRest(() => places.digest(place)) : places.digest(place)),
  };
}

type Given = Omit<StepOptions, 'before'> & Readonly<{ places: Assignment['places'] }>;

function assign({ step, start, places, site, crew }: Given, running: Running): Assignment {
  const { story } = running;
  const seat = (role: 'coder' | 'reviewer') =>
    role === 'coder'
      ? { directory: places.clone, title: `${step.id} ${step.title}`, beforeTurn: places.withhold }
      : { directory: places.snapshot, title: `Review: ${step.id} ${step.title}` };
  const assignment: Assignment = {
    step: step.id,
    title: step.title,
    places,
    origin: start.tree,
    taskFile: `${site.taskFile}\n## Step ${step.id} of the plan, which alone is to be done and judged here\n\n${describeStep(step, start.conflicts)}\n`,
    coder: crew.talk('coder', seat('coder')),
    reviewer: crew.talk('reviewer', seat('reviewer')),
    findings: [],
    recheck: async (findings) => findings,
    begin: (text) => {
      const line = story.begin(`${step.id} · ${text}`);
      return {
        note: (detail) => line.note(detail),
        done: (ending) => line.done(`${step.id} · ${ending}`),
        failed: (ending) => line.failed(`${step.id} · ${ending}`),
      };
    },
    show: () => undefined,
    onJudged: (judgement, told) => {
      const rounds = story.state().stepReports.find(({ id }) => id === step.id)?.rounds ?? [];
      report(running, step.id, { rounds: [...rounds, roundOf(assignment, judgement, told)] });
      tellFindings(running, {
        prefix: prefixOf(assignment),
        findings: judgement.findings,
        earlier: site.earlier.findings,
      });
    },
  };
  return assignment;
}

/** A step that names nothing to read gets a searcher, once. */
async function findLeads(
  step: Step,
  { site, crew, assignment }: Readonly<{ site: Site; crew: Crew; assignment: Assignment }>,
  { story }: Running,
): Promise<string> {
  if (step.read.length > 0) return '';
  const at = { step: step.id, round: 0 };
  const kept = site.journal.find('search', at);
  if (kept !== null) return kept.found;
  const { places } = assignment;
  const line = assignment.begin('Search');
  await places.materialise(assignment.origin, 'snapshot');
  const { leads, note } = await search({
    conversation: crew.talk('searcher', { directory: places.snapshot, title: `Search: ${step.id}` }),
    task: assignment.taskFile,
    boundary: site.boundary,
    files: (await site.workspace.files(assignment.origin)).map(({ path }) => path),
    digest: () => places.digest('snapshot'),
    onActivity: line.note,
  });
  if (note !== null) story.note(`${step.id}: ${note}`);
  line.done(`Search: ${leads.length} ${leads.length === 1 ? 'place' : 'places'}`);
  const found = presentLeads(leads);
  await site.journal.add({ kind: 'search', step: step.id, round: 0, found });
  return found;
}
