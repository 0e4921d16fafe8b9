import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { markedProcesses } from '../../src/sandbox/marked-processes.ts';
import { bash, breaksOff, edit, fails, read, say, stalls, task, write } from '../support/model/action.ts';
import { child, coder, reviewer, script } from '../support/model/script.ts';
import { inThreeMinutes, start } from './started.ts';

const run = promisify(execFile);
const SCHEMA = {
  type: 'object',
  properties: { ok: { type: 'boolean' } },
  required: ['ok'],
  additionalProperties: false,
};

const coders = (...does: Parameters<typeof coder>[0]['does'] & {}) => script('one turn', [coder({ does })]);

describe('a turn', { timeout: 60_000 }, () => {
  it('is done when the work is, with the words and the tokens of all its requests and children', async () => {
    await using started = await start(
      script('with a child', [
        coder({ does: [edit('a.txt', 'one', 'two'), task('Look around'), say('Done.')] }),
        child({ does: [read('a.txt'), say('I looked.')] }),
      ]),
    );
    const seen: string[] = [];
    const session = await started.open('coder');
    const turn = await session.turn({
      prompt: '# Role: coder\nGo.',
      deadline: inThreeMinutes(),
      onActivity: (what) => seen.push(what),
    });
    expect(turn).toMatchObject({ status: 'done', text: 'Done.' });
    expect(await readFile(join(started.directory, 'a.txt'), 'utf8')).toBe('two\n');
    const { requests, input, output, cacheRead } = started.model.totals();
    const sum = (pick: (usage: (typeof turn.usage)[number]) => number) =>
      turn.usage.reduce((total, usage) => total + pick(usage), 0);
    expect([
      sum((usage) => usage.requests),
      sum((usage) => usage.tokens.input),
      sum((usage) => usage.tokens.output),
      sum((usage) => usage.tokens.cacheRead),
    ]).toEqual([requests, input, output, cacheRead]);
    expect(new Set(turn.usage.map((usage) => usage.session)).size).toBe(2);
    expect(turn.usage.every(({ cost }) => cost === null)).toBe(true);
    expect(seen.some((what) => what.startsWith('edit ') && what.includes('a.txt'))).toBe(true);
  });

  it('gives data where a schema asks for it, and words where the model does not comply', async () => {
    await using started = await start(
      script('by schema', [
        reviewer({ does: [read('a.txt')], answers: { ok: true } }),
        reviewer({ does: [say('No data from me.')] }),
        reviewer({ does: [say('{"ok": true}')] }),
      ]),
    );
    const session = await started.open('reviewer');
    const ask = (prompt: string, schema?: typeof SCHEMA) =>
      session.turn({ prompt, deadline: inThreeMinutes(), ...(schema === undefined ? {} : { schema }) });
    expect(await ask('# Role: reviewer\nJudge.', SCHEMA)).toMatchObject({ status: 'done', structured: { ok: true } });
    const second = await ask('Again.', SCHEMA);
    expect(second).toMatchObject({ status: 'failed', category: 'bad-output', text: 'No data from me.' });
    expect(second.usage).toHaveLength(1);
    expect(await ask('Once more.')).toMatchObject({ status: 'done', text: '{"ok": true}' });
  });

  it('of a judge cannot write or run anything', async () => {
    await using started = await start(
      script('a judge that writes', [reviewer({ does: [write('b.txt', 'mine'), bash('touch c.txt'), say('Tried.')] })]),
    );
    await (await started.open('reviewer')).turn({ prompt: '# Role: reviewer\nJudge.', deadline: inThreeMinutes() });
    expect((await run('ls', [started.directory])).stdout).toBe('a.txt\n');
    expect(started.model.journal[0]?.tools.toSorted((left, right) => left.localeCompare(right))).toEqual([
      'glob',
      'grep',
      'read',
    ]);
  });

  it('goes on at once after asking for what it may not have, in a child session too', async () => {
    await using started = await start(
      script('asking', [
        coder({ does: [read('/etc/hostname'), task('Look outside'), say('Done without.')] }),
        child({ does: [read('/etc/hostname'), say('I may not.')] }),
      ]),
    );
    const before = Date.now();
    const turn = await (await started.open('coder')).turn({ prompt: '# Role: coder\nGo.', deadline: inThreeMinutes() });
    expect(turn).toMatchObject({ status: 'done', text: 'Done without.' });
    const refused = started.model.journal
      .flatMap(({ toolResults }) => toolResults)
      .filter((result) => JSON.stringify(result).includes('Not allowed in this run'));
    expect(refused.length).toBeGreaterThanOrEqual(2);
    expect(Date.now() - before).toBeLessThan(55_000);
  });

  it.each([
    ['a rejected key', fails(401), 'auth'],
    ['a model that is not there', fails(404), 'model-not-found'],
    ['a bad request', fails(400), 'unknown'],
  ] as const)('that ends with %s says so by category', async (_, fault, category) => {
    await using started = await start(coders(edit('a.txt', 'one', 'two'), fault));
    const turn = await (await started.open('coder')).turn({ prompt: '# Role: coder\nGo.', deadline: inThreeMinutes() });
    expect(turn).toMatchObject({ status: 'failed', category });
    // What was used before the fault is counted.
    expect(turn.usage.reduce((total, { requests }) => total + requests, 0)).toBe(1);
  });

  it('survives a stream that breaks off, by OpenCode’s own retry', async () => {
    await using started = await start(coders(breaksOff('half a wo'), say('Whole.')));
    expect(
      await (await started.open('coder')).turn({ prompt: '# Role: coder\nGo.', deadline: inThreeMinutes() }),
    ).toMatchObject({ status: 'done', text: 'Whole.' });
  });

  it('that falls silent is ended as stalled', async () => {
    await using started = await start(coders(stalls('thinking')), { idleTimeout: 2000 });
    const turn = await (await started.open('coder')).turn({ prompt: '# Role: coder\nGo.', deadline: inThreeMinutes() });
    expect(turn).toMatchObject({ status: 'failed', category: 'stalled' });
  });

  it('that outlasts its deadline is ended as timed out, its command with it', async () => {
    await using started = await start(coders(bash('sleep 287')));
    const turn = await (
      await started.open('coder')
    ).turn({ prompt: '# Role: coder\nGo.', deadline: Date.now() + 4000 });
    expect(turn).toMatchObject({ status: 'failed', category: 'timeout' });
    expect((await run('ps', ['-eo', 'args'])).stdout).not.toContain('sleep 287');
  });

  it('whose server dies is told as crashed', async () => {
    await using started = await start(
      coders(
        {
          kind: 'meanwhile',
          run: async () => {
            const home = join(dirname(started.directory), 'home');
            for (const pid of await markedProcesses('XDG_DATA_HOME', home)) process.kill(pid, 'SIGKILL');
          },
        },
        say('Never heard.'),
      ),
    );
    const turn = await (await started.open('coder')).turn({ prompt: '# Role: coder\nGo.', deadline: inThreeMinutes() });
    expect(turn).toMatchObject({ status: 'failed', category: 'runtime-crashed' });
  });

  it('whose server hangs is ended all the same', async () => {
    await using started = await start(
      coders(
        {
          kind: 'meanwhile',
          run: async () => {
            const home = join(dirname(started.directory), 'home');
            for (const pid of await markedProcesses('XDG_DATA_HOME', home)) process.kill(pid, 'SIGSTOP');
          },
        },
        say('Never heard.'),
      ),
      { idleTimeout: 2000 },
    );
    const turn = await (await started.open('coder')).turn({ prompt: '# Role: coder\nGo.', deadline: inThreeMinutes() });
    expect(turn).toMatchObject({ status: 'failed', category: 'stalled' });
  });

  it('leaves nothing running after a sweep, and the server with it after disposal', async () => {
    const started = await start(coders(bash('(setsid sleep 286 > /dev/null 2>&1 &)'), say('Left something.')));
    const running = async (what: string) => (await run('ps', ['-eo', 'args'])).stdout.includes(what);
    await (await started.open('coder')).turn({ prompt: '# Role: coder\nGo.', deadline: inThreeMinutes() });
    expect(await running('sleep 286')).toBe(true);
    await started.agent.sweep();
    expect(await running('sleep 286')).toBe(false);
    const home = join(dirname(started.directory), 'home');
    expect(await markedProcesses('XDG_DATA_HOME', home)).toHaveLength(1);
    await started[Symbol.asyncDispose]();
    expect(await markedProcesses('XDG_DATA_HOME', home)).toEqual([]);
  });
});
