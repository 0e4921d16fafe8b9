import { isOpen } from '../finding.ts';
import type { Plan, Question, Step } from '../plan/plan.ts';
import { codeSpan, details, paragraphs, table } from '../text/markdown.ts';
import { inline } from '../text/prose.ts';
import type { Detail } from './detail.ts';
import { count, formatDuration } from './figures.ts';
import { list } from './notice.ts';
import type { RunState, StepReport } from './run.ts';

/** The whole plan, for somebody who is to approve it or to answer its questions. */
export function planText({ plan }: RunState): string {
  if (plan === null) return '';
  return paragraphs(
    `**Goal:** ${inline(plan.goal)}`,
    plan.steps.map(stepText).join('\n'),
    listed('Assumptions', plan.assumptions),
    listed('Risks', plan.risks),
    questionsText(plan),
  );
}

/** A plan that waited when a run came to do something else here, and waits still; empty where there is none. */
export function waitingPlan(state: RunState): string {
  if (state.plan === null || state.invocation.command !== 'review') return '';
  const approve = codeSpan(`${state.phrase} approve`);
  return details('A plan waits for approval', paragraphs(planText(state), `${approve} works by this very plan.`));
}

/** The steps of a plan with what became of them, folded; empty where there was no plan of several steps. */
export function stepsSection({ stepReports, findings }: RunState, detail: Detail): string {
  if (stepReports.length === 0 || !detail.folded) return '';
  const open = new Set(findings.filter(isOpen).map(({ id }) => id));
  const resolved = new Set(findings.filter(({ resolution }) => resolution === 'resolved').map(({ id }) => id));
  const isFinished = (step: StepReport): boolean => {
    const left = leftOf(step);
    return step.state !== 'done' && left.length > 0 && left.every((id) => resolved.has(id));
  };
  const done = stepReports.filter(({ state }) => state === 'done').length;
  const finished = stepReports.filter(isFinished).length;
  const columns = [{ title: 'step' }, { title: 'how it ended' }, { title: 'fix rounds' }, { title: 'found' }];
  const rows = stepReports.map((step) => [
    `**${inline(step.id, 20)}** ${inline(step.title, detail.text)}`,
    `${STATES[step.state]}${step.reason === null ? '' : `: ${inline(step.reason, detail.text)}`}${isFinished(step) ? '<br>✅ finished with the whole' : ''}`,
    step.rounds.length === 0 ? '' : `${step.rounds.length - 1}, ${formatDuration(secondsOf(step) * 1000)}`,
    inline(foundIn(step, { open, resolved }), detail.text),
  ]);
  const later = finished === 0 ? '' : `, ${finished} finished with the whole`;
  return details(`Steps: ${done} of ${count(stepReports.length, 'step')} done${later}`, table(columns, rows));
}

/** The planner's questions with the answers that it offers. */
function questionsText({ questions }: Plan): string {
  return questions.map(questionText).join('\n\n');
}

const STATES: Readonly<Record<StepReport['state'], string>> = {
  waiting: 'not begun',
  working: 'unfinished',
  done: '✅ reviewed',
  open: '⚠️ left open',
  failed: '❌ failed',
  skipped: 'skipped',
};

function stepText({ id, title, files, action, success, depends }: Step, at: number): string {
  const after = depends.length === 0 ? '' : ` (after ${depends.map((other) => inline(other, 20)).join(', ')})`;
  const touched = files.length === 0 ? '' : `<br>Files: ${files.map(codeSpan).join(', ')}`;
  return `${at + 1}. **${inline(id, 20)} ${inline(title, 200)}**${after}${touched}<br>${inline(action)}<br>Done when: ${inline(success)}`;
}

function questionText({ question, choices }: Question): string {
  return `**${inline(question)}**\n\n${list(choices.map((choice) => inline(choice)))}`;
}

function listed(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `**${title}:**\n\n${list(items.map((item) => inline(item)))}`;
}

function secondsOf({ rounds }: StepReport): number {
  return rounds.reduce((sum, { seconds }) => sum + seconds, 0);
}

/** What was left open of a step for the fixer of the whole. */
function leftOf({ rounds, left }: StepReport): readonly string[] {
  return [...(rounds.at(-1)?.openFindings ?? []), ...(left === null ? [] : [left])];
}

type Ends = Readonly<{ open: ReadonlySet<string>; resolved: ReadonlySet<string> }>;

/** As it is now: what a step left open may have been resolved after it. */
function foundIn(step: StepReport, { open, resolved }: Ends): string {
  const later = leftOf(step).map((id) => {
    if (resolved.has(id)) return `${id} resolved later`;
    return open.has(id) ? `${id} open` : id;
  });
  return [...later, ...(step.rounds.at(-1)?.resolvedFindings ?? []).map((id) => `${id} resolved`)].join(', ');
}
