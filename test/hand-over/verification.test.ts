import { describe, expect, it } from 'vitest';
import { standingOf } from '../../src/pipeline/two-jobs/base-rule.ts';
import { withEvidence } from '../../src/pipeline/two-jobs/evidence.ts';
import { readEvidence, renderCheckedAgain } from '../../src/pipeline/two-jobs/verification.ts';
import { verify } from '../../src/review/verify.ts';
import { forgeOf } from '../forge/forge.ts';
import { git, issueTarget, placeOf, startWorld } from '../publish/world.ts';
import { ALL_HOLD } from '../review/all-hold.ts';
import { goodRecord } from './handed.ts';

const [BASE, TREE] = ['b'.repeat(40), 'c'.repeat(40)];
const { checks } = goodRecord().told;
const given = renderCheckedAgain({ base: BASE, tree: TREE, checks });

/** Work of which everything is known that can be for it. */
const CLAIMED = verify({
  ...ALL_HOLD,
  change: {
    base: BASE,
    baselineTree: BASE,
    tree: TREE,
    treeOnBase: TREE,
    files: [],
    added: 0,
    removed: 0,
    leftOut: [],
  },
  judgedTree: TREE,
});

describe('what a verifying job found', () => {
  it('counts for the tree and the base that it is bound to, and for no other', () => {
    expect(readEvidence(given, { base: BASE, tree: TREE })).toEqual({ kind: 'checked-again', checks });
    for (const other of [
      { base: BASE, tree: BASE },
      { base: TREE, tree: TREE },
    ])
      expect(readEvidence(given, other).kind).toBe('none');
  });

  it.each([
    '',
    'true',
    '{}',
    '[]',
    '{"version":2}',
    given.replace('"version":1', '"version":2'),
    given.slice(0, -1),
    `${given} `.repeat(9999),
  ])('counts for nothing where it cannot be read (%#)', (text) =>
    expect(readEvidence(text, { base: BASE, tree: TREE }).kind).toBe('none'),
  );

  it('fits an output of a job whatever the checks printed', () => {
    const [check] = checks;
    if (check === undefined) throw new Error('There is a check.');
    const loud = { ...check, after: { ...check.after, tail: 'x'.repeat(60_000) } };
    const text = renderCheckedAgain({ base: BASE, tree: TREE, checks: Array.from({ length: 50 }, () => loud) });
    expect(text.length).toBeLessThan(512 * 1024);
    expect(readEvidence(text, { base: BASE, tree: TREE }).kind).toBe('checked-again');
  });

  it('alone makes claimed work verified, and the review is named as the claim that it is', () => {
    const without = withEvidence(CLAIMED, { kind: 'none', because: 'no job without a key ran the checks' });
    expect(CLAIMED.earned?.tree).toBe(TREE);
    expect(without.earned).toBeNull();
    expect(without.report.conditions.filter(({ holds }) => !holds).map(({ name }) => name)).toEqual([
      'check-passed',
      'nothing-broken',
    ]);
    const again = withEvidence(CLAIMED, { kind: 'checked-again', checks });
    expect(again.earned?.tree).toBe(TREE);
    expect(again.report.conditions.find(({ name }) => name === 'no-blocking-finding')?.evidence).toContain(
      'as it says',
    );
  });

  it('makes nothing hold that does not', () => {
    for (const { name } of CLAIMED.report.conditions) {
      const conditions = CLAIMED.report.conditions.map((one) => (one.name === name ? { ...one, holds: false } : one));
      const claimed = { ...CLAIMED, report: { ...CLAIMED.report, conditions } };
      expect(withEvidence(claimed, { kind: 'checked-again', checks }).earned).toBeNull();
    }
  });
});

describe('the base of a hand-over', () => {
  it('is the head of the branch, or one that the branch has behind it, and no other commit', async () => {
    await using github = await startWorld();
    const forge = forgeOf(github);
    const target = issueTarget(github);
    const first = await git(github, 'rev-parse', 'main');
    const place = await placeOf(github, target);
    expect(await standingOf(first, { forge, place, runsOn: first })).toBe('current');
    await github.seed.commit({ branch: 'main', files: { 'x.txt': 'x' }, author: 'mona' });
    expect(await standingOf(first, { forge, place, runsOn: first })).toBe('current');
    expect(await standingOf(first, { forge, place, runsOn: '' })).toBe('earlier');
    await github.seed.commit({ branch: 'other', files: { 'y.txt': 'y' }, author: 'mona' });
    const other = await git(github, 'rev-parse', 'other');
    await expect(standingOf(other, { forge, place, runsOn: other })).rejects.toThrow('`wrong-base`');
    await expect(standingOf('e'.repeat(40), { forge, place, runsOn: '' })).rejects.toThrow('`wrong-base`');
    const onBranch = { ...place, branch: 'other', head: other };
    expect(await standingOf(first, { forge, place: onBranch, runsOn: first })).toBe('earlier');
  });
});
