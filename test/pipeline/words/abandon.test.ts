import { expect, test } from 'vitest';
import { forgeOf } from '../../forge/forge.ts';
import { arrange, atWork, BOT } from '../../scenarios/command-places.ts';
import { does, start } from './said.ts';

test.each(['own', 'issue', 'closed-issue', 'inline', 'closed-pull'] as const)(
  'on %s, abandon closes the pull request and deletes its branch',
  async (place) => {
    await using github = await start();
    const arranged = await arrange(github, place, true);
    const branch = arranged.pull?.pull.head.ref ?? '';
    const { kind, reply } = await does(github, arranged, '/opencode abandon');
    expect(kind).toBe('answered');
    expect(reply).toContain(`Deleted its branch \`${branch}\``);
    if (place !== 'closed-pull') expect(reply).toContain(`Closed #${arranged.pull?.number}`);
    expect(arranged.pull?.state).toBe('closed');
    expect(await forgeOf(github).branchHead(branch)).toBeNull();
    expect(github.violations).toEqual([]);
  },
);

test('a branch that others have committed to is kept, and they are named', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'own', false);
  const branch = arranged.pull?.pull.head.ref ?? '';
  await github.seed.commit({ branch, files: { 'more.txt': 'more' }, author: 'maintainer' });
  await github.seed.commit({ branch, files: { 'most.txt': 'most' }, author: 'stranger' });
  const { reply } = await does(github, arranged, '/opencode abandon');
  expect(reply).toContain('others have committed to it: `maintainer`, `stranger`');
  expect(arranged.pull?.state).toBe('closed');
  expect(await forgeOf(github).branchHead(branch)).not.toBeNull();
});

test('commits that the base has meanwhile are not taken for commits on the branch', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'own', false);
  await github.seed.commit({ files: { 'base.txt': 'base' }, author: 'maintainer' });
  expect((await does(github, arranged, '/opencode abandon')).reply).toContain('Deleted its branch');
});

test('a branch without a pull request is abandoned, too', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'issue', false);
  const branch = `opencode/issue-${arranged.number}`;
  await github.seed.commit({ branch, files: { 'notes.txt': 'x' }, author: BOT });
  expect((await does(github, arranged, '/opencode abandon')).reply).toBe(
    `Deleted its branch \`${branch}\`, which had nobody else's commits.`,
  );
});

test('a branch that a rule protects is kept with GitHub’s reason', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'own', false);
  github.state.settings.protectedBranches.push(arranged.pull?.pull.head.ref ?? '');
  expect((await does(github, arranged, '/opencode abandon')).reply).toContain('GitHub did not let it be deleted');
});

test('a branch that another pull request stands on is kept', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'closed-pull', false);
  const again = await github.seed.pull({ head: arranged.pull?.pull.head.ref ?? '', author: 'maintainer' });
  expect((await does(github, arranged, '/opencode abandon')).reply).toContain(`#\u200B${again.number} stands on it`);
});

test.each([
  ['nothing was made for', false, 'nothing of Patchwright'],
  ['a person opened the pull request for', true, 'Close it yourself'],
])('an issue that %s has nothing to abandon', async (_, opened, words) => {
  await using github = await start();
  const arranged = await arrange(github, 'issue', false);
  const branch = `opencode/issue-${arranged.number}`;
  if (opened) {
    await github.seed.commit({ branch, files: { 'notes.txt': 'x' }, author: 'maintainer' });
    await github.seed.pull({ head: branch, author: 'maintainer' });
  }
  const { kind, reply } = await does(github, arranged, '/opencode abandon');
  expect(kind).toBe('declined');
  expect(reply).toContain(words);
  expect([...github.state.issues.values()].every(({ state }) => state === 'open')).toBe(true);
});

test('what a run is at work on is not abandoned under its hands', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'own', false);
  await atWork(github, arranged.number);
  expect(await does(github, arranged, '/opencode abandon')).toMatchObject({ kind: 'declined' });
  expect(arranged.pull?.state).toBe('open');
});
