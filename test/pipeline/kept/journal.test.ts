import { expect, it } from 'vitest';
import { readInputs } from '../../../src/config/inputs.ts';
import type { MeteredRequest } from '../../../src/gateway/messages.ts';
import { createJournal, type JournalOptions } from '../../../src/pipeline/kept/journal.ts';
import { openState, type SavedState } from '../../../src/pipeline/kept/saved-state.ts';
import { createStory } from '../../../src/pipeline/told/story.ts';
import { readState, stateOfBranch } from '../../../src/publish/state-store.ts';
import { createRedactor } from '../../../src/text/redact.ts';
import { forgeOf } from '../../forge/forge.ts';
import { git, issueTarget, startWorld } from '../../publish/world.ts';
import { BRANCH, invocationOn, OPEN, PLAN, REVIEW, SECRET, WORK } from '../kept.ts';

type World = Awaited<ReturnType<typeof startWorld>>;

const CANARY = 'canary-key';

const REQUEST: MeteredRequest = {
  kind: 'request',
  role: 'coder',
  session: 'ses_1',
  root: 'ses_1',
  model: 'a/b',
  status: 200,
  tokens: { input: 10, output: 1, reasoning: 0, cacheRead: 0, cacheWrite: 0 },
  cost: null,
  estimated: false,
  dropped: [],
};

/** The journal of a run on issue 1 whose change is empty, and what is kept of it. */
async function open(github: World, given: Partial<JournalOptions> = {}) {
  const log: string[] = [];
  const forge = forgeOf(github);
  const invocation = invocationOn(issueTarget(github, { number: 1 }));
  const deps = {
    forge,
    inputs: readInputs({}),
    run: {
      id: 8,
      attempt: 1,
      root: '/nowhere',
      record: '/nowhere/record',
      url: null,
      repositoryUrl: '',
      workspace: '/nowhere',
    },
    now: () => 1000,
    log: (line: string) => void log.push(line),
    redact: createRedactor([CANARY]),
    ownSecrets: () => [CANARY],
  };
  const story = createStory(invocation, deps);
  const fork = await git(github, 'rev-parse', 'main');
  const journal = createJournal(
    {
      site: {
        settings: { scope: [], protectedPaths: [], maxChangedFiles: 10, maxChangedBytes: 1000 },
        stored: new Set(),
      },
      workspace: {
        changes: async () => [],
        files: async () => [],
        read: async () => Buffer.from(''),
        lfsPaths: async () => new Set(),
      },
      place: { branch: BRANCH, head: null, base: 'main', pullRequest: null },
      header: {
        fork,
        head: null,
        task: 'c'.repeat(64),
        invocation,
        earlier: [],
        before: [OPEN],
        numbers: { F: 7 },
        spent: [],
      },
      hint: 'look twice',
      found: [],
      from: null,
      secret: SECRET,
      ...given,
    },
    { deps, story },
  );
  const kept = async (): Promise<SavedState | null> => {
    const stored = await readState(forge, stateOfBranch(BRANCH));
    return stored === null ? null : (openState(stored.text, SECRET)?.state ?? null);
  };
  return { journal, story, log, kept };
}

const kinds = (state: SavedState | null) => state?.journal.map(({ kind }) => kind);

it('writes what a run finished at the end of each phase, with what it used and what it was told', async () => {
  await using github = await startWorld();
  const { journal, story, kept } = await open(github);
  await journal.begin();
  expect(await kept()).toMatchObject({ ended: null, journal: [], findings: [OPEN], invocation: { command: 'fix' } });
  expect((await kept())?.spent).toEqual([]);
  story.accounts.meter(REQUEST);
  story.update({});
  await journal.add(PLAN);
  expect(await kept()).toMatchObject({ ended: null, run: { id: 8 }, spent: [{ run: 8, ended: 'failed', tokens: 11 }] });
  await journal.add(WORK);
  const state = await kept();
  expect(kinds(state)).toEqual(['plan', 'work']);
  expect(state?.earlier).toMatchObject([{ run: 8, outcome: 'cut-off', hint: 'look twice' }]);
  expect(await git(github, 'rev-parse', `refs/patchwright/runs/${encodeURIComponent(BRANCH)}:work-1`)).toBe(
    await git(github, 'rev-parse', 'main^{tree}'),
  );
});

it('writes nothing for a fork’s branch, whose name a branch here may have', async () => {
  await using github = await startWorld();
  await github.seed.commit({ branch: BRANCH, fork: 'stranger', files: { 'src/one.txt': 'theirs\n' } });
  const { number } = await github.seed.pull({ head: BRANCH, fork: 'stranger', author: 'stranger' });
  const pullRequest = await forgeOf(github).pullRequest(number);
  const place = { branch: BRANCH, head: pullRequest.head.sha, base: 'main', pullRequest };
  const { journal, kept, log } = await open(github, { place });
  await journal.begin();
  await journal.add(PLAN);
  await journal.end();
  expect(await kept()).toBeNull();
  expect(log).toEqual([]);
});

