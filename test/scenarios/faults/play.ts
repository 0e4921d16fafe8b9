import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ActionResult } from '../../support/action/run-action.ts';
import { setStage, type Stage } from '../../support/action/stage.ts';
import { whatStands } from '../../support/action/what-stands.ts';
import { killProcessesAbout, processesAbout } from './processes.ts';
import type { FaultRow, Transport } from './row.ts';

const KEY = 'sk-canary-of-the-faults-5c21e07d';
/** Times the stated seconds before a run counts as hanging; a shared machine is slower than an idle one. */
const PATIENCE = 8;
/** A process that was told to end may need a moment; milliseconds. */
const LAST_MOMENT = 10_000;

/** What was seen of a run, in the form in which a row states it. */
export type Seen = Readonly<{
  outcome: string;
  category: string;
  exitCode: number;
  /** Paths that differ on the run's branch, and what the two functions are there; empty without a branch. */
  branch: Readonly<{ changed: readonly string[]; mended: readonly string[] }> | null;
  /** True of each pull request that is a draft. */
  drafts: readonly boolean[];
  requests: number;
  /** What was not as the script says. */
  notPlayed: string;
  coderModels: readonly string[];
  /** Every comment and pull request of the run, one below the other. */
  report: string;
  tokens: number;
  /** Tokens that the model has reported. */
  reported: number;
  cost: number;
  /** Processes of the run that were left. */
  left: readonly string[];
  violations: readonly unknown[];
  /** Where the provider's key was found. */
  keyIn: readonly string[];
  seconds: number;
  log: string;
}>;

/** Milliseconds after which a run of this row is taken for hanging, and ended. */
export function patience(row: FaultRow): number {
  return row.seconds * PATIENCE * 1000;
}

/** Plays one row on the built Action and looks at what is there afterwards. */
export async function playFault(row: FaultRow, transport: Transport): Promise<Seen> {
  const directory = await mkdtemp(join(tmpdir(), 'fault-'));
  const limit = setTimeout(() => killProcessesAbout(directory), patience(row));
  try {
    await using stage = await setStage({ script: row.script });
    const start = performance.now();
    await using run = await stage.label({
      directory,
      inputs: {
        checks: 'fine: true',
        'api-key': KEY,
        'opencode-transport': transport,
        ...(row.unreachable === true ? { 'base-url': await closedAddress() } : {}),
        ...row.inputs,
      },
    });
    const seconds = (performance.now() - start) / 1000;
    return { ...(await seenOf(stage, run)), left: await leftOf(directory), seconds };
  } finally {
    clearTimeout(limit);
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function seenOf(stage: Stage, run: ActionResult): Promise<Omit<Seen, 'left' | 'seconds'>> {
  const stands = whatStands(stage.github);
  const { input, cacheRead, output, reasoning } = stage.model.totals();
  const coder = stage.model.journal.filter(({ role, status }) => role === 'coder' && status === 200);
  return {
    outcome: run.outputs['outcome'] ?? '',
    category: run.outputs['failure-category'] ?? '',
    exitCode: run.exitCode,
    branch: await branchOf(stands),
    drafts: stands.pulls().map(({ pull }) => pull.draft),
    requests: stage.model.totals().received,
    notPlayed: complaintOf(() => stage.model.assertDone()),
    coderModels: [...new Set(coder.map(({ model }) => model))],
    report: [...stands.comments(stage.issue.number), ...stands.pulls()].map(({ body }) => body).join('\n'),
    tokens: Number(run.outputs['tokens'] ?? 0),
    reported: input + cacheRead + output + reasoning,
    cost: Number(run.outputs['cost'] ?? 0),
    violations: stage.github.violations,
    keyIn: keyIn(stage, run),
    log: run.log,
  };
}

async function branchOf(stands: ReturnType<typeof whatStands>): Promise<Seen['branch']> {
  const branch = (await stands.branches()).find((name) => name !== 'main');
  if (branch === undefined) return null;
  const code = await stands.file(branch, 'src/calc.js');
  const mended = [...(code.includes('n * 2') ? ['double'] : []), ...(code.includes('n * 3') ? ['triple'] : [])];
  return { changed: await stands.changed(branch), mended };
}

function keyIn({ github, model }: Stage, { log, summary, outputs }: ActionResult): readonly string[] {
  const texts = {
    // With these lines the runner is told what to cross out of the log.
    log: log.replaceAll(/^::add-mask::.*$/gmu, ''),
    summary,
    outputs: JSON.stringify(outputs),
    comments: JSON.stringify([...github.state.comments.values()]),
    'issues and pull requests': JSON.stringify([...github.state.issues.values()]),
    'what the model was sent': model.journal.map(({ body }) => body).join('\n'),
  };
  return Object.entries(texts).flatMap(([name, text]) => (text.includes(KEY) ? [name] : []));
}

/** The processes of a run that outlast it, after a moment. */
async function leftOf(directory: string): Promise<readonly string[]> {
  for (const start = performance.now(); ;) {
    const left = processesAbout(directory);
    if (left.length === 0 || performance.now() - start > LAST_MOMENT) return left;
    await sleep(50);
  }
}

function complaintOf(check: () => void): string {
  try {
    check();
    return '';
  } catch (error) {
    return String(error);
  }
}

/** An address on the loopback interface at which nothing listens. */
async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/v1`;
}
