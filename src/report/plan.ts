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
export function stepsSection({ stepReports }: RunState, detail: Detail): string {
  if (stepReports.length === 0 || !detail.folded) return '';
  const done = stepReports.filter(({ state }) => state === 'done').length;
  const columns = [{ title: 'step' }, { title: 'how it ended' }, { title: 'fix rounds' }, { title: 'found' }];
  const rows = stepReports.map((step) => [
    `**${inline(step.id, 20)}** ${inline(step.title, detail.text)}`,
    `${STATES[step.state]}${step.reason === null ? '' : `: ${inline(step.reason, detail.text)}`}`,
    step.rounds.length === 0 ? '' : `${step.rounds.length - 1}, ${formatDuration(secondsOf(step) * 1000)}`,
    inline(foundIn(step), detail.text),
  ]);
  return details(`Steps: ${done} of ${count(stepReports.length, 'step')} done`, table(columns, rows));
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

function foundIn({ rounds }: StepReport): string {
  const last = rounds.at(-1);
  if (last === undefined) return '';
  return [...last.openFindings.map((id) => `${id} open`), ...last.resolvedFindings.map((id) => `${id} resolved`)].join(
    ', ',
  );
}
