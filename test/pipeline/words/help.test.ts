import { expect, test } from 'vitest';
import { COMMANDS } from '../../../src/trigger/trigger.ts';
import { arrange } from '../../scenarios/command-places.ts';
import { does, start } from './said.ts';

test('help lists every command with what it does, one a line', async () => {
  await using github = await start();
  const { reply } = await does(github, await arrange(github, 'issue', false), '/opencode help');
  for (const command of COMMANDS)
    expect(reply).toMatch(new RegExp(`^\\| \`/opencode ${command}[ \`].* \\| [A-Z].*\\. ?`, 'm'));
  expect(reply).toContain('Also `search` and `explain`');
});

test('help with a command explains its options', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'issue', false);
  expect((await does(github, arranged, '/opencode help task')).reply).toMatch(
    /`\/opencode auto.*`--plan FILE \[FEATURE\]`/s,
  );
  expect((await does(github, arranged, '/opencode help stop')).reply).toContain('takes no options');
});

test('help with another word says so, and does nothing that the word asks for', async () => {
  await using github = await start();
  const { reply } = await does(github, await arrange(github, 'issue', false), '/opencode help ![x](//e.test)@octocat`');
  expect(reply).toMatch(/^There is no command ``/);
  expect(reply).toContain('`/opencode fix [INSTRUCTION]`');
});
