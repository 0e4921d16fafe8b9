import { describe, expect, it } from 'vitest';
import { whyNotReplayed } from '../../../src/pipeline/kept/replayable.ts';
import type { Place } from '../../../src/publish/place.ts';
import { forgeOf } from '../../forge/forge.ts';
import { branches, git, startWorld } from '../../publish/world.ts';
import type { LoopbackGitHub } from '../../support/github/github.ts';

const BRANCH = 'opencode/issue-1';
const BOT = 'github-actions[bot]';

async function ask(
  github: LoopbackGitHub,
  given: Readonly<{ fork: string; head: string | null; now: string | null; signed?: boolean; branch?: string }>,
) {
  const place: Place = { branch: given.branch ?? BRANCH, head: given.now, base: 'main', pullRequest: null };
  const checkedOut = await git(github, 'rev-parse', 'main');
  const { signed = true } = given;
  return await whyNotReplayed(given, { forge: forgeOf(github), place, signed, checkedOut });
}

const commit = async (github: LoopbackGitHub, author: string, message = 'Read days'): Promise<string> =>
  await github.seed.commit({ branch: BRANCH, files: { [`${author}.txt`]: message }, author, message });

describe('what a run had finished', () => {
  it('is brought back where the branch is as it was, and over the run’s own commit', async () => {
    await using github = await startWorld();
    const fork = await git(github, 'rev-parse', 'main');
    expect(await ask(github, { fork, head: null, now: null })).toBeNull();
    const own = await commit(github, BOT);
    expect(await ask(github, { fork, head: own, now: own })).toBeNull();
    expect(await ask(github, { fork, head: null, now: own })).toBeNull();
  });

  it('is not brought back over the commit of somebody else, or of another workflow', async () => {
    await using github = await startWorld();
    const fork = await git(github, 'rev-parse', 'main');
    const own = await commit(github, BOT);
    const theirs = await commit(github, 'mona', 'Mine');
    expect(await ask(github, { fork, head: null, now: theirs })).toContain('Somebody else committed');
    expect(await ask(github, { fork, head: own, now: theirs })).toContain('Somebody else committed');
    const formatted = await commit(github, BOT, 'Format everything');
    expect(await ask(github, { fork, head: theirs, now: formatted })).toBeNull();
    expect(await ask(github, { fork, head: null, now: formatted })).toContain('Somebody else committed');
    expect(await branches(github)).toContain(BRANCH);
  });

  it('is judged against no commit that is not on the base branch, unless a run wrote that', async () => {
    await using github = await startWorld();
    const aside = await commit(github, 'mona', 'A back door');
    const asked = { fork: aside, head: null, now: null };
    expect(await ask(github, { ...asked, signed: false })).toContain('not on the base branch');
    expect(await ask(github, asked)).toBeNull();
  });

  it('is judged against what a person’s branch stands at, and against that of no branch of ours', async () => {
    await using github = await startWorld();
    const theirs = await commit(github, 'mona', 'Mine');
    const asked = { fork: theirs, head: theirs, now: theirs, signed: false };
    expect(await ask(github, { ...asked, branch: 'feature' })).toBeNull();
    expect(await ask(github, { ...asked, fork: await git(github, 'rev-parse', 'main'), branch: 'feature' })).toBeNull();
    expect(await ask(github, asked)).toContain('not on the base branch');
  });
});
