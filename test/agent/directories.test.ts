import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { bash, edit, meanwhile, read, say } from '../support/model/action.ts';
import { contains } from '../support/model/expectation.ts';
import { coder, script } from '../support/model/script.ts';
import { inThreeMinutes, start } from './started.ts';

const run = promisify(execFile);

/** Resolves for both once both have come. */
function meeting(): () => Promise<void> {
  const both = Promise.withResolvers<void>();
  let came = 0;
  return () => {
    came += 1;
    if (came === 2) both.resolve();
    return both.promise;
  };
}

it('two sessions of one server work in two directories at the same time, each heard and neither in the other’s', async () => {
  const meet = meeting();
  const side = (name: string) =>
    coder({
      session: name,
      prompt: contains(`Work on ${name}.`),
      does: [
        edit('a.txt', 'one', name),
        // Neither goes on before the other one is in the middle of its turn, too.
        meanwhile(meet),
        bash(`echo ${name} > made-by-${name}.txt`),
        // Refused by an answer, which has to reach this directory.
        read('/etc/hostname'),
        say(`${name} is done.`),
      ],
    });
  await using started = await start(script('two directories', [side('left'), side('right')]));
  const seen: Record<string, string[]> = { left: [], right: [] };
  const work = async (name: string) => {
    const directory = join(started.directory, '..', name);
    await mkdir(directory);
    await writeFile(join(directory, 'a.txt'), 'one\n');
    await run('git', ['init', '--quiet', directory]);
    const session = await started.agent.open({ role: 'coder', title: name, directory });
    const turn = await session.turn({
      model: 'scripted/coder',
      prompt: `# Role: coder\nWork on ${name}.`,
      deadline: inThreeMinutes(),
      onActivity: (what) => seen[name]?.push(what),
    });
    return { directory, turn };
  };
  const ends = await Promise.all(['left', 'right'].map(work));
  for (const [at, name] of ['left', 'right'].entries()) {
    const { directory = '', turn } = ends[at] ?? {};
    expect(turn).toMatchObject({ status: 'done', text: `${name} is done.`, recovered: null });
    expect(await readFile(join(directory, 'a.txt'), 'utf8')).toBe(`${name}\n`);
    expect((await run('git', ['-C', directory, 'status', '--short'])).stdout).toBe(
      `?? a.txt\n?? made-by-${name}.txt\n`,
    );
    expect(seen[name]?.some((what) => what.includes(`made-by-${name}.txt`))).toBe(true);
    expect(seen[name]?.some((what) => what.includes(`made-by-${name === 'left' ? 'right' : 'left'}`))).toBe(false);
  }
  started.model.assertDone();
}, 60_000);
