import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  adviceTwice,
  disputed,
  LOUD_REPOSITORY,
  onlyHere,
  sameAgain,
  swinging,
  weakenedTests,
  WITH_TWO_TESTS,
  writingReviewer,
} from '../scenarios/loop.ts';
import { allFailed, limited, unevenSteps } from '../scenarios/uneven-steps.ts';
import type { ActionResult } from '../support/action/run-action.ts';
import { setStage, type Stage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';

const Round = z.object({
  number: z.number(),
  coderSession: z.string(),
  reviewerSession: z.string().nullable(),
  pivoted: z.boolean(),
});
const Record = z.object({
  sessions: z.array(z.object({ id: z.string(), role: z.string() })),
  run: z.object({
    verdict: z.string().nullable(),
    endedBy: z.string().nullable(),
    findings: z.array(z.object({ id: z.string(), resolution: z.string() })),
    rounds: z.array(Round),
    stepReports: z.array(
      z.object({ id: z.string(), state: z.string(), reason: z.string().nullable(), rounds: z.array(Round) }),
    ),
    advice: z.array(
      z.object({ session: z.string(), voidBecause: z.string().nullable(), findings: z.array(z.string()) }),
    ),
    verification: z
      .object({
        verified: z.boolean(),
        conditions: z.array(z.object({ name: z.string(), holds: z.boolean(), evidence: z.string() })),
      })
      .nullable(),
  }),
});

const readRecord = async (run: ActionResult) =>
  Record.parse(JSON.parse(await readFile(run.outputs['run-record'] ?? '', 'utf8')));

const ALONE = { inputs: { plan: 'never' } };
const PLANNED = { inputs: { plan: 'always', 'max-fix-rounds': '1' } };

/** What a person reads in the end: the status comment and the pull request. */
function told(stage: Stage) {
  const { comments, pulls } = whatStands(stage.github);
  const [pull] = pulls();
  return { comment: comments(stage.issue.number).at(-1)?.body ?? '', body: pull?.body ?? '', draft: pull?.pull.draft };
}

/** The prompts that were sent, each once however many requests its turn took. */
function prompts(stage: Stage, text: string): number {
  return new Set(stage.model.journal.map(({ prompt }) => prompt).filter((prompt) => prompt.includes(text))).size;
}

describe('the rounds', () => {
  const SIX = { inputs: { plan: 'never', 'max-fix-rounds': '6' } };

  it('end when the same failure came three times, with one pivot after the second and the failing part alone', async () => {
    await using stage = await setStage({ script: sameAgain, files: LOUD_REPOSITORY });
    await using run = await stage.comment('/opencode fix --max-fix-rounds 6 mend both functions', SIX);
    stage.model.assertDone();
    expect(run.outputs).toMatchObject({ outcome: 'needs-human', verdict: 'fail', rounds: '2' });
    expect(prompts(stage, '# Another approach is needed')).toBe(1);
    const { run: state } = await readRecord(run);
    expect(state.endedBy).toBe('the same failure came back 3 times');
    expect(state.rounds.map(({ pivoted }) => pivoted)).toEqual([false, false, true]);
    const { comment, body, draft } = told(stage);
    expect(draft).toBe(true);
    expect(comment).toContain('the same failure came back 3 times');
    expect(body).toContain('Stopped after 2 fix rounds.');
  });

  it('end when two failures come back in turn, by those words', async () => {
    await using stage = await setStage({ script: swinging, files: LOUD_REPOSITORY });
    await using run = await stage.label(SIX);
    stage.model.assertDone();
    expect(run.outputs).toMatchObject({ outcome: 'needs-human', rounds: '3' });
    expect((await readRecord(run)).run.endedBy).toBe('two failures kept coming back in turn');
    expect(told(stage).comment).toContain('two failures kept coming back in turn');
    expect(prompts(stage, '# Another approach is needed')).toBe(1);
  });
});

describe('the advisor', () => {
  describe('that finds something critical', () => {
    let stage: Stage;
    let run: ActionResult;
    beforeAll(async () => {
      stage = await setStage({ script: adviceTwice });
      run = await stage.label(ALONE);
    });
    afterAll(async () => {
      await run[Symbol.asyncDispose]();
      await stage[Symbol.asyncDispose]();
    });

    it('buys one fix, one more review and one more advisory; what that finds is for a person', async () => {
      stage.model.assertDone();
      expect(run.outputs).toMatchObject({ outcome: 'needs-human', verdict: 'fail', rounds: '1', 'findings-open': '1' });
      const { comment, body, draft } = told(stage);
      expect(draft).toBe(true);
      expect(body).toContain('**A2** high');
      expect(body).toContain('Twenty-three words are still numbers.');
      expect(body).toMatch(/\*\*A1\*\*.*Nobody can find a word.*✅ resolved/);
      expect(body).toContain('A1: the first one is found.');
      expect(comment).toContain('the one fix after the advisory');
      expect((await readRecord(run)).run.endedBy).toBe('the one fix after the advisory');
    });

    it('is another session each time, and neither is the coder’s nor the reviewer’s, who keep theirs', async () => {
      const { sessions, run: state } = await readRecord(run);
      const coders = new Set(state.rounds.map(({ coderSession }) => coderSession));
      const reviewers = new Set(state.rounds.map(({ reviewerSession }) => reviewerSession));
      const advisors = state.advice.map(({ session }) => session);
      expect([state.rounds.length, coders.size, reviewers.size, advisors.length]).toEqual([2, 1, 1, 2]);
      expect(new Set([...coders, ...reviewers, ...advisors]).size).toBe(4);
      expect(sessions.map(({ role }) => role).toSorted()).toEqual(['advisor', 'advisor', 'coder', 'reviewer']);
    });

    it('comes after a reviewer who was refused to write, and whose review counts all the same', () => {
      const refused = stage.model.journal
        .filter(({ role }) => role === 'reviewer')
        .flatMap(({ toolResults }) => toolResults);
      expect(refused.length).toBeGreaterThanOrEqual(2);
      for (const result of refused) expect(result).toMatch(/unavailable|denied|rejected|prevents/i);
    });

    it('is told of in the conditions of a draft, each with its evidence', async () => {
      const { verification } = (await readRecord(run)).run;
      expect(verification?.verified).toBe(false);
      expect(verification?.conditions.filter(({ holds }) => !holds)).toEqual([
        { name: 'no-blocking-finding', holds: false, evidence: 'open: A2' },
      ]);
    });
  });

  it('that writes is void and named, and weaker tests are pointed out', async () => {
    await using stage = await setStage({ script: weakenedTests, files: WITH_TWO_TESTS });
    await using run = await stage.label(ALONE);
    stage.model.assertDone();
    expect(run.outputs).toMatchObject({ outcome: 'published', verdict: 'pass', 'findings-open': '0' });
    const { body, draft } = told(stage);
    expect(draft).toBe(false);
    expect(body).toContain('No advice was had: The advisor changed the files that it looked at.');
    expect(body).not.toContain('It is all wrong.');
    const worthKnowing = body.slice(body.indexOf('### Worth knowing'));
    expect(worthKnowing).toMatch(/test\/triple\.test\.js: the test file was deleted, with 1 test in it/);
    expect(worthKnowing).toMatch(/test\/calc\.test\.js:\d+: a test is skipped now/);
  });
});

describe('a finding', () => {
  it('that is disputed is shown as such and blocks nothing; the advisor’s notes are notes, and all is verified', async () => {
    await using stage = await setStage({ script: disputed });
    await using run = await stage.label(ALONE);
    stage.model.assertDone();
    expect(run.outputs).toMatchObject({ outcome: 'published', verdict: 'pass-with-notes', rounds: '1' });
    const { body, draft } = told(stage);
    expect(draft).toBe(false);
    expect(body).toMatch(/\*\*F2\*\*.*not sorted.*disputed, and the reviewer agrees: They are in the order/);
    expect(body).toMatch(/\*\*A1\*\*.*below zero/);
    expect(body).toContain('Review: 3 findings, 1 resolved, 1 disputed with reason, 1 left as a note');
    const { verification, findings, endedBy } = (await readRecord(run)).run;
    expect(endedBy).toBeNull();
    expect(findings.map(({ id, resolution }) => [id, resolution])).toEqual([
      ['F1', 'resolved'],
      ['F2', 'disputed'],
      ['A1', 'open'],
    ]);
    expect(verification?.conditions.map(({ name, holds }) => [name, holds])).toEqual([
      ['change-exists', true],
      ['in-scope', true],
      ['check-passed', true],
      ['nothing-broken', true],
      ['no-blocking-finding', true],
      ['check-definitions-untouched', true],
      ['published-is-checked', true],
    ]);
    expect(verification?.conditions.every(({ evidence }) => evidence !== '')).toBe(true);
  });
});

describe('a reviewer that writes', () => {
  it('gives no verdict, so that a draft waits for a person', async () => {
    await using stage = await setStage({ script: writingReviewer });
    await using run = await stage.label(ALONE);
    stage.model.assertDone();
    expect(run.outputs).toMatchObject({ outcome: 'needs-human', verdict: 'inconclusive' });
    const { comment, body, draft } = told(stage);
    expect(draft).toBe(true);
    expect(comment).toContain('The reviewer changed the files that it looked at.');
    expect(body).toContain('The review cannot be relied on.');
    const { verification } = (await readRecord(run)).run;
    expect(verification?.conditions.filter(({ holds }) => !holds).map(({ name }) => name)).toEqual([
      'no-blocking-finding',
      'published-is-checked',
    ]);
  });
});

describe('the last verification', () => {
  it('is in a clean checkout, where what only this machine has is missing; advice that is none is named', async () => {
    await using stage = await setStage({ script: onlyHere });
    await using run = await stage.label({
      inputs: { plan: 'never', setup: 'true' },
      arrange: async (workspace) => {
        const folder = join(workspace, 'node_modules/left-behind');
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, 'package.json'), '{ "name": "left-behind", "main": "index.js" }');
        await writeFile(join(folder, 'index.js'), '');
      },
    });
    stage.model.assertDone();
    expect(run.outputs).toMatchObject({ outcome: 'needs-human', verdict: 'fail', rounds: '0' });
    const { body, draft } = told(stage);
    expect(draft).toBe(true);
    expect(body).toMatch(/In a clean checkout of the change, the check “test” failed, which passed before/);
    expect(body).toMatch(/No advice was had: The advisor’s answer was invalid twice/);
    expect((await readRecord(run)).run.advice).toMatchObject([
      { findings: [], voidBecause: 'The advisor’s answer was invalid twice: there is no JSON object in it.' },
    ]);
  });
});

