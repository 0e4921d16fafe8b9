import { mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStarter } from '../../src/agent/opencode/starter.ts';
import { readInputs } from '../../src/config/inputs.ts';
import { OPENCODE_VERSION } from '../../src/config/opencode-version.ts';
import { resolveSettings } from '../../src/config/settings.ts';
import { createNoSandbox } from '../../src/sandbox/none.ts';

/** A program that says it is OpenCode, and a starter that is pointed at it, or at a link to it. */
async function pretend(directory: string, path = join(directory, 'opencode')) {
  const binary = join(directory, 'opencode');
  await writeFile(binary, `#!/bin/sh\necho ${OPENCODE_VERSION}\n`, { mode: 0o755 });
  const starter = createStarter({
    cache: directory,
    tools: { PATH: process.env['PATH'] ?? '' },
    workspace: directory,
    confinedEnvironment: () => ({}),
    debug: () => undefined,
  });
  const inputs = readInputs({ 'INPUT_OPENCODE-PATH': path });
  return { binary, starter, settings: resolveSettings({ inputs, file: {}, options: {} }) };
}

test('a binary behind a link is started where it is, which is what a sandbox shows', async () => {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'starter-')));
  await symlink(directory, `${directory}-link`);
  const { binary, starter, settings } = await pretend(directory, join(`${directory}-link`, 'opencode'));
  expect(await starter.install(settings)).toBe(binary);
  await rm(`${directory}-link`);
  await rm(directory, { recursive: true });
});

test('a binary that was replaced after it was looked at is not started', async () => {
  const directory = await realpath(await mkdtemp(join(tmpdir(), 'starter-')));
  const marker = join(directory, 'ran');
  const { binary, starter, settings } = await pretend(directory);
  expect(await starter.install(settings)).toBe(binary);
  await writeFile(binary, `#!/bin/sh\ntouch ${marker}\necho ${OPENCODE_VERSION}\n`, { mode: 0o755 });
  const started = starter.startAgent({
    name: 'coder',
    directory,
    home: join(directory, 'home'),
    settings,
    access: { placeholder: '', baseUrls: {}, models: [], ownEndpoint: false, preferred: null },
    sandbox: createNoSandbox(),
  });
  await expect(started).rejects.toMatchObject({ code: 'runtime-missing' });
  await expect(rm(marker)).rejects.toThrow('ENOENT');
  await rm(directory, { recursive: true });
});
