import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readInputs } from '../../../src/config/inputs.ts';
import { resolveSettings } from '../../../src/config/settings.ts';
import { forgetRun, readSavedRun, saveRun, type SavedRun } from '../../../src/pipeline/killed/saved-run.ts';
import { createSaver } from '../../../src/pipeline/killed/saver.ts';
import { createStory } from '../../../src/pipeline/told/story.ts';
import { createRedactor } from '../../../src/text/redact.ts';
import type { Invocation } from '../../../src/trigger/trigger.ts';

const TREE = 'a'.repeat(40);
const COMMIT = 'b'.repeat(40);
const from = { what: 'issue body', author: 'mona', association: 'OWNER', at: '2026-01-01T00:00:00Z' };

const INVOCATION: Invocation = {
  command: 'fix',
  instruction: { text: 'please', from },
  options: { maxFixRounds: 1 },
  target: {
    kind: 'pull-request',
    number: 7,
    title: { text: 'Days', from },
    body: { text: '', from: { what: 'body', author: null, at: null } },
    url: 'https://github.com/o/r/pull/7',
    snapshot: { head: { branch: 'work', sha: COMMIT }, base: { branch: 'main', sha: COMMIT }, here: true },
  },
  actor: { login: 'mona', id: 1, kind: 'person' },
  rerunBy: null,
  commentId: 12,
  inline: false,
  thread: [],
  event: { name: 'issue_comment', action: 'created', at: null },
};

const TOKENS = { input: 10, output: 5, reasoning: 0, cacheRead: 2, cacheWrite: 0 };

const SAVED: SavedRun = {
  version: 1,
  invocation: INVOCATION,
  story: {
    startedAt: 1,
    maxFixRounds: 3,
    round: 1,
    steps: [
      { text: 'Task', state: 'done' },
      { text: 'First attempt', state: 'doing' },
    ],
    agent: 'opencode 1.18.33 over serve',
    title: 'Days are lost',
    summary: 'Did it.',
    taskFile: '# Task',
    rounds: [
      {
        number: 0,
        coderSession: 's',
        reviewerSession: null,
        reviewed: false,
        tree: TREE,
        filesChanged: 1,
        verdict: 'inconclusive',
        openFindings: ['F1'],
        resolvedFindings: [],
        brokenChecks: [],
        pivoted: false,
        seconds: 3,
      },
    ],
    findings: [
      {
        id: 'F1',
        source: 'review',
        severity: 'high',
        category: 'behaviour',
        path: null,
        line: 3,
        problem: 'p',
        evidence: 'e',
        suggestion: 's',
        confidence: 'low',
        round: 0,
        resolution: 'partially-resolved',
        history: [{ round: 0, resolution: 'open', evidence: 'e' }],
      },
    ],
    acceptance: [{ item: 'i', status: 'not-verifiable', evidence: 'e' }],
    scope: ['src/**'],
    ledger: [
      { phase: 'fix', role: 'coder', model: 'a/b', round: 1, requests: 2, estimated: 1, tokens: TOKENS, cost: null },
    ],
    budget: { cost: 5, tokens: 2_000_000, requests: 500 },
    confinement: 'Not confined.',
    notes: ['n'],
  },
  work: {
    settings: {
      setup: { text: 'npm ci', source: 'input `setup`' },
      scope: ['src/**'],
      protectedPaths: null,
      maxChangedFiles: 5,
      maxChangedBytes: 6,
      draft: 'auto',
      labels: ['bot'],
    },
    place: { branch: 'opencode/issue-1', head: null, base: 'main', pullRequest: null },
    origin: TREE,
    unfinished: false,
    modesAsked: false,
    steps: [],
    checks: [{ name: 'test', command: 'npm test', source: 'package.json scripts' }],
    baseline: COMMIT,
    marked: { tree: TREE, leftOut: [{ path: 'x', because: 'too-large' }] },
    programs: { git: '/usr/bin/git', cp: '/usr/bin/cp' },
  },
};

async function place() {
  const root = await mkdtemp(join(tmpdir(), 'saved-run-'));
  return { run: { root }, githubToken: 'ghs_1', [Symbol.asyncDispose]: () => rm(root, { recursive: true }) };
}

test('a run is read as it was saved, and what stands on the disk tells nothing', async () => {
  await using safe = await place();
  await saveRun(SAVED, safe);
  expect(await readSavedRun(safe)).toEqual(SAVED);
  const [file = ''] = await readdir(safe.run.root);
  expect(await readFile(join(safe.run.root, file), 'latin1')).not.toContain('opencode');
});

test('of the settings and the state only what is needed is kept', async () => {
  await using safe = await place();
  const inputs = readInputs({ INPUT_CHECKS: 'test: make '.repeat(20_000) });
  const settings = resolveSettings({ inputs, file: {}, options: {} });
  const more = { ...SAVED, work: SAVED.work && { ...SAVED.work, settings } };
  await saveRun(more, safe);
  expect((await readSavedRun(safe))?.work?.place).toEqual(SAVED.work?.place);
  const [file = ''] = await readdir(safe.run.root);
  expect((await stat(join(safe.run.root, file))).size).toBeLessThan(10_000);
});

test('nothing is read that another wrote, that belongs to another run, or that was forgotten', async () => {
  await using safe = await place();
  await using other = await place();
  expect(await readSavedRun(safe)).toBeNull();
  await saveRun(SAVED, { ...safe, githubToken: 'the token of somebody else' });
  expect(await readSavedRun(safe)).toBeNull();
  await saveRun(SAVED, other);
  const [file = ''] = await readdir(other.run.root);
  await writeFile(join(safe.run.root, file), await readFile(join(other.run.root, file)));
  expect(await readSavedRun(safe)).toBeNull();
  await writeFile(join(safe.run.root, file), JSON.stringify(SAVED));
  expect(await readSavedRun(safe)).toBeNull();
  await saveRun(SAVED, safe);
  await forgetRun(safe);
  expect(await readSavedRun(safe)).toBeNull();
});

test('what the story tells is saved from the beginning to the end, and not before or after', async () => {
  await using safe = await place();
  const lines: string[] = [];
  const { root } = safe.run;
  const deps = {
    ...safe,
    run: { id: 1, attempt: 1, url: null, repositoryUrl: '', workspace: '', root, record: root },
    programs: { git: '/usr/bin/git', cp: '/usr/bin/cp' },
    inputs: readInputs({}),
    now: Date.now,
    log: (line: string) => void lines.push(line),
    redact: createRedactor([]),
    ownSecrets: () => [],
  };
  const story = createStory(INVOCATION, deps);
  const saver = createSaver(story, deps);
  const summary = async () => (await readSavedRun(safe))?.story.summary;
  story.update({ summary: 'before' });
  expect(await summary()).toBeUndefined();
  await saver.begin();
  expect(await summary()).toBe('before');
  story.update({ summary: 'in between' });
  await expect.poll(summary).toBe('in between');
  story.update({ summary: 'at the end' });
  await saver.end();
  story.update({ summary: 'after' });
  expect(await readdir(root)).toEqual([]);
  expect(lines).toEqual([]);
});
