import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { HALF, OTHER_HALF, PASS, passAtOnce, REJECT } from '../scenarios/small.ts';
import type { ActionResult } from '../support/action/run-action.ts';
import { setStage, type Stage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';
import { after, bash, forever, say, task } from '../support/model/action.ts';
import { contains } from '../support/model/expectation.ts';
import { child, coder, reviewer, script } from '../support/model/script.ts';
import type { ScriptedModel } from '../support/model/scripted-model.ts';
import type { UsageTotals } from '../support/model/usage.ts';

/** Two models with a known price, which the scripted one plays. */
const PRICED = { model: 'deepseek/deepseek-flash', 'review-model': 'deepseek/deepseek-v4-pro' };

const tokens = z.object({
  input: z.number(),
  output: z.number(),
  reasoning: z.number(),
  cacheRead: z.number(),
  cacheWrite: z.number(),
});
const total = z.object({ requests: z.number(), tokens, cost: z.number().nullable() });
const row = total.extend({ phase: z.string(), role: z.string(), model: z.string(), round: z.number() });
const Recorded = z.object({ run: z.object({ ledger: z.array(row), total, claimed: total }) });

async function recordOf(run: ActionResult) {
  return Recorded.parse(JSON.parse(await readFile(run.outputs['run-record'] ?? '', 'utf8'))).run;
}

/** The model server's own count in the words of the ledger. */
function inWordsOfLedger({ requests, input, output, reasoning, cacheRead }: UsageTotals) {
  return { requests, tokens: { input, output, reasoning, cacheRead, cacheWrite: 0 } };
}

function sumOf({ input, output, reasoning, cacheRead }: UsageTotals): number {
  return input + output + reasoning + cacheRead;
}

function written(number: number): string {
  return number.toLocaleString('en-US');
}

function descriptionOf(stage: Stage): string {
  return whatStands(stage.github).pulls()[0]?.body ?? '';
}

/** What a person sees without unfolding anything. */
function visible(markdown: string): string {
  return markdown.replaceAll(/<details>[\s\S]*?<\/details>/g, '');
}

/** The amounts of each edit of the status comment while the run went on. */
function amountsSoFar({ github }: Stage): readonly number[] {
  return github.journal.flatMap(({ operationId, body }) => {
    if (operationId !== 'issues/update-comment') return [];
    const text = z.object({ body: z.string() }).parse(body).body;
    const amount = /· \$([\d.]+) so far ·/.exec(text)?.[1];
    return amount === undefined ? [] : [Number(amount)];
  });
}

describe('what a run costs', () => {
  it('is the same to the gateway, to OpenCode and to the model server, and is told while the run goes on', async () => {
    const PASSES = { ...PASS, resolutions: [{ id: 'F1', status: 'resolved', evidence: 'It multiplies.' }] };
    await using stage = await setStage({
      script: script('two rounds and a child session', [
        coder({ round: 0, does: [task('Look around'), HALF, say('Half.')] }),
        child({ prompt: contains('Look around'), does: [bash('ls'), say('There is one file.')] }),
        reviewer({ round: 0, answers: REJECT, usage: { reasoning: 300 } }),
        coder({ round: 1, does: [after(7000, OTHER_HALF), say('The other half.')] }),
        reviewer({ round: 1, answers: PASSES }),
      ]),
    });
    await using run = await stage.label({ inputs: { ...PRICED, 'api-key': 'a-key-of-nobody' } });
    stage.model.assertDone();
    expect(run.outputs['outcome']).toBe('published');
    const counted = stage.model.totals();
    const recorded = await recordOf(run);
    expect(recorded.total).toMatchObject(inWordsOfLedger(counted));
    expect(recorded.claimed).toMatchObject(inWordsOfLedger(counted));
    expect(recorded.claimed.cost).toBeCloseTo(recorded.total.cost ?? 0, 9);
    for (const [model, count] of Object.entries(counted.byModel)) {
      const rows = recorded.ledger.filter((one) => one.model === `deepseek/${model}`);
      expect(rows.reduce((sum, { requests }) => sum + requests, 0)).toBe(count.requests);
    }
    expect(recorded.ledger.map(({ phase, role, round }) => [phase, role, round])).toEqual([
      ['implement', 'coder', 0],
      ['review', 'reviewer', 0],
      ['fix', 'coder', 1],
      ['review', 'reviewer', 1],
    ]);
    expect(run.outputs).toMatchObject({
      tokens: String(sumOf(counted)),
      cost: String(Number((recorded.total.cost ?? 0).toFixed(6))),
    });
    const body = descriptionOf(stage);
    expect(body).toContain(`${written(sumOf(counted))} tokens; coder`);
    expect(body).toMatch(/Estimate: the same tokens all on `deepseek\/deepseek-v4-pro`, \$\d/);
    expect(body).not.toContain('Two accounts');
    const amounts = amountsSoFar(stage);
    expect(amounts.length).toBeGreaterThan(0);
    expect(amounts).toEqual(amounts.toSorted((left, right) => left - right));
    expect(Math.max(...amounts)).toBeLessThanOrEqual((recorded.total.cost ?? 0) + 0.0005);
  });
});

/** A request to the model that the coder's script makes by itself, so many times. */
const ASKING = (times: number): string =>
  [
    'const { baseURL, apiKey } = JSON.parse(process.env.OPENCODE_CONFIG_CONTENT).provider.scripted.options;',
    "const headers = { authorization: 'Bearer ' + apiKey, 'content-type': 'application/json' };",
    "const body = JSON.stringify({ model: 'coder', messages: [{ role: 'user', content: 'Say hello.' }] });",
    `for (let time = 0; time < ${times}; time += 1)`,
    "  await fetch(baseURL + '/chat/completions', { method: 'POST', headers, body });",
  ].join('\n');

const ask = (times: number) => bash(`node --input-type=module -e "${ASKING(times)}"`);

/** Stands before the scripted model, which knows sessions alone, and gives a request without one a name. */
async function withNames(model: ScriptedModel): Promise<AsyncDisposable & { readonly baseUrl: string }> {
  const server = createServer((request, response) => {
    // A hostile agent in a test beside this one tries every port of the machine.
    if (request.headers['x-probe'] !== undefined) return void response.writeHead(404).end();
    void (async () => {
      const headers = {
        'content-type': 'application/json',
        'x-session-id': String(request.headers['x-session-id'] ?? 'none'),
      };
      const url = `${new URL(model.baseUrl).origin}${request.url ?? '/'}`;
      const answer = await fetch(url, { method: 'POST', headers, body: await buffer(request) });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(await answer.bytes());
    })().catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

describe('a request that no session makes', () => {
  it('is counted, told apart, and makes the difference of the two accounts show', async () => {
    const HELLO = { input: 9000, output: 50 };
    await using stage = await setStage({
      script: script('a request of its own', [
        coder({ does: [ask(1), HALF, OTHER_HALF, say('Done.')] }),
        child({ prompt: contains('Say hello.'), does: [say('Hello.')], usage: HELLO }),
        reviewer({ answers: PASS }),
      ]),
    });
    await using named = await withNames(stage.model);
    await using run = await stage.label({ inputs: { 'base-url': named.baseUrl } });
    stage.model.assertDone();
    const counted = stage.model.totals();
    const recorded = await recordOf(run);
    expect(run.outputs).toMatchObject({ outcome: 'published', tokens: String(sumOf(counted)), cost: 'unpriced' });
    expect(recorded.total).toMatchObject(inWordsOfLedger(counted));
    expect(recorded.ledger).toContainEqual(expect.objectContaining({ phase: 'outside', role: 'coder', requests: 1 }));
    const body = descriptionOf(stage);
    const claimed = sumOf(counted) - HELLO.input - HELLO.output;
    expect(visible(body)).toContain(
      `the gateway counted ${written(sumOf(counted))} tokens, OpenCode’s own account has ${written(claimed)} tokens`,
    );
    expect(visible(body)).toContain('1 request outside any turn (9,050 tokens)');
    expect(body).toMatch(
      /\| outside any turn \| coder \| `scripted\/coder` \(scripted\) \| 1 \| 9,000 \| 0 \| 50 \| unpriced \|/,
    );
  });

  it('is bounded like every other', async () => {
    await using stage = await setStage({
      script: script('many requests of its own', [
        coder({ survives: true, does: [HALF, ask(30), say('Done.')] }),
        child({ prompt: contains('Say hello.'), does: [forever(say('Hello.'))] }),
      ]),
    });
    await using named = await withNames(stage.model);
    await using run = await stage.label({ inputs: { 'base-url': named.baseUrl, 'max-requests': '10' } });
    expect(stage.model.totals().received).toBe(10);
    expect(run.outputs).toMatchObject({ outcome: 'failed', 'failure-category': 'budget' });
    expect(run.outputs['tokens']).toBe(String(sumOf(stage.model.totals())));
    expect(descriptionOf(stage)).toContain('max-requests');
  });
});

describe('runs that work on the same pull request', () => {
  it('are all listed there, one that changed nothing among them', async () => {
    await using stage = await setStage({
      script: script('a change, then talk', [
        coder({ session: 'c1', does: [HALF, OTHER_HALF, say('Done.')] }),
        reviewer({ session: 'r1', answers: PASS }),
        coder({ session: 'c2', does: [say('It is right already.')] }),
      ]),
    });
    await using first = await stage.label({ runId: 8101 });
    const before = descriptionOf(stage);
    await using second = await stage.comment('/opencode fix the rest', { on: 2, runId: 8102 });
    expect([first.outputs['outcome'], second.outputs['outcome']]).toEqual(['published', 'no-changes']);
    const list = [
      `<summary>All 2 runs on <code>opencode/issue-1</code>: unpriced, ${written(sumOf(stage.model.totals()))} tokens</summary>`,
      `[8102](${stage.github.serverUrl}/octo-org/hello-world/actions/runs/8102)`,
      '| no changes |',
      '| ✅ verified |',
    ];
    const body = descriptionOf(stage);
    const [comment] = whatStands(stage.github).comments(2);
    for (const part of list) for (const text of [body, comment?.body]) expect(text).toContain(part);
    expect(before).not.toContain('runs on <code>');
    const [, ...report] = (before.split('<!-- runs -->')[0] ?? '').split('\n');
    expect(body.split('\n').slice(1).join('\n')).toContain(report.join('\n'));
    expect(stage.github.violations).toEqual([]);
  });

  it('are listed in the status comment where the description is a person’s', async () => {
    const last = [say('Nothing to do.')];
    await using stage = await setStage({
      script: script('two runs for a person', [
        ...passAtOnce('first', [HALF]).steps.map((step) => ({ ...step, session: `${step.role} 1` })),
        coder({ session: 'coder 2', does: last }),
      ]),
    });
    await stage.github.seed.commit({ branch: 'topic', files: { 'NOTES.md': 'mine\n' }, author: 'maintainer' });
    const pull = await stage.github.seed.pull({ head: 'topic', body: 'Mine.', author: 'maintainer' });
    const on = pull.number;
    await using _first = await stage.comment('/opencode fix double', { on, runId: 8201 });
    await using _second = await stage.comment('/opencode fix triple', { on, runId: 8202 });
    const [comment] = whatStands(stage.github).comments(on);
    expect(comment?.body).toContain(
      `<summary>All 2 runs on <code>topic</code>: unpriced, ${written(sumOf(stage.model.totals()))} tokens</summary>`,
    );
    expect(comment?.body).toContain('[8201](');
    expect(pull.body).toBe('Mine.');
  });
});
