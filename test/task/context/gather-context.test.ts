import { expect, test } from 'vitest';
import { Failure } from '../../../src/failure.ts';
import type { FailingCheck, Remark, Review, ReviewThread } from '../../../src/forge/discussion.ts';
import { gatherContext, type ContextForge } from '../../../src/task/context/gather-context.ts';
import type { InlineComment, Invocation } from '../../../src/trigger/trigger.ts';
import { forgeOf } from '../../forge/forge.ts';
import { startGitHub } from '../../support/github/github.ts';
import { saying } from '../../support/saying.ts';
import { ASKED_AT, askedOnPull } from './asked.ts';

const BEFORE = '2026-01-01T10:00:00Z';
const AFTER = '2026-01-03T00:00:00Z';
const SELF = 'github-actions[bot]';

const remark = (body: string, rest: Partial<Remark> = {}): Remark => ({
  body,
  author: 'hubot',
  association: 'MEMBER',
  at: BEFORE,
  editedAt: null,
  ...rest,
});
const review = (state: Review['state'], body: string, rest: Partial<Review> = {}): Review => ({
  ...remark(body, rest),
  state,
});
const thread = (line: number, ...remarks: readonly Remark[]): ReviewThread => ({
  path: 'src/a.ts',
  line,
  hunk: '@@ -1 +1 @@\n+added',
  remarks,
  unread: 0,
});
const check = (name: string, log: FailingCheck['log'] = { kind: 'none' }): FailingCheck => ({
  name,
  ended: 'failed',
  summary: `${name} says no`,
  log,
  at: BEFORE,
});
const diffOf = (path: string, size: number): string =>
  `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n${'+x\n'.repeat(size)}`;

type Said = {
  reviews?: readonly Review[];
  threads?: readonly ReviewThread[];
  comments?: readonly Remark[];
  checks?: readonly FailingCheck[];
  statuses?: readonly FailingCheck[];
};

const forge = ({ reviews = [], threads = [], comments = [], checks = [], statuses = [] }: Said): ContextForge => ({
  self: () => Promise.resolve(SELF),
  reviews: () => Promise.resolve(reviews),
  threads: () => Promise.resolve(threads),
  conversation: () => Promise.resolve(comments),
  failingChecks: () => Promise.resolve(checks),
  failingStatuses: () => Promise.resolve(statuses),
});

async function gather(
  said: Said,
  { tokens = 10_000, diff = '', ...rest }: { tokens?: number; diff?: string } & Partial<Invocation> = {},
) {
  const from = { what: 'diff of the pull request', author: null, at: null };
  return await gatherContext(askedOnPull(rest), forge(said), {
    tokens,
    diff: diff === '' ? null : { text: diff, from },
  });
}

const instruction = { text: 'Do what the review says.', from: { what: 'comment', author: 'mona', at: ASKED_AT } };

test('everything stands in the order of its importance, with who said it and when', async () => {
  const inline: InlineComment = {
    path: 'src/b.ts',
    line: 3,
    hunk: '@@ -1 +1 @@\n+here',
    text: { text: 'Why this?', from: { what: 'review comment', author: 'mona', at: BEFORE } },
  };
  const { parts, leftOut } = await gather(
    {
      reviews: [review('commented', 'Nice work.'), review('changes-requested', 'Not like this.')],
      threads: [thread(1, remark('older')), thread(2, remark('newer', { at: '2026-01-01T12:00:00Z' }))],
      comments: [remark('Earlier.'), remark('Please mind the docs.')],
      checks: [check('unit', { kind: 'tail', text: 'Error: no' })],
      statuses: [check('ci/old')],
    },
    { instruction, thread: [inline], diff: diffOf('src/a.ts', 3) },
  );
  expect(parts.map(({ kind, text }) => `${kind}: ${text.split('\n').at(-1)}`)).toEqual([
    'instruction: Do what the review says.',
    'command thread: Why this?',
    'failing check: Error: no',
    'failing check: ci/old says no',
    'open thread: newer',
    'open thread: older',
    'changes requested: Not like this.',
    'diff: ',
    'conversation: Please mind the docs.',
    'conversation: Earlier.',
    'other review: Nice work.',
    'description: The description.',
  ]);
  expect(parts[1]?.text).toBe('@@ -1 +1 @@\n+here\n\nWhy this?');
  expect(parts[4]?.from).toEqual({
    what: 'comment in an open thread at src/a.ts:2',
    author: 'hubot',
    association: 'MEMBER',
    at: '2026-01-01T12:00:00Z',
  });
  expect(leftOut).toEqual([]);
});