it('keeps what an earlier run had finished from its beginning, and each phase once', async () => {
  await using github = await startWorld();
  const work = { ...WORK, tree: await git(github, 'rev-parse', 'main^{tree}') };
  const { journal, kept } = await open(github, { found: [PLAN, work, REVIEW] });
  await journal.begin();
  expect(kinds(await kept())).toEqual(['plan', 'work', 'review']);
  expect(journal.find('plan', { step: '', round: 0 })).toEqual(PLAN);
  expect(journal.find('review', { step: 'S1', round: 0 })).toBeNull();
  await journal.add(PLAN);
  await journal.add(REVIEW);
  expect(kinds(await kept())).toEqual(['plan', 'review']);
});

it('has no fix any more that was to answer another review', async () => {
  await using github = await startWorld();
  const other = { ...WORK, step: 'S2', round: 1 };
  const { journal } = await open(github, {
    found: [WORK, { ...WORK, round: 1 }, { ...WORK, step: 'S1', round: 1 }, other],
  });
  const at = { step: '', round: 0 };
  expect(journal.find('work', at)).toEqual(WORK);
  await journal.add({ ...REVIEW, step: 'S1' });
  expect(journal.find('work', at)).toEqual(WORK);
  expect(journal.find('work', { step: '', round: 1 })).toBeNull();
  expect(journal.find('work', { step: 'S1', round: 1 })).toBeNull();
  expect(journal.find('work', { step: 'S2', round: 1 })).toEqual(other);
});

it.each([
  ['failed', ['plan']],
  ['planned', ['plan']],
  ['needs-human', []],
  ['published', []],
] as const)(
  'of a run that ended %s has the phases %j left to go on with, and only what others used',
  async (outcome, left) => {
    await using github = await startWorld();
    const other = { run: 7, at: 5, ended: 'failed', tokens: 9, cost: 0.5, unpriced: false, estimated: 0 } as const;
    const { journal, story, kept } = await open(github);
    await journal.add(PLAN);
    story.update({ outcome });
    await journal.end();
    const state = await kept();
    expect(state).toMatchObject({ ended: outcome, spent: [], earlier: [{ run: 8, outcome }] });
    expect(kinds(state)).toEqual(left);
    const second = await open(github, {
      from: await forgeOf(github).refTarget(stateOfBranch(BRANCH)),
      header: {
        fork: state?.fork ?? '',
        head: null,
        task: '',
        invocation: invocationOn(issueTarget(github, { number: 1 })),
        earlier: [],
        before: [],
        numbers: {},
        spent: [other],
      },
    });
    second.story.update({ outcome });
    await second.journal.end();
    expect((await kept())?.spent).toEqual([other]);
  },
);

it('has no secret in it', async () => {
  await using github = await startWorld();
  const { journal, kept } = await open(github);
  await journal.add({ ...WORK, words: `The key is ${CANARY}.` });
  expect(JSON.stringify(await kept())).toContain('The key is ‹redacted›.');
});

it('that cannot be written is told of once in the log, with what it needs, and the run goes on', async () => {
  await using github = await startWorld();
  github.fault({ on: 'git/create-ref', times: 20, answer: { status: 403 } });
  const { journal, log, kept } = await open(github);
  await journal.add(PLAN);
  await journal.add(WORK);
  await journal.end();
  expect(await kept()).toBeNull();
  expect(log).toHaveLength(1);
  expect(log[0]).toMatch(/The state of this run is not kept, so it could not be gone on from: .*contents: write/);
});

it('that could not be written for a while is whole again afterwards', async () => {
  await using github = await startWorld();
  github.fault({ on: 'git/create-ref', answer: { status: 403 } });
  const { journal, kept } = await open(github);
  await journal.add(PLAN);
  expect(await kept()).toBeNull();
  await journal.add(WORK);
  expect(kinds(await kept())).toEqual(['plan', 'work']);
});

it('gives way to another run that wrote meanwhile', async () => {
  await using github = await startWorld();
  const mine = await open(github);
  const theirs = await open(github);
  await mine.journal.add(PLAN);
  await theirs.journal.add(WORK);
  await mine.journal.add(REVIEW);
  expect(kinds(await mine.kept())).toEqual(['plan', 'review']);
  await theirs.journal.add(REVIEW);
  expect(kinds(await mine.kept())).toEqual(['plan', 'review']);
  expect(theirs.log.join()).toContain('another run wrote it meanwhile');
});

it('tells later runs what the planner proposed and asked', async () => {
  await using github = await startWorld();
  const { journal, story, kept } = await open(github);
  const step = { id: 'S1', title: 'Mend one', files: [], read: [], action: '', success: '', depends: [] };
  const question = { question: 'Which?', choices: ['JSON', 'YAML'], changesPlan: true };
  story.update({
    plan: { goal: '', assumptions: [], steps: [step], risks: [], questions: [question] },
    outcome: 'needs-human',
  });
  await journal.end();
  expect((await kept())?.earlier[0]?.tried).toEqual([
    'planned: S1 Mend one',
    'the planner asked: Which? (offered: JSON; YAML)',
  ]);
});
