import { link, paragraphs } from '../text/markdown.ts';
import { bodyText, titleText, type BodyText, type TitleText } from '../text/sinks.ts';
import { codersWords } from './coders-words.ts';
import { goOn } from './commands.ts';
import { BODY_LIMIT, type Detail, fit } from './detail.ts';
import { headline } from './headline.ts';
import { notice } from './notice.ts';
import { leaving, type RedactedRun } from './redacted-run.ts';
import type { RunState } from './run.ts';
import { changeText } from './scope.ts';
import { reportSections } from './sections.ts';
import { listAtEnd } from './spending.ts';
import { standingOf } from './standing.ts';

/** One line, nothing in it that GitHub acts on. */
export function renderPullRequestTitle(run: RedactedRun): TitleText {
  return titleText(run.title.trim() || 'Work by Patchwright', leaving(run), 120);
}

/** The face of the work: how it stands, what and why, the evidence, the cost, how to go on. Fits a body on GitHub. */
export function renderPullRequestBody(run: RedactedRun): BodyText {
  const list = listAtEnd(run);
  const report = fit(BODY_LIMIT - Buffer.byteLength(list), (detail) => body(run, detail));
  const text = paragraphs(report, list);
  const closes = closedIssue(run);
  return bodyText(text, leaving(run, { closes: closes === null ? [] : [closes] }));
}

function body(run: RunState, detail: Detail): string {
  return paragraphs(
    headline(run),
    codersWords(run.summary, detail.folded ? 4000 : 500),
    [closing(run), changeText(run)].filter((part) => part !== '').join(' · '),
    notice(run),
    reportSections(run, detail),
    standingOf(run) === 'verified' || standingOf(run) === 'reviewed' ? goOn(run) : '',
  );
}

function closing(run: RunState): string {
  const number = issueOf(run);
  if (number === null) return '';
  if (closedIssue(run) !== null) return `Closes #${number}`;
  const { target } = run.invocation;
  return `For ${target.kind === 'issue' ? link(`#${number}`, target.url) : `#${number}`}`;
}

/** Merging closes the issue, unless the work was cut off. */
function closedIssue(run: RunState): number | null {
  return standingOf(run) === 'unfinished' ? null : issueOf(run);
}

/** Whoever goes on with the work on the pull request means the same issue. */
function issueOf({ invocation: { target }, publication }: RunState): number | null {
  if (target.kind === 'issue') return target.number;
  const number = /^opencode\/issue-(\d+)(?:-\d+)?$/.exec(publication?.branch ?? '')?.[1];
  return number === undefined ? null : Number(number);
}
