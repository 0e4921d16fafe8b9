import { describe, expect, it } from 'vitest';
import { digestOfPlan } from '../../../src/pipeline/kept/digests.ts';
import { readKept } from '../../../src/pipeline/kept/earlier.ts';
import { goOn } from '../../../src/pipeline/kept/go-on.ts';
import { closeState, type SavedState } from '../../../src/pipeline/kept/saved-state.ts';
import { mark, statusMarker } from '../../../src/publish/marker.ts';
import type { Place } from '../../../src/publish/place.ts';
import type { CommandName, Invocation } from '../../../src/trigger/trigger.ts';
import { forgeOf } from '../../forge/forge.ts';
import { issueTarget, startWorld } from '../../publish/world.ts';
import { BOT } from '../../scenarios/command-places.ts';
import { commentOf } from '../../support/text.ts';
import { BRANCH, FORK, invocationOn, keep, PLAN, SECRET, signed, stateOn, WORK } from '../kept.ts';

type World = Awaited<ReturnType<typeof startWorld>>;

/** What comes of a command on issue 1 whose branch has this state. */
async function said(
  github: World,
  command: CommandName,
  state: Partial<SavedState> | null,
  change: Partial<Invocation> = {},
) {
  const target = issueTarget(github);
  if (state !== null) await keep(github, signed(stateOn(github, state)));
  return await goOn(invocationOn(target, { command, ...change }), { forge: forgeOf(github) });
}

const reasonOf = (going: Awaited<ReturnType<typeof goOn>>): string => (going.kind === 'refused' ? going.reason : '');

const from = { what: 'comment', author: 'mona', at: null };

describe('/opencode retry', () => {
  it.each<[CommandName, Partial<SavedState>, CommandName, boolean]>([
    ['fix', { ended: null }, 'fix', true],
    ['plan', { ended: null }, 'plan', true],
    ['approve', { ended: null }, 'approve', true],
    ['auto', { ended: 'failed' }, 'auto', true],
    ['plan', { ended: 'planned' }, 'plan', false],
    ['auto', { ended: 'needs-human' }, 'auto', false],
    ['approve', { ended: 'needs-human' }, 'auto', false],
    ['fix', { ended: 'needs-human' }, 'fix', false],
  ])('of a run that was asked to %s and left %o is %s, replaying: %s', async (asked, state, command, replays) => {
    await using github = await startWorld();
    const invocation = invocationOn(issueTarget(github, { number: 1 }), { command: asked });
    const going = await said(github, 'retry', { ...state, invocation });
    expect(going).toMatchObject({ kind: 'go', replays, continues: true, invocation: { command } });
  });

  it('means what was asked for then, with the hint of now, and nothing that was written since', async () => {
    await using github = await startWorld();
    const invocation = invocationOn(issueTarget(github, { number: 1 }), {
      instruction: { text: 'Mend it.', from },
      options: { maxCost: 2, model: 'a/b' },
    });
    const going = await said(
      github,
      'retry',
      { invocation },
      {
        instruction: { text: 'Look twice.', from },
        options: { maxCost: 1 },
        event: { name: 'issue_comment', action: 'created', at: '2026-02-01T00:00:00Z' },
      },
    );
    expect(going).toMatchObject({
      hint: { text: 'Look twice.' },
      invocation: {
        instruction: { text: 'Mend it.' },
        options: { maxCost: 1, model: 'a/b' },
        event: { name: 'issue_comment', at: '2026-01-01T00:00:00Z' },
      },
    });
  });

  it.each([
    ['there is no state', null, 'nothing to go on from'],
    ['the last run ended well', { ended: 'published' }, 'ended well'],
    ['the state is of another branch', { branch: 'opencode/issue-3' }, 'nothing to go on from'],
    ['the state is of another repository', { repository: 'o/other' }, 'nothing to go on from'],
  ] as const)('is refused with words when %s', async (_, state, words) => {
    await using github = await startWorld();
    expect(reasonOf(await said(github, 'retry', state))).toContain(words);
  });

  it('is refused when the state was made to speak of another issue', async () => {
    await using github = await startWorld();
    const invocation = invocationOn(issueTarget(github, { number: 9 }));
    expect(await said(github, 'retry', { invocation })).toMatchObject({ kind: 'refused' });
  });
});

