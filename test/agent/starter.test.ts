import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStarter } from '../../src/agent/opencode/starter.ts';
import { readInputs } from '../../src/config/inputs.ts';
import { OPENCODE_VERSION } from '../../src/config/opencode-version.ts';
import { resolveSettings } from '../../src/config/settings.ts';
import { createNoSandbox } from '../../src/sandbox/none.ts';

test('a binary that was replaced after it was looked at is not started', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'starter-'));
  const binary = join(directory, 'opencode');
  const marker = join(directory, 'ran');
  await writeFile(binary, `#!/bin/sh\necho ${OPENCODE_VERSION}\n`, { mode: 0o755 });
  const starter = createStarter({
    cache: directory,
    tools: { PATH: process.env['PATH'] ?? '' },
    workspace: directory,
    confinedEnvironment: () => ({}),
    debug: () => undefined,
  });
  const inputs = readInputs({ 'INPUT_OPENCODE-PATH': binary });
  const settings = resolveSettings({ inputs, file: {}, options: {} });
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
