import { describe, expect, it } from 'vitest';
import { readKept } from '../../../src/pipeline/kept/earlier.ts';
import { closeState } from '../../../src/pipeline/kept/saved-state.ts';
import type { Place } from '../../../src/publish/place.ts';
import { forgeOf } from '../../forge/forge.ts';
import { startWorld } from '../../publish/world.ts';
import { BRANCH, FORK, HEAD, keep, OPEN, SECRET, signed, stateOn, WORK } from '../kept.ts';

const PLACE: Place = { branch: BRANCH, head: HEAD, base: 'main', pullRequest: null };
const REPLAY = { replays: true, continues: true, read: null };
const ANEW = { replays: false, continues: false, read: null };

type World = Awaited<ReturnType<typeof startWorld>>;

async function read(github: World, going = REPLAY, place = PLACE, secret: string | null = SECRET) {
  const log: string[] = [];
  const kept = await readKept(place, going, {
    deps: { forge: forgeOf(github), log: (line) => void log.push(line) },
    secret,
    checkedOut: FORK,
  });
  return { ...kept, log };
}

describe('what earlier runs left on a branch', () => {
  it('is nothing where there is no state', async () => {
    await using github = await startWorld();
    expect(await read(github)).toMatchObject({ commit: null, state: null, found: [], runs: [], spent: [], log: [] });
  });

  it('is nothing for a fork’s branch, whose name a branch here may have', async () => {
    await using github = await startWorld();
    await keep(github, signed(stateOn(github)));
    await github.seed.commit({ branch: BRANCH, fork: 'stranger', files: { 'src/one.txt': 'theirs\n' } });
    const { number } = await github.seed.pull({ head: BRANCH, fork: 'stranger', author: 'stranger' });
    const pullRequest = await forgeOf(github).pullRequest(number);
    expect(await read(github, REPLAY, { ...PLACE, pullRequest })).toMatchObject({
      commit: null,
      state: null,
      runs: [],
    });
  });

  it('tells which numbers its findings had, those that are dealt with among them', async () => {
    await using github = await startWorld();
    const done = { ...OPEN, id: 'F9', resolution: 'resolved' } as const;
    await keep(github, signed(stateOn(github, { ended: 'published', numbers: { A: 2 }, findings: [OPEN, done] })));
    expect((await read(github, ANEW)).numbers).toEqual({ A: 2, F: 9 });
    // What is gone on with numbers its findings as it did.
    expect((await read(github)).numbers).toEqual({ A: 2 });
  });

  it('counts with its reviews when a run with the same keys wrote it', async () => {
    await using github = await startWorld();
    const commit = await keep(github, signed(stateOn(github)));
    const kept = await read(github);
    expect(kept).toMatchObject({ commit, found: [{ kind: 'work' }, { kind: 'review' }], runs: [{ run: 6 }] });
    expect(kept.spent).toMatchObject([{ run: 7, tokens: 9 }]);
  });

  it.each([
    ['nobody signed it', (state: ReturnType<typeof stateOn>) => closeState(state, null)],
    ['other keys signed it', (state: ReturnType<typeof stateOn>) => closeState(state, 'other keys')],
    [
      'it was changed after it was signed',
      (state: ReturnType<typeof stateOn>) => signed(state).replace('One is two.', 'One is one.'),
    ],
  ])('counts without its reviews and its spending when %s', async (_, close) => {
    await using github = await startWorld();
    await keep(github, close(stateOn(github)));
    expect(await read(github)).toMatchObject({ found: [WORK], spent: [] });
  });

  it('counts without its reviews in a run that has no key, which nobody could have signed with', async () => {
    await using github = await startWorld();
    await keep(github, closeState(stateOn(github), null));
    expect(await read(github, REPLAY, PLACE, null)).toMatchObject({ found: [WORK], spent: [{ run: 7 }] });
  });

  it.each([
    ['garbage', () => 'no state at all'],
    ['a state of another version', () => JSON.stringify({ state: '{"version":2}', signature: null })],
    ['the state of another branch', (github: World) => signed(stateOn(github, { branch: 'opencode/issue-2' }))],
    ['the state of another repository', (github: World) => signed(stateOn(github, { repository: 'o/other' }))],
  ])('is as if it were not there when it is %s, and is written over', async (_, text) => {
    await using github = await startWorld();
    const commit = await keep(github, text(github));
    expect(await read(github)).toMatchObject({ commit, state: null, found: [], runs: [], findings: [], spent: [] });
  });

  it('is told to new work on the branch with what is open, and no phase of it counts', async () => {
    await using github = await startWorld();
    await keep(
      github,
      signed(
        stateOn(github, {
          findings: [OPEN, { ...OPEN, id: 'F2', resolution: 'resolved' }, { ...OPEN, id: 'C1', source: 'check' }],
        }),
      ),
    );
    expect(await read(github, ANEW)).toMatchObject({ found: [], runs: [{ run: 6 }], findings: [{ id: 'F1' }] });
  });

  it('is of no work where the branch is gone, and is told only to who goes on', async () => {
    await using github = await startWorld();
    await keep(github, signed(stateOn(github, { ended: 'needs-human' })));
    const gone = { ...PLACE, head: null };
    expect(await read(github, ANEW, gone)).toMatchObject({ runs: [], findings: [] });
    expect(await read(github, { ...ANEW, continues: true }, gone)).toMatchObject({ runs: [{ run: 6 }], findings: [] });
  });

  it('is passed over, and the log says so, when GitHub does not give it', async () => {
    await using github = await startWorld();
    github.fault({ on: 'git/get-ref', times: 20, answer: { status: 403 } });
    const kept = await read(github);
    expect(kept).toMatchObject({ commit: null, state: null });
    expect(kept.log.join()).toContain('What earlier runs left could not be read');
  });
});
