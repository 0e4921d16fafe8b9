import { expect, test } from 'vitest';
import { connect } from './client.ts';
import { startGitHub } from './github.ts';
import { refusal } from './refusal.ts';
import type { Actor } from './world.ts';

const at = { owner: 'octo-org', repo: 'hello-world' };

const bot = (permissions: Actor['permissions']): Actor => ({ login: 'github-actions[bot]', type: 'Bot', permissions });

test('a call without a token, or with one that nobody gave out, is refused', async () => {
  await using github = await startGitHub();
  await expect(connect(github, '').repos.get(at)).rejects.toEqual(refusal(401));
  await expect(connect(github, 'ghs_unknown').repos.get(at)).rejects.toEqual(refusal(401, 'Bad credentials'));
  expect(github.violations).toEqual([]);
});

test('a token does what its permissions say and no more', async () => {
  await using github = await startGitHub({ tokens: { reader: bot({ contents: 'read', issues: 'read' }) } });
  const { number } = github.seed.issue({});
  const { rest } = connect(github, 'reader');
  await rest.issues.get({ ...at, issue_number: number });
  await rest.git.getRef({ ...at, ref: 'heads/main' });
  const refused = refusal(403, 'Resource not accessible by integration');
  await expect(rest.issues.createComment({ ...at, issue_number: number, body: 'x' })).rejects.toEqual(refused);
  await expect(rest.git.createBlob({ ...at, content: 'x' })).rejects.toEqual(refused);
  await expect(rest.pulls.list(at)).rejects.toEqual(refused);
  expect(github.state.comments.size).toBe(0);
});

test("a pull request's comments open to either permission, an issue's to one", async () => {
  await using github = await startGitHub({
    tokens: { pulls: bot({ pull_requests: 'write' }), issues: bot({ issues: 'write' }) },
  });
  await github.seed.commit({ branch: 'fix', files: { a: '1' } });
  const pull = (await github.seed.pull({ head: 'fix' })).number;
  const issue = github.seed.issue({}).number;
  const comment = (token: string, issue_number: number) =>
    connect(github, token).issues.createComment({ ...at, issue_number, body: 'x' });
  await comment('pulls', pull);
  await comment('issues', pull);
  await comment('issues', issue);
  await expect(comment('pulls', issue)).rejects.toEqual(refusal(403));
});

test("the permission route knows people's roles, and no bots", async () => {
  await using github = await startGitHub({ permissions: { mona: 'maintain', guest: 'triage' } });
  github.seed.user('stranger');
  const { rest } = connect(github);
  const ask = async (username: string) => (await rest.repos.getCollaboratorPermissionLevel({ ...at, username })).data;
  expect(await ask('octo-org')).toMatchObject({ permission: 'admin', role_name: 'admin' });
  expect(await ask('Mona')).toMatchObject({ permission: 'write', role_name: 'maintain', user: { login: 'mona' } });
  expect(await ask('guest')).toMatchObject({ permission: 'read', role_name: 'triage' });
  expect(await ask('stranger')).toMatchObject({ permission: 'read' });
  github.state.settings.private = true;
  expect(await ask('stranger')).toMatchObject({ permission: 'none' });
  await expect(ask('github-actions[bot]')).rejects.toEqual(refusal(404, 'is not a user'));
  await expect(ask('nobody')).rejects.toEqual(refusal(404));
  expect(github.violations).toEqual([]);
});

test("a workflow's token has no account to look up, a person's has", async () => {
  const permissions = { issues: 'read' } as const;
  await using github = await startGitHub({
    tokens: { ghs: bot(permissions), ghp: { login: 'mona', type: 'User', permissions } },
  });
  await expect(connect(github, 'ghs').users.getAuthenticated()).rejects.toEqual(refusal(403));
  expect((await connect(github, 'ghp').users.getAuthenticated()).data.login).toBe('mona');
});

test('an archived repository takes no changes, and one without issues has none', async () => {
  await using github = await startGitHub({ settings: { hasIssues: false } });
  const { rest } = connect(github);
  await expect(rest.issues.listForRepo(at)).rejects.toEqual(refusal(410));
  github.state.settings.archived = true;
  await expect(rest.git.createBlob({ ...at, content: 'x' })).rejects.toEqual(refusal(403, 'archived'));
  expect((await rest.repos.get(at)).data.archived).toBe(true);
});

test('a protected branch does not move', async () => {
  await using github = await startGitHub({ settings: { protectedBranches: ['main'] } });
  const sha = await github.seed.commit({ branch: 'fix', files: { a: '1' } });
  await expect(connect(github).git.updateRef({ ...at, ref: 'heads/main', sha })).rejects.toEqual(refusal(422));
});

test('another repository is not found', async () => {
  await using github = await startGitHub();
  await expect(connect(github).repos.get({ owner: 'octo-org', repo: 'other' })).rejects.toEqual(refusal(404));
});
