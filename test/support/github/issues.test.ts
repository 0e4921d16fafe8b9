import { expect, test } from 'vitest';
import { connect } from './client.ts';
import { DEFAULT_TOKEN, startGitHub } from './github.ts';
import { refusal } from './refusal.ts';

const at = { owner: 'octo-org', repo: 'hello-world' };

test('lists come in pages that link to each other', async () => {
  await using github = await startGitHub();
  const { number } = github.seed.issue({});
  for (let count = 1; count <= 250; count += 1) github.seed.comment({ issue: number, body: `Comment ${count}` });
  const octokit = connect(github);
  const first = await octokit.issues.listComments({ ...at, issue_number: number });
  expect(first.data).toHaveLength(30);
  expect(first.headers.link).toMatch(/page=2>; rel="next".*page=9>; rel="last"/);
  const clamped = await octokit.issues.listComments({ ...at, issue_number: number, per_page: 1000 });
  expect(clamped.data).toHaveLength(100);
  const all = await octokit.paginate(octokit.issues.listComments, { ...at, issue_number: number, per_page: 100 });
  expect(all.map(({ body }) => body)).toEqual(Array.from({ length: 250 }, (_, index) => `Comment ${index + 1}`));
  const last = await octokit.issues.listComments({ ...at, issue_number: number, per_page: 100, page: 3 });
  expect(last.headers.link).toMatch(/page=2>; rel="prev".*page=1>; rel="first"/);
  expect(last.headers.link).not.toContain('next');
  expect(last.headers['x-ratelimit-limit']).toBe('5000');
  expect(github.violations).toEqual([]);
});

test('pages of runs carry their total', async () => {
  await using github = await startGitHub();
  const sha = await github.seed.commit({ files: { a: '1' } });
  for (let count = 0; count < 3; count += 1) github.seed.checkRun({ headSha: sha, name: `check ${count}` });
  const { data, headers } = await connect(github).checks.listForRef({ ...at, ref: 'main', per_page: 2 });
  expect(data).toMatchObject({ total_count: 3, check_runs: [{}, {}] });
  expect(headers.link).toContain('rel="next"');
});

test('a reaction counts once for each account', async () => {
  await using github = await startGitHub();
  const { number } = github.seed.issue({});
  const { rest } = connect(github);
  const react = () => rest.reactions.createForIssue({ ...at, issue_number: number, content: 'eyes' });
  expect([(await react()).status, (await react()).status]).toEqual([201, 200]);
  expect((await rest.issues.get({ ...at, issue_number: number })).data.reactions).toMatchObject({
    total_count: 1,
    eyes: 1,
  });
});

test('labels are made as they are used, and one that is not on is not taken off', async () => {
  await using github = await startGitHub();
  const { number } = github.seed.issue({ labels: ['opencode'] });
  const { rest } = connect(github);
  await rest.issues.addLabels({ ...at, issue_number: number, labels: ['Needs-Human'] });
  await rest.issues.removeLabel({ ...at, issue_number: number, name: 'OpenCode' });
  await expect(rest.issues.removeLabel({ ...at, issue_number: number, name: 'opencode' })).rejects.toMatchObject({
    status: 404,
  });
  expect((await rest.issues.listLabelsOnIssue({ ...at, issue_number: number })).data.map(({ name }) => name)).toEqual([
    'Needs-Human',
  ]);
  await expect(rest.issues.createLabel({ ...at, name: 'needs-human' })).rejects.toEqual(refusal(422));
});

test('a body over the limit is refused', async () => {
  await using github = await startGitHub();
  const { number } = github.seed.issue({});
  const made = connect(github).issues.createComment({ ...at, issue_number: number, body: 'x'.repeat(65_537) });
  await expect(made).rejects.toEqual(refusal(422, 'too long'));
});

test('the journal tells who asked for what', async () => {
  await using github = await startGitHub();
  const { number } = github.seed.issue({});
  await connect(github).issues.createComment({ ...at, issue_number: number, body: 'Hello' });
  expect(github.journal).toMatchObject([
    {
      method: 'POST',
      path: `/api/v3/repos/octo-org/hello-world/issues/${number}/comments`,
      route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      operationId: 'issues/create-comment',
      status: 201,
      body: { body: 'Hello' },
      token: DEFAULT_TOKEN,
      login: 'github-actions[bot]',
      faulted: false,
    },
  ]);
});
