import { expect, test } from 'vitest';
import { startGitHub } from '../support/github/github.ts';
import { repoPath } from '../support/repo-path.ts';
import { saying } from '../support/saying.ts';
import { bodyOf, commentOf, messageOf, titleOf } from '../support/text.ts';
import { forgeOf } from './forge.ts';

const DEFAULT = {
  login: 'github-actions[bot]',
  type: 'Bot',
  permissions: { actions: 'write', contents: 'write' },
} as const;

test('it tells the repository, its files and its branches', async () => {
  await using github = await startGitHub({ seed: [{ files: { 'a/b.txt': 'héllo\n' } }], settings: { private: true } });
  const forge = forgeOf(github);
  expect(await forge.info()).toEqual({ defaultBranch: 'main', private: true, archived: false, hasIssues: true });
  expect(await forge.readFile('a/b.txt', 'main')).toBe('héllo\n');
  expect(await forge.readFile('a', 'main')).toBeNull();
  expect(await forge.readFile('missing', 'main')).toBeNull();
  const head = await forge.branchHead('main');
  expect(head).toMatch(/^[0-9a-f]{40}$/);
  expect(await forge.branchHead('none')).toBeNull();
  expect(await forge.treeOf('0'.repeat(40))).toBeNull();
  expect(github.violations).toEqual([]);
});

test('an empty repository has no branch and no file', async () => {
  await using github = await startGitHub({ seed: [] });
  const forge = forgeOf(github);
  expect(await forge.branchHead('main')).toBeNull();
  expect(await forge.readFile('README.md', 'main')).toBeNull();
});

test('comments are read from every page', async () => {
  await using github = await startGitHub();
  const { number } = github.seed.issue({});
  for (let count = 1; count <= 230; count += 1) github.seed.comment({ issue: number, body: `comment ${count}` });
  const comments = await forgeOf(github).comments(number);
  expect(comments.map(({ body }) => body)).toEqual(Array.from({ length: 230 }, (_, index) => `comment ${index + 1}`));
});

test('comments, labels and reactions come and go, and are fine when gone already', async () => {
  await using github = await startGitHub();
  const forge = forgeOf(github);
  const { number } = github.seed.issue({ labels: ['opencode'] });
  const { id, author } = await forge.createComment(number, commentOf('one'));
  expect(author).toBe('github-actions[bot]');
  expect(await forge.updateComment(id, commentOf('two'))).toBe(true);
  expect((await forge.comments(number)).map(({ body }) => body)).toEqual(['two']);
  for (const to of [{ issue: number }, { comment: id }]) {
    const reaction = await forge.react(to, 'eyes');
    expect(await forge.react(to, 'eyes')).toBe(reaction);
    await forge.unreact(to, reaction);
    await forge.unreact(to, reaction);
  }
  await forge.removeLabel(number, 'opencode');
  await forge.removeLabel(number, 'opencode');
  await forge.deleteComment(id);
  await forge.deleteComment(id);
  expect(await forge.updateComment(id, commentOf('three'))).toBe(false);
  expect(github.state.issues.get(number)?.labels).toEqual([]);
  expect(github.state.reactions.size).toBe(0);
  expect(github.violations).toEqual([]);
});

test('a branch moves forward alone', async () => {
  await using github = await startGitHub();
  const forge = forgeOf(github);
  const from = (await forge.branchHead('main')) ?? '';
  const base = (await forge.treeOf(from)) ?? '';
  const commit = async (text: string) => {
    const blob = await forge.createBlob(Buffer.from(text));
    const tree = await forge.createTree(base, [{ path: repoPath('new.txt'), mode: '100755', sha: blob }]);
    return await forge.createCommit({ message: messageOf(text), tree, parents: [from] });
  };
  const [one, two] = [await commit('one'), await commit('two')];
  expect(await forge.createBranch('topic', from)).toBe(true);
  expect(await forge.moveBranch('topic', { from, to: one })).toEqual({ kind: 'moved' });
  expect(await forge.moveBranch('topic', { from, to: one })).toEqual({ kind: 'moved' });
  expect(await forge.moveBranch('topic', { from, to: two })).toEqual({ kind: 'stale' });
  expect(await forge.moveBranch('gone', { from, to: two })).toEqual({ kind: 'stale' });
  expect(await forge.createBranch('topic', one)).toBe(true);
  expect(await forge.createBranch('topic', two)).toBe(false);
  expect(await forge.compare(from, one)).toMatchObject({
    descends: true,
    paths: ['new.txt'],
    commits: [{ sha: one, subject: 'one' }],
  });
  expect(await forge.compare(one, two)).toMatchObject({ descends: false });
  expect(await forge.compare(one, one)).toMatchObject({ descends: true, paths: [], commits: [] });
  expect(github.violations).toEqual([]);
});