describe('steps of a plan', () => {
  describe('that end in every way', () => {
    let stage: Stage;
    let run: ActionResult;
    beforeAll(async () => {
      stage = await setStage({ script: unevenSteps });
      run = await stage.label(PLANNED);
    });
    afterAll(async () => {
      await run[Symbol.asyncDispose]();
      await stage[Symbol.asyncDispose]();
    });

    it('hand to the whole what they left open, failed and did not begin, and its fixer does it', async () => {
      stage.model.assertDone();
      expect(run.outputs).toMatchObject({ outcome: 'published', verdict: 'pass' });
      const { changed } = whatStands(stage.github);
      expect(await changed('opencode/issue-1')).toEqual([
        'A\tsrc/four.js',
        'A\tsrc/one.js',
        'A\tsrc/three.js',
        'A\tsrc/two.js',
      ]);
    });

    it('are told of one by one, each with how it ended', async () => {
      const { stepReports, findings } = (await readRecord(run)).run;
      expect(stepReports.map(({ id, state }) => [id, state])).toEqual([
        ['S1', 'done'],
        ['S2', 'open'],
        ['S3', 'failed'],
        ['S4', 'skipped'],
      ]);
      expect(stepReports[1]?.reason).toBe('ended by `max-fix-rounds` (1)');
      expect(stepReports[3]?.reason).toBe('It depends on S3, which failed.');
      const { body } = told(stage);
      expect(body).toContain('It depends on S3, which failed.');
      expect(body).toContain('ended by `max-fix-rounds` (1)');
      expect(findings.map(({ id, resolution }) => [id, resolution])).toEqual([
        ['S1.F1', 'resolved'],
        ['S2.F1', 'resolved'],
        ['U3', 'resolved'],
        ['U4', 'resolved'],
      ]);
    });

    it('have one coder and one reviewer each through all of their rounds', async () => {
      const { stepReports, rounds, advice } = (await readRecord(run)).run;
      const judged = [...stepReports.map((one) => one.rounds), rounds].filter((own) => own.length > 0);
      expect(judged.map((own) => own.length)).toEqual([2, 2, 2]);
      const coders = judged.map(
        (own) => new Set(own.map(({ coderSession }) => coderSession).filter((id) => id !== '')),
      );
      const reviewers = judged.map((own) => new Set(own.map(({ reviewerSession }) => reviewerSession)));
      expect([...coders, ...reviewers].map(({ size }) => size)).toEqual([1, 1, 1, 1, 1, 1]);
      const all = [...coders, ...reviewers].flatMap((ids) => [...ids]);
      expect(new Set([...all, ...advice.map(({ session }) => session)]).size).toBe(7);
    });
  });

  it('that all fail and leave nothing are the failure of the run, whose reason is told', async () => {
    await using stage = await setStage({ script: allFailed });
    await using run = await stage.label(PLANNED);
    stage.model.assertDone();
    expect(run.exitCode).toBe(1);
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'failure-category': 'auth' });
    expect(told(stage).comment).toContain('`auth`');
    expect(whatStands(stage.github).pulls()).toEqual([]);
  });

  it('are fewer at a time once a provider limits the rate, though the request went through in the end', async () => {
    await using stage = await setStage({ script: limited });
    await using run = await stage.label(PLANNED);
    stage.model.assertDone();
    expect(run.outputs['outcome']).toBe('published');
    const times = (id: string) =>
      stage.model.journal.filter(({ step }) => step?.includes(`(session coder ${id})`)).map(({ at }) => at);
    expect(Math.min(...times('S2'))).toBeLessThan(Math.max(...times('S1')));
    expect(Math.min(...times('S3'))).toBeGreaterThan(Math.max(...times('S2')));
  });
});
