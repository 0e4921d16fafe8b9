import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guardChange } from '../../src/guard/guard.ts';
import { offerPatch, type OfferedPatch } from '../../src/publish/offer-patch.ts';
import { createRedactor } from '../../src/text/redact.ts';
import type { Change } from '../../src/workspace/change.ts';
import { openRemoteTrees } from '../../src/workspace/remote-trees.ts';
import { applied } from '../support/action/applied.ts';
import type { LoopbackGitHub } from '../support/github/github.ts';
import { workOn, type Content } from './change.ts';
import { git, startWorld } from './world.ts';

type Files = Readonly<Record<string, Content>>;

/** What is offered of a change of these files, by the guard's rules as they stand unless told. */
async function offer(github: LoopbackGitHub, files: Files): Promise<OfferedPatch> {
  const { guarded, read } = await workOn(github, files);
  const { change } = guarded;
  const root = await mkdtemp(join(tmpdir(), 'offer-'));
  const remote = { url: `${github.serverUrl}/${github.owner}/${github.repo}.git`, token: 'ghs_loopback' };
  const given = { program: 'git', gitDir: join(root, 'git'), remote, commits: [change.base], deep: false, env: {} };
  await using trees = await openRemoteTrees(given);
  try {
    for (const file of change.files) if (file.status !== 'deleted') await trees.add(await read(file.blob));
    const again = await guardAgain(change, read);
    return await offerPatch({ guarded: again, trees, redact: createRedactor(['hunter2-hunter2']) });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

const guardAgain = (change: Change, readBlob: (blob: string) => Promise<Uint8Array>) =>
  guardChange(change, {
    scope: [],
    protectedPaths: null,
    maxChangedFiles: 100,
    maxChangedBytes: 1e9,
    baseFiles: [],
    lfsPaths: new Set(),
    readBlob,
    ownSecrets: [],
  });

describe('a patch in place of a publication', () => {
  test.each<[string, Files]>([
    ['edits, additions and deletions', { 'src/one.txt': 'ONE\n', 'new.txt': 'new\n', 'old.txt': null }],
    ['fences and backticks', { 'src/one.txt': '```\n````diff\n```\n', 'b.md': '`````\n' }],
    ['lines of nothing, and none at the end', { 'src/one.txt': '\n\n\n', 'b.txt': 'no line end' }],
    ['blanks and tabs at the ends of lines', { 'src/one.txt': 'one \t\n\t \n' }],
    ['other scripts and emoji', { 'src/one.txt': 'ä → 日本 👍🏽\n' }],
    ['names with blanks and quotes', { 'a "b" c.txt': 'x\n', 'ä.txt': 'y\n' }],
  ])('with %s applies to its base as it stands in a comment', async (_, files) => {
    await using github = await startWorld();
    const { base, text } = await offer(github, files);
    expect(base).toBe(await git(github, 'rev-parse', 'main'));
    expect(await applied(github, base, text ?? '')).toEqual(files);
  });

  test('has nothing of what is held back', async () => {
    await using github = await startWorld();
    const files = { 'src/one.txt': 'ONE\n', '.npmrc': 'fund=false\n', '.github/workflows/x.yml': 'on: push\n' };
    const { base, text } = await offer(github, files);
    expect(text).not.toMatch(/npmrc|workflows|fund/);
    expect(Object.keys(await applied(github, base, text ?? ''))).toEqual(['src/one.txt']);
  });

  test.each<[string, Files]>([
    ['too long', { 'a.txt': 'a line of it\n'.repeat(2000) }],
    ['binary', { 'a.bin': Buffer.from([0, 1, 2, 255]) }],
    ['not UTF-8', { 'a.txt': Buffer.from([0x61, 0xff, 0x0a]) }],
    ['of lines that end as on Windows', { 'a.txt': 'a\r\nb\r\n' }],
    ['of characters that nobody sees', { 'a.txt': 'a\u202Eb\n' }],
    ['of what GitHub would act on', { 'a.txt': 'fixes #1\n' }],
    ['of a value that has to be hidden', { 'a.txt': 'hunter2-hunter2\n' }],
  ])('is not shown where it is %s: what is altered is another patch', async (_, files) => {
    await using github = await startWorld();
    expect((await offer(github, files)).text).toBeNull();
  });
});
