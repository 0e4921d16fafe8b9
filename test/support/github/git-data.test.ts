import { lstat, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { connect } from './client.ts';
import { DEFAULT_TOKEN, startGitHub, type LoopbackGitHub } from './github.ts';
import { refusal } from './refusal.ts';

const SEED = [
  {
    message: 'Initial commit',
    files: { 'README.md': '# Hello\n', 'src/old.ts': 'export {};\n', 'lib/a.ts': 'a\n', 'lib/b.ts': 'b\n' },
  },
];

test('a clone sees the branch that the API made, with modes, links and deletions', async () => {
  await using github = await startGitHub({ seed: SEED });
  await using fixture = await createFixture();
  const { sha } = await publish(github);
  await execa(
    'git',
    ['clone', '--quiet', '--branch', 'opencode/issue-1', `${github.serverUrl}/octo-org/hello-world.git`, 'clone'],
    { cwd: fixture.path },
  );
  const clone = join(fixture.path, 'clone');
  expect(await git(clone, 'rev-parse', 'HEAD')).toBe(sha);
  expect(await git(clone, 'ls-files')).toBe('README.md\nbin/run.sh\nlib/b.ts\nlink');
  expect((await lstat(join(clone, 'bin/run.sh'))).mode & 0o111).not.toBe(0);
  expect(await readlink(join(clone, 'link'))).toBe('bin/run.sh');
  expect(await readFile(join(clone, 'README.md'))).toEqual(Buffer.from([0, 255, 10]));
  expect(await git(clone, 'status', '--porcelain')).toBe('');
  expect(github.violations).toEqual([]);
});

test("a bot's commit is attributed to the bot, and committed and signed by GitHub", async () => {
  await using github = await startGitHub({ seed: SEED });
  const { sha } = await publish(github);
  expect(await git(github.gitDir, 'log', '-1', '--format=%an <%ae>%n%cn <%ce>%n%s', sha)).toBe(
    'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>\nGitHub <noreply@github.com>\nFix it',
  );
  const { data } = await connect(github).repos.getCommit({ owner: 'octo-org', repo: 'hello-world', ref: sha });
  expect(data.commit.verification?.verified).toBe(true);
  expect(data.author?.login).toBe('github-actions[bot]');
  expect(data.files?.map(({ filename, status }) => `${status} ${filename}`)).toEqual([
    'modified README.md',
    'added bin/run.sh',
    'removed lib/a.ts',
    'added link',
    'removed src/old.ts',
  ]);
});

test('a commit with an author of its own is not signed', async () => {
  await using github = await startGitHub({ seed: SEED });
  const { data: head } = await connect(github).git.getRef({ ...at(github), ref: 'heads/main' });
  const { data: parent } = await connect(github).git.getCommit({ ...at(github), commit_sha: head.object.sha });
  const author = { name: 'Mona', email: 'mona@example.com', date: '2024-05-01T10:00:00Z' };
  const { data } = await connect(github).git.createCommit({
    ...at(github),
    message: 'By Mona',
    tree: parent.tree.sha,
    author,
  });
  expect(data).toMatchObject({ author, committer: author, verification: { verified: false, reason: 'unsigned' } });
});

test('a ref moves forward only, and is made only once', async () => {
  await using github = await startGitHub({ seed: SEED });
  const { rest } = connect(github);
  const { sha, base } = await publish(github);
  const ref = 'heads/opencode/issue-1';
  await expect(rest.git.createRef({ ...at(github), ref: `refs/${ref}`, sha })).rejects.toEqual(
    refusal(422, 'Reference already exists'),
  );
  await expect(rest.git.updateRef({ ...at(github), ref, sha: base })).rejects.toEqual(
    refusal(422, 'Update is not a fast forward'),
  );
  const elsewhere = await github.seed.commit({ branch: 'elsewhere', files: { x: 'x' } });
  await expect(rest.git.updateRef({ ...at(github), ref, sha: elsewhere })).rejects.toEqual(refusal(422));
  expect(await git(github.gitDir, 'rev-parse', `refs/${ref}`)).toBe(sha);
  await rest.git.updateRef({ ...at(github), ref, sha: base, force: true });
  expect(await git(github.gitDir, 'rev-parse', `refs/${ref}`)).toBe(base);
  expect(github.violations).toEqual([]);
});

test('of two who make the same ref at the same moment one is refused', async () => {
  await using github = await startGitHub({ seed: SEED });
  const sha = await git(github.gitDir, 'rev-parse', 'main');
  const { rest } = connect(github);
  const make = () => rest.git.createRef({ ...at(github), ref: 'refs/patchwright/state', sha });
  const results = await Promise.allSettled([make(), make(), make()]);
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
});

test('a commit names a tree and parents by their SHA', async () => {
  await using github = await startGitHub({ seed: SEED });
  const tree = await git(github.gitDir, 'rev-parse', 'main^{tree}');
  const commit = { ...at(github), message: 'x', tree };
  const { rest } = connect(github);
  await expect(rest.git.createCommit({ ...commit, tree: '0'.repeat(40) })).rejects.toEqual(
    refusal(422, 'Tree SHA does not exist'),
  );
  await expect(rest.git.createCommit({ ...commit, parents: ['main'] })).rejects.toEqual(
    refusal(422, 'Parent SHA does not exist'),
  );
});

test.for([
  ['an object that is not there', { path: 'a', mode: '100644', type: 'blob', sha: '1'.repeat(40) }],
  ['a path that leaves the repository', { path: '../a', mode: '100644', type: 'blob', content: 'x' }],
  ['a path into .git', { path: '.git/config', mode: '100644', type: 'blob', content: 'x' }],
  ['the removal of what is not there', { path: 'nothing', mode: '100644', type: 'blob', sha: null }],
] as const)('a tree with %s is refused', async ([, entry]) => {
  await using github = await startGitHub({ seed: SEED });
  const made = connect(github).git.createTree({
    ...at(github),
    base_tree: await git(github.gitDir, 'rev-parse', 'main'),
    tree: [entry],
  });
  await expect(made).rejects.toEqual(refusal(422));
});

test('workflow files take a permission of their own', async () => {
  await using github = await startGitHub({ seed: SEED });
  const tree = [{ path: '.github/workflows/ci.yml', mode: '100644', type: 'blob', content: 'on: push' }] as const;
  const made = connect(github).git.createTree({ ...at(github), tree: [...tree] });
  await expect(made).rejects.toEqual(refusal(403));
});

test('a directory becomes the first commit, without what it ignores', async () => {
  await using files = await createFixture({ '.gitignore': 'node_modules\n', 'a.ts': 'a\n', 'node_modules/x.js': 'x' });
  await using github = await startGitHub({ seed: files.path, settings: { defaultBranch: 'trunk' } });
  expect(await git(github.gitDir, 'ls-tree', '-r', '--name-only', 'trunk')).toBe('.gitignore\na.ts');
  expect(await git(github.gitDir, 'symbolic-ref', 'HEAD')).toBe('refs/heads/trunk');
});

test('an empty repository has no Git Data API', async () => {
  await using github = await startGitHub({ seed: [] });
  await expect(connect(github).git.createBlob({ ...at(github), content: 'x' })).rejects.toEqual(refusal(409));
  await expect(connect(github).repos.getContent({ ...at(github), path: 'a' })).rejects.toEqual(refusal(404));
  expect(github.violations).toEqual([]);
});

test('a file is read at a ref, as JSON and raw', async () => {
  await using github = await startGitHub({ seed: SEED });
  await github.seed.commit({ branch: 'other', files: { '.github/opencode.yml': 'model: x\n' } });
  const { rest } = connect(github);
  const place = { ...at(github), path: '.github/opencode.yml' };
  await expect(rest.repos.getContent(place)).rejects.toEqual(refusal(404));
  const { data } = await rest.repos.getContent({ ...place, ref: 'other' });
  expect(data).toMatchObject({ type: 'file', content: 'bW9kZWw6IHgK\n' });
  const raw = await rest.repos.getContent({ ...place, ref: 'other', mediaType: { format: 'raw' } });
  expect(raw.data).toBe('model: x\n');
});

/** Builds a branch through the API the way the product does. */
async function publish(github: LoopbackGitHub): Promise<{ sha: string; base: string }> {
  const { rest } = connect(github, DEFAULT_TOKEN);
  const base = (await rest.git.getRef({ ...at(github), ref: 'heads/main' })).data.object.sha;
  const { data: blob } = await rest.git.createBlob({
    ...at(github),
    content: Buffer.from([0, 255, 10]).toString('base64'),
    encoding: 'base64',
  });
  const { data: tree } = await rest.git.createTree({
    ...at(github),
    base_tree: base,
    tree: [
      { path: 'README.md', mode: '100644', type: 'blob', sha: blob.sha },
      { path: 'bin/run.sh', mode: '100755', type: 'blob', content: '#!/bin/sh\n' },
      { path: 'link', mode: '120000', type: 'blob', content: 'bin/run.sh' },
      { path: 'src', mode: '040000', type: 'tree', sha: null },
      { path: 'lib/a.ts', mode: '100644', type: 'blob', sha: null },
    ],
  });
  const { data: commit } = await rest.git.createCommit({
    ...at(github),
    message: 'Fix it',
    tree: tree.sha,
    parents: [base],
  });
  await rest.git.createRef({ ...at(github), ref: 'refs/heads/opencode/issue-1', sha: commit.sha });
  return { sha: commit.sha, base };
}

function at({ owner, repo }: LoopbackGitHub): { owner: string; repo: string } {
  return { owner, repo };
}

async function git(cwd: string, ...args: string[]): Promise<string> {
  return (await execa('git', args, { cwd })).stdout;
}
