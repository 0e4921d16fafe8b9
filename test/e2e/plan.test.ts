import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { asking, collision, cyclic, diamond, garbagePlan, mendedCycle } from '../scenarios/plans.ts';
import type { ActionResult } from '../support/action/run-action.ts';
import { setStage, type Stage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';

const Round = z.object({ coderSession: z.string(), reviewerSession: z.string().nullable() });
const Record = z.object({
  sessions: z.array(z.object({ id: z.string(), role: z.string() })),
  run: z.object({
    stepReports: z.array(z.object({ id: z.string(), state: z.string(), rounds: z.array(Round) })),
    advice: z.array(z.object({ session: z.string() })),
    rounds: z.array(Round),
  }),
});

const readRecord = async (run: ActionResult) =>
  Record.parse(JSON.parse(await readFile(run.outputs['run-record'] ?? '', 'utf8')));

const PLANNED = { inputs: { plan: 'always' } };

describe('four steps in a diamond', () => {
  let stage: Stage;
  let run: ActionResult;
  beforeAll(async () => {
    stage = await setStage({ script: diamond() });
    run = await stage.label(PLANNED);
  });
  afterAll(async () => {
    await run[Symbol.asyncDispose]();
    await stage[Symbol.asyncDispose]();
  });

  it('end in one pull request with the work of all four', async () => {
    stage.model.assertDone();
    expect(stage.github.violations).toEqual([]);
    expect(run.outputs['outcome']).toBe('published');
    const { pulls, changed } = whatStands(stage.github);
    expect(await changed('opencode/issue-1')).toEqual([
      'A\tsrc/four.js',
      'A\tsrc/one.js',
      'A\tsrc/three.js',
      'A\tsrc/two.js',
    ]);
    expect(pulls()[0]?.body).toContain('Steps: 4 of 4 steps done');
  });

  it('have their two middle steps done at the same time, and no others', () => {
    const spans = Object.fromEntries(
      ['S1', 'S2', 'S3', 'S4'].map((id) => {
        const times = stage.model.journal
          .filter((entry) => entry.step?.includes(`(session coder ${id})`))
          .map(({ at }) => at);
        return [id, { from: Math.min(...times), to: Math.max(...times) }];
      }),
    );
    const overlap = (one: string, other: string): boolean =>
      (spans[one]?.from ?? 0) < (spans[other]?.to ?? 0) && (spans[other]?.from ?? 0) < (spans[one]?.to ?? 0);
    expect(overlap('S2', 'S3')).toBe(true);
    expect([overlap('S1', 'S2'), overlap('S1', 'S3'), overlap('S2', 'S4'), overlap('S3', 'S4')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('have a coder and a reviewer each, a fresh advisor, and share no session', async () => {
    const { sessions, run: told } = await readRecord(run);
    const rounds = [...told.stepReports.flatMap((step) => step.rounds), ...told.rounds];
    const coders = told.stepReports.map(({ rounds: own }) => new Set(own.map(({ coderSession }) => coderSession)));
    expect(coders.map(({ size }) => size)).toEqual([1, 1, 1, 1]);
    const reviewers = rounds.map(({ reviewerSession }) => reviewerSession);
    expect(new Set(reviewers).size).toBe(5);
    const all = [...coders.flatMap((ids) => [...ids]), ...reviewers, ...told.advice.map(({ session }) => session)];
    expect(new Set(all).size).toBe(all.length);
    expect(sessions.map(({ role }) => role).toSorted()).toEqual(
      ['planner', ...Array<string>(4).fill('coder'), ...Array<string>(5).fill('reviewer'), 'advisor'].toSorted(),
    );
  });
});

describe('a plan', () => {
  it('whose steps edit the same lines loses no edit: a finding with both sides goes to a fixer', async () => {
    await using stage = await setStage({ script: collision });
    await using run = await stage.label(PLANNED);
    stage.model.assertDone();
    expect(run.outputs['outcome']).toBe('published');
    const { file, pulls } = whatStands(stage.github);
    expect(await file('opencode/issue-1', 'src/calc.js')).not.toContain('<<<<<<<');
    expect(await file('opencode/issue-1', 'src/two.js')).toContain('two');
    expect(pulls()[0]?.body).toContain('M1');
  });

  it('that goes in a circle is sent back once, then refused before any coder is asked', async () => {
    await using stage = await setStage({ script: cyclic });
    await using run = await stage.label(PLANNED);
    stage.model.assertDone();
    expect(run.outputs['outcome']).toBe('needs-human');
    const { comments, branches } = whatStands(stage.github);
    expect(await branches()).toEqual(['main']);
    expect(comments(stage.issue.number)[0]?.body).toMatch(/could not be worked by/);
    expect(comments(stage.issue.number)[0]?.body).toContain('/opencode retry');
  });

  it('that goes in a circle is worked by once it is mended', async () => {
    await using stage = await setStage({ script: mendedCycle });
    await using run = await stage.label(PLANNED);
    stage.model.assertDone();
    expect(run.outputs['outcome']).toBe('published');
  });

  it('that is garbage falls back to one step, and says so', async () => {
    await using stage = await setStage({ script: garbagePlan });
    await using run = await stage.label(PLANNED);
    stage.model.assertDone();
    expect(run.outputs['outcome']).toBe('published');
    expect(whatStands(stage.github).pulls()[0]?.body).toContain('worked on as one step');
  });

  it('with a question that changes it ends before any coder, with the answers as commands', async () => {
    await using stage = await setStage({ script: asking });
    await using run = await stage.label(PLANNED);
    stage.model.assertDone();
    expect(run.outputs['outcome']).toBe('needs-human');
    const body = whatStands(stage.github).comments(stage.issue.number)[0]?.body ?? '';
    expect(body).toContain('Which of the two formats?');
    expect(body).toContain('`/opencode retry JSON`');
    expect(body).toContain('`/opencode retry YAML`');
  });
});