test('what does not fit is left out from the end of that order, and named', async () => {
  const long = 'word '.repeat(700);
  const threads = Array.from({ length: 9 }, (_, line) => thread(line, remark(long)));
  const { parts, leftOut } = await gather(
    { threads, reviews: [review('commented', long)] },
    { tokens: 4000, instruction, diff: diffOf('src/a.ts', 100) + diffOf('src/huge.ts', 90_000) + diffOf('b.ts', 10) },
  );
  expect(parts.map(({ kind }) => kind)).toEqual(['instruction', 'open thread', 'diff', 'description']);
  expect(parts.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(16_000);
  expect(parts[2]?.text).toBe(diffOf('src/a.ts', 100) + diffOf('b.ts', 10));
  expect(leftOut).toEqual([
    'Left out of the diff of the pull request, because it is too long: 1 of 3 files: src/huge.ts.',
    saying(/^Left out, because the context would become too long: the thread at src\/a\.ts:1, .*the review by hubot/),
  ]);
});

test('a long instruction, description or review loses its middle, and says so', async () => {
  const body = `start ${'x'.repeat(60_000)} end`;
  const { parts, leftOut } = await gather({}, { tokens: 1000, instruction: { ...instruction, text: body } });
  expect(parts[0]?.text).toMatch(/^start x+\n\[… \d+ characters left out …\]\nx+ end$/);
  expect(leftOut[0]).toMatch(/^Left out of the instruction, because it is too long: \d+ characters\.$/);
});

test('a long thread is told by its first comment and the newest', async () => {
  const remarks = Array.from({ length: 20 }, (_, index) => remark(`comment ${index + 1}`));
  const { parts } = await gather({ threads: [{ ...thread(1, ...remarks), unread: 5 }] });
  const told = parts.filter(({ kind }) => kind === 'open thread');
  expect(told.map(({ text }) => text.split('\n').at(-1))).toEqual(
    [1, 15, 16, 17, 18, 19, 20].map((number) => `comment ${number}`),
  );
  expect(told[0]?.from.what).toContain('18 between this one and the next left out');
});

test('texts that were written or changed after the run was asked for are left out and counted', async () => {
  const { parts, leftOut } = await gather({
    threads: [thread(1, remark('in time'), remark('late answer', { at: AFTER }))],
    reviews: [
      review('changes-requested', 'late review', { at: AFTER }),
      review('commented', 'swapped', { editedAt: AFTER }),
    ],
  });
  expect(parts.map(({ text }) => text).join('\n')).not.toMatch(/late|swapped/);
  expect(parts.some(({ text }) => text.includes('in time'))).toBe(true);
  expect(leftOut).toEqual(['Left out: 3 texts written or changed after the run was asked for.']);
});

test('the bot’s own description, reviews and threads are not told again, unless somebody answered', async () => {
  const own = '<!-- patchwright:{"v":1,"kind":"reply"} -->\nA finding.';
  const target = askedOnPull({ body: own, author: SELF }).target;
  const { parts } = await gather(
    {
      reviews: [review('commented', own, { author: SELF })],
      threads: [
        thread(1, remark(own, { author: SELF })),
        thread(2, remark(own, { author: SELF }), remark('Please do.')),
      ],
    },
    { target },
  );
  expect(parts.map(({ text }) => text)).toEqual(['@@ -1 +1 @@\n+added\n\nA finding.', 'Please do.']);
  const forged = await gather({ reviews: [review('commented', own)] });
  expect(forged.parts.map(({ kind }) => kind)).toEqual(['other review', 'description']);
});

test('a request for changes that its author has since approved is one no more, and a dismissed review is gone', async () => {
  const { parts } = await gather({
    reviews: [
      review('changes-requested', 'Mend it.'),
      review('dismissed', 'Never mind.'),
      review('changes-requested', 'Still open.', { author: 'mona' }),
      review('approved', ''),
    ],
  });
  expect(parts.map(({ kind, text }) => [kind, text])).toEqual([
    ['changes requested', 'Still open.'],
    ['other review', 'Mend it.'],
    ['description', 'The description.'],
  ]);
});

test('a thread in which the command stands, and a review that carried it, are told once', async () => {
  const inline: InlineComment = {
    path: 'src/a.ts',
    line: 1,
    hunk: '',
    text: { text: 'Why?', from: { what: 'review comment', author: 'hubot', at: BEFORE } },
  };
  const { parts } = await gather(
    {
      threads: [thread(1, remark('Why?'))],
      reviews: [review('commented', `/opencode fix ${instruction.text}`, { author: 'mona' })],
    },
    { instruction, thread: [inline] },
  );
  expect(parts.map(({ kind }) => kind)).toEqual(['instruction', 'command thread', 'description']);
});

test('what may not be read is named, and the rest is told', async () => {
  const refused = new Failure('forge', 'Could not read the checks of aaaaaaa: GitHub answered 403', { hint: '' });
  const broken: ContextForge = {
    ...forge({ reviews: [review('commented', 'Nice.')] }),
    failingChecks: () => Promise.reject(refused),
  };
  const { parts, leftOut } = await gatherContext(askedOnPull(), broken, { tokens: 1000, diff: null });
  expect(parts.map(({ kind }) => kind)).toEqual(['other review', 'description']);
  expect(leftOut).toEqual([`The failing checks are not known to the run. ${refused.message}`]);
  const { leftOut: logs } = await gather({ checks: [check('unit', { kind: 'unread', why: 'the log has expired' })] });
  expect(logs).toEqual(['The log of the check unit was not read: the log has expired.']);
  const auth = new Failure('auth', 'no', { hint: '' });
  const wrong = { ...broken, failingChecks: () => Promise.reject(auth) };
  await expect(gatherContext(askedOnPull(), wrong, { tokens: 1000, diff: null })).rejects.toBe(auth);
});

test('an issue asks the forge for nothing', async () => {
  await using github = await startGitHub();
  const from = { what: 'issue body', author: 'mona', at: BEFORE };
  const target = { kind: 'issue', number: 1, title: { text: 't', from }, body: { text: 'b', from }, url: '' } as const;
  const { parts } = await gatherContext(askedOnPull({ target }), forgeOf(github), { tokens: 1000, diff: null });
  expect(parts).toMatchObject([{ kind: 'description', text: 'b' }]);
  expect(github.journal).toEqual([]);
});

test('a pull request with reviews, threads and a failing job takes eight requests', async () => {
  await using github = await startGitHub();
  const head = await github.seed.commit({ branch: 'topic', files: { 'a.ts': 'one\ntwo\n' } });
  const { number } = await github.seed.pull({ head: 'topic' });
  github.seed.review({ pull: number, author: 'mona', state: 'CHANGES_REQUESTED', body: 'Mend it.' });
  await github.seed.reviewComment({ pull: number, path: 'a.ts', line: 2, body: 'Here.', author: 'mona' });
  const log =
    '2026-01-01T00:00:00.0000000Z ##[group]Run npm test\n2026-01-01T00:00:00.0000000Z ##[endgroup]\n2026-01-01T00:00:00.0000000Z \u001B[31mError: two is not one\u001B[0m\n2026-01-01T00:00:00.0000000Z ##[error]Process completed with exit code 1.\n2026-01-01T00:00:00.0000000Z Post job cleanup.\n';
  const job = { id: 7, name: 'unit', status: 'completed', conclusion: 'failure', log } as const;
  github.seed.workflowRun({ headBranch: 'topic', headSha: head, jobs: [job] });
  github.seed.checkRun({
    headSha: head,
    name: 'unit',
    conclusion: 'failure',
    detailsUrl: `${github.serverUrl}/octo-org/hello-world/actions/runs/1/job/7`,
  });
  const asked = askedOnPull({ number, head, event: { name: 'issue_comment', action: 'created', at: null } });
  const { parts, leftOut } = await gatherContext(asked, forgeOf(github), { tokens: 5000, diff: null });
  expect(parts.map(({ kind }) => kind)).toEqual(['failing check', 'open thread', 'changes requested', 'description']);
  expect(parts[0]?.text).toBe('Run npm test\nError: two is not one\n##[error]Process completed with exit code 1.');
  expect([leftOut, github.violations]).toEqual([[], []]);
  expect(github.journal).toHaveLength(8);
});
