import { describe, expect, test } from 'vitest';
import { readInputs } from '../../../src/config/inputs.ts';
import { resolveSettings } from '../../../src/config/settings.ts';
import { confine } from '../../../src/pipeline/crew/confine.ts';
import type { Confinement } from '../../../src/sandbox/sandboxes.ts';
import { COMMANDS, type CommandName } from '../../../src/trigger/trigger.ts';
import { forgeOf } from '../../forge/forge.ts';
import { pullTarget, startWorld } from '../../publish/world.ts';
import { started } from '../../report/started.ts';
import { saying } from '../../support/saying.ts';

const OPEN = { network: 'open', description: 'As told.' } as const;
const settings = resolveSettings({ inputs: readInputs({}), file: {}, options: {} });

/** Finds out how a command on a pull request is confined, where this is what the machine can do. */
async function confined(command: CommandName, { here, kind }: Readonly<{ here: boolean } & Pick<Confinement, 'kind'>>) {
  await using github = await startWorld();
  const commit = { branch: 'main', sha: 'a'.repeat(40) };
  const target = { ...pullTarget(1), snapshot: { head: commit, base: commit, here } };
  const run = { ...started(), invocation: { ...started().invocation, command, target } };
  const sandboxes = {
    confine: async () => ({ ...OPEN, kind }),
    open: () => undefined,
    create: () => Promise.reject(new TypeError('None is made.')),
  };
  const story = { state: () => run, update: () => undefined };
  return await confine(settings, { deps: { forge: forgeOf(github), sandboxes }, story });
}

const READERS: readonly CommandName[] = ['review', 'ask'];

describe('without a sandbox', () => {
  test.each(COMMANDS.filter((command) => !READERS.includes(command)))('%s runs nothing of a fork', async (command) => {
    await expect(confined(command, { here: false, kind: 'none' })).rejects.toMatchObject({
      code: 'bad-input',
      message: saying('nothing of a fork is run'),
    });
  });

  test.each(READERS)('%s, which runs nothing, goes on', async (command) => {
    expect(await confined(command, { here: false, kind: 'none' })).toMatchObject({ network: 'open' });
  });

  test('a branch of this repository is worked on, as somebody chose', async () => {
    expect(await confined('fix', { here: true, kind: 'none' })).toMatchObject({ network: 'open' });
  });
});

test('in a sandbox a fork is worked on', async () => {
  expect(await confined('fix', { here: false, kind: 'bubblewrap' })).toMatchObject({ network: 'open' });
});
