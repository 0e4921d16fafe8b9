import type { CheckResult } from '../../check/check.ts';
import { asFailure, type Failure } from '../../failure.ts';
import type { Finding } from '../../finding.ts';
import type { Plan } from '../../plan/plan.ts';
import { cancelled } from '../../sandbox/stoppable.ts';
import { untilSettled, type RoundsEnd } from '../../work/rounds.ts';
import { openCrew, type Crew } from '../crew/crew.ts';
import type { Models } from '../crew/models.ts';
import type { Running } from '../running.ts';
import { checkBefore } from '../site/project-checks.ts';
import type { Site } from '../site/site.ts';
import { takeAdvice } from './advice.ts';
import type { Assignment } from './assignment.ts';
import { verifyClean } from './clean-checkout.ts';
import { attempt, mendWhole, tellEarlier, type Coding } from './coding.ts';
import { createJudge, roundOf } from './judge.ts';
import type { Judgement } from './judgement.ts';
import { recheckMerges } from './merge-findings.ts';
import { planWork, type PlannedWork } from './plan-work.ts';
import { workInSteps, type Joined } from './steps.ts';
import { tickPlan } from './tick-plan.ts';

/** What the work came to; a failure on the way does not take away what was done before it. */
export type Worked = Readonly<{
  last: Judgement | null;
  endedBy: string | null;
  failure: Failure | null;
  /** Why it ended before any coder was asked, null where one was. */
  stopped: Extract<PlannedWork, { kind: 'stop' }> | null;
}>;

/** Plan, checks before, the work, then rounds of judging and fixing; both servers are gone when it resolves. */
export async function work(site: Site, models: Models, running: Running): Promise<Worked> {
  const { deps, story } = running;
  const judged: { last: Judgement | null } = { last: null };
  try {
    await using crew = await openCrew(site, models, {
      ...running,
      first: story.state().invocation.command === 'plan' ? 'judges' : 'coder',
    });
    const planned = await planWork(site, crew, running);
    if (planned.kind === 'stop') return { last: null, endedBy: null, failure: null, stopped: planned };
    const before = await checkBefore(site, story);
    // Warm by the time it is needed: it starts while the coder works.
    crew.callJudges();
    const end = await doWork({ plan: planned.plan, site, crew, before }, judged, running);
    judged.last = await tickPlan(end.last, { site, story, before });
    judged.last = await verifyClean(judged.last, { site, story, before });
    return { last: judged.last, endedBy: end.endedBy, failure: null, stopped: null };
  } catch (error) {
    // A cancelled run loses its servers first; that it was cancelled is what there is to say.
    const failure = deps.cancelled.aborted ? cancelled() : asFailure(error);
    return { last: judged.last, endedBy: null, failure, stopped: null };
  }
}

type Doing = Readonly<{ plan: Plan | null; site: Site; crew: Crew; before: readonly CheckResult[] }>;

/** The steps of a plan or the task as one, then rounds until it is settled, then the advisor. */
async function doWork(
  { plan, site, crew, before }: Doing,
  judged: { last: Judgement | null },
  running: Running,
): Promise<RoundsEnd<Judgement>> {
  const { story } = running;
  const [only, ...others] = plan?.steps ?? [];
  const joined = plan === null || others.length === 0 ? null : await workInSteps({ plan, site, crew, before }, running);
  const assignment = wholeOf(site, { crew, findings: findingsOf(site, joined) }, running);
  const proposed = joined === null && only !== undefined ? `${only.action}\nIt is done when: ${only.success}` : '';
  const told = { part: '', plan: proposed, leads: '', story: joined?.words ?? tellEarlier(site) };
  const coding: Coding = { assignment, told, site, story };
  const judge = createJudge({ story, site, assignment, sweep: crew.sweep, before });
  story.update({ summary: joined?.words ?? (await attempt(coding)) });
  const end = await untilSettled({
    maxFixRounds: site.settings.maxFixRounds,
    turnsLeft: crew.turns.left,
    judge: async (round, pivoted) => (judged.last = await judge.judge(round, pivoted)),
    fix: (round, last, tried) => mendWhole(coding, { round, last, tried }),
  });
  return await takeAdvice({ ...coding, crew, judge }, end);
}

/** What is open from before, and what the steps left open. */
export function findingsOf(
  { earlier }: Pick<Site, 'earlier'>,
  joined: Pick<Joined, 'findings'> | null,
): readonly Finding[] {
  return [...earlier.findings, ...(joined?.findings ?? [])];
}

/** The work as a whole, in the run's own clone. */
function wholeOf(
  site: Site,
  { crew, findings }: Readonly<{ crew: Crew; findings: readonly Finding[] }>,
  { story }: Running,
): Assignment {
  const { workspace, task } = site;
  const assignment: Assignment = {
    step: '',
    title: task.title,
    places: workspace,
    origin: site.origin,
    taskFile: site.taskFile,
    coder: crew.talk('coder', { directory: workspace.clone, title: task.title, beforeTurn: workspace.withhold }),
    reviewer: crew.talk('reviewer', { directory: workspace.snapshot, title: `Review: ${task.title}` }),
    findings,
    recheck: (found, tree, round) => recheckMerges(workspace, found, { tree, round }),
    begin: story.begin,
    show: story.update,
    onJudged: (judgement, told) => {
      const rounds = [...story.state().rounds, roundOf(assignment, judgement, told)];
      story.update({ rounds, findings: judgement.findings, verdict: judgement.verdict });
    },
  };
  return assignment;
}
