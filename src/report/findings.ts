import { isBlocking, type Finding, isOpen, type Resolution } from '../finding.ts';
import { codeSpan, details, fence, paragraphs, table } from '../text/markdown.ts';
import { shorten } from '../text/neutral.ts';
import { inline } from '../text/prose.ts';
import { type Detail, firstRows } from './detail.ts';
import { count } from './figures.ts';
import type { RunState } from './run.ts';
import { openFindings } from './standing.ts';

/** More rounds than this do not fit beside each other. */
const WIDEST = 5;

const RESOLUTIONS: Readonly<Record<Resolution, string>> = {
  open: 'open',
  resolved: '✅ resolved',
  'partially-resolved': '◐ partly resolved',
  'not-addressed': 'not addressed',
  disputed: 'disputed, and the reviewer agrees',
};

/** What blocks, spelled out; empty when nothing does. Notes stand in the review's table alone. */
export function openSection(state: RunState, detail: Detail): string {
  const open = openFindings(state).filter((finding) => isBlocking(finding) || finding.source === 'check');
  if (open.length === 0) return '';
  const { shown, more } = firstRows(open, detail);
  return paragraphs(
    `### ${count(open.length, 'open finding')}`,
    ...shown.map((finding) => openFinding(finding, detail)),
    more,
  );
}

/** One finding in full. */
export function openFinding(finding: Finding, detail: Detail): string {
  const heading = [`**${inline(finding.id, 20)}** ${finding.severity}`, place(finding), tried(finding)].filter(
    (part) => part !== '',
  );
  return paragraphs(
    `${heading.join(' · ')}<br>${inline(finding.problem, detail.text)}`,
    evidenceOf(finding, detail.text * 2),
    finding.suggestion === '' ? '' : `Suggestion: ${inline(finding.suggestion, detail.text)}`,
  );
}

function evidenceOf(finding: Finding, limit: number): string {
  const evidence = shorten(finding.evidence.trim(), limit);
  if (evidence === '') return '';
  return evidence.includes('\n') ? fence(evidence, 'text') : `How to see it: ${inline(evidence, limit)}`;
}

/** All findings by round, folded; says so when there was none. */
export function reviewSection(state: RunState, detail: Detail): string {
  const last = state.rounds.at(-1);
  if (last === undefined || !detail.folded) return '';
  const findings = state.findings.filter((finding) => finding.source !== 'check');
  const { shown, more } = firstRows(findings, detail);
  return details(summary(state, findings), paragraphs(byRound(state, shown, detail), more, independence(state)));
}

function summary(state: RunState, findings: readonly Finding[]): string {
  const looks = state.rounds.filter(({ reviewed }) => reviewed).length;
  if (looks === 0) return 'Review: none that counts';
  if (findings.length === 0) return `Review: ${count(looks, 'look')}, no finding`;
  const open = findings.filter(isOpen);
  const blocking = open.filter(isBlocking).length;
  const disputed = findings.filter(({ resolution }) => resolution === 'disputed').length;
  const parts = [
    count(findings.length, 'finding'),
    `${findings.length - open.length - disputed} resolved`,
    disputed > 0 ? `${disputed} disputed with reason` : '',
    blocking > 0 ? `${blocking} open` : '',
    open.length > blocking
      ? `${open.length - blocking} left as ${open.length - blocking === 1 ? 'a note' : 'notes'}`
      : '',
  ];
  return `Review: ${parts.filter((part) => part !== '').join(', ')}`;
}

function byRound(state: RunState, findings: readonly Finding[], detail: Detail): string {
  const numbers = state.rounds.map((round) => round.number).slice(-WIDEST);
  const columns = [
    { title: 'finding' },
    { title: 'severity' },
    ...numbers.map((round) => ({ title: `round ${round}` })),
  ];
  const rows = findings.map((finding) => [
    `**${inline(finding.id, 20)}** ${place(finding)} ${inline(finding.problem, detail.text)}`,
    finding.severity,
    ...numbers.map((round) => atRound(finding, round, detail)),
  ]);
  return table(columns, rows);
}

function atRound(finding: Finding, round: number, detail: Detail): string {
  const seen = finding.history.findLast((entry) => entry.round === round);
  if (seen === undefined) return round === finding.round ? 'found' : '';
  const evidence = inline(seen.evidence, Math.min(200, detail.text));
  const resolution = seen.resolution === 'open' && !isBlocking(finding) ? 'note' : RESOLUTIONS[seen.resolution];
  return evidence === '' ? resolution : `${resolution}: ${evidence}`;
}

function independence(state: RunState): string {
  const reviewers = new Set(state.rounds.map((round) => round.reviewerSession).filter((session) => session !== null));
  if (reviewers.size === 0) return 'Nobody reviewed it.';
  const shared = state.rounds.some((round) => reviewers.has(round.coderSession));
  return shared
    ? '<sub>Coder and reviewer shared a session: the review is not independent.</sub>'
    : `<sub>Reviewer: a session of its own, read-only, that does not see the coder’s words.${advisorLine(state)}</sub>`;
}

function advisorLine({ advice }: RunState): string {
  const last = advice.at(-1);
  if (last === undefined) return '';
  if (last.voidBecause !== null) return ` Advisor: ${inline(last.voidBecause, 200)}`;
  const looks = advice.length === 1 ? 'read it once' : `read it ${advice.length} times, each in a fresh session`;
  return ` Advisor, who knew nothing of the rounds: ${looks}, ${last.findings.length === 0 ? 'no further finding' : `found ${last.findings.map((id) => inline(id, 20)).join(', ')}`}.`;
}

function tried(finding: Finding): string {
  const fixes = finding.history.filter((entry) => entry.round > finding.round).length;
  return fixes === 0 ? '' : `still there after ${count(fixes, 'fix', 'fixes')}`;
}

/** `src/a.ts:12`, or nothing where a finding has no place. */
export function place(finding: Finding): string {
  if (finding.path === null) return '';
  return codeSpan(`${shorten(finding.path, 160)}${finding.line === null ? '' : `:${finding.line}`}`);
}
