import { execa } from 'execa';
import { expect, test } from 'vitest';
import { connect } from './client.ts';
import { startGitHub } from './github.ts';
import { refusal } from './refusal.ts';

const at = { owner: 'octo-org', repo: 'hello-world' };

test('a head has one open pull request', async () => {
  await using github = await startGitHub();
  await github.seed.commit({ branch: 'fix', files: { a: '1' } });
  const { rest } = connect(github);
  const make = () => rest.pulls.create({ ...at, head: 'fix', base: 'main', title: 'Fix', draft: true });
  const results = await Promise.allSettled([make(), make()]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  await expect(make()).rejects.toMatchObject({
    status: 422,
    response: { data: { errors: [{ message: 'A pull request already exists for octo-org:fix.' }] } },
  });
  expect((await rest.pulls.list({ ...at, head: 'octo-org:fix' })).data).toMatchObject([
    { number: 1, draft: true, head: { ref: 'fix' } },
  ]);
  expect(github.violations).toEqual([]);
});

test('a head without commits of its own is refused', async () => {
  await using github = await startGitHub();
  const { rest } = connect(github);
  const { data } = await rest.git.getRef({ ...at, ref: 'heads/main' });
  await rest.git.createRef({ ...at, ref: 'refs/heads/same', sha: data.object.sha });
  const made = rest.pulls.create({ ...at, head: 'same', base: 'main', title: 'Nothing' });
  await expect(made).rejects.toMatchObject({
    status: 422,
    response: { data: { errors: [{ message: 'No commits between main and same' }] } },
  });
  const missing = rest.pulls.create({ ...at, head: 'missing', base: 'main', title: 'Nothing' });
  await expect(missing).rejects.toMatchObject({
    status: 422,
    response: { data: { errors: [{ field: 'head', code: 'invalid' }] } },
  });
});

test('Actions opens no pull requests where the settings forbid it', async () => {
  await using github = await startGitHub({ settings: { actionsMayCreatePullRequests: false } });
  await github.seed.commit({ branch: 'fix', files: { a: '1' } });
  const made = connect(github).pulls.create({ ...at, head: 'fix', base: 'main', title: 'Fix' });
  await expect(made).rejects.toEqual(refusal(403, 'GitHub Actions is not permitted to create'));
});

test('a pull request follows its branch, and closes when the branch goes', async () => {
  await using github = await startGitHub();
  const { rest } = connect(github);
  await github.seed.commit({ branch: 'fix', files: { a: '1\n' } });
  const { number } = await github.seed.pull({ head: 'fix' });
  const second = await github.seed.commit({ branch: 'fix', files: { 'b/c': '2\n', a: null } });
  expect((await rest.pulls.get({ ...at, pull_number: number })).data).toMatchObject({
    head: { sha: second },
    commits: 2,
    changed_files: 1,
    additions: 1,
    mergeable: true,
  });
  expect((await rest.pulls.listFiles({ ...at, pull_number: number })).data).toMatchObject([
    { filename: 'b/c', status: 'added', patch: '@@ -0,0 +1 @@\n+2' },
  ]);
  const { stdout } = await execa('git', [
    'ls-remote',
    `${github.serverUrl}/octo-org/hello-world`,
    `refs/pull/${number}/head`,
  ]);
  expect(stdout).toBe(`${second}\trefs/pull/${number}/head`);
  await rest.git.deleteRef({ ...at, ref: 'heads/fix' });
  expect((await rest.pulls.get({ ...at, pull_number: number })).data).toMatchObject({
    state: 'closed',
    merged: false,
    head: { sha: second },
  });
  expect(github.violations).toEqual([]);
});

test('a conflict makes a pull request unmergeable', async () => {
  await using github = await startGitHub();
  await github.seed.commit({ branch: 'fix', files: { 'README.md': 'theirs\n' } });
  await github.seed.commit({ files: { 'README.md': 'ours\n' } });
  const { number } = await github.seed.pull({ head: 'fix' });
  const { data } = await connect(github).pulls.get({ ...at, pull_number: number });
  expect(data).toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
  await expect(connect(github).pulls.merge({ ...at, pull_number: number })).rejects.toEqual(refusal(405));
});

test('a merge moves the base branch', async () => {
  await using github = await startGitHub();
  await github.seed.commit({ branch: 'fix', files: { a: '1' } });
  const { number } = await github.seed.pull({ head: 'fix', author: 'mona' });
  const { rest } = connect(github);
  const { data } = await rest.pulls.merge({ ...at, pull_number: number });
  expect((await rest.git.getRef({ ...at, ref: 'heads/main' })).data.object.sha).toBe(data.sha);
  expect((await rest.pulls.get({ ...at, pull_number: number })).data).toMatchObject({
    state: 'closed',
    merged: true,
    merge_commit_sha: data.sha,
  });
  await expect(github.seed.merge(number)).rejects.toThrow('not mergeable');
});

test('a fork has its own repository in the pull request, and no branch in this one', async () => {
  await using github = await startGitHub();
  const sha = await github.seed.commit({ branch: 'main', fork: 'stranger', files: { a: '1' } });
  const { number } = await github.seed.pull({ head: 'main', fork: 'stranger', author: 'stranger' });
  const { rest } = connect(github);
  const { data } = await rest.pulls.get({ ...at, pull_number: number });
  expect(data.head).toMatchObject({
    sha,
    label: 'stranger:main',
    repo: { full_name: 'stranger/hello-world', fork: true },
  });
  expect(data.base.repo.fork).toBe(false);
  expect((await rest.repos.listBranches(at)).data.map(({ name }) => name)).toEqual(['main']);
  const { stdout } = await execa('git', ['ls-remote', `${github.serverUrl}/octo-org/hello-world`]);
  expect(stdout).not.toContain('forks');
  expect(github.violations).toEqual([]);
});

test('a review comment stands on a line of the diff', async () => {
  await using github = await startGitHub();
  await github.seed.commit({ branch: 'fix', files: { 'README.md': '# Hello\nWorld\n' } });
  const { number, pull } = await github.seed.pull({ head: 'fix' });
  const { rest } = connect(github);
  const comment = { ...at, pull_number: number, body: 'Why?', commit_id: pull.headSha, path: 'README.md' };
  expect((await rest.pulls.createReviewComment({ ...comment, line: 2 })).data.diff_hunk).toBe(
    '@@ -1 +1,2 @@\n # Hello\n+World',
  );
  await expect(rest.pulls.createReviewComment({ ...comment, line: 9 })).rejects.toEqual(refusal(422));
  await expect(rest.pulls.createReviewComment({ ...comment, path: 'other', line: 1 })).rejects.toMatchObject({
    status: 422,
  });
});

test('a comparison tells ahead from behind', async () => {
  await using github = await startGitHub();
  await github.seed.commit({ branch: 'fix', files: { a: '1' } });
  await github.seed.commit({ branch: 'fix', files: { b: '1' } });
  const { rest } = connect(github);
  const compare = async (basehead: string) => (await rest.repos.compareCommitsWithBasehead({ ...at, basehead })).data;
  expect(await compare('main...fix')).toMatchObject({
    status: 'ahead',
    ahead_by: 2,
    behind_by: 0,
    files: [{ filename: 'a' }, { filename: 'b' }],
  });
  expect(await compare('fix...main')).toMatchObject({ status: 'behind', ahead_by: 0, behind_by: 2 });
  await github.seed.commit({ files: { c: '1' } });
  expect(await compare('main...fix')).toMatchObject({ status: 'diverged' });
  expect(await compare('main...main')).toMatchObject({ status: 'identical' });
});
