import { LIST_START } from '../text/list-start.ts';
import { link, paragraphs } from '../text/markdown.ts';
import { plainLine } from '../text/neutral.ts';
import { prose } from '../text/prose.ts';
import { goOn } from './commands.ts';
import { BODY_LIMIT, type Detail, fit } from './detail.ts';
import { headline } from './headline.ts';
import { notice } from './notice.ts';
import type { RedactedRun } from './redacted-run.ts';
import type { RunState } from './run.ts';
import { changeText } from './scope.ts';
import { reportSections } from './sections.ts';
import { spendingSection } from './spending.ts';
import { standingOf } from './standing.ts';

/** One line, nothing in it that GitHub acts on. */
export function renderPullRequestTitle(run: RedactedRun): string {
  return plainLine(run.title, 120) || 'Work by Patchwright';
}

/** The face of the work: how it stands, what and why, the evidence, the cost, how to go on. Fits a body on GitHub. */
export function renderPullRequestBody(run: RedactedRun): string {
  const runs = spendingSection(run);
  const report = fit(BODY_LIMIT - Buffer.byteLength(runs), (detail) => body(run, detail));
  // At the very end, where a run that leaves the report as it is can bring it up to date.
  return paragraphs(report, runs === '' ? '' : `${LIST_START}\n${runs}`);
}

function body(run: RunState, detail: Detail): string {
  return paragraphs(
    headline(run),
    prose(run.summary, detail.folded ? 4000 : 500),
    [closing(run), changeText(run)].filter((part) => part !== '').join(' · '),
    notice(run),
    reportSections(run, detail),
    standingOf(run) === 'verified' || standingOf(run) === 'reviewed' ? goOn(run) : '',
  );
}

/** Merging closes the issue, unless the work was cut off. Whoever goes on with it on the pull request means the same issue. */
function closing(run: RunState): string {
  const { target } = run.invocation;
  const unfinished = standingOf(run) === 'unfinished';
  if (target.kind === 'issue') {
    return unfinished ? `For ${link(`#${target.number}`, target.url)}` : `Closes #${target.number}`;
  }
  const number = /^opencode\/issue-(\d+)(?:-\d+)?$/.exec(run.publication?.branch ?? '')?.[1];
  if (number === undefined) return '';
  return unfinished ? `For #${number}` : `Closes #${number}`;
}
