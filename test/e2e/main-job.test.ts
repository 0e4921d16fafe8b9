import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { garbageReview, passAtOnce, redToTheEnd, rejectFixPass, silent, talkOnly } from '../scenarios/small.ts';
import type { ActionResult } from '../support/action/run-action.ts';
import { SMALL_REPOSITORY } from '../support/action/small-repository.ts';
import { setStage, type Stage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';
import type { LoopbackGitHub } from '../support/github/github.ts';

const Record = z.object({
  run: z.object({
    ledger: z.array(z.object({ role: z.string(), requests: z.number(), tokens: z.record(z.string(), z.number()) })),
    rounds: z.array(z.object({ coderSession: z.string(), reviewerSession: z.string() })),
  }),
});

const readRecord = async (run: ActionResult) =>
  Record.parse(JSON.parse(await readFile(run.outputs['run-record'] ?? '', 'utf8'))).run;

describe('an issue is labelled, the reviewer rejects, one fix mends it', () => {
  let stage: Stage;
  let run: ActionResult;
  beforeAll(async () => {
    stage = await setStage({ script: rejectFixPass });
    run = await stage.label();
  });
  afterAll(async () => {
    await run[Symbol.asyncDispose]();
    await stage[Symbol.asyncDispose]();
  });

  it('and one reviewed pull request stands, with its one fix round told', async () => {
    stage.model.assertDone();
    expect(stage.github.violations).toEqual([]);
    const { pulls, file, changed, branches } = whatStands(stage.github);
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({
      outcome: 'published',
      verdict: 'pass',
      rounds: '1',
      'findings-open': '0',
      branch: 'opencode/issue-1',
    });
    expect(await branches()).toEqual(['main', 'opencode/issue-1']);
    expect(await changed('opencode/issue-1')).toEqual(['M\tsrc/calc.js']);
    expect(await file('opencode/issue-1', 'src/calc.js')).toBe(
      'export const double = (n) => n * 2;\nexport const triple = (n) => n * 3;',
    );
    const [pull, ...others] = pulls();
    expect(others).toEqual([]);
    expect(pull?.pull.draft).toBe(false);
    for (const told of [
      '✅ Verified',
      `Closes #${stage.issue.number}`,
      '1 fix round',
      'triple still adds four',
      '7 of 7',
      'Confined with bubblewrap',
    ]) {
      expect(pull?.body).toContain(told);
    }
    expect(String(pull?.number)).toBe(run.outputs['pull-request-number']);
  });

  it('and comment, label, reaction, summary and log say the same, the workspace as it was', () => {
    const { pulls, comments } = whatStands(stage.github);
    const [status, ...more] = comments(stage.issue.number);
    expect(more).toEqual([]);
    expect(status?.body).toContain(`#${pulls()[0]?.number}`);
    expect(stage.github.state.issues.get(stage.issue.number)?.labels).toEqual([]);
    expect([...stage.github.state.reactions.values()].map(({ content }) => content)).toEqual(['rocket']);
    expect(run.summary).toContain('✅ Verified');
    expect(run.log).toContain('published: ✅ Verified');
    expect(run.workspaceDigests[0]).toBe(run.workspaceDigests[1]);
  });

  it('and what the ledger says is what the model counted, token for token', async () => {
    const totals = stage.model.totals();
    expect(run.outputs['tokens']).toBe(String(totals.input + totals.output + totals.cacheRead + totals.reasoning));
    expect(run.outputs['cost']).toBe('unpriced');
    const { ledger } = await readRecord(run);
    for (const role of ['coder', 'reviewer'] as const) {
      const rows = ledger.filter((row) => row.role === role);
      const sum = (kind: string): number => rows.reduce((total, row) => total + (row.tokens[kind] ?? 0), 0);
      const requests = rows.reduce((total, row) => total + row.requests, 0);
      const counted = totals.byRole[role];
      expect([requests, sum('input'), sum('output'), sum('cacheRead')]).toEqual([
        counted?.requests,
        counted?.input,
        counted?.output,
        counted?.cacheRead,
      ]);
    }
  });

  it('and coder and reviewer each have one session through all rounds, and never the same', async () => {
    const { rounds } = await readRecord(run);
    const sessionsOf = (role: string) =>
      new Set(stage.model.journal.filter((entry) => entry.role === role).map(({ session }) => session));
    expect(rounds).toHaveLength(2);
    expect(new Set(rounds.map(({ coderSession }) => coderSession))).toEqual(sessionsOf('coder'));
    expect(new Set(rounds.map(({ reviewerSession }) => reviewerSession))).toEqual(sessionsOf('reviewer'));
    expect([sessionsOf('coder').size, sessionsOf('reviewer').size]).toEqual([1, 1]);
    expect(sessionsOf('coder').isDisjointFrom(sessionsOf('reviewer'))).toBe(true);
  });

  it('and GitHub was asked for little: at most 25 requests besides edits of the status comment and saves of the state', () => {
    const { journal } = stage.github;
    // What the checkout before the Action asks for is not its doing; edits follow the clock.
    const isEdit = (route: string): boolean => route.startsWith('PATCH') && route.includes('/issues/comments/');
    const requests = journal.filter(({ route }) => !route.includes('.git/') && !isEdit(route));
    expect(requests.some(isSave)).toBe(true);
    const rest = requests
      .filter((request, at) => !belongsToSave(request, requests.slice(at + 1)))
      .map(({ route }) => route);
    expect(rest.length, rest.join('\n')).toBeLessThanOrEqual(25);
  });
});

describe('an issue is labelled', () => {
  it('and the task files of both revisions and of the fix are in the run record, and in no commit', async () => {
    await using stage = await setStage({
      script: rejectFixPass,
      issue: { title: 'double and triple are wrong', body: '`double` and `triple`' },
    });
    await using run = await stage.label();
    const files = await readdir(join(dirname(run.outputs['run-record'] ?? ''), 'opencode_tasks'));
    expect(files.map((name) => name.replace(/^\d{8}-double-and-triple-are-wrong-\d+/, ''))).toEqual([
      '-fix1.txt',
      '.rev1.txt',
      '.txt',
    ]);
    const read = (end: string) =>
      readFile(
        join(
          dirname(run.outputs['run-record'] ?? ''),
          'opencode_tasks',
          files.find((name) => name.endsWith(end)) ?? '',
        ),
        'utf8',
      );
    expect(await read('.rev1.txt')).toContain('to be located within scope');
    expect(await read('-fix1.txt')).toContain('F1 (high) src/calc.js:2');
    expect(await whatStands(stage.github).changed('opencode/issue-1')).toEqual(['M\tsrc/calc.js']);
  });

  it('and a repository whose checks cannot run gets “reviewed, not verified” and a draft', async () => {
    const files = {
      ...SMALL_REPOSITORY,
      'package.json': JSON.stringify({ name: 'calc', scripts: { test: 'no-such-test-runner' } }),
    };
    await using stage = await setStage({ script: passAtOnce('nothing to check with'), files });
    await using run = await stage.label();
    const [pull] = whatStands(stage.github).pulls();
    expect(run.outputs).toMatchObject({ outcome: 'published', verdict: 'pass' });
    expect(pull?.pull.draft).toBe(true);
    expect(pull?.body).toMatch(/reviewed, not verified/i);
    expect(pull?.body).toMatch(/not run/);
  });

  it('and checks that are red to the end give a draft with the open findings', async () => {
    await using stage = await setStage({ script: redToTheEnd });
    await using run = await stage.label();
    stage.model.assertDone();
    const { pulls, comments } = whatStands(stage.github);
    const [pull] = pulls();
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ outcome: 'needs-human', verdict: 'fail', rounds: '2', 'findings-open': '1' });
    expect(pull?.pull.draft).toBe(true);
    expect(pull?.body).toContain('C1');
    expect(pull?.body).toContain('the same failure came back 3 times');
    expect(comments(stage.issue.number)[0]?.body).toContain('C1');
  });

  it('and garbage from the reviewer is inconclusive and a draft', async () => {
    await using stage = await setStage({ script: garbageReview });
    await using run = await stage.label();
    stage.model.assertDone();
    const [pull] = whatStands(stage.github).pulls();
    expect(run.outputs).toMatchObject({ outcome: 'needs-human', verdict: 'inconclusive' });
    expect(pull?.pull.draft).toBe(true);
    expect(pull?.body).not.toContain('✅ Verified');
  });

  it('and “done” without a diff is no-changes and a comment', async () => {
    await using stage = await setStage({ script: talkOnly });
    await using run = await stage.label();
    const { pulls, comments, branches } = whatStands(stage.github);
    expect(run.exitCode).toBe(0);
    expect(run.outputs['outcome']).toBe('no-changes');
    expect(pulls()).toEqual([]);
    expect(await branches()).toEqual(['main']);
    expect(comments(stage.issue.number)).toHaveLength(1);
  });

  it('by an outsider, and nothing happens but a log line', async () => {
    await using stage = await setStage({ script: silent });
    await using run = await stage.label({ sender: 'stranger' });
    expect(run.exitCode).toBe(0);
    expect(run.outputs['outcome']).toBe('declined');
    expect(run.log).toContain('stranger');
    expect(stage.model.journal).toEqual([]);
    expect(whatStands(stage.github).comments(stage.issue.number)).toEqual([]);
  });
});

type Request = LoopbackGitHub['journal'][number];

/** The folder that the state is in, the commit of it, and the move of its reference. */
function isSave({ body, path, method }: Request): boolean {
  if (method === 'GET') return false;
  const text = JSON.stringify(body ?? '');
  return path.includes('/refs/patchwright') || /state\.json|State of Patchwright|refs\/patchwright/.test(text);
}

/** So do the files and the tree of the work that the state leads to, which are stored right before it. */
function belongsToSave(request: Request, later: readonly Request[]): boolean {
  const isObject = ({ path, method }: Request): boolean =>
    /\/git\/(?:blobs|trees)$/.test(path) || (method === 'GET' && path.includes('/git/commits/'));
  if (isSave(request)) return true;
  const next = later.find((other) => isSave(other) || !isObject(other));
  return isObject(request) && next !== undefined && isSave(next);
}
