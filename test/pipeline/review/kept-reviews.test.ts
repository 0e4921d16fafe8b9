import { describe, expect, it } from 'vitest';
import { openKeptReviews } from '../../../src/pipeline/review/kept-reviews.ts';
import { readReviewState, type ReviewState } from '../../../src/pipeline/review/review-state.ts';
import { readState, stateOfReviews, writeState } from '../../../src/publish/state-store.ts';
import { forgeOf } from '../../forge/forge.ts';
import { startGitHub } from '../../support/github/github.ts';
import { stateOf } from '../../support/text.ts';

const SECRET = 'of the keys';
const STATE: ReviewState = {
  v: 1,
  commit: 'c'.repeat(40),
  base: 'b'.repeat(40),
  round: 1,
  told: 1,
  untold: null,
  findings: [],
  incomplete: [{ files: ['a.ts'], because: 'It was lost.' }],
  aside: [{ path: 'yarn.lock', reason: 'lock file' }],
};

const UNTOLD: ReviewState['untold'] = {
  id: 'one',
  since: null,
  parts: [{ number: 1, reviewed: true, tokens: 9, files: [{ path: 'b.ts', added: 1, removed: 0, leftOut: [] }] }],
};

/** The state of two pull requests' reviews on a loopback GitHub. */
async function startStore() {
  const github = await startGitHub({ seed: [{ files: { 'a.ts': 'a\n' } }] });
  const logged: string[] = [];
  const telling = { forge: forgeOf(github), log: (line: string) => void logged.push(line) };
  const { forge } = telling;
  return {
    logged,
    open: (secret: string | null, number = 1) => openKeptReviews(number, secret, telling),
    stored: async () => (await readState(forge, stateOfReviews(1)))?.text ?? '',
    /** Whoever may push writes what they like. */
    forge: async (text: string, number = 1) => {
      const name = stateOfReviews(number);
      await writeState(forge, name, {
        from: (await readState(forge, name))?.commit ?? null,
        text: stateOf(text),
        trees: [],
      });
    },
    [Symbol.asyncDispose]: () => github[Symbol.asyncDispose](),
  };
}

describe('what reviews of a pull request left', () => {
  it('is there for the next with the same keys, however often one saves', async () => {
    await using store = await startStore();
    const first = await store.open(SECRET);
    expect(first).toMatchObject({ state: null, isDoubted: false });
    expect(await first.save({ ...STATE, told: 0, untold: UNTOLD })).toBe(true);
    expect(await first.save(STATE)).toBe(true);
    expect(await store.open(SECRET)).toMatchObject({ state: STATE, isDoubted: false });
    expect(store.logged).toEqual([]);
  });

  it.each<[string, (text: string) => string]>([
    ['is not signed', (text) => JSON.stringify({ ...JSON.parse(text), signature: null })],
    ['is in no envelope', () => JSON.stringify(STATE)],
    ['has another signature', (text) => JSON.stringify({ ...JSON.parse(text), signature: '0'.repeat(64) })],
    ['was altered', (text) => text.replace('c'.repeat(40), 'd'.repeat(40))],
    ['says nothing', () => ''],
  ])('is not believed where it %s', async (_, forged) => {
    await using store = await startStore();
    await (await store.open(SECRET)).save(STATE);
    await store.forge(forged(await store.stored()));
    expect(await store.open(SECRET)).toMatchObject({ state: null, isDoubted: true });
  });

  it('is not believed with other keys, without keys, or of another pull request', async () => {
    await using store = await startStore();
    await (await store.open(SECRET)).save(STATE);
    expect(await store.open('of other keys')).toMatchObject({ state: null, isDoubted: true });
    expect(await store.open(null)).toMatchObject({ state: null, isDoubted: true });
    await store.forge(await store.stored(), 2);
    expect(await store.open(SECRET, 2)).toMatchObject({ state: null, isDoubted: true });
  });

  it('is written without keys too, so that a review may be asked for by it, and is not gone by', async () => {
    await using store = await startStore();
    expect(await (await store.open(null)).save(STATE)).toBe(false);
    expect(readReviewState(await store.stored())).toEqual(STATE);
    expect(await store.open(null)).toMatchObject({ state: null, isDoubted: true });
  });

  it('is written in the order in which it came about, though nobody waits for it', async () => {
    await using store = await startStore();
    const kept = await store.open(SECRET);
    const states = [0, 1, 2].map((round) => ({ ...STATE, round, told: -1, untold: UNTOLD }));
    await Promise.all(states.map((state) => kept.save(state)));
    expect((await store.open(SECRET)).state).toEqual(states[2]);
  });

  it('is left to another review that wrote it meanwhile, once and for all', async () => {
    await using store = await startStore();
    const [mine, other] = [await store.open(SECRET), await store.open(SECRET)];
    await mine.save({ ...STATE, round: 7, told: 7 });
    expect([await other.save(STATE), await other.save(STATE)]).toEqual([false, false]);
    expect((await store.open(SECRET)).state?.round).toBe(7);
    expect(store.logged).toEqual([expect.stringContaining('Another review wrote its state meanwhile')]);
  });

  it('is read in its older shape too, which does not tell what was set aside', () => {
    const { aside, ...older } = { ...STATE, untold: { ...UNTOLD, aside: STATE.aside } };
    const text = JSON.stringify({ state: JSON.stringify(older), signature: null });
    expect(aside).toHaveLength(1);
    expect(readReviewState(text)).toEqual({ ...STATE, untold: UNTOLD, aside: null });
  });

  it('is none where it says what no state says', () => {
    const states = ['', '{}', JSON.stringify({ ...STATE, commit: 'main' }), JSON.stringify({ ...STATE, base: '' })];
    for (const state of states) {
      expect(readReviewState(state)).toBeNull();
      expect(readReviewState(JSON.stringify({ state, signature: null }))).toBeNull();
    }
  });
});
