import { expect, test } from 'vitest';
import { readMarker } from '../../src/publish/marker.ts';
import { labelText, NO_SECRETS } from '../../src/text/sinks.ts';
import { forgeOf } from '../forge/forge.ts';
import { saying } from '../support/saying.ts';
import { titleOf } from '../support/text.ts';
import { workOn } from './change.ts';
import { branches, git, issueTarget, placeOf, publish, pulls, pullTarget, RUN, startWorld, treeOf } from './world.ts';

const WORK = { 'src/one.txt': 'ONE\n', 'new/file.txt': 'new\n' };

test('a change becomes one commit on one branch with one pull request', async () => {
  await using github = await startWorld();
  const target = issueTarget(github);
  const work = await workOn(github, {
    'src/one.txt': 'ONE\n',
    'old.txt': null,
    'run.sh': { script: 'echo\n' },
    link: { link: 'src/two.txt' },
    'image.bin': Uint8Array.from([0, 255, 10, 13]),
    'ünï code/ü.txt': 'ü\r\n',
  });
  const publication = await publish(github, { target, work });
  expect(publication).toMatchObject({
    branch: 'opencode/issue-1',
    asChecked: true,
    aside: null,
    compareUrl: null,
    notes: [],
    pullRequest: { number: 2, draft: false, own: true },
  });
  expect(await git(github, 'rev-parse', 'opencode/issue-1^{tree}')).toBe(work.guarded.change.tree);
  expect(await git(github, 'rev-parse', 'opencode/issue-1')).toBe(publication.commit);
  expect(await git(github, 'rev-parse', 'opencode/issue-1^')).toBe(work.guarded.change.base);
  expect(await git(github, 'log', '-1', '--format=%B', 'opencode/issue-1')).toBe('Read days\n\nRefs #1');
  expect(await git(github, 'ls-tree', '-r', '--format=%(objectmode) %(path)', 'opencode/issue-1')).toMatch(
    /120000 link[\s\S]*100755 run\.sh/,
  );
  const [pull] = pulls(github);
  expect(pull).toMatchObject({ title: 'Read days', pull: { draft: false, requestedReviewers: ['mona'] } });
  expect(pull?.body).toContain('The body of #2.');
  expect(readMarker(pull?.body ?? '')).toEqual({
    v: 1,
    kind: 'pull-request',
    branch: 'opencode/issue-1',
    spending: { runs: [RUN], older: null, whole: true },
  });
  expect(github.violations).toEqual([]);
});

const named = (name: string) => labelText(name, NO_SECRETS);

test('the labels of the configuration are put on a pull request when it is opened, and not again', async () => {
  await using github = await startWorld();
  const target = issueTarget(github);
  const labelsOf = () => pulls(github)[0]?.labels.toSorted();
  await publish(github, { target, work: await workOn(github, WORK), labels: ['automated', 'needs-review'].map(named) });
  expect(labelsOf()).toEqual(['automated', 'needs-review']);
  const again = await workOn(
    github,
    { ...WORK, 'more.txt': 'more\n' },
    { base: await git(github, 'rev-parse', 'opencode/issue-1') },
  );
  await publish(github, { target, work: again, labels: ['other'].map(named) });
  expect(labelsOf()).toEqual(['automated', 'needs-review']);
});

test('done twice it changes nothing', async () => {
  await using github = await startWorld();
  const target = issueTarget(github);
  const work = await workOn(github, WORK);
  const place = await placeOf(github, target);
  const first = await publish(github, { target, work, place });
  expect(await publish(github, { target, work, place })).toEqual(first);
  expect(await publish(github, { target, work })).toEqual(first);
  expect(await branches(github)).toEqual(['main', 'opencode/issue-1']);
  expect(pulls(github)).toHaveLength(1);
});

