import type { Round } from '../review/review.ts';
import { details, paragraphs } from '../text/markdown.ts';
import { inline } from '../text/prose.ts';
import type { Detail } from './detail.ts';
import { count, formatDuration } from './figures.ts';
import { list } from './notice.ts';
import type { RunState, StepLine } from './run.ts';

const BOXES: Readonly<Record<StepLine['state'], string>> = { done: '[x]', doing: '[ ]', todo: '[ ]', failed: '[ ]' };

/** The steps so far as a checklist; the one that is being done stands out. */
export function stepList(state: RunState): string {
  return list(state.steps.slice(-40).map((step) => `${BOXES[step.state]} ${stepText(step)}`));
}

/** The same when it is over, folded. */
export function stepsFolded(state: RunState, detail: Detail): string {
  if (state.steps.length === 0 || !detail.folded) return '';
  return details(`How it went: ${count(state.steps.length, 'step')}`, stepList(state));
}

/** What was tried, a line for each round; empty before the first was judged. */
export function roundsTried(state: RunState): string {
  if (state.rounds.length === 0) return '';
  return paragraphs('What was tried:', list(state.rounds.slice(-10).map(roundLine)));
}

function stepText(step: StepLine): string {
  const text = inline(step.text, 200);
  if (step.state === 'doing') return `**${text.replace(' · ', '** · ')}${text.includes(' · ') ? '' : '**'}`;
  return step.state === 'failed' ? `❌ ${text}` : text;
}

function roundLine(round: Round): string {
  const name = round.number === 0 ? 'First attempt' : `Fix ${round.number}`;
  const pivot = round.pivoted ? ', told to take another approach' : '';
  const broken = round.brokenChecks.length === 0 ? '' : `; broken: ${inline(round.brokenChecks.join(', '), 200)}`;
  const resolved =
    round.resolvedFindings.length === 0 ? '' : `; resolved so far: ${inline(round.resolvedFindings.join(', '), 120)}`;
  const open =
    round.openFindings.length === 0 ? nothingOpen(round) : `; open: ${inline(round.openFindings.join(', '), 120)}`;
  return `${name}${pivot}: ${count(round.filesChanged, 'file')}, ${round.verdict}${broken}${open}${resolved} (${formatDuration(round.seconds * 1000)})`;
}

function nothingOpen(round: Round): string {
  return round.verdict === 'inconclusive' ? '; no review to rely on' : '; nothing open';
}