describe('/opencode approve', () => {
  const planned = { ended: 'planned', journal: [PLAN] } as const;

  /** The bot's status comment that shows the plan, or somebody's that says it does. */
  const show = (github: World, author: string, plan: string, at = '2026-01-01T00:00:00.900Z'): void => {
    const shown = { digest: plan, at };
    const marker = statusMarker({ issue: 1, runId: 7, state: 'ended', now: Date.UTC(2026, 0, 1), plan: shown });
    github.seed.comment({ issue: 1, author, body: mark(marker, commentOf('A plan')) });
  };
  const digest = digestOfPlan(PLAN.plan);

  it.each([
    ['is the one that the bot showed', BOT, digest, 'go'],
    ['is another one', BOT, 'another', 'refused'],
    ['was shown by somebody else', 'mona', digest, 'refused'],
  ] as const)(
    'works by a plan that is kept only when it is the one shown by the bot: it %s',
    async (_, author, plan, kind) => {
      await using github = await startWorld();
      const target = issueTarget(github);
      await keep(github, signed(stateOn(github, planned)));
      show(github, author, plan);
      const going = await goOn(invocationOn(target, { command: 'approve' }), { forge: forgeOf(github) });
      expect(going.kind).toBe(kind);
      if (going.kind === 'go') expect(going).toMatchObject({ replays: true, invocation: { command: 'approve' } });
      else expect(going.reason).toContain('not the one that the status comment shows');
    },
  );

  it.each([
    ['before it was shown', '2026-01-01T00:00:01.000Z', 'refused'],
    ['in the second in which it was shown', '2026-01-01T00:00:00.999Z', 'go'],
  ] as const)('is for a plan that was there to be seen: said %s', async (_, shownAt, kind) => {
    await using github = await startWorld();
    await keep(github, signed(stateOn(github, planned)));
    show(github, BOT, digest, shownAt);
    const event = { name: 'issue_comment', action: 'created', at: '2026-01-01T00:00:00Z' };
    const invocation = invocationOn(issueTarget(github), { command: 'approve', event });
    const going = await goOn(invocation, { forge: forgeOf(github) });
    expect(going.kind).toBe(kind);
    if (going.kind !== 'go') expect(going.reason).toContain('shown after this was said');
  });

  it('works by the very plan that was approved, though somebody puts another in its place before it is read', async () => {
    await using github = await startWorld();
    const target = issueTarget(github);
    await keep(github, closeState(stateOn(github, planned), null));
    show(github, BOT, digest);
    const forge = forgeOf(github);
    const going = await goOn(invocationOn(target, { command: 'approve' }), { forge });
    if (going.kind !== 'go') throw new Error(going.reason);
    const other = { ...PLAN, plan: { ...PLAN.plan, goal: 'Send the keys away' } };
    await keep(github, closeState(stateOn(github, { ...planned, journal: [other] }), null));
    const place: Place = { branch: BRANCH, head: null, base: 'main', pullRequest: null };
    const kept = await readKept(place, going, { deps: { forge, log: () => {} }, secret: SECRET, checkedOut: FORK });
    expect(kept.found).toEqual([PLAN]);
  });

  it.each([
    ['no plan', { ended: null, journal: [WORK] }],
    ['a plan that was worked by', { ended: 'published', journal: [] }],
  ] as const)('is refused where there is %s', async (_, state) => {
    await using github = await startWorld();
    expect(reasonOf(await said(github, 'approve', state))).toContain('No plan waits');
  });
});

it('every other command is about what it was given on', async () => {
  await using github = await startWorld();
  const going = await said(github, 'fix', { ended: 'needs-human' }, { instruction: { text: 'This.', from } });
  expect(going).toMatchObject({
    hint: null,
    replays: false,
    continues: false,
    invocation: { instruction: { text: 'This.' } },
  });
});
