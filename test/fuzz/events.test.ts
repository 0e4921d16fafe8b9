import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { Failure } from '../../src/failure.ts';
import { notice } from '../../src/trigger/notice.ts';
import { parseEvent } from '../../src/trigger/parse-event.ts';
import { CORPUS } from '../text/hostile-corpus.ts';

const RUNS = { numRuns: 10_000, seed: 5 } as const;
const NAMES = [
  'issues',
  'pull_request',
  'issue_comment',
  'pull_request_review_comment',
  'pull_request_review',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
  'push',
  '',
];
const NOTICED = { label: 'opencode', phrases: ['/opencode', '/oc'], allowedBots: ['friendly[bot]'] };
const ASKED = { phrases: NOTICED.phrases, prompt: 'Do it', rerunBy: null };

const examples = z
  .array(z.object({ name: z.string(), examples: z.array(z.unknown()) }))
  .parse(JSON.parse(readFileSync(fileURLToPath(import.meta.resolve('@octokit/webhooks-examples')), 'utf8')));

/** Payloads as GitHub sends them, by the name of their event. */
const REAL: readonly Readonly<{ name: string; payload: unknown }>[] = NAMES.flatMap((name) => {
  const found = examples.find((event) => event.name === name);
  return (found?.examples ?? []).slice(0, 12).map((payload) => ({ name, payload }));
});
const value = fc.oneof(
  fc.constantFrom(
    ...CORPUS.map(({ text }) => text),
    '/opencode fix',
    '/oc --max-cost 1',
    'opencode',
    'created',
    'labeled',
    'closed',
    'Bot',
    'User',
  ),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(null, undefined, 0, -1, 1e308, '', [], {}),
);
/** A real payload with some of its values put in place of others, by any path. */
const mutated = fc
  .tuple(
    fc.constantFrom(...REAL),
    fc.array(fc.tuple(fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }), value), { maxLength: 5 }),
  )
  .map(([{ name, payload }, changes]) => {
    const copy: unknown = structuredClone(payload);
    for (const [path, put] of changes) change(copy, path, put);
    return { name, payload: copy };
  });
const anything = fc.record({
  name: fc.constantFrom(...NAMES),
  payload: fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.anything({ maxDepth: 3 })),
});

function change(value: unknown, [at = 0, ...path]: readonly number[], put: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const keys = Object.keys(value);
  const key = keys[at % Math.max(1, keys.length)];
  if (key === undefined) return;
  const inside: unknown = Reflect.get(value, key);
  if (path.length === 0 || typeof inside !== 'object' || inside === null) Reflect.set(value, key, put);
  else change(inside, path, put);
}

function outcome(name: string, payload: unknown): unknown {
  try {
    return parseEvent({ name, payload }, ASKED);
  } catch (error) {
    if (error instanceof Failure) return [error.code, error.message];
    throw error;
  }
}

test('there are real payloads of each kind to begin with', () => {
  expect(REAL.length).toBeGreaterThan(20);
});

test('any payload is noticed or not, without an error, and twice the same', () => {
  fc.assert(
    fc.property(fc.oneof(mutated, anything), ({ name, payload }) => {
      const noticed = notice(name, payload, NOTICED);
      expect(notice(name, payload, NOTICED)).toEqual(noticed);
    }),
    RUNS,
  );
});

test('any payload is a trigger or a Failure, and twice the same', () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 4, arbitrary: mutated }, anything), ({ name, payload }) => {
      const first = outcome(name, payload);
      expect(outcome(name, payload)).toEqual(first);
    }),
    RUNS,
  );
});

test('what is no command in a comment is none in its event either', () => {
  fc.assert(
    fc.property(mutated, ({ name, payload }) => {
      if (notice(name, payload, NOTICED).forUs || !/comment|review/.test(name)) return;
      const read = outcome(name, payload);
      if (typeof read === 'object' && read !== null && 'kind' in read && read.kind === 'task') {
        // Only whose words they are was not looked at yet.
        expect(JSON.stringify(payload)).toMatch(/Bot|patchwright:|"action":"(?!created|submitted)/);
      }
    }),
    RUNS,
  );
});
