import { expect, it } from 'vitest';
import type { Forge } from '../../src/forge/forge.ts';
import { createGitHubForge } from '../../src/forge/github/github-forge.ts';
import { readOnly } from '../../src/forge/read-only.ts';

/** Every call of the forge with something for each argument; how many requests there were that write. */
async function writesOf(make: (forge: Forge) => Forge): Promise<readonly string[]> {
  const writes: string[] = [];
  const forge = make(
    createGitHubForge({
      token: 'ghs_x',
      apiUrl: 'http://127.0.0.1:9/api/v3',
      repository: 'octo-org/hello-world',
      log: () => undefined,
      timing: { timeLimit: 1000, second: 1, writeGap: 0, notificationGap: 0 },
      fetch: (url, init) => {
        const address = url instanceof Request ? url.url : url.toString();
        const body = typeof init?.body === 'string' ? init.body : '';
        const isQuery = address.endsWith('/graphql') && !body.includes('mutation');
        if (init?.method !== undefined && init.method !== 'GET' && !isQuery) writes.push(`${init.method} ${address}`);
        return Promise.resolve(Response.json({}, { status: 418 }));
      },
    }),
  );
  const given = {
    issue: 1,
    number: 1,
    nodeId: 'x',
    path: 'x',
    from: 'a',
    to: 'b',
    head: 'h',
    base: 'b',
    body: '',
    comments: [],
  };
  for (const call of Object.values(forge)) {
    if (typeof call !== 'function') continue;
    await Promise.resolve()
      .then(async () => void (await Reflect.apply(call, null, [given, given, given])))
      .catch(() => undefined);
  }
  return writes;
}

it('a forge that is read only makes no request that writes, whatever is asked of it', async () => {
  expect((await writesOf((forge) => forge)).length).toBeGreaterThan(10);
  expect(await writesOf(readOnly)).toEqual([]);
});
