import { details, fence, paragraphs } from '../text/markdown.ts';
import { shorten } from '../text/neutral.ts';
import { inline } from '../text/prose.ts';
import { acceptanceSection } from './acceptance.ts';
import { accountsNote } from './accounts.ts';
import { blockedSection } from './blocked.ts';
import { checksSection } from './checks.ts';
import { conditionsSection } from './conditions.ts';
import { costSection } from './cost.ts';
import type { Detail } from './detail.ts';
import { openSection, reviewSection } from './findings.ts';
import { list } from './notice.ts';
import { stepsSection } from './plan.ts';
import type { RunState } from './run.ts';
import { confinementLine, heldBackSection, scopeSection } from './scope.ts';

/** Everything below the story, the same wherever the whole report stands. What must be seen is not folded. */
export function reportSections(state: RunState, detail: Detail, cost = costSection(state, detail)): string {
  return paragraphs(
    openSection(state, detail),
    heldBackSection(state, detail),
    acceptanceSection(state, detail),
    checksSection(state, detail),
    stepsSection(state, detail),
    reviewSection(state, detail),
    conditionsSection(state, detail),
    cost,
    scopeSection(state, detail),
    taskSection(state, detail),
    blockedSection(state, detail),
    confinementLine(state),
    notesSection(state, detail),
  );
}

/** What must be seen, for a comment beside a report. */
export function shortSections(state: RunState, detail: Detail): string {
  return paragraphs(
    openSection(state, detail),
    heldBackSection(state, detail),
    checksSection(state, { ...detail, output: 0 }),
    state.publication === null ? costSection(state, detail) : '',
    notesSection(state, detail),
  );
}

function taskSection(state: RunState, detail: Detail): string {
  if (state.taskFile === null || detail.task === 0 || !detail.folded) return '';
  return details('Task, as the coder was given it', fence(shorten(state.taskFile, detail.task), 'text'));
}

/** What could not be done and why. */
function notesSection(state: RunState, detail: Detail): string {
  const told = [...new Set([...state.notes, ...(state.publication?.notes ?? [])])];
  const notes = told.slice(0, detail.rows).map((note) => inline(note, detail.text));
  const all = [accountsNote(state), ...notes].filter((note) => note !== '');
  return all.length === 0 ? '' : paragraphs('### Worth knowing', list(all));
}
