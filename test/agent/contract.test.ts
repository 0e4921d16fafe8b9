import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Turn } from '../../src/agent/agent.ts';
import { asFailure } from '../../src/failure.ts';
import { markedProcesses } from '../../src/sandbox/marked-processes.ts';
import { bash, edit, fails, meanwhile, overflows, say, stalls, write } from '../support/model/action.ts';
import { contains } from '../support/model/expectation.ts';
import { coder, compaction, reviewer, script } from '../support/model/script.ts';
import { CODER, code, inThreeMinutes, JUDGE, start, TRANSPORTS } from './run/started.ts';

/** What still runs of everything that an agent started. */
const running = ({ home }: { home: string }) => markedProcesses('XDG_DATA_HOME', home);

/** What programs and formats have stumbled over: line separators, control characters, quotes, wide characters. */
const ODD = 'ü 😀 \u2028 \u0001 "quoted" \\n \uFEFF end';

const requestsOf = ({ usage }: Turn) => usage.reduce((sum, { requests }) => sum + requests, 0);
const tokensOf = ({ usage }: Turn) => ({
  input: usage.reduce((sum, { tokens }) => sum + tokens.input, 0),
  output: usage.reduce((sum, { tokens }) => sum + tokens.output, 0),
  cacheRead: usage.reduce((sum, { tokens }) => sum + tokens.cacheRead, 0),
});

/** A session of the coder's that is told from the others by its prompt. */
const side = (name: string, does: Parameters<typeof coder>[0]['does'] & {}) =>
  coder({ session: name, prompt: contains(name), does });