test('done twice at once it leaves one branch and one pull request', async () => {
  await using github = await startWorld();
  const target = issueTarget(github);
  const work = await workOn(github, WORK);
  const [one, two] = await Promise.all([publish(github, { target, work }), publish(github, { target, work })]);
  expect(one.pullRequest?.number).toBe(two.pullRequest?.number);
  expect(one.commit).toBe(two.commit);
  expect(pulls(github)).toHaveLength(1);
  expect(await branches(github)).toEqual(['main', 'opencode/issue-1']);
});

test('the next run works on top of what is there, a commit by a person included', async () => {
  await using github = await startWorld();
  const target = issueTarget(github);
  const first = await publish(github, { target, work: await workOn(github, WORK) });
  const theirs = await github.seed.commit({ branch: first.branch, files: { 'theirs.txt': 'theirs' }, author: 'mona' });
  const place = await placeOf(github, target);
  expect(place).toMatchObject({ branch: 'opencode/issue-1', head: theirs, pullRequest: { number: 2 } });
  const second = await publish(github, {
    target,
    place,
    work: await workOn(github, { 'src/two.txt': 'TWO\n' }, { base: theirs }),
  });
  expect(second).toMatchObject({ asChecked: true, pullRequest: { number: 2 } });
  expect(await git(github, 'rev-parse', `${first.branch}^`)).toBe(theirs);
  expect(pulls(github)).toHaveLength(1);
});

test('commits that arrived while it worked are built upon when they touch other files', async () => {
  await using github = await startWorld();
  const target = issueTarget(github);
  const first = await publish(github, { target, work: await workOn(github, WORK) });
  const place = await placeOf(github, target);
  const work = await workOn(github, { 'src/two.txt': 'TWO\n', 'old.txt': null }, { base: first.commit ?? '' });
  const theirs = await github.seed.commit({ branch: first.branch, files: { 'theirs.txt': 'theirs' }, author: 'mona' });
  const second = await publish(github, { target, place, work });
  expect(second).toMatchObject({ branch: first.branch, asChecked: false, aside: null, pullRequest: { draft: true } });
  expect(second.notes.join(' ')).toContain(theirs.slice(0, 7));
  expect(await git(github, 'rev-parse', `${first.branch}^`)).toBe(theirs);
  expect(await treeOf(github, first.branch)).toEqual({
    '100644 new/file.txt': 'new',
    '100644 run.sh': 'echo',
    '100644 src/one.txt': 'ONE',
    '100644 src/two.txt': 'TWO',
    '100644 theirs.txt': 'theirs',
  });
  // Run again after it, the same work is found there.
  const third = await publish(github, { target, place, work });
  expect(third).toMatchObject({ branch: first.branch, commit: second.commit, aside: null });
});

test.each([
  ['the same file', { 'src/two.txt': 'theirs\n' }],
  ['a directory where a file goes', { 'src/two.txt': null, 'src/two.txt/inner': 'theirs\n' }],
] as const)('commits that touch %s are never overwritten', async (_, files) => {
  await using github = await startWorld();
  const target = issueTarget(github);
  const first = await publish(github, { target, work: await workOn(github, WORK) });
  const place = await placeOf(github, target);
  const work = await workOn(github, { 'src/two.txt': 'TWO\n' }, { base: first.commit ?? '' });
  const theirs = await github.seed.commit({ branch: first.branch, files, author: 'mona' });
  const second = await publish(github, { target, place, work });
  expect(second).toMatchObject({
    branch: 'opencode/issue-1-run-77',
    pullRequest: null,
    aside: saying(theirs.slice(0, 7)),
    compareUrl: `${github.serverUrl}/octo-org/hello-world/compare/opencode/issue-1...opencode/issue-1-run-77?expand=1`,
    notes: [saying('git merge origin/opencode/issue-1-run-77')],
  });
  expect(await git(github, 'rev-parse', first.branch)).toBe(theirs);
  expect(await git(github, 'rev-parse', 'opencode/issue-1-run-77^{tree}')).toBe(work.guarded.change.tree);
  expect(await publish(github, { target, place, work })).toEqual(second);
  expect(await branches(github)).toHaveLength(3);
});

