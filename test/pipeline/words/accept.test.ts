import { expect, test } from 'vitest';
import type { Finding } from '../../../src/finding.ts';
import { mark, readMarker } from '../../../src/publish/marker.ts';
import { standing, withoutMarker } from '../../../src/text/sinks.ts';
import { arrange, atWork } from '../../scenarios/command-places.ts';
import { saying } from '../../support/saying.ts';
import { commentOf } from '../../support/text.ts';
import { does, start } from './said.ts';

const FINDING: Finding = {
  id: 'F2',
  source: 'review',
  severity: 'medium',
  category: 'behaviour',
  path: 'a.txt',
  line: 1,
  problem: 'Loses @octocat’s `2d`.',
  evidence: '',
  suggestion: '',
  confidence: 'high',
  round: 0,
  resolution: 'open',
  history: [],
};

test.each(['own', 'issue', 'inline'] as const)(
  'on %s, accept makes the draft ready and says in it who took it',
  async (place) => {
    await using github = await start();
    const arranged = await arrange(github, place, true);
    const { kind, reply } = await does(github, arranged, '/opencode accept\n\nThanks!', { findings: [FINDING] });
    expect(kind).toBe('answered');
    expect(reply).toContain(`Accepted #${arranged.pull?.number}. It is ready for review now`);
    expect(reply).toContain('`F2` (medium): Loses @\u200Boctocat’s `2d`.');
    expect(arranged.pull?.pull.draft).toBe(false);
    const body = arranged.pull?.body ?? '';
    expect(readMarker(body)).toMatchObject({
      kind: 'pull-request',
      branch: arranged.pull?.pull.head.ref,
      accepted: { by: 'maintainer', at: '2026-11-21T00:00:00.000Z' },
    });
    expect(withoutMarker(standing(body))).toBe(
      `### Accepted by \`maintainer\`\nOn 2026-11-21 at \`${arranged.pull?.pull.headSha.slice(0, 10)}\`, with what is open below.\n\nThe report.\n\n<!-- end of the report -->`,
    );
    expect(github.violations).toEqual([]);
  },
);

test('what is accepted twice is told once', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'own', false);
  await does(github, arranged, '/opencode accept');
  const body = arranged.pull?.body;
  expect((await does(github, arranged, '/opencode accept')).reply).toContain('accepted before, by `maintainer`');
  expect(arranged.pull?.body).toBe(body);
  // Somebody has second thoughts, and then accepts it again.
  if (arranged.pull) arranged.pull.pull.draft = true;
  await does(github, arranged, '/opencode accept');
  expect(arranged.pull?.body).toBe(body);
  expect(arranged.pull?.pull.draft).toBe(false);
});

test('a description at GitHub’s limit stays whole', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'own', false);
  const branch = arranged.pull?.pull.head.ref ?? '';
  const text = 'x'.repeat(64_900);
  if (arranged.pull) arranged.pull.body = mark({ v: 1, kind: 'pull-request', branch }, commentOf(text));
  await does(github, arranged, '/opencode accept');
  expect(withoutMarker(standing(arranged.pull?.body ?? ''))).toBe(`${text}\n\n<!-- end of the report -->`);
  expect(readMarker(arranged.pull?.body ?? '')).toMatchObject({ accepted: { by: 'maintainer' } });
});

test('an issue without a pull request has nothing to accept', async () => {
  await using github = await start();
  const { kind, reply } = await does(github, await arrange(github, 'issue', false), '/opencode accept');
  expect({ kind, reply }).toEqual({ kind: 'declined', reply: saying('no open pull request') });
});

test('what a run is at work on is not accepted under its hands', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'issue', true);
  await atWork(github, arranged.number);
  const { kind, reply } = await does(github, arranged, '/opencode accept');
  expect(kind).toBe('declined');
  expect(reply).toContain('`/opencode stop`');
  expect(arranged.pull?.pull.draft).toBe(true);
});

test('what was pushed after the command is not accepted, be it said on the pull request or on its issue', async () => {
  for (const place of ['own', 'issue'] as const) {
    await using github = await start();
    const arranged = await arrange(github, place, true);
    const said = new Date(Date.now() - 60_000).toISOString();
    const branch = arranged.pull?.pull.head.ref ?? '';
    await github.seed.commit({ branch, files: { 'late.txt': 'Late.\n' }, author: 'maintainer' });
    const doing = does(github, arranged, '/opencode accept', { at: said });
    const told = await doing.then(
      ({ kind, reply }) => `${kind}: ${reply}`,
      (error: unknown) => String(error),
    );
    expect(told).toContain('declined');
    expect(told).toContain(`was moved to \`${arranged.pull?.pull.headSha.slice(0, 10)}\` after this was asked for`);
    expect(arranged.pull?.pull.draft).toBe(true);
  }
});

test('what comes after an acceptance is accepted anew', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'own', true);
  await does(github, arranged, '/opencode accept');
  const sha = await github.seed.commit({
    branch: arranged.pull?.pull.head.ref ?? '',
    files: { 'late.txt': 'Late.\n' },
    author: 'maintainer',
  });
  await does(github, arranged, '/opencode accept');
  expect(readMarker(arranged.pull?.body ?? '')).toMatchObject({ accepted: { head: sha } });
  expect(arranged.pull?.body?.match(/Accepted by/g)).toHaveLength(1);
});