describe.each(TRANSPORTS)('OpenCode over %s', { timeout: 120_000 }, (transport) => {
  /** Processes that outlive a turn. */
  const servers = transport === 'serve' ? 1 : 0;

  it('works in the directory, keeps the conversation and tells its words and tokens', async () => {
    const started = await start(
      transport,
      script('two turns', [
        coder({
          does: [
            edit('a.txt', 'one', 'two'),
            bash(`cat; (setsid sleep 60 > /dev/null 2>&1 &) ; echo made > b.txt`),
            say(ODD),
          ],
        }),
        coder({ prompt: contains('Go on.'), conversation: contains('Do it,', ODD), does: [say('Second.')] }),
      ]),
    );
    const session = await started.open('coder');
    expect(session.hasBegun()).toBe(false);
    const seen: string[] = [];
    const onActivity = (what: string): void => void seen.push(what);
    const request = { model: CODER, deadline: inThreeMinutes(), onActivity };
    const first = await session.turn({ ...request, prompt: `# Role: coder\nDo it, ${ODD}` });
    expect(first).toMatchObject({ status: 'done', text: ODD, structured: undefined, recovered: null });
    const { requests, input, output, cacheRead } = started.model.totals();
    expect([requestsOf(first), tokensOf(first)]).toEqual([requests, { input, output, cacheRead }]);
    expect(first.usage.every(({ cost, model }) => cost === null && model === CODER)).toBe(true);
    expect(seen).toContainEqual(expect.stringMatching(/^edit .*a\.txt$/));
    expect(started.model.journal[0]?.prompt).toBe(`# Role: coder\nDo it, ${ODD}`);
    expect(await readFile(join(started.directory, 'a.txt'), 'utf8')).toBe('two\n');
    expect(await readFile(join(started.directory, 'b.txt'), 'utf8')).toBe('made\n');

    const { id } = session;
    expect(session.hasBegun()).toBe(true);
    expect(await session.turn({ ...request, prompt: 'Go on.' })).toMatchObject({ status: 'done', text: 'Second.' });
    expect(session.id).toBe(id);
    started.model.assertDone();

    await started.agent.sweep();
    expect(await running(started)).toHaveLength(servers);
    await started.agent[Symbol.asyncDispose]();
    expect(await running(started)).toEqual([]);
    await started[Symbol.asyncDispose]();
  });

  it('lets a judge read alone, goes on after a refusal, and gives a long answer whole', async () => {
    const long = `${'xäz '.repeat(75_000)}end`;
    await using started = await start(
      transport,
      script('a judge', [reviewer({ does: [write('b.txt', 'mine'), bash('touch c.txt'), say(long)] })]),
    );
    const session = await started.open('reviewer');
    const turn = await session.turn({ prompt: '# Role: reviewer\nJudge.', model: JUDGE, deadline: inThreeMinutes() });
    expect(turn.status).toBe('done');
    expect(turn.text === long).toBe(true);
    expect((await readdir(started.directory)).toSorted()).toEqual(['.git', 'a.txt']);
    expect(started.model.journal[0]?.tools.toSorted()).toEqual(['glob', 'grep', 'read']);
    started.model.assertDone();
  });

  it('tells a rejected key by category, goes on after a summary, and ends at once when it is told to', async () => {
    const [stop, fault] = [new AbortController(), { category: 'budget', message: 'The money is gone.' } as const];
    await using started = await start(
      transport,
      script('three at once', [
        side('rejected', [edit('a.txt', 'one', 'two'), fails(401)]),
        side('too long', [bash('echo > b.txt'), overflows(), say('Done.')]),
        compaction({ does: [say('A summary.')] }),
        side('told to', [
          bash('(setsid sleep 60 > /dev/null 2>&1 &)'),
          meanwhile(async () => {
            // What the step before used is told some time after the next request is on its way.
            await setTimeout(3000);
            stop.abort(fault);
          }),
          stalls(),
        ]),
      ]),
    );
    const [rejected, summarised, stopped] = await Promise.all([
      code(started, { prompt: '# Role: coder\nrejected' }),
      code(started, { prompt: '# Role: coder\ntoo long' }),
      code(started, { prompt: '# Role: coder\ntold to', stop: stop.signal }),
    ]);
    expect(rejected).toMatchObject({ status: 'failed', category: 'auth', message: 'scripted 401 (status 401)' });
    expect(summarised).toMatchObject({ status: 'done', text: 'Done.' });
    const { input, output, cacheRead } = started.model.totals().bySession[summarised.usage[0]?.session ?? ''] ?? {};
    expect(tokensOf(summarised)).toMatchObject({ input, output, cacheRead });
    expect(stopped).toMatchObject({ status: 'failed', ...fault });
    // What was used before the end is counted.
    expect([requestsOf(rejected), requestsOf(stopped)]).toEqual([1, 1]);
    started.model.assertDone();
    await started.agent.sweep();
    expect(await running(started)).toHaveLength(servers);
  });

  it('ends a turn at its deadline and after silence, and leaves no process of it', async () => {
    await using started = await start(
      transport,
      script('two at once', [side('deadline', [bash('sleep 60')]), side('silence', [stalls('thinking')])]),
      { idleTimeout: 9000 },
    );
    const [late, silent] = await Promise.all([
      code(started, { prompt: '# Role: coder\ndeadline', deadline: Date.now() + 8000 }),
      code(started, { prompt: '# Role: coder\nsilence' }),
    ]);
    expect(late).toMatchObject({ status: 'failed', category: 'timeout' });
    expect(silent).toMatchObject({ status: 'failed', category: 'stalled' });
    expect(await running(started)).toHaveLength(servers);
  });

  it('knows its models and names the nearest to one that it does not know', async () => {
    await using started = await start(transport, script('none', []));
    expect(await started.agent.findModel('scripted/judge', 'review-model')).toMatchObject({
      name: 'scripted/judge',
      price: null,
      longPrices: [],
      context: null,
      maxOutput: null,
    });
    expect((await started.agent.findModel(null, 'model')).name).toBe('scripted/judge');
    const refused = await started.agent.findModel('scripted/codr', 'model').catch(asFailure);
    expect(refused).toMatchObject({ code: 'model-not-found', hint: 'Did you mean scripted/coder or scripted/judge?' });
  });
});