test('a branch whose history was rewritten is left as it is', async () => {
  await using github = await startWorld();
  const target = issueTarget(github);
  const first = await publish(github, { target, work: await workOn(github, WORK) });
  const work = await workOn(github, { 'src/two.txt': 'TWO\n' }, { base: first.commit ?? '' });
  const place = await placeOf(github, target);
  const rewritten = await github.seed.commit({ branch: 'other', files: { 'theirs.txt': 'theirs' } });
  await git(github, 'update-ref', `refs/heads/${first.branch}`, rewritten);
  const second = await publish(github, { target, place, work });
  expect(second).toMatchObject({ branch: 'opencode/issue-1-run-77', aside: saying('another history') });
  expect(await git(github, 'rev-parse', first.branch)).toBe(rewritten);
});

test('a branch that was deleted meanwhile is not brought back', async () => {
  await using github = await startWorld();
  const target = issueTarget(github);
  const first = await publish(github, { target, work: await workOn(github, WORK) });
  const place = await placeOf(github, target);
  const work = await workOn(github, { 'src/two.txt': 'TWO\n' }, { base: first.commit ?? '' });
  await git(github, 'update-ref', '-d', `refs/heads/${first.branch}`);
  expect(await publish(github, { target, place, work })).toMatchObject({ aside: saying('deleted') });
  expect(await branches(github)).toEqual(['main', 'opencode/issue-1-run-77']);
});

test('a branch that keeps moving is given up after three tries, and the work is not', async () => {
  await using github = await startWorld();
  const target = issueTarget(github);
  const first = await publish(github, { target, work: await workOn(github, WORK) });
  const place = await placeOf(github, target);
  const work = await workOn(github, { 'src/two.txt': 'TWO\n' }, { base: first.commit ?? '' });
  const forge = forgeOf(github);
  let count = 0;
  const moving = {
    ...forge,
    moveBranch: async (...args: Parameters<typeof forge.moveBranch>) => {
      await github.seed.commit({ branch: first.branch, files: { [`theirs-${(count += 1)}.txt`]: 'theirs' } });
      return await forge.moveBranch(...args);
    },
  };
  expect(await publish(github, { target, place, work, forge: moving })).toMatchObject({ aside: saying('kept moving') });
  expect(count).toBe(3);
  expect(await git(github, 'rev-parse', 'opencode/issue-1-run-77^{tree}')).toBe(work.guarded.change.tree);
});

test('what was held back makes it another tree than the checked one, and a draft', async () => {
  await using github = await startWorld();
  const work = await workOn(github, WORK, { scope: ['src/**'] });
  const publication = await publish(github, { target: issueTarget(github), work });
  expect(publication).toMatchObject({ asChecked: false, pullRequest: { draft: true } });
  expect(Object.keys(await treeOf(github, publication.branch))).not.toContain('100644 new/file.txt');
});

test('draft becomes ready and ready becomes draft', async () => {
  await using github = await startWorld();
  const target = issueTarget(github);
  const work = await workOn(github, WORK);
  for (const draft of [true, false, true]) {
    expect(await publish(github, { target, work, readiness: () => (draft ? null : 'chosen') })).toMatchObject({
      pullRequest: { draft },
    });
    expect(pulls(github)[0]?.pull?.draft).toBe(draft);
  }
});

test('a draft state that cannot be changed is told as it is', async () => {
  await using github = await startWorld();
  const target = issueTarget(github);
  const work = await workOn(github, WORK);
  await publish(github, { target, work, readiness: () => null });
  github.fault({ on: 'graphql', at: 2, times: Infinity, answer: { status: 403 } });
  const publication = await publish(github, { target, work, readiness: () => 'chosen' });
  expect(publication.pullRequest?.draft).toBe(true);
  expect(publication.notes.join(' ')).toContain('still is a draft');
});

test('after a pull request was closed or merged the next branch has a number', async () => {
  await using github = await startWorld();
  const target = issueTarget(github);
  for (const branch of ['opencode/issue-1', 'opencode/issue-1-2', 'opencode/issue-1-3']) {
    const publication = await publish(github, { target, work: await workOn(github, WORK) });
    expect(publication.branch).toBe(branch);
    const pull = github.state.issues.get(publication.pullRequest?.number ?? 0);
    if (pull) pull.state = 'closed';
  }
});