test('a protected branch is told from one that moved', async () => {
  await using github = await startGitHub({ settings: { protectedBranches: ['main'] } });
  const forge = forgeOf(github);
  const from = (await forge.branchHead('main')) ?? '';
  const to = await forge.createCommit({
    message: messageOf('x'),
    tree: (await forge.treeOf(from)) ?? '',
    parents: [from],
  });
  expect(await forge.moveBranch('main', { from, to })).toEqual({ kind: 'refused', reason: saying('rule') });
});

test('both names of a renamed file count as changed', async () => {
  await using github = await startGitHub({ seed: [{ files: { 'old.txt': 'a\nb\nc\nd\n' } }] });
  const forge = forgeOf(github);
  const before = (await forge.branchHead('main')) ?? '';
  const after = await github.seed.commit({ files: { 'old.txt': null, 'new.txt': 'a\nb\nc\nd\n' } });
  expect((await forge.compare(before, after)).paths?.toSorted()).toEqual(['new.txt', 'old.txt']);
});

test('more changed files than GitHub lists are not taken for all', async () => {
  await using github = await startGitHub();
  const forge = forgeOf(github, { timeLimit: 30_000 });
  const before = (await forge.branchHead('main')) ?? '';
  const files = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`f${index}.txt`, String(index)]));
  const after = await github.seed.commit({ files });
  expect((await forge.compare(before, after)).paths).toBeNull();
}, 60_000);

test('a pull request is made, found, changed and turned from draft to ready and back', async () => {
  await using github = await startGitHub({ permissions: { mona: 'write' } });
  const forge = forgeOf(github);
  await github.seed.commit({ branch: 'topic', files: { 'a.txt': 'a' } });
  const draft = { title: titleOf('One'), body: bodyOf('Body'), head: 'topic', base: 'main', draft: true };
  const creation = await forge.createPullRequest(draft);
  if (creation.kind !== 'created') throw new Error(creation.kind);
  const { pullRequest } = creation;
  expect(pullRequest).toMatchObject({
    draft: true,
    author: 'github-actions[bot]',
    head: { branch: 'topic', repository: 'octo-org/hello-world' },
  });
  expect(await forge.createPullRequest(draft)).toEqual({ kind: 'exists' });
  await forge.setDraft(pullRequest, false);
  expect(await forge.pullRequest(pullRequest.number)).toMatchObject({ draft: false });
  await forge.setDraft(pullRequest, true);
  await forge.updatePullRequest(pullRequest.number, { title: titleOf('Two') });
  await forge.requestReview(pullRequest.number, 'mona');
  expect(await forge.pullRequestsFrom('topic')).toMatchObject([
    { title: 'Two', body: 'Body', draft: true, state: 'open' },
  ]);
  expect(await forge.pullRequestsFrom('top')).toEqual([]);
  expect(github.violations).toEqual([]);
});

test('where pull requests may not be made, GitHub gives the reason', async () => {
  await using github = await startGitHub({ settings: { actionsMayCreatePullRequests: false } });
  await github.seed.commit({ branch: 'topic', files: { 'a.txt': 'a' } });
  const creation = await forgeOf(github).createPullRequest({
    title: titleOf('One'),
    body: bodyOf(''),
    head: 'topic',
    base: 'main',
    draft: false,
  });
  expect(creation).toEqual({ kind: 'refused', reason: saying('not permitted') });
});

test('a run is active until it is completed, and nobody knows of one that cannot be read', async () => {
  await using github = await startGitHub();
  const forge = forgeOf(github);
  const run = github.seed.workflowRun({
    headBranch: 'main',
    headSha: (await forge.branchHead('main')) ?? '',
    status: 'in_progress',
  });
  expect(await forge.runIsActive(run.id)).toBe(true);
  run.status = 'completed';
  expect(await forge.runIsActive(run.id)).toBe(false);
  expect(await forge.runIsActive(1)).toBeNull();
});

