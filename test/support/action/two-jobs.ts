import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GitHubOptions } from '../github/github.ts';
import type { ActionOptions, ActionResult } from './run-action.ts';
import type { Stage } from './stage.ts';

/** Tokens with exactly the permissions that the shipped workflow gives each job, by job. */
export const JOB_TOKENS = {
  gate: 'ghs_gate',
  agent: 'ghs_agent',
  verify: 'ghs_verify',
  publish: 'ghs_publish',
} as const;

const bot = { login: 'github-actions[bot]', type: 'Bot' } as const;

export const SPLIT: GitHubOptions = {
  tokens: {
    ghs_loopback: {
      ...bot,
      permissions: { contents: 'write', issues: 'write', pull_requests: 'write', checks: 'read', actions: 'write' },
    },
    [JOB_TOKENS.gate]: {
      ...bot,
      permissions: { actions: 'read', contents: 'read', issues: 'write', pull_requests: 'write' },
    },
    [JOB_TOKENS.agent]: {
      ...bot,
      permissions: {
        actions: 'read',
        checks: 'read',
        contents: 'read',
        issues: 'read',
        pull_requests: 'read',
        statuses: 'read',
      },
    },
    [JOB_TOKENS.verify]: { ...bot, permissions: { contents: 'read', issues: 'read', pull_requests: 'read' } },
    [JOB_TOKENS.publish]: {
      ...bot,
      permissions: { actions: 'write', contents: 'write', issues: 'write', pull_requests: 'write' },
    },
  },
};

type Event = Pick<ActionOptions, 'event' | 'payload'>;
type Run = Partial<Pick<ActionOptions, 'inputs' | 'onStart' | 'onLine'>>;

/** The jobs of one workflow run, which meet in one directory. */
export type SplitRun = AsyncDisposable & {
  readonly directory: string;
  readonly gate: () => Promise<ActionResult>;
  readonly agent: (run?: Run) => Promise<ActionResult>;
  readonly verify: (run?: Run) => Promise<ActionResult>;
  /** `verification` is the output of the verifying job. */
  readonly publish: (verification?: string, run?: Run) => Promise<ActionResult>;
};

let lastRun = 90_000;

export async function splitRun(stage: Pick<Stage, 'run'>, event: Event, runId?: number): Promise<SplitRun> {
  const root = await mkdtemp(join(tmpdir(), 'two-jobs-'));
  const directory = join(root, 'change');
  lastRun += 1;
  const job = { ...event, runId: runId ?? lastRun };
  const noKey = { 'api-key': '', model: '', 'review-model': '', 'base-url': '' };
  const jobIn = (mode: string, token: string, rest: Partial<ActionOptions>): Promise<ActionResult> =>
    stage.run({ ...job, ...rest, token, inputs: { mode, 'hand-over': directory, ...rest.inputs } });
  return {
    directory,
    gate: () => jobIn('gate', JOB_TOKENS.gate, { checkout: false, inputs: noKey }),
    agent: (run = {}) => jobIn('agent', JOB_TOKENS.agent, run),
    verify: (run = {}) => jobIn('verify', JOB_TOKENS.verify, { ...run, inputs: { ...noKey, ...run.inputs } }),
    publish: (verification = '', run = {}) =>
      jobIn('publish', JOB_TOKENS.publish, {
        ...run,
        checkout: false,
        inputs: { ...noKey, verification, ...run.inputs },
      }),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
}