test('a branch without a pull request is what an earlier run left, and gets its pull request', async () => {
  await using github = await startWorld();
  const target = issueTarget(github);
  const head = await github.seed.commit({ branch: 'opencode/issue-1', files: { 'src/one.txt': 'earlier' } });
  const place = await placeOf(github, target);
  expect(place).toEqual({ branch: 'opencode/issue-1', head, base: 'main', pullRequest: null });
  const publication = await publish(github, { target, place, work: await workOn(github, {}, { base: head }) });
  expect(publication).toMatchObject({ commit: head, pullRequest: { number: 2 } });
});

test('without a change and without a branch there is nothing', async () => {
  await using github = await startWorld();
  const publication = await publish(github, { target: issueTarget(github), work: await workOn(github, {}) });
  expect(publication).toMatchObject({ commit: null, pullRequest: null, notes: [] });
  expect(await branches(github)).toEqual(['main']);
});

test('on the pull request of a person the branch gets a commit and the description is left alone', async () => {
  await using github = await startWorld();
  const head = await github.seed.commit({ branch: 'topic', files: { 'topic.txt': 'topic' }, author: 'mona' });
  const { number } = await github.seed.pull({ head: 'topic', title: 'Theirs', body: 'Their words', author: 'mona' });
  const work = await workOn(github, { 'topic.txt': 'TOPIC' }, { base: head });
  const publication = await publish(github, { target: pullTarget(number), work, readiness: () => null });
  expect(publication).toMatchObject({
    branch: 'topic',
    asChecked: true,
    pullRequest: { number, own: false, draft: false },
  });
  expect(github.state.issues.get(number)).toMatchObject({
    title: 'Theirs',
    body: 'Their words',
    pull: { draft: false, requestedReviewers: [] },
  });
  expect(await git(github, 'rev-parse', 'topic^')).toBe(head);
  expect(pulls(github)).toHaveLength(1);
});

test('a marker that a person copied into a description makes it nobody else’s', async () => {
  await using github = await startWorld();
  const target = issueTarget(github);
  const head = await github.seed.commit({ branch: 'opencode/issue-1', files: { 'a.txt': 'a' } });
  const body = '<!-- patchwright:{"v":1,"kind":"pull-request","branch":"opencode/issue-1"} -->\nTheirs';
  const { number } = await github.seed.pull({ head: 'opencode/issue-1', body, author: 'mona' });
  const publication = await publish(github, { target, work: await workOn(github, WORK, { base: head }) });
  expect(publication.pullRequest).toMatchObject({ number, own: false });
  expect(github.state.issues.get(number)?.body).toBe(body);
});

test('where pull requests may not be made the branch stays, with a link and commands', async () => {
  await using github = await startWorld({ settings: { actionsMayCreatePullRequests: false } });
  const publication = await publish(github, { target: issueTarget(github), work: await workOn(github, WORK) });
  const compareUrl = `${github.serverUrl}/octo-org/hello-world/compare/main...opencode/issue-1?expand=1`;
  expect(publication).toMatchObject({ branch: 'opencode/issue-1', pullRequest: null, compareUrl, aside: null });
  expect(publication.notes.join(' ')).toContain(compareUrl);
  expect(publication.notes.join(' ')).toContain('gh pr create --head opencode/issue-1 --base main');
  expect(publication.notes.join(' ')).toContain('git fetch origin opencode/issue-1 && git switch opencode/issue-1');
  expect(publication.notes.join(' ')).toContain('Allow GitHub Actions to create and approve pull requests');
});

