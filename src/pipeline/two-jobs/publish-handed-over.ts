import { discoverChecks } from '../../check/discover.ts';
import { asFailure, Failure } from '../../failure.ts';
import type { HeldBack } from '../../guard/guard.ts';
import { RULE_TABLE } from '../../guard/rule-table.ts';
import type { HandedChange } from '../../hand-over/manifest.ts';
import { refused } from '../../hand-over/refusal.ts';
import { findPlace, type Place } from '../../publish/place.ts';
import type { Change } from '../../workspace/change.ts';
import { guardWork, publishWork } from '../hand-over.ts';
import type { GoingOn } from '../kept/go-on.ts';
import type { Judgement } from '../loop/judgement.ts';
import type { Worked } from '../loop/work.ts';
import type { Changing, Running } from '../running.ts';
import { readSettings } from '../site/prepare.ts';
import type { PublishSite } from '../site/site.ts';
import type { HandOver } from '../told/ending.ts';
import { listRun } from '../told/spending.ts';
import type { Publishing } from '../told/story.ts';
import { asksForModes } from './asks-for-modes.ts';
import type { HandedStory } from './handed-record.ts';
import { keepState } from './keep-state.ts';
import type { JudgedClaim } from './leavings.ts';
import { receiveChange, type ReceivedChange } from './received-change.ts';
import { takeHandOver } from './take-hand-over.ts';
import { takeStory } from './take-story.ts';
import { readEvidence } from './verification.ts';

/** Publishes what the agent's job left, as far as it stands up to being looked at again. */
export async function publishHandedOver(going: GoingOn, { deps, story, directories }: Changing): Promise<void> {
  const handed = await takeHandOver(deps);
  const { told, judged, state } = handed.record;
  const place = await placeOf(going, deps);
  takeStory(told, story);
  try {
    if (handed.change === null || judged === null) return await endWithout(told, place, { deps, story });
    const change = await receiveChange(handed.change, place, deps);
    directories.use(change.trees);
    const site = await siteOf(change, { going, place, judged }, { deps, story });
    const handOver = await guardWork(site, workedOf(judged, change.change, told), { deps, story });
    const whole = weigh(handOver, { change, judged, heldBack: namedBack(handed.change) }, { deps, story });
    await publishWork(site, whole, { deps, story });
  } catch (error) {
    story.fail(asFailure(error));
  } finally {
    if (state !== null) await keepState(state, place, deps);
  }
}

async function placeOf({ invocation }: GoingOn, { forge, run }: Running['deps']): Promise<Place> {
  const base = run.branch ?? (await forge.info()).defaultBranch;
  return await findPlace({ forge, target: invocation.target, base });
}

/** The run changed nothing, stopped for somebody's word, or failed before there was anything. */
async function endWithout(told: HandedStory, place: Place, running: Publishing): Promise<void> {
  const { story } = running;
  const { outcome, reason, failure } = told;
  if (failure !== null) story.fail(new Failure(failure.category, failure.message, { hint: failure.hint }));
  else if (outcome === 'planned' || outcome === 'no-changes' || outcome === 'needs-human')
    story.update({ outcome, reason });
  else story.update({ outcome: 'needs-human', reason: 'The agent’s job left no change.' });
  await listRun({ place }, running);
}

type Given = Readonly<{ going: GoingOn; place: Place; judged: JudgedClaim }>;

async function siteOf(
  { trees, change, origin }: ReceivedChange,
  { going, place, judged }: Given,
  { deps, story }: Running,
): Promise<PublishSite> {
  const settings = await readSettings(going.invocation, deps);
  story.update({ scope: settings.scope });
  const { checks } = await discoverChecks({
    checks: settings.checks,
    setup: settings.setup,
    files: (await trees.files(origin)).map(({ path }) => path),
    readFile: (path) => trees.readFile(origin, path),
  });
  return {
    settings,
    place,
    workspace: { ...trees, extract: () => Promise.resolve(change) },
    origin,
    taskFile: story.state().taskFile ?? '',
    checks,
    modesAsked: judged.modesAsked && asksForModes(going.invocation),
    underway: new Map(),
    stored: new Set(),
    unfinished: judged.unfinished && place.head !== null,
  };
}

/** The work as the agent's job judged it. What is computed of it counts for no more than `withEvidence` lets it. */
function workedOf(judged: JudgedClaim, change: Change, told: HandedStory): Worked {
  const { endedBy, verdict, review } = judged;
  const failure =
    judged.failure === null
      ? null
      : new Failure(judged.failure.code, judged.failure.message, { hint: judged.failure.hint });
  if (judged.round === null || verdict === null) return { last: null, endedBy, failure, stopped: null };
  const last: Judgement = {
    settled: true,
    fingerprints: [],
    tried: '',
    round: judged.round,
    tree: judged.thisTree ? change.tree : '',
    change,
    checks: told.checks,
    verdict,
    findings: told.findings,
    review:
      review === null
        ? null
        : { ...review, session: '', summary: '', findings: [], acceptance: [], recovered: null, claimed: null },
  };
  return { last, endedBy, failure, stopped: null };
}

/** What the agent's job did not even hand over, by the names of the guard's rules. */
function namedBack({ heldBack }: HandedChange): readonly HeldBack[] {
  return heldBack.map(({ path, rule, reason }) => {
    if (!isRule(rule)) throw refused('malformed', `the guard has no rule ${JSON.stringify(rule)}.`);
    return { path, rule, reason, content: null };
  });
}

function isRule(name: string): name is HeldBack['rule'] {
  return Object.hasOwn(RULE_TABLE, name);
}

type Weighing = Readonly<{ change: ReceivedChange; judged: JudgedClaim; heldBack: HandOver['guarded']['heldBack'] }>;

/** Adds what speaks against the work, from wherever it comes, and for it only what a job without a key found. */
function weigh(handOver: HandOver, { change, judged, heldBack }: Weighing, { deps, story }: Publishing): HandOver {
  const { base, tree } = change.change;
  const evidence =
    change.standing === 'current'
      ? readEvidence(deps.inputs.verification, { base, tree })
      : ({ kind: 'none', because: 'the work stands on an earlier commit than the branch does' } as const);
  const again = evidence.kind === 'checked-again';
  const guarded = handOver.guarded.withHeldBack(heldBack);
  story.update({
    heldBack: guarded.heldBack,
    ...(again ? { toldBy: 'agent-job-checked-again', checks: evidence.checks } : {}),
  });
  const isBroken = again && evidence.checks.some(({ effect }) => effect === 'broken');
  if (isBroken) story.update({ verdict: 'fail' });
  const { worked } = handOver;
  const last = worked.last !== null && isBroken ? { ...worked.last, verdict: 'fail' as const } : worked.last;
  return {
    ...handOver,
    worked: { ...worked, last },
    evidence,
    guarded,
    definitionsTouched: [...new Set([...handOver.definitionsTouched, ...judged.definitionsTouched])],
  };
}
