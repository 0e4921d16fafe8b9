import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { HeldBack } from '../../../src/guard/guard.ts';
import { heldContent } from '../../../src/guard/held-content.ts';
import { keepHeldFiles } from '../../../src/pipeline/kept/held-files.ts';
import { readMarker } from '../../../src/publish/marker.ts';
import type { ChangedFile } from '../../../src/workspace/change.ts';
import { forgeOf } from '../../forge/forge.ts';
import { arrange, atWork, type Arranged } from '../../scenarios/command-places.ts';
import { whatStands } from '../../support/action/what-stands.ts';
import type { LoopbackGitHub } from '../../support/github/github.ts';
import { repoPath } from '../../support/repo-path.ts';
import { saying } from '../../support/saying.ts';
import { stateOf } from '../../support/text.ts';
import { does, start } from './said.ts';

const WORKFLOW = '.github/workflows/ci.yml';
const NPMRC = 'app/.npmrc';
const AGENTS = 'docs/AGENTS.md';
const FILES: Readonly<Record<string, string>> = { [NPMRC]: 'fund=false\n', [AGENTS]: 'Be kind.\n' };

const blobOf = (text: string): string =>
  createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');

function held(path: string, text: string): HeldBack {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const bytes = { blob: blobOf(text), size: text.length, sha256, renamedFrom: null };
  const file: ChangedFile = { status: 'added', path: repoPath(path), mode: '100644', previousMode: null, ...bytes };
  return { path, rule: 'protected-path', reason: 'It is protected.', content: heldContent(file, null) };
}

const digestOf = (path: string): string => held(path, FILES[path] ?? '').content?.digest ?? '';

type Given = Readonly<{
  at?: number;
  files?: Readonly<Record<string, string>>;
  blobs?: Readonly<Record<string, string>>;
}>;

/** What the last run held back; `blobs` has other bytes behind what is written down. */
async function keep(github: LoopbackGitHub, branch: string, given: Given = {}): Promise<void> {
  const { files = FILES, at = 0, blobs = {} } = given;
  const { forge, commit } = { forge: forgeOf(github), commit: await whatStands(github).git('rev-parse', 'main') };
  const texts = new Map(Object.values(files).map((text) => [blobOf(text), blobs[text] ?? text]));
  const heldBack = Object.entries(files).map(([path, text]) => held(path, text));
  const read = async (blob: string): Promise<Uint8Array> => Buffer.from(texts.get(blob) ?? '');
  await keepHeldFiles(forge, { branch, base: 'main', commit, title: 'Double it', at, heldBack, read });
}

const branchOf = ({ pull, number }: Arranged): string => pull?.pull.head.ref ?? `opencode/issue-${number}`;

const lines = async (github: LoopbackGitHub, ...args: string[]): Promise<string> =>
  await whatStands(github)
    .git(...args)
    .catch(() => 'nothing');

test.each(['own', 'issue', 'inline'] as const)(
  'on %s, what is held back is published as it was shown, and the description says who took it',
  async (place) => {
    await using github = await start();
    const arranged = await arrange(github, place, true);
    const branch = branchOf(arranged);
    await keep(github, branch);
    const { kind, reply } = await does(github, arranged, `/opencode accept ${NPMRC}@${digestOf(NPMRC)}`);
    expect({ kind, reply }).toMatchObject({ kind: 'answered' });
    expect(reply).toContain(`\`${NPMRC}\` (\`${digestOf(NPMRC)}\`)`);
    expect(await lines(github, 'show', `${branch}:${NPMRC}`)).toBe('fund=false');
    expect(await lines(github, 'cat-file', '-t', `${branch}:${AGENTS}`)).toBe('nothing');
    const message = await lines(github, 'log', '-1', '--format=%B', branch);
    expect(message).toContain(`Accept ${NPMRC}`);
    expect(message).toContain(`${digestOf(NPMRC)}\n  as accepted by maintainer`);
    expect(readMarker(arranged.pull?.body ?? '')).toMatchObject({
      paths: [{ path: NPMRC, digest: digestOf(NPMRC), by: 'maintainer', at: '2026-11-21T00:00:00.000Z' }],
    });
    expect(arranged.pull?.body).toContain(`- \`${NPMRC}\` (\`${digestOf(NPMRC)}\`), by \`maintainer\` on 2026-11-21`);
    expect(arranged.pull?.pull.draft).toBe(true);
    expect(github.violations).toEqual([]);
  },
);

test('where everything was held back, the accepted path opens a draft on the commit that the work was based on', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'issue', false);
  const branch = branchOf(arranged);
  await keep(github, branch);
  const { reply } = await does(github, arranged, `/opencode accept ${NPMRC}@${digestOf(NPMRC)}`);
  const [pull] = await forgeOf(github).pullRequestsFrom(branch);
  expect(reply).toContain(`recorded in #${pull?.number}`);
  expect(pull).toMatchObject({ draft: true, title: 'Double it', base: { branch: 'main' } });
  expect(await lines(github, 'diff', '--name-only', 'main', branch)).toBe(NPMRC);
  expect(github.violations).toEqual([]);
});