test('a protected branch of a pull request is left alone, and the work put aside', async () => {
  await using github = await startWorld({ settings: { protectedBranches: ['topic'] } });
  const head = await github.seed.commit({ branch: 'topic', files: { 'topic.txt': 'topic' } });
  const { number } = await github.seed.pull({ head: 'topic' });
  const publication = await publish(github, {
    target: pullTarget(number),
    work: await workOn(github, WORK, { base: head }),
  });
  expect(publication).toMatchObject({ branch: 'topic-run-77', aside: saying('does not let') });
  expect(await git(github, 'rev-parse', 'topic')).toBe(head);
});

test('a pull request that cannot be made for trouble on the forge names the branch', async () => {
  await using github = await startWorld();
  github.fault({ on: 'pulls/create', times: Infinity, answer: { status: 502 } });
  const publishing = publish(github, { target: issueTarget(github), work: await workOn(github, WORK) });
  await expect(publishing).rejects.toMatchObject({ code: 'forge', hint: saying('git switch opencode/issue-1') });
});

test('a reviewer who cannot be asked is no reason to fail', async () => {
  await using github = await startWorld();
  const lines: string[] = [];
  const publication = await publish(github, {
    target: issueTarget(github),
    work: await workOn(github, WORK),
    reviewer: 'stranger',
    log: (line) => lines.push(line),
  });
  expect(publication.pullRequest?.number).toBe(2);
  expect(lines.join()).toContain('ask stranger to review');
});

test('a pull request closed meanwhile stays closed', async () => {
  await using github = await startWorld();
  const target = issueTarget(github);
  const first = await publish(github, { target, work: await workOn(github, WORK) });
  const place = await placeOf(github, target);
  const pull = github.state.issues.get(2);
  if (pull) pull.state = 'closed';
  const work = await workOn(github, { 'src/two.txt': 'TWO\n' }, { base: first.commit ?? '' });
  expect(await publish(github, { target, place, work })).toMatchObject({
    pullRequest: null,
    notes: [saying('#2 was closed')],
  });
  expect(pulls(github)).toHaveLength(1);
});

test('bytes that the forge stored otherwise are not published', async () => {
  await using github = await startWorld();
  const work = await workOn(github, WORK);
  const tampered = { ...work, read: () => Promise.resolve(Buffer.from('other')) };
  await expect(publish(github, { target: issueTarget(github), work: tampered })).rejects.toMatchObject({
    code: 'forge',
    message: saying('other bytes'),
  });
  expect(await branches(github)).toEqual(['main']);
});

test('a base that was never pushed is named', async () => {
  await using github = await startWorld();
  const base = '1'.repeat(40);
  const work = await workOn(github, WORK, { told: base });
  await expect(publish(github, { target: issueTarget(github), work })).rejects.toMatchObject({
    code: 'bad-input',
    message: saying(base),
  });
});

test('a title does nothing on GitHub as a commit subject', async () => {
  await using github = await startWorld();
  const title = `Fixes #9 @octocat [skip ci] ${'x'.repeat(100)}\nSigned-off-by: me`;
  const { branch } = await publish(github, {
    target: issueTarget(github),
    work: await workOn(github, WORK),
    title: titleOf(title),
  });
  const [subject = '', ...body] = (await git(github, 'log', '-1', '--format=%B', branch)).split('\n');
  expect(subject.length).toBeLessThanOrEqual(72);
  expect(subject).not.toMatch(/#9|@octocat|\[skip ci\]/);
  expect(body).toEqual(['', 'Refs #1']);
});

test('a schedule has a branch of its name and refers to no issue', async () => {
  await using github = await startWorld();
  const target = { kind: 'repository', name: 'tidy-up' } as const;
  const { branch } = await publish(github, { target, work: await workOn(github, WORK), reviewer: null });
  expect(branch).toBe('opencode/tidy-up');
  expect(await git(github, 'log', '-1', '--format=%B', branch)).toBe('Read days');
});

test('the number of requests does not grow but by the files', async () => {
  await using github = await startWorld();
  const target = issueTarget(github);
  const place = await placeOf(github, target);
  const work = await workOn(github, WORK);
  const before = github.journal.length;
  await publish(github, { target, place, work });
  expect(github.journal.length - before).toBeLessThanOrEqual(12);
});
