import { expect, test } from 'vitest';
import { keepHeldFiles, readHeldFiles } from '../../../src/pipeline/kept/held-files.ts';
import { dropStatesOfIssue } from '../../../src/publish/state-store.ts';
import { forgeOf } from '../../forge/forge.ts';
import { guard, type Sample } from '../../guard/changes.ts';
import { git, startWorld } from '../../publish/world.ts';

const BRANCH = 'opencode/issue-4';
/** What git calls the bytes of `x`. */
const BLOB = 'c1b0730e0133447badcfd47fd144e254807b06e1';

async function keep(github: Awaited<ReturnType<typeof startWorld>>, sample: Sample, branch = BRANCH) {
  const { heldBack } = await guard(sample);
  const blobs = heldBack.map((held) =>
    held.content === null || held.content.after === null
      ? held
      : { ...held, content: { ...held.content, after: { ...held.content.after, blob: BLOB } } },
  );
  const commit = await git(github, 'rev-parse', 'main');
  const about = { branch, base: 'main', commit, title: 'A title', at: 5 };
  await keepHeldFiles(forgeOf(github), { ...about, heldBack: blobs, read: async () => Buffer.from('x') });
}

test('what a person may accept is kept, deletions too, and nothing of what nobody may', async () => {
  await using github = await startWorld();
  await keep(github, {
    base: { CODEOWNERS: '100644' },
    added: { '.npmrc': '', '.git/x': '' },
    deleted: ['CODEOWNERS'],
  });
  const kept = await readHeldFiles(forgeOf(github), BRANCH);
  expect(kept).toMatchObject({ branch: BRANCH, base: 'main', title: 'A title', at: 5 });
  expect(kept?.files.map(({ path, content }) => [path, content.after?.blob ?? null])).toEqual([
    ['.npmrc', BLOB],
    ['CODEOWNERS', null],
  ]);
  const tree = await git(github, 'ls-tree', '-r', '--name-only', `refs/patchwright/held/${encodeURIComponent(BRANCH)}`);
  expect(tree).toBe('file-0\nstate.json');
});

test('the next run on the branch takes its place, also where nothing is held back any more', async () => {
  await using github = await startWorld();
  await keep(github, { added: { '.npmrc': '' } });
  await keep(github, { added: { 'AGENTS.md': '' } });
  expect((await readHeldFiles(forgeOf(github), BRANCH))?.files.map(({ path }) => path)).toEqual(['AGENTS.md']);
  await keep(github, { added: { 'src/a.ts': '' } });
  expect(await readHeldFiles(forgeOf(github), BRANCH)).toBeNull();
});

test('it goes with the state of the work on the issue', async () => {
  await using github = await startWorld();
  await keep(github, { added: { '.npmrc': '' } });
  await keep(github, { added: { '.npmrc': '' } }, 'opencode/issue-42');
  await dropStatesOfIssue(forgeOf(github), 4);
  expect(await readHeldFiles(forgeOf(github), BRANCH)).toBeNull();
  expect(await readHeldFiles(forgeOf(github), 'opencode/issue-42')).not.toBeNull();
});
