import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { RunState } from '../../report/run.ts';
import { openSealed, sealText, type Seal } from '../../text/sealed.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import {
  AcceptanceSchema,
  CheckSchema,
  FindingSchema,
  LedgerRowSchema,
  PlaceSchema,
  RoundSchema,
  SnapshotSchema,
  StepSchema,
} from '../kept/saved-parts.ts';
import type { PublishSite, Underway } from '../site/site.ts';
import { InvocationSchema, ObjectId } from './saved-invocation.ts';

/** What it takes to end a run whose process was killed. Readers check `version` first. */
export type SavedRun = Readonly<{
  version: 1;
  invocation: Invocation;
  story: SavedStory;
  /** Null until there is a clone that the coder works in. */
  work: SavedWork | null;
}>;

/** With what the clone becomes a Change, and the Change is published. */
export type SavedWork = Omit<PublishSite, 'workspace' | 'taskFile' | 'stored' | 'underway'> &
  Readonly<{
    baseline: string;
    marked: Snapshot;
    /** Steps that were being worked on, in the order of the plan. */
    steps: readonly Underway[];
    /** Absolute paths as they were before the agent existed: a later look-up could find what it planted. */
    programs: Readonly<{ git: string; cp: string }>;
  }>;

/** What is told of the run besides how it ended. */
export type SavedStory = Pick<RunState, keyof typeof STORY>;

/** Where it is kept: the run's directory, and the secret that no agent has. */
export type Safe = Readonly<{ run: Readonly<{ root: string }>; githubToken: string }>;

const STORY = {
  startedAt: z.number(),
  maxFixRounds: z.number(),
  round: z.number(),
  steps: z.array(StepSchema),
  agent: z.string().nullable(),
  title: z.string(),
  summary: z.string(),
  taskFile: z.string().nullable(),
  rounds: z.array(RoundSchema),
  findings: z.array(FindingSchema),
  acceptance: z.array(AcceptanceSchema),
  scope: z.array(z.string()),
  ledger: z.array(LedgerRowSchema),
  budget: z.object({ cost: z.number(), tokens: z.number(), requests: z.number() }).nullable(),
  confinement: z.string(),
  notes: z.array(z.string()),
} as const;

const Settings = z.object({
  setup: z.object({ text: z.string(), source: z.string() }).nullable(),
  scope: z.array(z.string()),
  protectedPaths: z.array(z.string()).nullable(),
  maxChangedFiles: z.number(),
  maxChangedBytes: z.number(),
  draft: z.enum(['auto', 'always', 'never']),
  labels: z.array(z.string()),
});

const Schema: z.ZodType<SavedRun> = z.object({
  version: z.literal(1),
  invocation: InvocationSchema,
  story: z.object(STORY),
  work: z
    .object({
      settings: Settings,
      place: PlaceSchema,
      origin: ObjectId,
      unfinished: z.boolean(),
      modesAsked: z.boolean(),
      checks: z.array(CheckSchema),
      baseline: ObjectId,
      marked: SnapshotSchema,
      steps: z.array(z.object({ id: z.string().regex(/^[\w-]+$/), start: ObjectId, marked: SnapshotSchema })),
      programs: z.object({ git: z.string(), cp: z.string() }),
    })
    .nullable(),
});

/**
 * Writes it into the run's directory. An agent that is not confined may write there too, and this says which branch is to
 * be written to: it is sealed with the token and for this directory, so that nobody else's is ever read.
 */
export async function saveRun(saved: SavedRun, safe: Safe): Promise<void> {
  const file = fileOf(safe);
  // A settings object has more than is needed, and what is not needed is not written.
  const sealed = sealText(JSON.stringify(Schema.parse(saved)), sealOf(safe));
  await writeFile(`${file}.new`, sealed, { mode: 0o600 });
  // Whenever the writer is killed, a reader finds the old one or the new one.
  await rename(`${file}.new`, file);
}

/** Null when nothing was saved, when the run is over, and for what the run did not write. */
export async function readSavedRun(safe: Safe): Promise<SavedRun | null> {
  const sealed = await readFile(fileOf(safe)).catch(() => null);
  const text = sealed === null ? null : openSealed(sealed, sealOf(safe));
  return text === null ? null : Schema.parse(JSON.parse(text));
}

/** The run is over, and nobody is to end it again. */
export async function forgetRun(safe: Safe): Promise<void> {
  await rm(fileOf(safe), { force: true });
}

function fileOf({ run }: Safe): string {
  return join(run.root, 'saved-run');
}

function sealOf({ run, githubToken }: Safe): Seal {
  return { secret: githubToken, purpose: `saved run in ${run.root}` };
}
