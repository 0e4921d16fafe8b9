import type { CheckResult } from '../../check/check.ts';
import { asFailure, type Failure } from '../../failure.ts';
import type { Finding } from '../../finding.ts';
import { earlierThan, orderSteps, type OrderedStep } from '../../plan/order.ts';
import type { Plan, Step } from '../../plan/plan.ts';
import { runSteps, type StepEnd } from '../../plan/schedule.ts';
import { nextNumber } from '../../review/numbers.ts';
import type { Part } from '../../workspace/merge.ts';
import type { Crew } from '../crew/crew.ts';
import type { Running } from '../running.ts';
import type { Site } from '../site/site.ts';
import { doStep, type StepResult } from './do-step.ts';
import { findingsOfConflicts } from './merge-findings.ts';
import { beginSteps, report } from './step-report.ts';

/** What the steps came to together. */
export type Joined = Readonly<{
  /** Tree with the work of all steps, which the clone has. */
  tree: string;
  /** What was found in the steps, what could not be merged, and what was not done. */
  findings: readonly Finding[];
  /** The coders' closing words. */
  words: string;
}>;

export type Steps = Readonly<{ plan: Plan; site: Site; crew: Crew; before: readonly CheckResult[] }>;

/** Does the steps of a plan, as many at a time as may be, and brings their work together in the clone. */
export async function workInSteps({ plan, ...given }: Steps, running: Running): Promise<Joined> {
  const { site, crew } = given;
  const { story } = running;
  beginSteps(running, plan, site.earlier.findings);
  const base = site.workspace.marked().tree;
  const parts = new Map<string, Part>();
  const steps = orderSteps(plan.steps);
  const scheduled = await runSteps<OrderedStep, StepResult>({
    steps,
    maxParallel: Math.min(site.settings.maxParallel, crew.atOnce),
    onRateLimit: crew.onRateLimit,
    run: async (step) => {
      // What it waited for is over, and with it all that those waited for.
      const earlier = earlierThan(steps, step.id);
      const start = await site.workspace.mergeAll(
        base,
        partsOf(steps, parts).filter(({ name }) => earlier.has(name)),
      );
      const end = await doStep({ step, start, ...given }, running);
      if (end.result !== null) parts.set(step.id, { name: step.id, start: start.tree, tree: end.result.tree });
      return end;
    },
  });
  for (const { step, end } of scheduled.ends) {
    if (end.kind === 'skipped') report(running, step.id, { state: 'skipped', reason: end.because });
  }
  const line = story.begin('Bringing the steps together');
  const merged = await site.workspace.mergeAll(base, partsOf(steps, parts));
  await site.workspace.bring(merged.tree);
  site.underway.clear();
  const conflicts = findingsOfConflicts(merged.conflicts, nextNumber(site.earlier.numbers, 'M'));
  line.done(
    `Brought together: ${parts.size} of ${plan.steps.length} steps${conflicts.length === 0 ? '' : `, ${conflicts.length} ${conflicts.length === 1 ? 'conflict' : 'conflicts'}`}`,
  );
  // Where the failing left nothing to go on with, it is the run's own.
  const failure = scheduled.stoppedBy ?? (merged.tree === base ? firstFailure(scheduled.ends) : null);
  if (failure !== null) throw failure;
  const notDone = nextNumber(site.earlier.numbers, 'U') - 1;
  const ends = scheduled.ends.flatMap(({ step, end }) => {
    const left = missing(step, end, notDone);
    report(running, step.id, { left: left?.id ?? null });
    return [...(resultOf(end)?.findings ?? []), ...(left === null ? [] : [left])];
  });
  const words = scheduled.ends.flatMap(({ step, end }) => {
    const said = resultOf(end)?.words ?? '';
    return said === '' ? [] : [`**${step.title}**: ${said}`];
  });
  return { tree: merged.tree, findings: [...ends, ...conflicts], words: words.join('\n\n') };
}

/** In the order of the steps, in which they are merged. */
function partsOf(steps: readonly Step[], parts: ReadonlyMap<string, Part>): readonly Part[] {
  return steps.flatMap(({ id }) => parts.get(id) ?? []);
}

function resultOf(end: StepEnd<StepResult>): StepResult | null {
  return end.kind === 'skipped' ? null : end.result;
}

function firstFailure(ends: readonly Readonly<{ end: StepEnd<StepResult> }>[]): Failure | null {
  return ends.flatMap(({ end }) => (end.kind === 'failed' ? [end.failure] : []))[0] ?? null;
}

/** A step that was not done is for the fixer of the whole to do. Its number comes after those that are taken. */
export function missing(step: Step, end: StepEnd<StepResult>, taken: number): Finding | null {
  if (end.kind === 'done') return null;
  const because = end.kind === 'failed' ? asFailure(end.failure).message : end.because;
  return {
    id: `U${taken + Number(step.id.replace(/^S/, ''))}`,
    source: 'step',
    severity: 'high',
    category: 'not done',
    path: step.files[0] ?? null,
    line: null,
    problem: `The step ${step.id} (${step.title}) was not ${end.kind === 'failed' ? 'finished' : 'begun'}: ${because}`,
    evidence: `What it is to do: ${step.action}`,
    suggestion: `It is done when: ${step.success}`,
    confidence: 'high',
    round: 0,
    resolution: 'open',
    history: [],
  };
}
