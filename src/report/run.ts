import type { ModelInfo } from '../agent/agent.ts';
import type { CheckComparison, Setup } from '../check/check.ts';
import type { FailureCategory } from '../failure.ts';
import type { Finding } from '../finding.ts';
import type { HeldBack } from '../guard/guard.ts';
import type { LedgerRow, Total } from '../ledger/ledger.ts';
import type { BranchSpending } from '../ledger/spending.ts';
import type { Plan } from '../plan/plan.ts';
import type { OfferedPatch } from '../publish/offer-patch.ts';
import type { Publication } from '../publish/publication.ts';
import type { Acceptance, Round } from '../review/review.ts';
import type { Verdict } from '../review/verdict.ts';
import type { Verification } from '../review/verified.ts';
import type { Invocation } from '../trigger/trigger.ts';
import type { Change } from '../workspace/change.ts';
import type { BlockedPlace } from './blocked-places.ts';

/** How a run ended. */
export type Outcome = 'published' | 'no-changes' | 'answered' | 'planned' | 'declined' | 'needs-human' | 'failed';

/** One line of the status comment. */
export type StepLine = Readonly<{ text: string; state: 'done' | 'doing' | 'todo' | 'failed' }>;

/** What became of one step of the plan. */
export type StepReport = Readonly<{
  id: string;
  title: string;
  state: 'waiting' | 'working' | 'done' | 'open' | 'failed' | 'skipped';
  /** Why it is not done, null where it is or may still be. */
  reason: string | null;
  rounds: readonly Round[];
  /** The finding by which what was not done of it went to the fixer of the whole; null where there is none. */
  left: string | null;
}>;

/** Everything a person may read about a run, as it stands now. Every text on GitHub is rendered from it. */
export type RunState = Readonly<{
  invocation: Invocation;
  /** Null while the run goes on. */
  outcome: Outcome | null;
  /**
   * Whose word it is what was done, checked, reviewed and spent: this job's own, that of the agent's job, or that of the
   * agent's job with checks that a job without any key ran again.
   */
  toldBy: 'this-job' | 'agent-job' | 'agent-job-checked-again';
  /** Round that is being worked on. */
  round: number;
  maxFixRounds: number;
  steps: readonly StepLine[];
  /** Milliseconds since the epoch. */
  startedAt: number;
  now: number;
  runUrl: string | null;
  /** First trigger phrase and the trigger label, for telling people how to go on. */
  phrase: string;
  label: string;
  /** What worked: `opencode 1.18.33 over serve`; null before it was started. */
  agent: string | null;
  title: string;
  /** What changed and why in a few lines; the coder's closing words. */
  summary: string;
  /** Why the run was declined, found nothing to do or needs a person, where it did; a sentence. */
  reason: string | null;
  /** What has to be made clear before there is a task, as safe Markdown; null when nothing. */
  question: string | null;
  taskFile: string | null;
  /** How the task is to be done, null where nobody planned it. */
  plan: Plan | null;
  /** The plan's steps, where there are several; `rounds` has those of the work as a whole. */
  stepReports: readonly StepReport[];
  setup: Setup | null;
  checks: readonly CheckComparison[];
  rounds: readonly Round[];
  findings: readonly Finding[];
  acceptance: readonly Acceptance[];
  /** Each look of the advisor; empty where the change was too small for one, or nothing passed. */
  advice: readonly Readonly<{
    session: string;
    voidBecause: string | null;
    summary: string;
    findings: readonly string[];
  }>[];
  verdict: Verdict | null;
  verification: Verification | null;
  change: Change | null;
  heldBack: readonly HeldBack[];
  scope: readonly string[];
  /** What was spent, as the gateway counted it. */
  ledger: readonly LedgerRow[];
  total: Total;
  /** What OpenCode's own account of it comes to; null where it is lost. */
  claimed: Total | null;
  /** The model of the judging roles; null before it is known. */
  judgeModel: ModelInfo | null;
  /** What the same tokens would have cost on the judging model alone; null where its price is not known. */
  estimate: Readonly<{ model: string; cost: number }> | null;
  /** What the run may spend at most; null before it is known. */
  budget: Readonly<{ cost: number; tokens: number; requests: number }> | null;
  /** The runs that worked on a branch, this one among them once it has ended; null before any is known. */
  spending: BranchSpending | null;
  /** Which bound ended the rounds, null when none did. */
  endedBy: string | null;
  confinement: string;
  /** Where the confined network let nobody go; empty where it is not confined. */
  blocked: readonly BlockedPlace[];
  publication: Publication | null;
  /** What there is in place of a publication where nothing is to be written, as for a fork; null elsewhere. */
  offered: OfferedPatch | null;
  /** Path of the change as a patch in the run record, null when there is none. */
  patch: string | null;
  failure: Readonly<{ category: FailureCategory; message: string; hint: string }> | null;
  /** Further sentences that the reader must know: what could not be done and why. */
  notes: readonly string[];
}>;
