import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { silent } from '../scenarios/small.ts';
import { SMALL_REPOSITORY } from '../support/action/small-repository.ts';
import { setStage } from '../support/action/stage.ts';
import type { Stage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';

const exec = promisify(execFile);
const git = (workspace: string, ...args: string[]) => exec('git', ['-C', workspace, ...args]);

type Case = {
  readonly name: string;
  readonly run: Parameters<Stage['label']>[0];
  readonly files?: Readonly<Record<string, string>>;
  readonly category?: string;
  /** What the one message has: the input's name, the value, the remedy. */
  readonly told: readonly string[];
};

const CASES: readonly Case[] = [
  {
    name: 'an unknown model of a known provider',
    run: { inputs: { model: 'anthropic/claude-nonsense', 'review-model': '', 'base-url': '', 'api-key': 'sk-x' } },
    category: 'model-not-found',
    told: ['`model`', 'anthropic/claude-nonsense', 'Did you mean'],
  },
  { name: 'a model that is none', run: { inputs: { model: 'gpt' } }, told: ['`model`', 'gpt', 'provider/model'] },
  {
    name: 'a malformed .github/opencode.yml',
    files: { ...SMALL_REPOSITORY, '.github/opencode.yml': 'checks: [' },
    run: {},
    told: ['.github/opencode.yml', 'YAML', 'default branch'],
  },
  {
    name: 'an unknown key in .github/opencode.yml',
    files: { ...SMALL_REPOSITORY, '.github/opencode.yml': 'max-fix-round: 2' },
    run: {},
    told: ['.github/opencode.yml', 'max-fix-round', 'max-fix-rounds'],
  },
  {
    name: 'a negative limit',
    run: { inputs: { 'max-fix-rounds': '-1' } },
    told: ['`max-fix-rounds`', '-1', 'default'],
  },
  {
    name: 'a missing key',
    run: { inputs: { model: 'anthropic/claude-sonnet-4-5', 'review-model': '', 'base-url': '' } },
    told: ['`api-key`', 'anthropic/claude-sonnet-4-5', 'ANTHROPIC_API_KEY'],
  },
  {
    name: 'a workspace that is no repository',
    run: { arrange: (workspace) => rm(join(workspace, '.git'), { recursive: true }) },
    told: ['GITHUB_WORKSPACE', 'not a git repository', 'actions/checkout'],
  },
  {
    name: 'a shallow clone',
    run: {
      arrange: async (workspace) => {
        await git(workspace, 'fetch', '--quiet', '--depth=1');
      },
    },
    told: ['GITHUB_WORKSPACE', 'shallow', 'fetch-depth: 0'],
  },
  {
    name: 'a detached head',
    run: {
      arrange: async (workspace) => {
        await git(workspace, 'checkout', '--quiet', '--detach');
      },
    },
    told: ['GITHUB_WORKSPACE', 'detached', 'ref:'],
  },
];

describe('bad input', () => {
  it.each(CASES)('$name: one clear message, and nothing lost', async ({ run: options, files, category, told }) => {
    await using stage = await setStage({ script: silent, ...(files === undefined ? {} : { files }) });
    if (told.includes('shallow')) await stage.github.seed.commit({ files: { 'second.txt': 'x' } });
    await using run = await stage.label({ ...options });
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'failure-category': category ?? 'bad-input' });
    const errors = run.log.split('\n').filter((line) => line.startsWith('::error'));
    expect(errors).toHaveLength(1);
    const [comment, ...more] = whatStands(stage.github).comments(stage.issue.number);
    expect(more).toEqual([]);
    for (const words of told) {
      expect(errors[0]).toContain(words);
      expect(comment?.body.replaceAll('\\', '')).toContain(words);
    }
    expect(stage.model.journal).toEqual([]);
    expect(await whatStands(stage.github).branches()).toEqual(['main']);
    expect(stage.github.violations).toEqual([]);
    expect(run.workspaceDigests[0]).toBe(run.workspaceDigests[1]);
  });
});
