import type { CheckComparison } from '../check/check.ts';
import { isBlocking, isOpen, type Finding } from '../finding.ts';
import type { Change } from '../workspace/change.ts';
import type { Condition, Verification } from './verified.ts';

export type VerifyOptions = Readonly<{
  change: Change;
  /** Paths that are not published, with the rule that held them back. */
  heldBack: readonly Readonly<{ path: string; rule: string }>[];
  checks: readonly CheckComparison[];
  findings: readonly Finding[];
  /** Whether the last tree was reviewed by a review that counts; else why not. */
  reviewed: Readonly<{ valid: boolean; because: string | null }>;
  /** Files of the work as a whole, those of earlier runs on the branch included. */
  wholeFiles: number;
  /** Paths through which the change alters what a check is. */
  definitionsTouched: readonly string[];
  /** Tree that was both checked and reviewed by a review that counts, null when there is none. */
  judgedTree: string | null;
  /** The branch has, or will have, exactly the change that was extracted. */
  asChecked: boolean;
}>;

/** What `verify` makes alone, for a tree on which all seven conditions hold. */
class Earned {
  readonly #tree: string;

  constructor(tree: string) {
    this.#tree = tree;
  }

  get tree(): string {
    return this.#tree;
  }
}

/** Nominal: what is put together elsewhere is none. */
export type Verified = Earned;

/** The conditions for people, and null unless all of them hold. */
export type Verdicts = Readonly<{ report: Verification; earned: Verified | null }>;

/** The seven conditions of "verified", each from what was run and measured. A model ticks none of them. */
export function verify(options: VerifyOptions): Verdicts {
  const conditions: readonly Condition[] = [
    changeExists(options),
    inScope(options),
    checkPassed(options),
    nothingBroken(options),
    noBlockingFinding(options),
    definitionsUntouched(options),
    publishedIsChecked(options),
  ];
  const verified = conditions.every(({ holds }) => holds);
  const { tree } = options.change;
  return { report: { verified, tree, conditions }, earned: verified ? new Earned(tree) : null };
}

function changeExists({ wholeFiles }: VerifyOptions): Condition {
  const evidence = `${wholeFiles} changed ${wholeFiles === 1 ? 'file' : 'files'}`;
  return { name: 'change-exists', holds: wholeFiles > 0, evidence };
}

function inScope({ heldBack }: VerifyOptions): Condition {
  const evidence =
    heldBack.length === 0
      ? 'nothing was held back'
      : `held back: ${listed(heldBack.map(({ path, rule }) => `${path} (${rule})`))}`;
  return { name: 'in-scope', holds: heldBack.length === 0, evidence };
}

function checkPassed({ checks }: VerifyOptions): Condition {
  const passed = checks.filter(({ after }) => after.status === 'passed').map(({ check }) => check.name);
  const none = checks.length === 0 ? 'there is no check' : 'no check ran and passed';
  return {
    name: 'check-passed',
    holds: passed.length > 0,
    evidence: passed.length > 0 ? `passed: ${listed(passed)}` : none,
  };
}

function nothingBroken({ checks }: VerifyOptions): Condition {
  const passedBefore = checks.filter(({ before }) => before.status === 'passed');
  const broken = passedBefore.filter(({ after }) => after.status !== 'passed').map(({ check }) => check.name);
  const none = checks.length === 0 ? 'no check was run' : 'no check that passed before fails now';
  return {
    name: 'nothing-broken',
    holds: broken.length === 0,
    evidence: broken.length === 0 ? none : `passed before and not any more: ${listed(broken)}`,
  };
}

function noBlockingFinding({ findings, reviewed }: VerifyOptions): Condition {
  const blocking = findings.filter((finding) => isOpen(finding) && isBlocking(finding));
  const name = 'no-blocking-finding';
  if (blocking.length > 0) return { name, holds: false, evidence: `open: ${listed(blocking.map(({ id }) => id))}` };
  if (!reviewed.valid) return { name, holds: false, evidence: `not reviewed: ${reviewed.because ?? 'unknown'}` };
  return { name, holds: true, evidence: 'reviewed; no critical or high finding is open' };
}

function definitionsUntouched({ definitionsTouched }: VerifyOptions): Condition {
  return {
    name: 'check-definitions-untouched',
    holds: definitionsTouched.length === 0,
    evidence:
      definitionsTouched.length === 0
        ? 'what the checks are is as before'
        : `the change alters what a check is: ${listed(definitionsTouched)}; no check vouches for that, a person looks at it`,
  };
}

function publishedIsChecked({ change, asChecked, judgedTree }: VerifyOptions): Condition {
  const digest = change.tree.slice(0, 12);
  const judged = judgedTree === change.tree;
  const published = asChecked ? 'its change is what is published' : 'something else is published';
  return {
    name: 'published-is-checked',
    holds: judged && asChecked,
    evidence: judged
      ? `tree ${digest} was checked and reviewed, and ${published}`
      : `tree ${digest} was not checked and reviewed as a whole`,
  };
}

function listed(items: readonly string[]): string {
  return items.length <= 8 ? items.join(', ') : `${items.slice(0, 8).join(', ')} and ${items.length - 8} more`;
}
