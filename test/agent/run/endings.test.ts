import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Agent, Turn, TurnRequest } from '../../../src/agent/agent.ts';
import { startRunner } from '../../../src/agent/opencode/run/runner.ts';
import { asFailure } from '../../../src/failure.ts';
import { markedProcesses } from '../../../src/sandbox/marked-processes.ts';
import { createNoSandbox } from '../../../src/sandbox/none.ts';
import { saying } from '../../support/saying.ts';
import { ANSWER, error, pretend, stepFinish, stepStart, text, toolUse } from './pretender.ts';
import { stage } from './started.ts';

/** What still runs of everything that an agent started. */
const running = ({ home }: { home: string }) => markedProcesses('XDG_DATA_HOME', home);

async function takeTurn(
  { agent, directory }: { agent: Agent; directory: string },
  request: Partial<TurnRequest> = {},
): Promise<Turn> {
  const session = await agent.open({ role: 'coder', title: 'A title', directory });
  return await session.turn({ prompt: 'Go.', model: 'acme/large', deadline: Date.now() + 30_000, ...request });
}

const messageOf = (turn: Turn): string => (turn.status === 'failed' ? turn.message : '');

describe('a turn over run', { timeout: 60_000 }, () => {
  it('is done when everything says so, with each part counted once', async () => {
    await using agent = await pretend([...ANSWER, ...ANSWER.slice(1)]);
    expect(await takeTurn(agent)).toEqual({
      status: 'done',
      text: 'All done.',
      structured: undefined,
      recovered: null,
      usage: [
        {
          session: 'ses_1',
          model: 'acme/large',
          requests: 1,
          tokens: { input: 7, output: 3, reasoning: 1, cacheRead: 1, cacheWrite: 0 },
          cost: null,
        },
      ],
    });
  });

  it('has the words of its last step, or the last words where that step has none', async () => {
    const earlier = [stepStart('m1'), text('m1', 'I look.'), toolUse('m1', 'read', {}), stepFinish('m1', 'tool-calls')];
    await using spoken = await pretend([...earlier, stepStart('m2'), text('m2', 'Done.'), stepFinish('m2', 'stop')]);
    expect(await takeTurn(spoken)).toMatchObject({ status: 'done', text: 'Done.' });
    await using silent = await pretend([...earlier, stepStart('m2'), stepFinish('m2', 'stop')]);
    expect(await takeTurn(silent)).toMatchObject({ status: 'done', text: 'I look.' });
  });

  it.each([
    [
      'a refused permission',
      [stepStart('m1'), stepFinish('m1', 'tool-calls')],
      'exit 0',
      'bad-output',
      'after a tool call',
    ],
    ['the output limit', [text('m1', 'Half'), stepFinish('m1', 'length')], 'exit 0', 'bad-output', 'cut off'],
    ['a filter', [stepFinish('m1', 'content-filter')], 'exit 0', 'content-filter', 'filter'],
    [
      'a reason that nobody knows',
      [text('m1', 'x'), stepFinish('m1', 'eos')],
      'exit 0',
      'bad-output',
      'not known: eos',
    ],
    ['nothing', [], 'exit 0', 'runtime-crashed', 'in the middle of a turn'],
    ['a step that is not over', [...ANSWER, stepStart('m2')], 'exit 0', 'runtime-crashed', 'in the middle of a turn'],
    [
      'exit code 3 after its answer',
      ANSWER,
      'echo Out of memory >&2; exit 3',
      'runtime-crashed',
      'exit code 3: Out of memory',
    ],
    ['a signal', ANSWER, 'kill -KILL $$', 'runtime-crashed', 'by SIGKILL'],
    ['lines that nobody can read', ['{', 'nonsense', '{"type":"new"}'], 'exit 0', 'runtime-crashed', '3 of its lines'],
  ] as const)('that ends with %s is no answer', async (_, lines, then, category, message) => {
    await using agent = await pretend(lines, then);
    const turn = await takeTurn(agent);
    expect(turn).toMatchObject({ status: 'failed', category });
    expect(messageOf(turn)).toContain(message);
  });

  it.each([
    [error('APIError', { message: 'No.', statusCode: 401, isRetryable: false }), 'auth', 'No. (status 401)'],
    [error('APIError', { message: 'Slow down.', statusCode: 429 }), 'usage-limit', 'Slow down. (status 429)'],
    [error('APIError', { message: 'Nothing came.' }), 'stream-lost', 'Nothing came.'],
    [error('ProviderAuthError', { providerID: 'acme', message: 'No key.' }), 'auth', 'No key.'],
    [error('ContextOverflowError', { message: 'Too long.' }), 'context-overflow', 'Too long.'],
    [error('ContentFilterError', { message: 'Blocked.' }), 'content-filter', 'Blocked.'],
    [error('MessageOutputLengthError', {}), 'bad-output', 'MessageOutputLengthError'],
    [error('Unheard', { message: 'What is this?' }), 'unknown', 'What is this?'],
    ['{"type":"error","sessionID":"ses_1","error":{}}', 'unknown', 'OpenCode gave no reason.'],
  ] as const)('fails by the error %s, whatever came before it', async (line, category, message) => {
    await using agent = await pretend([...ANSWER, line], 'exit 1');
    expect(await takeTurn(agent)).toMatchObject({ status: 'failed', category, message, text: 'All done.' });
  });

  it('with an error is told by it though its process does not end', async () => {
    const line = error('APIError', { message: 'No.', statusCode: 401 });
    await using agent = await pretend([...ANSWER, line], 'exec sleep 40', { idleTimeout: 6000 });
    expect(await takeTurn(agent)).toMatchObject({ status: 'failed', category: 'auth', message: 'No. (status 401)' });
  });

  it('goes on after a summary, which is no answer itself', async () => {
    const goOn =
      '{"type":"text","sessionID":"ses_1","part":{"id":"t2","messageID":"m2","text":"Go on.","synthetic":true}}';
    const overflow = error('ContextOverflowError', { message: 'Too long.' });
    const summary = [overflow, stepStart('m1'), text('m1', 'A summary.'), stepFinish('m1', 'stop'), goOn];
    await using whole = await pretend(
      [...summary, stepStart('m3'), text('m3', 'Done.'), stepFinish('m3', 'stop')],
      'exit 1',
    );
    expect(await takeTurn(whole)).toMatchObject({ status: 'done', text: 'Done.', recovered: null });
    await using cut = await pretend(summary, 'exit 1');
    expect(await takeTurn(cut)).toMatchObject({ status: 'failed', category: 'runtime-crashed', text: 'A summary.' });
    await using failed = await pretend([...summary, overflow], 'exit 1');
    expect(await takeTurn(failed)).toMatchObject({ status: 'failed', category: 'context-overflow' });
  });

  it('survives lines that are cut anywhere and rubbish between them', async () => {
    const [first = '', second = '', third = ''] = ANSWER;
    const lines = [first, 'rubbish', second, `{"type":"text","sessionID":1}`];
    const [half, rest] = [third.slice(0, 70), third.slice(70)];
    await using agent = await pretend(lines, `printf '%s' '${half}'; sleep 0.3; printf '%s' '${rest}'; exit 0`);
    expect(await takeTurn(agent)).toMatchObject({ status: 'done', text: 'All done.' });
  });

  it.each([
    ['falls silent', 'stalled', 'did not end after its answer'],
    ['reaches the deadline', 'timeout', 'time of the run'],
    ['is told to stop', 'budget', 'The money is gone.'],
  ] as const)('whose answer was there before its process %s is recovered', async (why, category, message) => {
    const lines = [toolUse('m0', 'bash', {}), ...ANSWER];
    const idleTimeout = why === 'falls silent' ? 6000 : 40_000;
    await using agent = await pretend(lines, 'trap "" TERM; sleep 60 & setsid sleep 60 & wait', { idleTimeout });
    const stop = new AbortController();
    const turn = await takeTurn(agent, {
      deadline: Date.now() + (why === 'reaches the deadline' ? 8000 : 40_000),
      stop: stop.signal,
      onActivity: () => {
        const fault = { category: 'budget', message: 'The money is gone.' } as const;
        if (why === 'is told to stop') setTimeout(() => stop.abort(fault), 200);
      },
    });
    expect(turn).toMatchObject({
      status: 'done',
      text: 'All done.',
      recovered: { category, message: saying(message) },
    });
    expect(turn.usage).toHaveLength(1);
    await expect.poll(() => running(agent)).toEqual([]);
  });

  it('that has nothing to say at its end is done all the same', async () => {
    await using agent = await pretend([stepStart('m1'), stepFinish('m1', 'stop')], 'exit 0');
    expect(await takeTurn(agent)).toMatchObject({ status: 'done', text: '', recovered: null });
  });

  it('that may not begin starts nothing', async () => {
    await using agent = await pretend(ANSWER, `echo > started`);
    const stopped = AbortSignal.abort({ category: 'budget', message: 'The money is gone.' });
    expect(await takeTurn(agent, { stop: stopped })).toMatchObject({ status: 'failed', category: 'budget', usage: [] });
    expect(await takeTurn(agent, { deadline: Date.now() })).toMatchObject({ status: 'failed', category: 'timeout' });
    expect((await readdir(agent.directory)).toSorted()).toEqual(['.git', 'a.txt']);
  });

  it('that does the same over and over is ended', async () => {
    const steps = [1, 2, 3, 4].flatMap((count) => [
      stepStart(`m${count}`),
      toolUse(`m${count}`, 'bash', { command: 'make' }),
      stepFinish(`m${count}`, 'tool-calls'),
    ]);
    await using agent = await pretend(steps, 'exec sleep 20');
    const turn = await takeTurn(agent);
    expect(turn).toMatchObject({ status: 'failed', category: 'stalled' });
    expect(messageOf(turn)).toContain('in circles');
    expect(turn.usage).toHaveLength(4);
  });

  it('is told of as it goes: a few words for each tool', async () => {
    const input = { command: `make ${'x'.repeat(100)}\nsecond line` };
    const lines = [
      toolUse('m1', 'bash', input),
      toolUse('m1', 'bash', input),
      toolUse('m2', 'todowrite', {}),
      ...ANSWER.map((one) => one.replaceAll('m1', 'm3')),
    ];
    await using agent = await pretend(lines);
    const seen: string[] = [];
    await takeTurn(agent, { onActivity: (what) => seen.push(what) });
    expect(seen).toEqual([`bash make ${'x'.repeat(75)}`, 'todowrite']);
  });
});

describe('a runner', { timeout: 60_000 }, () => {
  it('that cannot start its program says so at once', async () => {
    await using place = await stage();
    const access = { placeholder: 'none', baseUrls: {}, models: [], ownEndpoint: false, preferred: null };
    const options = { binary: '/no/such/opencode', sandbox: createNoSandbox(), env: {}, access, idleTimeout: 1000 };
    const refused = await startRunner({ ...options, home: place.home, directory: place.directory }).catch(asFailure);
    expect(refused).toMatchObject({ code: 'runtime-crashed', message: saying('OpenCode did not start') });
  });

  it('ends what runs when it is disposed of', async () => {
    const agent = await pretend([stepStart('m1')], 'exec sleep 60');
    const turn = takeTurn(agent);
    await expect.poll(() => running(agent), { timeout: 20_000 }).toHaveLength(1);
    await agent.agent[Symbol.asyncDispose]();
    await expect.poll(() => running(agent)).toEqual([]);
    expect(await turn).toMatchObject({ status: 'failed', category: 'runtime-crashed' });
    await agent[Symbol.asyncDispose]();
  });
});
