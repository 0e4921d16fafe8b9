import type { GuardedChange } from '../../guard/guard.ts';
import type { OfferedPatch } from '../../publish/offer-patch.ts';
import type { Publication } from '../../publish/publication.ts';
import type { Readiness } from '../../publish/publish-change.ts';
import type { Outcome, RunState } from '../../report/run.ts';
import { verify, type Verdicts } from '../../review/verify.ts';
import type { Change } from '../../workspace/change.ts';
import type { Worked } from '../loop/work.ts';
import type { PublishSite } from '../site/site.ts';
import { withEvidence, type Evidence } from '../two-jobs/evidence.ts';
import type { Publishing } from './story.ts';

/** What crosses the line: from here on no model runs, and no code from the change. */
export type HandOver = Readonly<{
  worked: Worked;
  change: Change;
  guarded: GuardedChange;
  definitionsTouched: readonly string[];
  /** Files that differ from where the work left its base, those of earlier runs on the branch included. */
  wholeFiles: number;
  /** Where another job did the work: what is known of the checks apart from its word. */
  evidence?: Evidence;
}>;

/** What becomes of work that went through the guard: it is published, or left for the job that publishes. */
export type Pass = (site: PublishSite, handOver: HandOver, running: Publishing) => Promise<void>;

/** The work of a run that failed is a draft whatever was chosen. */
export function readiness({ settings }: PublishSite, { failure }: Worked, { earned }: Verdicts): Readiness {
  if (failure !== null || settings.draft === 'always') return null;
  return settings.draft === 'never' ? 'chosen' : earned;
}

export function withoutPublication({ worked, guarded, change }: HandOver): Partial<RunState> {
  if (change.files.length === 0 && change.leftOut.length === 0) {
    const rounds = worked.last?.round ?? 0;
    if (rounds === 0) return { outcome: 'no-changes', reason: 'The coder changed no file.' };
    return {
      outcome: 'needs-human',
      reason: `In fix round ${rounds} the coder took back everything that it had changed.`,
    };
  }
  const held = guarded.heldBack.length;
  return {
    outcome: 'needs-human',
    reason: `Everything that was changed is held back (${held} ${held === 1 ? 'path' : 'paths'}); nothing was published.`,
  };
}

export function verificationOf(handOver: HandOver, state: RunState, asChecked: boolean): Verdicts {
  const { worked, change, guarded, definitionsTouched, wholeFiles, evidence } = handOver;
  const review = worked.last?.review ?? null;
  const verification = verify({
    change,
    heldBack: guarded.heldBack,
    checks: state.checks,
    findings: state.findings,
    reviewed: {
      valid: worked.failure === null && review?.reviewed === true,
      because: worked.failure?.message ?? review?.voidBecause ?? null,
    },
    definitionsTouched,
    wholeFiles,
    judgedTree: review?.reviewed === true ? (worked.last?.tree ?? null) : null,
    asChecked,
  });
  return evidence === undefined ? verification : withEvidence(verification, evidence);
}

/** The state in which the run ends with this publication. */
export function ended(state: RunState, handOver: HandOver, publication: Publication): RunState {
  return { ...endedAs(state, handOver, publication), publication };
}

/** The state in which the run ends with a patch for somebody else to apply. */
export function endedWithPatch(state: RunState, handOver: HandOver, patch: OfferedPatch): RunState {
  const asChecked = handOver.guarded.heldBack.length === 0;
  const told = endedAs(state, handOver, { aside: null, asChecked });
  return { ...told, offered: patch, outcome: told.outcome === 'published' ? 'answered' : told.outcome };
}

type Landed = Pick<Publication, 'aside' | 'asChecked'>;

function endedAs(state: RunState, handOver: HandOver, landed: Landed): RunState {
  const { failure } = handOver.worked;
  const verification = verificationOf(handOver, state, landed.asChecked && landed.aside === null);
  const failed = failure === null ? null : { category: failure.code, message: failure.message, hint: failure.hint };
  const outcome: Outcome = failed === null ? outcomeOf(handOver, landed) : 'failed';
  const reason = outcome === 'needs-human' ? reasonOf(handOver, landed) : null;
  return { ...state, verification: verification.report, failure: failed, outcome, reason };
}

/** Why a person is needed, in a sentence each. */
function reasonOf({ worked, guarded }: HandOver, { aside }: Landed): string {
  const held = guarded.heldBack.length;
  const sentences = [
    worked.last?.review?.voidBecause ?? '',
    held === 0 ? '' : `${held} changed ${held === 1 ? 'path is' : 'paths are'} held back.`,
    aside ?? '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function outcomeOf({ worked, guarded }: HandOver, { aside }: Landed): Outcome {
  const verdict = worked.last?.verdict ?? 'inconclusive';
  const stopped = verdict === 'fail' || verdict === 'inconclusive';
  return stopped || guarded.heldBack.length > 0 || aside !== null ? 'needs-human' : 'published';
}
