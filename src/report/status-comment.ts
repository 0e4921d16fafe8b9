import { codeSpan, link, paragraphs } from '../text/markdown.ts';
import { commentText, type CommentText } from '../text/sinks.ts';
import { BODY_LIMIT, type Detail, fit } from './detail.ts';
import { ending } from './ending.ts';
import { formatDuration } from './figures.ts';
import { costText } from './headline.ts';
import { waitingPlan } from './plan.ts';
import { leaving, type RedactedRun } from './redacted-run.ts';
import { mentioned, requester } from './requester.ts';
import type { RunState } from './run.ts';
import { reportSections, shortSections } from './sections.ts';
import { sentence } from './sentence.ts';
import { spendingSection } from './spending.ts';
import { commentCarriesReport } from './standing.ts';
import { stepList, stepsFolded } from './story.ts';

/** The one comment that follows a run: progress while it works, and afterwards how it ended and what to do next. */
export function renderStatusComment(run: RedactedRun): CommentText {
  const text = fit(BODY_LIMIT, (detail) => (run.outcome === null ? progress(run) : ended(run, detail)));
  return commentText(text, leaving(run, { mentions: mentioned(run) }));
}

function progress(run: RunState): string {
  const cost = costText(run);
  const parts = [
    '**⏳ Working on it**',
    run.round === 0 ? '' : `fix ${run.round} of at most ${run.maxFixRounds}`,
    cost === '' ? '' : `${cost} so far`,
    formatDuration(run.now - run.startedAt),
    run.runUrl === null ? '' : link('watch', run.runUrl),
  ];
  const stop = ` ${codeSpan(`${run.phrase} stop`)} cancels it.`;
  return paragraphs(
    parts.filter((part) => part !== '').join(' · '),
    stepList(run),
    `<sub>${sentence(requester(run))}${stop}</sub>`,
  );
}

function ended(run: RunState, detail: Detail): string {
  return paragraphs(
    ending(run, detail),
    waitingPlan(run),
    commentCarriesReport(run) ? reportSections(run, detail) : shortSections(run, detail),
    stepsFolded(run, detail),
    spendingSection(run),
    `<sub>${sentence(requester(run))}</sub>`,
  );
}
