import { readFile, readdir, writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markedProcesses } from '../../../src/sandbox/marked-processes.ts';
import { bash, call, edit, meanwhile, read, say, stalls, task, together, write } from '../../support/model/action.ts';
import { contains } from '../../support/model/expectation.ts';
import { child, coder, reviewer, script } from '../../support/model/script.ts';
import { CODER, code, inThreeMinutes, JUDGE, start } from './started.ts';

const SCHEMA = { type: 'object', properties: { ok: { type: 'boolean' } }, required: ['ok'] };
const DENIED = 'prevents you from using this specific tool call';

describe('a turn of the real OpenCode over run', { timeout: 120_000 }, () => {
  it('is refused what is outside, in a child session too, and goes on', async () => {
    const thrice = together(read('a.txt'), read('a.txt'), read('a.txt'));
    await using started = await start(
      'run',
      script('refusals', [
        coder({
          does: [read('/etc/hostname'), thrice, task('Look outside'), task('Explore', 'explore'), say('Done without.')],
        }),
        child({
          prompt: contains('outside'),
          does: [read('/etc/hostname'), call('webfetch', { url: 'http://x' }), say('No.')],
        }),
        child({ prompt: contains('Explore'), does: [write('b.txt', 'mine'), say('I may not.')] }),
      ]),
    );
    const session = await started.open('coder');
    const turn = await session.turn({ prompt: '# Role: coder\nGo.', model: CODER, deadline: inThreeMinutes() });
    expect(turn).toMatchObject({ status: 'done', text: 'Done without.' });
    started.model.assertDone();
    const refused = started.model.journal
      .flatMap(({ toolResults }) => toolResults)
      .filter((one) => one.includes(DENIED));
    expect(refused).toHaveLength(2);
    expect((await readdir(started.directory)).toSorted()).toEqual(['.git', 'a.txt']);
    // What children use is not in OpenCode's lines.
    expect(turn.usage.map((usage) => usage.session)).toEqual(Array.from({ length: 5 }, () => session.id));
    const { received, byRole } = started.model.totals();
    expect([received, byRole['coder']?.requests]).toEqual([10, 5]);
    const parents = started.model.journal.map(({ headers }) => headers['x-parent-session-id']);
    expect(parents.filter((parent) => parent === session.id)).toHaveLength(5);
  });

  it('goes on after one that was killed, hides its prompt from the process list and loads nothing that was left', async () => {
    const stop = new AbortController();
    const arguments_: string[] = [];
    const look = meanwhile(async () => {
      for (const pid of await markedProcesses('XDG_DATA_HOME', started.home))
        arguments_.push(await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''));
      stop.abort({ category: 'budget', message: 'The money is gone.' });
    });
    await using started = await start(
      'run',
      script('killed', [
        coder({ does: [edit('a.txt', 'one', 'two'), look, stalls()] }),
        coder({ prompt: contains('Go on.'), conversation: contains('secret words'), does: [say('Here I am.')] }),
      ]),
    );
    const session = await started.open('coder');
    const request = { model: CODER, deadline: inThreeMinutes() };
    const killed = await session.turn({ ...request, prompt: '# Role: coder\nsecret words', stop: stop.signal });
    expect(killed).toMatchObject({ status: 'failed', category: 'budget' });
    expect(arguments_.join('\n')).toContain('--title=A title');
    expect(arguments_.join('\n')).not.toContain('secret words');

    const left = join(started.directory, 'plugin-ran');
    for (const place of ['config/opencode', '.opencode']) {
      const plugins = join(started.home, 'session-1', place, 'plugin');
      await mkdir(plugins, { recursive: true });
      await writeFile(join(plugins, 'left.js'), `require('node:fs').writeFileSync(${JSON.stringify(left)}, '');`);
    }
    expect(await session.turn({ ...request, prompt: 'Go on.' })).toMatchObject({ status: 'done', text: 'Here I am.' });
    started.model.assertDone();
    expect((await readdir(started.directory)).toSorted()).toEqual(['.git', 'a.txt']);
  });

  it('has a home of its session, asks for data by words, and gives an answer of some megabytes whole', async () => {
    const answer = JSON.stringify({ ok: true, why: 'x'.repeat(3_000_000) });
    const form = contains('valid\nby this JSON Schema', JSON.stringify(SCHEMA));
    const side = (name: string) =>
      coder({ session: name, prompt: contains(name), does: [bash('echo $HOME $TMPDIR'), say(`${name} done.`)] });
    await using started = await start(
      'run',
      script('side by side', [side('left'), side('right'), reviewer({ prompt: form, does: [say(answer)] })]),
    );
    const judge = await started.open('reviewer');
    const [left, right, data] = await Promise.all([
      code(started, { prompt: '# Role: coder\nleft' }),
      code(started, { prompt: '# Role: coder\nright' }),
      judge.turn({
        prompt: '# Role: reviewer\nJudge {{it}}.',
        model: JUDGE,
        deadline: inThreeMinutes(),
        schema: SCHEMA,
      }),
    ]);
    expect([left.text, right.text]).toEqual(['left done.', 'right done.']);
    expect(data).toMatchObject({ status: 'done', structured: undefined });
    expect(data.text === answer).toBe(true);
    const homes = started.model.journal.flatMap(({ toolResults }) => toolResults.map((result) => result.trim()));
    expect(homes.toSorted()).toEqual(
      ['session-2', 'session-3'].map((name) => `${join(started.home, name)} ${join(started.home, name, 'tmp')}`),
    );
    started.model.assertDone();
  });
});
