import { isOpen, SEVERITIES, type Finding, type Resolution } from '../../finding.ts';
import { countTokens, type Total } from '../../ledger/ledger.ts';
import type { Placed } from '../../publish/review/place-comments.ts';
import type { PullRequestReview } from '../../review/batches/pull-request-review.ts';
import { codeSpan, paragraphs, table } from '../../text/markdown.ts';
import { inline } from '../../text/prose.ts';
import type { Redactor } from '../../text/redact.ts';
import { reviewText, type ReviewText } from '../../text/sinks.ts';
import { BODY_LIMIT, firstRows, fit, type Detail } from '../detail.ts';
import { count, formatMoney, formatNumber, reckoned } from '../figures.ts';
import { openFinding, place } from '../findings.ts';
import { COMMENT_DETAIL, REVIEW_LEVELS } from './levels.ts';
import { asideSection, incompleteSection, partsSection } from './reviewed-parts.ts';

export type ReviewBody = Readonly<{
  review: PullRequestReview;
  /** What of it is told on lines, and what has to be told here. */
  placed: Placed;
  spent: Total;
  /** The word that commands begin with. */
  phrase: string;
  /** Patchwright may write to its branch. */
  here: boolean;
  /** The next review goes by what is kept of this one. */
  kept: boolean;
  redact: Redactor;
}>;

/** The text of a review of a pull request: what is missing first, then what was found, what was looked at, and how to go on. */
export function renderReviewBody(body: ReviewBody): ReviewText {
  return reviewText(
    fit(BODY_LIMIT, (detail) => render(body, detail), REVIEW_LEVELS),
    { redact: body.redact },
  );
}

/** One finding on its line. */
export function renderReviewComment(finding: Finding, redact: Redactor): ReviewText {
  return reviewText(openFinding({ ...finding, path: null }, COMMENT_DETAIL), { redact });
}

function render({ review, placed, spent, phrase, here, kept }: ReviewBody, detail: Detail): string {
  return paragraphs(
    headline(review, placed),
    incompleteSection(review, { detail, phrase, kept }),
    restSection(placed.rest, detail),
    earlierSection(review, detail),
    partsSection(review, detail),
    asideSection(review, detail),
    cost(spent),
    goOn(review, { phrase, here, kept }),
  );
}

function headline(review: PullRequestReview, { inline: comments }: Placed): string {
  const { commit, since, incomplete } = review;
  const at = codeSpan(commit.slice(0, 7));
  const what = `Review of ${whatIs(since, commit)}${at}${since === null || since === commit ? '' : ` since ${codeSpan(since.slice(0, 7))}`}`;
  const beside =
    comments.length === 0 ? '' : ` ${count(comments.length, 'of them is', 'of them are')} on the lines below.`;
  const found = `${foundText(review)}${beside}`;
  return incomplete.length > 0 ? `### ${what} is incomplete\n\n${found}` : `### ${what}\n\n${found}`;
}

function whatIs(since: string | null, commit: string): string {
  if (since === null) return '';
  return since === commit ? 'what had not been reviewed in ' : 'what is new in ';
}

/** A review that is not complete, or looked at nothing, never says that nothing was found. */
function foundText({ findings, incomplete, parts }: PullRequestReview): string {
  const open = findings.filter(isOpen);
  if (open.length > 0) return `${count(open.length, 'open finding')}: ${severities(open)}.`;
  if (incomplete.length > 0) return 'Nothing was found so far, and not everything was looked at.';
  return parts.length === 0
    ? 'There was nothing to read in it.'
    : 'No open finding. This is a comment and no approval.';
}

function severities(findings: readonly Finding[]): string {
  return SEVERITIES.map((severity) => [severity, findings.filter((one) => one.severity === severity).length] as const)
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => `${number} ${severity}`)
    .join(', ');
}

function restSection(rest: readonly Finding[], detail: Detail): string {
  if (rest.length === 0) return '';
  const { shown, more } = firstRows(rest, detail);
  return paragraphs(
    '### Findings on no line of the diff',
    ...shown.map((finding) => openFinding(finding, detail)),
    more,
  );
}

const RESOLUTIONS: Readonly<Record<Resolution, string>> = {
  open: 'open, not looked at again',
  resolved: '✅ resolved',
  'partially-resolved': '◐ partly resolved',
  'not-addressed': 'not addressed',
  disputed: 'disputed, and the reviewer agrees',
};

/** What was found before, and what became of it with this review. Settled before it: settled. */
function earlierSection({ findings, round }: PullRequestReview, detail: Detail): string {
  const earlier = findings.filter((one) => one.round < round && (isOpen(one) || seenIn(one, round)));
  const { shown, more } = firstRows(earlier, detail);
  const rows = shown.map((finding) => {
    const evidence = inline(finding.history.findLast((seen) => seen.round === round)?.evidence ?? '', detail.text);
    const became = RESOLUTIONS[seenIn(finding, round) ? finding.resolution : 'open'];
    return [
      `**${inline(finding.id, 20)}** ${place(finding)} ${inline(finding.problem, detail.text)}`,
      finding.severity,
      evidence === '' ? became : `${became}: ${evidence}`,
    ];
  });
  if (rows.length === 0) return '';
  const columns = [{ title: 'finding' }, { title: 'severity' }, { title: 'now' }];
  return paragraphs('### Found before', table(columns, rows), more);
}

function seenIn({ history }: Finding, round: number): boolean {
  return history.some((seen) => seen.round === round);
}

function cost(spent: Total): string {
  const tokens = `${reckoned(formatNumber(countTokens(spent.tokens)), spent)} tokens`;
  return `Cost: ${reckoned(formatMoney(spent.cost), spent)}, ${tokens} in ${count(spent.requests, 'request')}.`;
}

function goOn(
  { findings }: PullRequestReview,
  { phrase, here, kept }: Pick<ReviewBody, 'phrase' | 'here' | 'kept'>,
): string {
  const open = findings.filter(isOpen);
  const sentences = [
    open[0] === undefined || !here ? '' : `${codeSpan(`${phrase} fix ${open[0].id}`)} has a finding mended.`,
    kept
      ? `${codeSpan(`${phrase} review`)} after a push looks at what is new and at what is still open.`
      : `${codeSpan(`${phrase} review`)} looks at all of it again: what this review came to could not be kept for the next.`,
  ];
  return `<sub>Go on: ${sentences.filter((sentence) => sentence !== '').join(' ')}</sub>`;
}
