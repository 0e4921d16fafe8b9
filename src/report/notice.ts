import type { Publication } from '../publish/publication.ts';
import { codeSpan, link, paragraphs } from '../text/markdown.ts';
import { shorten } from '../text/neutral.ts';
import { inline } from '../text/prose.ts';
import type { CommandName } from '../trigger/trigger.ts';
import { choices, runAgain } from './commands.ts';
import { failedConditions } from './conditions.ts';
import { count } from './figures.ts';
import { openText } from './headline.ts';
import { REMEDIES, whatToDo } from './remedies.ts';
import type { RunState } from './run.ts';
import { sentence } from './sentence.ts';
import { fixRounds, standingOf } from './standing.ts';

/** What a reader must know before anything else where the work is not verified: what happened, why, what to do. */
export function notice(state: RunState): string {
  switch (standingOf(state)) {
    case 'verified':
    case 'unreviewed':
      return '';
    case 'unfinished':
      return alert('CAUTION', failureParts(state));
    case 'reviewed':
      return alert('NOTE', [
        '**Reviewed, not verified.** The review left nothing critical or high open, but not every condition of “verified” is met:',
        list(failedConditions(state)),
        choicesPart(state),
      ]);
    case 'inconclusive':
      return alert('WARNING', [
        `**The review cannot be relied on.** ${why(state)} Read the change yourself before you merge it.`,
        choicesPart(state),
      ]);
    case 'open':
      return alert('WARNING', [`**${stoppedText(state)}** ${why(state)}`, choicesPart(state)]);
  }
}

/** Why it stopped short: what is open, the reason given, the bound that was reached. */
export function why(state: RunState): string {
  const parts = [
    standingOf(state) === 'open' ? sentence(openText(state)) : '',
    sentence(inline(state.reason ?? '')),
    state.endedBy === null ? '' : sentence(`the bound that ended the rounds: ${inline(state.endedBy)}`),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** `Stopped after 3 fix rounds.` */
export function stoppedText(state: RunState): string {
  const rounds = fixRounds(state);
  return rounds === 0 ? 'Stopped after the first attempt.' : `Stopped after ${count(rounds, 'fix round')}.`;
}

/** Two or three ways to go on. */
export function choicesPart(state: RunState): string {
  const ways = choices(state);
  return ways.length === 1 ? ways.join('') : paragraphs('Pick one:', list(ways));
}

/** A failure: what happened, what that means, what to do, where the work is. */
export function failureParts(state: RunState): readonly string[] {
  if (state.failure === null) return [];
  const { category, message } = state.failure;
  const remedy = REMEDIES[category];
  return [
    `**${inline(message)}** (${codeSpan(category)})`,
    `${remedy.means} ${sentence(inline(whatToDo(state.failure)))}`,
    `${whereTheWorkIs(state)} ${sentence(runAgain(state))}`,
  ];
}

const READERS: ReadonlySet<CommandName> = new Set(['review', 'ask']);

/** Where the work of a run can be reached. */
export function whereTheWorkIs(state: RunState): string {
  const { publication, change, patch, offered } = state;
  if (offered !== null) return `The work is the patch below, for ${codeSpan(offered.base.slice(0, 12))}.`;
  if (publication?.pullRequest && publication.aside === null) {
    return `The work is in ${publication.pullRequest.draft ? 'draft ' : ''}#${publication.pullRequest.number}.`;
  }
  if (publication !== null && publication.commit !== null) return onBranch(publication);
  if (change?.files.length === 0) return 'No file was changed, so no work is lost.';
  if (change === null && READERS.has(state.invocation.command)) return 'Nothing was to be changed, so no work is lost.';
  if (change === null)
    return workStarted(state) ? 'What was done could not be read.' : 'Nothing was started, so no work is lost.';
  if (patch === null) return 'The work could not be kept.';
  return `The work is in the run record as ${codeSpan(shorten(patch, 200))}; ${codeSpan('git apply')} puts it on ${codeSpan(change.base.slice(0, 12))}.`;
}

function workStarted({ total }: RunState): boolean {
  return total.requests > 0;
}

function onBranch({ branch, aside, compareUrl }: Publication): string {
  const reason = aside === null ? '' : ` It stands beside the branch that it was meant for: ${sentence(inline(aside))}`;
  const page = compareUrl === null ? '' : ` ${link('Look at it, or open a pull request from it', compareUrl)}.`;
  return `The work is on the branch ${codeSpan(branch)}.${reason}${page}`;
}

/** One of GitHub's coloured boxes. */
export function alert(kind: 'NOTE' | 'WARNING' | 'CAUTION', parts: readonly string[]): string {
  const lines = parts
    .filter((part) => part !== '')
    .join('\n\n')
    .split('\n');
  return [`> [!${kind}]`, ...lines.map((line) => `> ${line}`.trimEnd())].join('\n');
}

/** A bullet list. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
