import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Content } from '../publish/change.ts';
import { runAction, type ActionResult } from '../support/action/run-action.ts';
import { SMALL_ISSUE, SMALL_REPOSITORY } from '../support/action/small-repository.ts';
import { JOB_TOKENS, SPLIT } from '../support/action/two-jobs.ts';
import { startGitHub, type LoopbackGitHub } from '../support/github/github.ts';
import { handedOn, RUN_ID, writeHanded, type Handed } from './handed.ts';

export type Attack = {
  readonly files?: Readonly<Record<string, Content>>;
  /** Files of the repository besides the small one's. */
  readonly there?: Readonly<Record<string, string | { link: string }>>;
  readonly alter?: (handed: Handed, github: LoopbackGitHub) => unknown;
  readonly onDisk?: (directory: string) => Promise<unknown>;
  readonly verification?: (handed: Handed) => string;
  readonly sender?: string;
  /** What the maintainer says, in place of putting the label on. */
  readonly comment?: string;
};

export type Published = { readonly run: ActionResult; readonly github: LoopbackGitHub; readonly issue: number };

export const MENDED = { 'src/calc.js': 'export const double = (n) => n * 2;\nexport const triple = (n) => n * 3;\n' };

/** Runs the publishing job on what an attacker left for it. */
export async function publish(attack: Attack, look: (published: Published) => Promise<void>): Promise<void> {
  await using github = await startGitHub({
    seed: [{ files: { ...SMALL_REPOSITORY, ...attack.there }, message: 'Initial commit' }],
    permissions: { maintainer: 'write', stranger: 'read' },
    ...SPLIT,
  });
  const issue = github.seed.issue({ ...SMALL_ISSUE, author: 'stranger' });
  const handed = await handedOn(github, attack.files ?? MENDED);
  await attack.alter?.(handed, github);
  const root = await mkdtemp(join(tmpdir(), 'hostile-'));
  try {
    const directory = join(root, 'change');
    await writeHanded(directory, handed);
    await attack.onDisk?.(directory);
    const sender = attack.sender ?? 'maintainer';
    await using run = await runAction({
      github,
      ...(await eventOf(github, { issue: issue.number, sender, comment: attack.comment })),
      token: JOB_TOKENS.publish,
      runId: RUN_ID,
      checkout: false,
      inputs: { mode: 'publish', 'hand-over': directory, verification: attack.verification?.(handed) ?? '' },
    });
    await look({ run, github, issue: issue.number });
    expect(github.violations).toEqual([]);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function eventOf(
  github: LoopbackGitHub,
  { issue, sender, comment }: { issue: number; sender: string; comment: string | undefined },
) {
  if (comment === undefined)
    return { event: 'issues', payload: await github.event('issues', { issue, label: 'opencode', sender }) };
  const { id } = github.seed.comment({ issue, body: comment, author: sender });
  return { event: 'issue_comment', payload: await github.event('issue_comment', { comment: id, sender }) };
}