test('a run is cancelled once; one that had ended or that nobody knows is over, and a token may not be enough', async () => {
  const permissions = { contents: 'read' } as const;
  await using github = await startGitHub({
    tokens: { ghs_loopback: DEFAULT, ghs_less: { login: 'github-actions[bot]', type: 'Bot', permissions } },
  });
  const forge = forgeOf(github);
  const run = github.seed.workflowRun({ headBranch: 'main', headSha: (await forge.branchHead('main')) ?? '' });
  expect(await forgeOf(github, { token: 'ghs_less' }).cancelRun(run.id)).toEqual({
    kind: 'refused',
    reason: saying('not accessible'),
  });
  expect(await forge.cancelRun(run.id)).toEqual({ kind: 'cancelled' });
  expect(run.conclusion).toBe('cancelled');
  expect(await forge.cancelRun(run.id)).toEqual({ kind: 'over' });
  expect(await forge.cancelRun(1)).toEqual({ kind: 'over' });
  expect(github.violations).toEqual([]);
});

test('a pull request is closed and its branch deleted; one that is gone is deleted as well, a protected one is not', async () => {
  await using github = await startGitHub({ settings: { protectedBranches: ['main'] } });
  const forge = forgeOf(github);
  await github.seed.commit({ branch: 'topic', files: { 'a.txt': 'a' } });
  const { number } = await github.seed.pull({ head: 'topic' });
  await forge.closePullRequest(number);
  expect(await forge.pullRequest(number)).toMatchObject({ state: 'closed', merged: false });
  expect(await forge.deleteBranch('topic')).toEqual({ kind: 'deleted' });
  expect(await forge.branchHead('topic')).toBeNull();
  expect(await forge.deleteBranch('topic')).toEqual({ kind: 'deleted' });
  expect(await forge.deleteBranch('main')).toEqual({ kind: 'refused', reason: saying('rule') });
  expect(github.violations).toEqual([]);
});

test('comments on lines are read from every page, each with its thread and its review', async () => {
  await using github = await startGitHub();
  await github.seed.commit({ branch: 'topic', files: { 'a.txt': 'a\n' } });
  const { number } = await github.seed.pull({ head: 'topic' });
  const first = await github.seed.reviewComment({ pull: number, path: 'a.txt', line: 1, body: 'first' });
  for (let count = 1; count <= 120; count += 1) github.seed.reply({ to: first, body: `reply ${count}` });
  const comments = await forgeOf(github).inlineComments(number);
  expect(comments.map(({ body }) => body)).toEqual([
    'first',
    ...Array.from({ length: 120 }, (_, at) => `reply ${at + 1}`),
  ]);
  expect(new Set(comments.map(({ thread }) => thread))).toEqual(new Set([first.id]));
  expect(comments[0]).toMatchObject({ review: first.review, path: 'a.txt', line: 1, hunk: saying('+a') });
  expect(github.violations).toEqual([]);
});

test.each([
  ['ghs_an_app', 'my-app[bot]', 'Bot'],
  ['a_token_of_an_app', 'my-app[bot]', 'Bot'],
  ['ghp_a_person', 'mona', 'User'],
] as const)('the token %s is known to be that of %s', async (token, login, type) => {
  const permissions = { contents: 'write', issues: 'write', pull_requests: 'write' } as const;
  await using github = await startGitHub({ tokens: { [token]: { login, type, permissions } } });
  const forge = forgeOf(github, { token });
  expect(await forge.self()).toBe(login);
  expect(await forge.self()).toBe(login);
  expect(github.violations).toEqual([]);
});

test('an account that could not be asked for is learnt from the first comment', async () => {
  const permissions = { contents: 'write', issues: 'write' } as const;
  await using github = await startGitHub({ tokens: { ghs_x: { login: 'my-app[bot]', type: 'Bot', permissions } } });
  github.fault({ on: 'graphql', times: Infinity, answer: { status: 403 } });
  const forge = forgeOf(github, { token: 'ghs_x' });
  expect(await forge.self()).toBe('github-actions[bot]');
  await forge.createComment(github.seed.issue({}).number, commentOf('hello'));
  expect(await forge.self()).toBe('my-app[bot]');
});
