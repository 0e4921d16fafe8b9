import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeConfiguration } from '../../src/workspace/agent-configuration.ts';
import { edit, read, say } from '../support/model/action.ts';
import { coder, script } from '../support/model/script.ts';
import { hostileFiles, MARK, marksIn, plant } from './hostile-branch.ts';
import { CODER, inThreeMinutes, start, TRANSPORTS, type Started } from './run/started.ts';

const SCRIPT = script('reads and edits', [
  coder({ does: [read('sub/deep/b.txt'), edit('a.txt', 'one', 'two'), say('First.')] }),
  coder({ does: [read('a.txt'), say('Second.')] }),
]);

/** Two turns in a directory with everything that a hostile branch brings, made safe or not. */
async function work(started: Started, prepare: (directory: string) => Promise<unknown>): Promise<string> {
  const marks = join(started.root, 'marks');
  await mkdir(marks);
  await plant(started.directory, hostileFiles(marks));
  await prepare(started.directory);
  const session = await started.open('coder');
  for (const prompt of ['# Role: coder\nGo.', 'Go on.']) {
    expect(await session.turn({ prompt, model: CODER, deadline: inThreeMinutes() })).toMatchObject({ status: 'done' });
  }
  started.model.assertDone();
  return marks;
}

const bodies = ({ model }: Started): string => model.journal.map(({ body }) => body).join('\n');

describe.each(TRANSPORTS)('OpenCode over %s', { timeout: 120_000 }, (transport) => {
  it('runs nothing of a branch and takes no instruction from it, once its configuration is taken out', async () => {
    await using started = await start(transport, SCRIPT);
    const marks = await work(started, removeConfiguration);
    expect(await marksIn(marks)).toEqual([]);
    expect(bodies(started)).not.toContain(MARK);
  });
});

/** What is taken out is what was seen to act; another version of OpenCode may read more, or less. */
it('OpenCode does run and obey what is taken out, where it is left', { timeout: 120_000 }, async () => {
  await using started = await start('serve', SCRIPT);
  const marks = await work(started, async () => undefined);
  expect(await marksIn(marks)).toEqual([
    'plugin',
    'plugin-of-configuration',
    'plugin-of-configuration-in-folder',
    'plugins',
  ]);
  expect(bodies(started)).toContain(MARK);
});
