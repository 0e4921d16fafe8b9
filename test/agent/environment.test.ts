import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

/** What an agent may have put in the place of each directory of its home, and of the home itself. */
test.each(['', 'config', '.config', '.opencode', 'data', 'data/opencode', 'state', 'cache', 'tmp'])(
  'a link of the agent’s in the place of its “%s” leads trusted code nowhere',
  async (name) => {
    const root = await mkdtemp(join(tmpdir(), 'home-'));
    const [home, theirs] = [join(root, 'home'), join(root, 'theirs')];
    const files = [
      'auth.json',
      'opencode/auth.json',
      'data/opencode/auth.json',
      'config/opencode/package.json',
      '.config/a',
      'no-models.json',
    ];
    for (const file of files) {
      await mkdir(dirname(join(theirs, file)), { recursive: true });
      await writeFile(join(theirs, file), 'as it was');
    }
    const before = await readdir(theirs, { recursive: true });
    await mkdir(dirname(join(home, name)), { recursive: true });
    await symlink(theirs, join(home, name));
    await prepareHome(home);
    expect(await Promise.all(files.map((file) => readFile(join(theirs, file), 'utf8')))).toEqual(
      files.map(() => 'as it was'),
    );
    expect(await readdir(theirs, { recursive: true })).toEqual(before);
    expect((await lstat(join(home, 'config/opencode'))).isDirectory()).toBe(true);
    await rm(join(home, 'state'), { recursive: true });
    await symlink('/nonexistent/x', join(home, 'state'));
    await prepareHome(home);
    await rm(root, { recursive: true });
  },
);

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
