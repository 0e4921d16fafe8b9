import { carryFindings } from '../../check/carry-findings.ts';
import { findingsOf } from '../../check/compare.ts';
import { fingerprint } from '../../check/fingerprint.ts';
import { isBlocking, isOpen, type Finding } from '../../finding.ts';
import type { Round } from '../../review/review.ts';
import { computeVerdict } from '../../review/verdict.ts';
import { prefixOf, type Assignment } from './assignment.ts';
import type { Judgement } from './judgement.ts';
import { lookAgain } from './look-again.ts';
import { check, look, type JudgeOptions, type RoundOptions } from './look.ts';

export type Judge = Readonly<{
  /** Extracts the one Change of a round, checks it, has it reviewed and computes the verdict. */
  judge: (round: number, pivoted: boolean) => Promise<Judgement>;
  /** The last judgement with findings of somebody else's. */
  add: (findings: readonly Finding[]) => Judgement;
}>;

export function createJudge(options: JudgeOptions): Judge {
  const { assignment } = options;
  const weighed = new Set<string>();
  let last: Judgement | null = null;
  return {
    async judge(round, pivoted) {
      const startedAt = Date.now();
      await options.sweep();
      const change = await assignment.places.extract();
      assignment.show({ change, round });
      const given = { ...options, change, round };
      const judgement =
        last !== null && change.tree === last.tree
          ? await judgeAgain({ ...given, last }, weighed)
          : await judge({ ...given, last });
      last = judgement;
      assignment.onJudged(judgement, { pivoted, seconds: Math.round((Date.now() - startedAt) / 1000) });
      return judgement;
    },
    add(findings) {
      if (last === null) throw new TypeError('Nothing was judged yet.');
      last = judged({ ...last, findings: [...last.findings, ...findings] });
      assignment.show({ findings: last.findings, verdict: last.verdict });
      return last;
    },
  };
}

async function judge(options: RoundOptions): Promise<Judgement> {
  const { assignment, change, round, last } = options;
  if (await isNothing(options)) return withoutChange(options);
  const checks = await check(options);
  const review = await look(options, checks);
  const read = await assignment.recheck(review.findings, change.tree, round);
  const earlier = last?.findings ?? assignment.findings;
  const broken = findingsOf(checks, round).map((finding) => ({
    ...finding,
    id: `${prefixOf(assignment)}${finding.id}`,
  }));
  const after = last === null ? '' : ' after a fix';
  return judged({
    round,
    change,
    checks,
    review,
    findings: [...read, ...carryFindings(earlier, broken, round)],
    tree: change.tree,
    tried: `round ${round}: ${change.files.length} ${change.files.length === 1 ? 'file' : 'files'}, +${change.added} −${change.removed}${after}`,
  });
}

/** A tree that was judged before is not judged again; only what is open in it is weighed once more. */
async function judgeAgain(
  options: RoundOptions & Readonly<{ last: Judgement }>,
  weighed: Set<string>,
): Promise<Judgement> {
  const { assignment, last, change, round } = options;
  const same = unchanged(last, round);
  const review = await lookAgain(options, weighed);
  if (review === null) return same;
  const read = await assignment.recheck(review.findings, change.tree, round);
  return judged({ ...same, review, findings: [...read, ...last.findings.filter(({ source }) => source === 'check')] });
}

/** That nothing was done is what was tried. */
function unchanged(last: Judgement, round: number): Judgement {
  const left = last.tried.split('; left open')[1] ?? ' nothing';
  return { ...last, round, tried: `round ${round}: nothing was changed; left open${left}` };
}

/** The verdict and what follows from it, computed from findings and checks. */
function judged(given: Omit<Judgement, 'verdict' | 'settled' | 'fingerprints'>): Judgement {
  const { review, findings, checks } = given;
  const verdict = computeVerdict({ reviewed: review?.reviewed === true, findings, checks });
  const blocking = findings.filter((finding) => isOpen(finding) && isBlocking(finding));
  const open = blocking.map(({ id }) => id).join(', ') || 'nothing';
  return {
    ...given,
    verdict,
    settled: verdict !== 'fail',
    fingerprints: blocking.map(fingerprintOf),
    tried: `${given.tried.split('; left open')[0] ?? ''}; left open ${open}`,
  };
}

/** A check's finding says the same of every failure; which one it was stands in its output. */
function fingerprintOf({ source, path, problem, evidence }: Finding): string {
  return fingerprint(source === 'check' ? evidence : `${path ?? ''} ${problem}`);
}

/** Nothing to judge, unless work of a run that could not tell of it is there to be told of. */
async function isNothing({ assignment, change, site }: RoundOptions): Promise<boolean> {
  if (change.files.length > 0) return false;
  if (assignment.step === '' && !site.unfinished) return true;
  return (await site.workspace.changes(assignment.origin, change.tree)).length === 0;
}

/** Findings of earlier rounds stay: to take the work back does not mend them. */
function withoutChange({ assignment, change, round, last }: RoundOptions): Judgement {
  const findings = last?.findings ?? assignment.findings;
  const nothing = { change, round, checks: [], review: null, findings, fingerprints: [], tried: '' };
  return { ...nothing, verdict: 'inconclusive', tree: change.tree, settled: true };
}

/** One round as the report tells it. */
export function roundOf(
  { coder }: Assignment,
  judgement: Judgement,
  told: Readonly<{ pivoted: boolean; seconds: number }>,
): Round {
  const { findings, checks, review } = judgement;
  return {
    number: judgement.round,
    coderSession: coder.session(),
    reviewerSession: review?.session ?? null,
    reviewed: review?.reviewed ?? false,
    tree: judgement.tree,
    filesChanged: judgement.change.files.length,
    verdict: judgement.verdict,
    openFindings: findings.filter(isOpen).map(({ id }) => id),
    resolvedFindings: findings.filter((finding) => !isOpen(finding)).map(({ id }) => id),
    brokenChecks: checks.filter(({ effect }) => effect === 'broken').map((one) => one.check.name),
    ...told,
  };
}
