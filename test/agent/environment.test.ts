import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ModelAccess } from '../../src/agent/agent.ts';
import { prepareHome, serverEnvironment } from '../../src/agent/opencode/configuration.ts';

const listOf = (access: Partial<ModelAccess>): string | undefined =>
  serverEnvironment('/home', 'password', {
    placeholder: 'none',
    baseUrls: {},
    models: [],
    ownEndpoint: true,
    preferred: null,
    ...access,
  })['OPENCODE_MODELS_PATH'];

test.each([
  ['models of an endpoint of one’s own alone', { models: ['local/a', 'local/b'] }, '/home/no-models.json'],
  ['a model of a provider that it knows among them', { models: ['local/a', 'anthropic/b'] }, undefined],
  ['a provider that it knows, of which it takes the standard model', { preferred: 'openai' }, undefined],
] as const)('OpenCode reads its list of models where it is needed: %s', (_, access, list) => {
  expect(listOf(access)).toBe(list);
});

test('the list that is none is empty at each start, whatever stood in its place', async () => {
  const home = await mkdtemp(join(tmpdir(), 'home-'));
  await prepareHome(home);
  const [list, other] = [join(home, 'no-models.json'), join(home, 'other')];
  await writeFile(other, 'as it was');
  await rm(list);
  await symlink(other, list);
  await prepareHome(home);
  expect([await readFile(list, 'utf8'), await readFile(other, 'utf8')]).toEqual(['{}', 'as it was']);
  await rm(home, { recursive: true });
});
