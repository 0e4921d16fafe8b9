import { expect, test } from 'vitest';
import { DEFAULT_TOKEN, startGitHub, type LoopbackGitHub } from '../support/github/github.ts';
import type { CheckRun } from '../support/github/state.ts';
import { saying } from '../support/saying.ts';
import { forgeOf } from './forge.ts';

const FILES = { 'a.ts': 'one\ntwo\nthree\n' };

async function pullOf(github: LoopbackGitHub) {
  const head = await github.seed.commit({ branch: 'topic', files: FILES });
  const { number } = await github.seed.pull({ head: 'topic' });
  return { head, number };
}

/** A check that is a job of GitHub Actions. */
function job(github: LoopbackGitHub, check: Partial<CheckRun> & { headSha: string; name: string; log?: string }) {
  const { log, ...run } = check;
  const id = github.state.nextId();
  const jobs = [{ id, name: run.name, status: 'completed', conclusion: 'failure', ...(log && { log }) }] as const;
  const { id: runId } = github.seed.workflowRun({ headBranch: 'topic', headSha: run.headSha, jobs: [...jobs] });
  const detailsUrl = `${github.serverUrl}/octo-org/hello-world/actions/runs/${runId}/job/${id}`;
  github.seed.checkRun({ conclusion: 'failure', detailsUrl, ...run });
}

test('reviews are read from every page, with the names that bots have elsewhere, and pending ones are nobody’s', async () => {
  await using github = await startGitHub({ permissions: { mona: 'write' } });
  const { number } = await pullOf(github);
  for (let count = 1; count <= 120; count += 1) github.seed.review({ pull: number, body: `review ${count}` });
  github.seed.review({ pull: number, author: 'helper[bot]', state: 'CHANGES_REQUESTED', body: 'No.' });
  github.seed.review({ pull: number, author: 'mona', state: 'PENDING', body: 'Not yet' });
  const edited = github.seed.review({ pull: number, author: 'mona', state: 'APPROVED', body: 'Yes.' });
  edited.editedAt = '2030-01-01T00:00:00Z';
  const reviews = await forgeOf(github).reviews(number);
  expect(reviews).toHaveLength(122);
  expect(reviews[0]).toMatchObject({ body: 'review 1', state: 'commented', association: 'OWNER', editedAt: null });
  expect(reviews.slice(-2)).toMatchObject([
    { body: 'No.', state: 'changes-requested', author: 'helper[bot]', association: 'NONE' },
    { body: 'Yes.', state: 'approved', author: 'mona', association: 'COLLABORATOR', editedAt: edited.editedAt },
  ]);
  expect(github.violations).toEqual([]);
});

test('threads that nobody resolved are read from every page, a long one with its first comment and its newest', async () => {
  await using github = await startGitHub();
  const { number } = await pullOf(github);
  const comment = (body: string) => github.seed.reviewComment({ pull: number, path: 'a.ts', line: 2, body });
  const resolved = await comment('resolved');
  github.state.resolvedThreads.add(resolved.id);
  const long = await comment('first');
  for (let count = 1; count <= 40; count += 1) github.seed.reply({ to: long, body: `reply ${count}`, author: 'mona' });
  for (let count = 3; count <= 60; count += 1) await comment(`thread ${count}`);
  const threads = await forgeOf(github).threads(number);
  expect(threads).toHaveLength(59);
  const [opening] = threads;
  expect(opening).toMatchObject({ path: 'a.ts', line: 2, unread: 10, hunk: saying('+two') });
  expect(opening?.remarks.map(({ body }) => body)).toEqual([
    'first',
    ...Array.from({ length: 30 }, (_, index) => `reply ${index + 11}`),
  ]);
  expect(threads.at(-1)).toMatchObject({ unread: 0, remarks: [{ body: 'thread 60', author: 'octo-org' }] });
  expect(github.violations).toEqual([]);
});

test('checks that ended badly come with the end of their log, and the storage never sees the token', async () => {
  await using github = await startGitHub();
  const { head } = await pullOf(github);
  const line = (index: number) => `line ${index} ${'x'.repeat(90)}\n`;
  const log = Array.from({ length: 20_000 }, (_, index) => line(index)).join('');
  job(github, { headSha: head, name: 'unit', log });
  job(github, { headSha: head, name: 'slow', conclusion: 'timed_out', log: 'short\n' });
  github.seed.checkRun({ headSha: head, name: 'fine', conclusion: 'success' });
  github.seed.checkRun({ headSha: head, name: 'running' });
  const output = { title: 'Two problems', summary: 'Mend them', text: null };
  github.seed.checkRun({ headSha: head, name: 'outside', conclusion: 'action_required', output });
  const checks = await forgeOf(github).failingChecks(head);
  expect(checks).toMatchObject([
    { name: 'unit', ended: 'failed', log: { kind: 'tail' } },
    { name: 'slow', ended: 'timed out', log: { kind: 'tail', text: 'short\n' } },
    { name: 'outside', ended: 'action required', summary: 'Two problems\n\nMend them', log: { kind: 'none' } },
  ]);
  const [unit] = checks;
  const text = unit?.log.kind === 'tail' ? unit.log.text : '';
  expect(text.length).toBeLessThanOrEqual(256 * 1024);
  expect(text).toMatch(/^line \d+ x+\n/);
  expect(text.endsWith(line(19_999))).toBe(true);
  expect(github.violations).toEqual([]);
});

test('a log that cannot be had is told, and so is one of too many checks', async () => {
  await using github = await startGitHub();
  const { head } = await pullOf(github);
  for (const name of ['gone', 'expired', 'forbidden', 'fine', 'too many'])
    job(github, { headSha: head, name, log: name });
  const on = 'actions/download-job-logs-for-workflow-run';
  for (const [index, status] of ([404, 410, 403] as const).entries())
    github.fault({ on, at: index + 1, answer: { status } });
  const checks = await forgeOf(github).failingChecks(head);
  const logs = checks.map(({ log }) => (log.kind === 'unread' ? log.why : log.kind));
  expect(logs.slice(0, 4).toSorted()).toEqual(
    ['GitHub has no log of it', 'the log has expired', 'the token lacks `actions: read`', 'tail'].toSorted(),
  );
  expect(logs[4]).toBe('logs are read of 4 checks at most');
});

test('a token that may not read checks is a failure that names the permission', async () => {
  const permissions = { contents: 'write', pull_requests: 'write' } as const;
  const tokens = { [DEFAULT_TOKEN]: { login: 'github-actions[bot]', type: 'Bot', permissions } } as const;
  await using github = await startGitHub({ tokens });
  const { head } = await pullOf(github);
  await expect(forgeOf(github).failingChecks(head)).rejects.toMatchObject({
    code: 'forge',
    hint: saying('checks: read'),
  });
});

test('images are told as GitHub shows them, in a description and in a comment', async () => {
  await using github = await startGitHub();
  const issue = github.seed.issue({ body: '![x](https://github.com/user-attachments/assets/1)' });
  const comment = github.seed.comment({
    issue: issue.number,
    body: '![y](https://github.com/user-attachments/assets/2)',
  });
  issue.bodyHtml = '<p><a href="x"><img src="https://images.example/1.png?jwt=a&amp;b" alt="x"></a></p>';
  comment.bodyHtml = '<img src="https://images.example/2.png">';
  const forge = forgeOf(github);
  expect(await forge.renderedImages({ issue: issue.number })).toEqual(['https://images.example/1.png?jwt=a&b']);
  expect(await forge.renderedImages({ comment: comment.id })).toEqual(['https://images.example/2.png']);
  expect(github.violations).toEqual([]);
});
