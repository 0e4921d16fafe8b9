import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCalls, type ValidCall } from './calls.ts';
import { operations, type Operation, type Schema } from './description.ts';
import { DEFAULT_TOKEN, startGitHub, type LoopbackGitHub } from './github.ts';
import { routes } from './rest.ts';

const OWNER_TOKEN = 'ghp_owner';
const EVERYTHING = {
  contents: 'write',
  issues: 'write',
  pull_requests: 'write',
  checks: 'write',
  statuses: 'write',
  actions: 'write',
} as const;

let github: LoopbackGitHub;
let calls: Readonly<Record<string, ValidCall>>;

beforeAll(async () => {
  github = await startGitHub({
    tokens: {
      [DEFAULT_TOKEN]: { login: 'github-actions[bot]', type: 'Bot', permissions: EVERYTHING },
      [OWNER_TOKEN]: { login: 'octo-org', type: 'User', permissions: EVERYTHING },
    },
  });
  calls = await makeCalls(github);
});

afterAll(() => github[Symbol.asyncDispose]());

test('every operation of the description has a route, and every route is described', () => {
  const described = operations.map(({ operationId }) => operationId).toSorted();
  expect(Object.keys(routes).toSorted()).toEqual(described);
  expect(Object.keys(calls).toSorted()).toEqual(described);
});

describe.for(operations.map((operation) => ({ operation, name: operation.operationId })))('$name', ({ operation }) => {
  test('answers a call that is as described', async () => {
    const { status, text, violations } = await send(operation, calls[operation.operationId] ?? {});
    expect(status, text).toBeLessThan(300);
    expect(violations).toEqual([]);
  });

  const call = (): ValidCall => calls[operation.operationId] ?? {};

  test('catches a query parameter that GitHub does not know', async () => {
    await expectCaught(operation, { ...call(), query: { ...call().query, surprise: '1' } }, /query: .*surprise/);
  });

  if (operation.requestBody) {
    test('catches a property that GitHub does not know', async () => {
      await expectCaught(operation, { ...call(), body: { ...call().body, surprise: true } }, /body: .*surprise/);
    });

    test('catches a property of the wrong type', async () => {
      const [name = ''] = Object.keys(call().body ?? {});
      const body = { ...call().body, [name]: { wrong: [1] } };
      await expectCaught(operation, { ...call(), body }, new RegExp(`body: .*/${name}`));
    });
  } else if (operation.method !== 'GET') {
    test('catches a body that it does not take', async () => {
      await expectCaught(operation, { ...call(), body: { surprise: true } }, /body: /);
    });
  }

  for (const { name, in: place } of operation.parameters.filter(({ schema }) => isStrict(schema)).slice(0, 1)) {
    test('catches a parameter of the wrong type', async () => {
      const key = place === 'path' ? 'params' : 'query';
      const wrong = { ...call(), [key]: { ...call()[key], [name]: 'nonsense' } };
      await expectCaught(operation, wrong, new RegExp(`${place}: /${name}`));
    });
  }
});

test('catches an address that is no route', async () => {
  const { status, violations } = await request('GET', '/repos/octo-org/hello-world/nonsense');
  expect(status).toBe(404);
  expect(violations).toEqual([expect.stringContaining('/nonsense: is no route')]);
});

test('catches an answer of its own that is not as described', async () => {
  const label = github.seed.label('broken');
  Object.assign(label, { color: 7 });
  const { violations } = await request('GET', '/repos/octo-org/hello-world/labels/broken');
  expect(violations).toEqual([expect.stringContaining('response 200: /color must be string')]);
});

test('catches a body that is not JSON', async () => {
  const { status, violations } = await request('POST', '/repos/octo-org/hello-world/labels', '{');
  expect(status).toBe(422);
  expect(violations).toEqual([expect.stringContaining('is not JSON')]);
});

async function expectCaught(operation: Operation, call: ValidCall, expected: RegExp): Promise<void> {
  const { status, text, violations } = await send(operation, call);
  expect({ status, violations }).toEqual({ status: 422, violations: [expect.stringMatching(expected)] });
  expect(text).toMatch(expected);
}

function send(operation: Operation, { params = {}, query = {}, body }: ValidCall) {
  const filled: Readonly<Record<string, string | number>> = { owner: github.owner, repo: github.repo, ...params };
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(filled[name] ?? ''));
  const token = operation.operationId === 'users/get-authenticated' ? OWNER_TOKEN : DEFAULT_TOKEN;
  return request(
    operation.method,
    `${path}?${new URLSearchParams(query).toString()}`,
    body && JSON.stringify(body),
    token,
  );
}

async function request(method: string, path: string, body?: string, token = DEFAULT_TOKEN) {
  const known = github.violations.length;
  const response = await fetch(github.apiUrl + path, {
    method,
    headers: { authorization: `Bearer ${token}` },
    body: body ?? null,
  });
  return { status: response.status, text: await response.text(), violations: github.violations.slice(known) };
}

/** A type that a text can miss. */
function isStrict({ type, enum: values }: Schema): boolean {
  return type === 'integer' || type === 'boolean' || Array.isArray(values);
}