test('several paths pass together, and a second time there is nothing to do', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'own', false);
  await keep(github, branchOf(arranged), { at: 0 });
  await does(github, arranged, `/opencode accept ${NPMRC} "${AGENTS}"\n\nThanks!`);
  expect(await lines(github, 'diff', '--name-only', `${branchOf(arranged)}~`, branchOf(arranged))).toBe(
    `${NPMRC}\n${AGENTS}`,
  );
  const body = arranged.pull?.body;
  const again = await does(github, arranged, `/opencode accept ${NPMRC} ${AGENTS}`);
  expect(again.reply).toContain('on the branch already');
  expect(arranged.pull?.body).toBe(body);
});

/** Nothing of it is on the branch, and the description is as it was. */
async function refusedWith(
  because: string,
  words: string,
  given: Given &
    Readonly<{
      secrets?: readonly string[];
      meanwhile?: (github: LoopbackGitHub, branch: string) => Promise<unknown>;
    }> = {},
): Promise<void> {
  await using github = await start();
  const arranged = await arrange(github, 'own', false);
  const branch = branchOf(arranged);
  await keep(github, branch, given);
  await given.meanwhile?.(github, branch);
  const [head, body] = [await lines(github, 'rev-parse', branch), arranged.pull?.body];
  const { kind, reply } = await does(github, arranged, `/opencode accept ${words}`, {
    ownSecrets: given.secrets ?? [],
  });
  expect({ kind, reply }).toMatchObject({ kind: 'declined' });
  expect(reply).toContain(because);
  expect(await lines(github, 'rev-parse', branch)).toBe(head);
  expect(arranged.pull?.body).toBe(body);
}

const FUTURE = Date.UTC(2200, 0, 1);

test('what was held back anew since it was shown is refused, and the command for it is told', async () => {
  const files = { ...FILES, [NPMRC]: 'fund=true\n' };
  const anew = held(NPMRC, files[NPMRC] ?? '').content?.digest ?? '';
  await refusedWith(`\`/opencode accept ${NPMRC}@${anew}\``, `${NPMRC}@${digestOf(NPMRC)}`, { files });
});

test('without a digest, what was held back after the comment is refused', async () => {
  await refusedWith('newer than your comment', NPMRC, { at: FUTURE });
});

test('one path that is not held back refuses them all', async () => {
  await refusedWith('nothing is held back at `src/a.ts`', `${NPMRC} src/a.ts`);
});

test('other bytes than the digest stands for are refused, whatever is written down about them', async () => {
  const forge = async (github: LoopbackGitHub, branch: string): Promise<void> => {
    const real = await forgeOf(github).refTarget(`patchwright/held/${encodeURIComponent(branch)}`);
    const text = (await forgeOf(github).readFile('state.json', real ?? '')) ?? '';
    const forged = text.replaceAll(blobOf(FILES[NPMRC] ?? ''), blobOf('evil\n'));
    await forgeOf(github).createBlob(Buffer.from('evil\n'));
    const tree = await forgeOf(github).createFolder([{ path: 'state.json', text: stateOf(forged) }]);
    const { git } = whatStands(github);
    const commit = await git('commit-tree', tree, '-m', 'x');
    await git('update-ref', `refs/patchwright/held/${encodeURIComponent(branch)}`, commit);
  };
  await refusedWith('is not what its digest stands for', `${NPMRC}@${digestOf(NPMRC)}`, { meanwhile: forge });
});

test('a path that was changed on the branch since is refused', async () => {
  const edit = async (github: LoopbackGitHub, branch: string): Promise<unknown> =>
    await github.seed.commit({
      branch,
      files: { [AGENTS]: 'Mine.\n' },
      author: 'maintainer',
      date: '2026-01-01T00:00:00Z',
    });
  await refusedWith('was changed on the branch since', `${AGENTS}@${digestOf(AGENTS)}`, { meanwhile: edit });
});

test('what holds a credential of the run’s own is refused for good', async () => {
  const files = { [AGENTS]: 'key-of-the-run-0123\n' };
  const { digest = '' } = held(AGENTS, files[AGENTS]).content ?? {};
  await refusedWith('what looks like a credential', `${AGENTS}@${digest}`, { files, secrets: ['key-of-the-run-0123'] });
});

test('while a run is at work nothing is accepted, and where nothing is kept it is said', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'own', false);
  expect((await does(github, arranged, `/opencode accept ${NPMRC}`)).reply).toContain(
    'Nothing that is held back is kept',
  );
  await keep(github, branchOf(arranged));
  await atWork(github, arranged.number);
  expect((await does(github, arranged, `/opencode accept ${NPMRC}`)).reply).toContain('A run is at work');
});

test('where the token may not write workflows, the one who accepts one is told what it takes', async () => {
  await using github = await start();
  const arranged = await arrange(github, 'own', false);
  const files = { [WORKFLOW]: 'on: push\n' };
  await keep(github, branchOf(arranged), { files });
  await expect(does(github, arranged, `/opencode accept ${WORKFLOW}`)).rejects.toMatchObject({
    hint: saying('`workflows` permission'),
  });
  expect(await lines(github, 'cat-file', '-t', `${branchOf(arranged)}:${WORKFLOW}`)).toBe('nothing');
});
