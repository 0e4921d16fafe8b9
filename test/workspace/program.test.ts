import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Failure } from '../../src/failure.ts';
import { resolveProgram, searchPathOutside } from '../../src/workspace/program.ts';
import { put, scratch } from './repository.ts';

test('the first executable on the path is taken', async () => {
  await using place = await scratch();
  await put(place.path, { 'a/git': 'not executable', 'b/git': { script: '' }, 'c/git': { script: '' } });
  const path = ['a', 'b', 'c'].map((name) => join(place.path, name)).join(':');
  expect(await resolveProgram('git', path)).toBe(join(place.path, 'b/git'));
});

test('a program inside the workspace, or a link into it, is never taken', async () => {
  await using place = await scratch();
  await put(place.path, {
    'workspace/node_modules/.bin/git': { script: '' },
    'links/git': { link: '../workspace/node_modules/.bin/git' },
    'workspace/out/git': { link: '/bin/sh' },
    alias: { link: 'workspace' },
    'usr/git': { script: '' },
  });
  const path = ['workspace/node_modules/.bin', 'links', 'workspace/out', 'alias/node_modules/.bin', 'usr'];
  const full = path.map((name) => join(place.path, name)).join(':');
  expect(await resolveProgram('git', full, [join(place.path, 'workspace')])).toBe(join(place.path, 'usr/git'));
});

test('relative and empty entries of the path are passed over, and a missing program is named', async () => {
  const error: unknown = await resolveProgram('git', '.::node_modules/.bin').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Failure);
  expect(String(error)).toContain('`git` is not on the PATH');
});

test('programs that look for others find none in the workspace, by whatever name it is on the path', async () => {
  await using place = await scratch();
  await put(place.path, {
    'workspace/node_modules/.bin/node': { script: '' },
    alias: { link: 'workspace/node_modules/.bin' },
    'usr/node': { script: '' },
  });
  const at = (name: string): string => join(place.path, name);
  const path = ['node_modules/.bin', '', at('workspace/node_modules/.bin'), at('alias'), at('usr'), '.'].join(':');
  expect(await searchPathOutside(path, [at('workspace')])).toBe(at('usr'));
});
