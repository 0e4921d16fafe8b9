import { escapeMarkdown, paragraphs } from '../text/markdown.ts';
import { shorten } from '../text/neutral.ts';
import { summaryText, type SummaryText } from '../text/sinks.ts';
import { costSummary, costTable } from './cost.ts';
import { type Detail, fit, SUMMARY_LIMIT } from './detail.ts';
import { ending } from './ending.ts';
import { roundsPlot } from './plots.ts';
import { leaving, type RedactedRun } from './redacted-run.ts';
import { mentioned, requester } from './requester.ts';
import type { RunState } from './run.ts';
import { reportSections } from './sections.ts';
import { sentence } from './sentence.ts';
import { spendingSection } from './spending.ts';
import { stepList } from './story.ts';

/** The job summary: the same story, whole, with the plots. */
export function renderSummary(run: RedactedRun): SummaryText {
  const text = fit(SUMMARY_LIMIT, (detail) => summary(run, detail));
  return summaryText(text, leaving(run, { mentions: mentioned(run) }));
}

function summary(run: RunState, detail: Detail): string {
  const title = escapeMarkdown(shorten(run.title, 200)).trim();
  return paragraphs(
    `## ${title === '' ? 'Patchwright' : title}`,
    ending(run, detail),
    reportSections(
      run,
      detail,
      run.ledger.length === 0 ? '' : `### Cost: ${costSummary(run)}\n\n${costTable(run, detail)}`,
    ),
    spendingSection(run),
    detail.plots ? roundsPlot(run) : '',
    run.steps.length === 0 ? '' : `### How it went\n\n${stepList(run)}`,
    `<sub>${sentence(requester(run))}</sub>`,
  );
}
