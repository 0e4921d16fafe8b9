import { z } from 'zod';
import { ROLES } from '../../agent/agent.ts';
import type { Check } from '../../check/check.ts';
import { SEVERITIES, type Finding, type FindingSource, type Resolution } from '../../finding.ts';
import type { LedgerRow, Phase } from '../../ledger/ledger.ts';
import type { Place } from '../../publish/place.ts';
import type { StepLine } from '../../report/run.ts';
import type { Acceptance, Round } from '../../review/review.ts';
import type { Verdict } from '../../review/verdict.ts';
import { standing } from '../../text/sinks.ts';
import type { LeftOut } from '../../workspace/change.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { ObjectId } from '../killed/saved-invocation.ts';

/** The words of a union: one that is missing here, or too many, is an error of types. */
export const words = <Union extends string>(all: Readonly<{ [Word in Union]: Word }>): z.ZodType<Union> => z.enum(all);

/** How a run may have ended, in the form that `words` takes. */
export const OUTCOMES = {
  published: 'published',
  'no-changes': 'no-changes',
  answered: 'answered',
  planned: 'planned',
  declined: 'declined',
  'needs-human': 'needs-human',
  failed: 'failed',
} as const;

const text = z.string();
const head = z.object({ branch: text, sha: ObjectId });
const count = z.int().nonnegative();
const amount = z.number().nonnegative();
const texts = z.array(text);

export const PlaceSchema: z.ZodType<Place> = z.object({
  branch: text,
  head: ObjectId.nullable(),
  base: text,
  pullRequest: z
    .object({
      number: count,
      url: text,
      nodeId: text,
      state: z.enum(['open', 'closed']),
      merged: z.boolean(),
      draft: z.boolean(),
      title: text,
      body: text.transform(standing),
      author: text,
      head: head.extend({ repository: text.nullable() }),
      base: head,
    })
    .nullable(),
});

export const CheckSchema: z.ZodType<Check> = z.object({ name: text, command: text, source: text });

export const SnapshotSchema: z.ZodType<Snapshot> = z.object({
  tree: ObjectId,
  leftOut: z.array(
    z.object({
      path: text,
      because: words<LeftOut['because']>({
        repository: 'repository',
        'git-name': 'git-name',
        'not-utf-8': 'not-utf-8',
        'unsafe-name': 'unsafe-name',
        moved: 'moved',
        'too-large': 'too-large',
        unreadable: 'unreadable',
        'inside-submodule': 'inside-submodule',
      }),
    }),
  ),
});

export const StepSchema: z.ZodType<StepLine> = z.object({
  text,
  state: words<StepLine['state']>({ done: 'done', doing: 'doing', todo: 'todo', failed: 'failed' }),
});

export const RoundSchema: z.ZodType<Round> = z.object({
  number: count,
  coderSession: text,
  reviewerSession: text.nullable(),
  reviewed: z.boolean(),
  tree: text,
  filesChanged: count,
  verdict: words<Verdict>({
    pass: 'pass',
    'pass-with-notes': 'pass-with-notes',
    fail: 'fail',
    inconclusive: 'inconclusive',
  }),
  openFindings: texts,
  resolvedFindings: texts,
  brokenChecks: texts,
  pivoted: z.boolean(),
  seconds: amount,
});

const resolution = words<Resolution>({
  open: 'open',
  resolved: 'resolved',
  'partially-resolved': 'partially-resolved',
  'not-addressed': 'not-addressed',
  disputed: 'disputed',
});

export const FindingSchema: z.ZodType<Finding> = z.object({
  id: text,
  source: words<FindingSource>({ review: 'review', check: 'check', advice: 'advice', merge: 'merge', step: 'step' }),
  severity: z.enum(SEVERITIES),
  category: text,
  path: text.nullable(),
  line: z.number().nullable(),
  problem: text,
  evidence: text,
  suggestion: text,
  confidence: z.enum(['high', 'medium', 'low']),
  round: count,
  resolution,
  history: z.array(z.object({ round: count, resolution, evidence: text })),
});

export const AcceptanceSchema: z.ZodType<Acceptance> = z.object({
  item: text,
  status: z.enum(['verified', 'not-verified', 'not-verifiable']),
  evidence: text,
});

export const LedgerRowSchema: z.ZodType<LedgerRow> = z.object({
  phase: words<Phase>({
    implement: 'implement',
    review: 'review',
    fix: 'fix',
    advise: 'advise',
    plan: 'plan',
    search: 'search',
    answer: 'answer',
    outside: 'outside',
  }),
  role: z.enum(ROLES),
  model: text,
  round: count,
  requests: count,
  estimated: count,
  tokens: z.object({ input: amount, output: amount, reasoning: amount, cacheRead: amount, cacheWrite: amount }),
  cost: amount.nullable(),
});
