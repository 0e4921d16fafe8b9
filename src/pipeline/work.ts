import type { Session } from '../agent/agent.ts';
import type { ModelKeys } from '../config/key.ts';
import { asFailure, type Failure } from '../failure.ts';
import { isOpen } from '../finding.ts';
import { createTurns } from '../ledger/turns.ts';
import { cancelled } from '../sandbox/stoppable.ts';
import { fix, implement, type Coder } from '../work/attempt.ts';
import { untilSettled } from '../work/rounds.ts';
import { createJudge, type Judgement } from './judge.ts';
import { checkBefore } from './project-checks.ts';
import type { Running } from './running.ts';
import { once, startServers } from './servers.ts';
import type { Site } from './site.ts';
import type { Story } from './story.ts';

/** What the work came to; a failure on the way does not take away what was done before it. */
export type Worked = Readonly<{
  last: Judgement | null;
  endedBy: string | null;
  failure: Failure | null;
}>;

/** Checks before, the coder's attempt, then rounds of judging and fixing; both servers are gone when it resolves. */
export async function work(site: Site, keys: ModelKeys, { deps, story }: Running): Promise<Worked> {
  const judged: { last: Judgement | null } = { last: null };
  try {
    await using servers = startServers(site, keys, { deps, story });
    const before = await checkBefore(site, story);
    const agent = await servers.coder.agent();
    story.update({ agent: agent.description });
    const model = await agent.resolveModel(site.settings.model, 'model');
    const reviewModel = await agent.resolveModel(site.settings.reviewModel, 'review-model');
    const session = await agent.open({ role: 'coder', title: site.task.title, directory: site.workspace.clone, model });
    story.addSession({ id: session.id, role: 'coder', model });
    const turns = createTurns({
      maxTurns: site.settings.maxTurns,
      deadline: story.state().startedAt + site.settings.maxDuration,
      ledger: story.ledger,
      onTaken: () => story.update({}),
    });
    const judge = createJudge({
      story,
      site,
      turns,
      coder: agent,
      coderSession: session,
      openReviewer: once(async () => {
        const title = `Review: ${site.task.title}`;
        const directory = site.workspace.snapshot;
        const reviewer = await (
          await servers.judges.agent()
        ).open({ role: 'reviewer', title, directory, model: reviewModel });
        story.addSession({ id: reviewer.id, role: 'reviewer', model: reviewModel });
        return reviewer;
      }),
      before,
    });
    // Warm by the time it is needed: it starts while the coder works.
    servers.judges.start();
    await attempt({ session, turns, site, story });
    const end = await untilSettled({
      maxFixRounds: site.settings.maxFixRounds,
      turnsLeft: turns.left,
      judge: async (round, pivoted) => (judged.last = await judge(round, pivoted)),
      fix: (round, last, tried) => mend({ session, turns, site, story }, { round, last, tried }),
    });
    return { last: end.last, endedBy: end.endedBy, failure: null };
  } catch (error) {
    // A cancelled run loses its servers first; that it was cancelled is what there is to say.
    const failure = deps.cancelled.aborted ? cancelled() : asFailure(error);
    return { last: judged.last, endedBy: null, failure };
  }
}

type Attempt = Readonly<{ session: Session; turns: Coder['turns']; site: Site; story: Story }>;

async function attempt({ session, turns, site, story }: Attempt): Promise<void> {
  const step = story.begin('First attempt');
  const summary = await implement(
    { session, turns, onActivity: step.note },
    {
      task: site.taskFile,
      boundary: site.boundary,
      instructions: site.settings.instructions.coder,
      repository: site.instructions === '' ? '' : `\n# From the repository's AGENTS.md\n\n${site.instructions}\n`,
    },
  ).catch((error: unknown) => {
    step.failed(`First attempt: ${asFailure(error).message}`);
    throw error;
  });
  story.update({ summary });
  step.done('First attempt');
}

async function mend(
  { session, turns, site, story }: Attempt,
  { round, last, tried }: Readonly<{ round: number; last: Judgement; tried: readonly string[] | null }>,
): Promise<void> {
  story.update({ round });
  const findings = last.findings.filter(isOpen);
  const step = story.begin(`Fix ${round}`);
  await site.writeCorrective(round, findings);
  const words = await fix({ session, turns, onActivity: step.note }, { round, findings, tried }).catch(
    (error: unknown) => {
      step.failed(`Fix ${round}: ${asFailure(error).message}`);
      throw error;
    },
  );
  story.update({ summary: `${story.state().summary}\n\n${words}` });
  step.done(`Fix ${round}: ${findings.map(({ id }) => id).join(', ')}${tried === null ? '' : ', by another approach'}`);
}
