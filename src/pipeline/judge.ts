import type { Conversation } from '../agent/conversation.ts';
import { carryFindings } from '../check/carry-findings.ts';
import type { CheckComparison, CheckResult } from '../check/check.ts';
import { compareChecks, findingsOf } from '../check/compare.ts';
import { fingerprint } from '../check/fingerprint.ts';
import { isBlocking, isOpen, SEVERITIES, type Finding } from '../finding.ts';
import { presentChecks, presentDiff } from '../review/present.ts';
import { reviewChange } from '../review/review-change.ts';
import type { Review, Round } from '../review/review.ts';
import { computeVerdict, type Verdict } from '../review/verdict.ts';
import type { Judged } from '../work/rounds.ts';
import type { Change } from '../workspace/change.ts';
import type { Site } from './site.ts';
import type { Story } from './story.ts';

/** What one round came to. */
export type Judgement = Judged &
  Readonly<{
    round: number;
    change: Change;
    checks: readonly CheckComparison[];
    review: Review | null;
    findings: readonly Finding[];
    verdict: Verdict;
  }>;

export type JudgeOptions = Readonly<{
  story: Story;
  site: Site;
  /** Ends what the coder's turns left running, before the work is looked at. */
  sweep: () => Promise<void>;
  coder: Conversation;
  reviewer: Conversation;
  before: readonly CheckResult[];
}>;

/** Extracts the one Change of a round, checks it, has it reviewed and computes the verdict. */
export function createJudge(options: JudgeOptions): (round: number, pivoted: boolean) => Promise<Judgement> {
  let last: Judgement | null = null;
  return async (round, pivoted) => {
    const startedAt = Date.now();
    await options.sweep();
    const change = await options.site.workspace.extract();
    options.story.update({ change, round });
    const judgement =
      change.tree === last?.tree ? { ...last, round } : await judge({ ...options, last, change, round });
    last = judgement;
    tellRound(options, judgement, { pivoted, seconds: Math.round((Date.now() - startedAt) / 1000) });
    return judgement;
  };
}

type RoundOptions = JudgeOptions & Readonly<{ last: Judgement | null; change: Change; round: number }>;

async function judge(options: RoundOptions): Promise<Judgement> {
  const { change, round, last } = options;
  if (change.files.length === 0 && !isUnfinished(options.site)) return withoutChange(options);
  const checks = await check(options);
  const review = await look(options, checks);
  const reviewed = review.findings.filter(({ source }) => source === 'review');
  const findings = [...reviewed, ...carryFindings(last?.findings ?? [], findingsOf(checks, round), round)];
  const verdict = computeVerdict({ reviewed: review.reviewed, findings, checks });
  const blocking = findings.filter((finding) => isOpen(finding) && isBlocking(finding));
  return {
    round,
    change,
    checks,
    review,
    findings,
    verdict,
    tree: change.tree,
    settled: verdict !== 'fail',
    fingerprints: blocking.map(fingerprintOf),
    tried: `round ${round}: ${change.files.length} files, +${change.added} −${change.removed}; left open ${blocking.map(({ id }) => id).join(', ') || 'nothing'}${last === null ? '' : ' after a fix'}`,
  };
}

/** A check's finding says the same of every failure; which one it was stands in its output. */
function fingerprintOf({ source, path, problem, evidence }: Finding): string {
  return fingerprint(source === 'check' ? evidence : `${path ?? ''} ${problem}`);
}

/** What an earlier run left on the branch and never came to publish is judged although nothing is added to it. */
export function isUnfinished({ place }: Pick<Site, 'place'>): boolean {
  return place.head !== null && place.pullRequest === null;
}

/** Findings of earlier rounds stay: to take the work back does not mend them. */
function withoutChange({ change, round, last }: RoundOptions): Judgement {
  const findings = last?.findings ?? [];
  const nothing = { change, round, checks: [], review: null, findings, fingerprints: [], tried: '' };
  return { ...nothing, verdict: 'inconclusive', tree: change.tree, settled: true };
}

async function check(options: RoundOptions): Promise<readonly CheckComparison[]> {
  const { story, site, change, before } = options;
  const step = story.begin(options.round === 0 ? 'Checks' : 'Checks again');
  const after = await site.runChecks({ tree: change.tree, files: change.files, onProgress: step.note });
  const checks = compareChecks(before, after);
  story.update({ checks });
  const broken = checks.filter(({ effect }) => effect === 'broken').length;
  const passed = checks.filter(({ after: { status } }) => status === 'passed').length;
  step.done(
    `Checks: ${checks.length === 0 ? 'none to run' : `${passed} of ${checks.length} pass`}${broken > 0 ? `, ${broken} broken by the change` : ''}`,
  );
  return checks;
}

async function look(options: RoundOptions, checks: readonly CheckComparison[]): Promise<Review> {
  const { story, site, change, round, last } = options;
  const { workspace, origin } = site;
  const step = story.begin(round === 0 ? 'Review' : 'Review again');
  await workspace.materialise(change.tree, 'snapshot');
  const review = await reviewChange({
    conversation: options.reviewer,
    round,
    isFirst: last === null || last.review === null,
    task: site.taskFile,
    boundary: site.boundary,
    instructions: site.settings.instructions.reviewer,
    checks: presentChecks(checks),
    diff: presentDiff(await workspace.diff(last?.tree ?? origin, change.tree)),
    findings: last?.findings.filter(({ source }) => source === 'review') ?? [],
    digest: () => workspace.digest('snapshot'),
    onActivity: step.note,
  });
  story.keep(`the reviewer's answer in round ${round}`, review.claimed);
  story.update({ findings: review.findings, acceptance: review.acceptance });
  if (review.recovered !== null)
    story.note(`The reviewer’s answer was there although its turn was ended (${review.recovered}); it was recovered.`);
  if (review.reviewed) step.done(`Review: ${countOpen(review.findings)}`);
  else step.failed(`Review: ${review.voidBecause ?? 'inconclusive'}`);
  return review;
}

function countOpen(findings: readonly Finding[]): string {
  const open = findings.filter(isOpen);
  const counts = SEVERITIES.map(
    (severity) => [severity, open.filter((finding) => finding.severity === severity).length] as const,
  ).filter(([, count]) => count > 0);
  return counts.length === 0 ? 'no open finding' : counts.map(([severity, count]) => `${count} ${severity}`).join(', ');
}

function tellRound(
  { story, coder }: JudgeOptions,
  judgement: Judgement,
  told: Readonly<{ pivoted: boolean; seconds: number }>,
): void {
  const { findings } = judgement;
  const round: Round = {
    number: judgement.round,
    coderSession: coder.session(),
    reviewerSession: judgement.review?.session ?? null,
    reviewed: judgement.review?.reviewed ?? false,
    tree: judgement.tree,
    filesChanged: judgement.change.files.length,
    verdict: judgement.verdict,
    openFindings: findings.filter(isOpen).map(({ id }) => id),
    resolvedFindings: findings.filter((finding) => !isOpen(finding)).map(({ id }) => id),
    brokenChecks: judgement.checks.filter(({ effect }) => effect === 'broken').map(({ check }) => check.name),
    ...told,
  };
  story.update({ rounds: [...story.state().rounds, round], findings, verdict: judgement.verdict });
}
