import { createConversation, type Conversation } from '../agent/conversation.ts';
import { asFailure, type Failure } from '../failure.ts';
import { isOpen } from '../finding.ts';
import { createTurns, type Turns } from '../ledger/turns.ts';
import { cancelled } from '../sandbox/stoppable.ts';
import { fix, implement } from '../work/attempt.ts';
import { untilSettled } from '../work/rounds.ts';
import { createJudge, type Judgement } from './judge.ts';
import type { Models, ModelsOfRoles } from './models.ts';
import { checkBefore } from './project-checks.ts';
import type { Running } from './running.ts';
import { startServers, type Servers } from './servers.ts';
import type { Site } from './site.ts';
import type { Story } from './story.ts';

/** What the work came to; a failure on the way does not take away what was done before it. */
export type Worked = Readonly<{
  last: Judgement | null;
  endedBy: string | null;
  failure: Failure | null;
}>;

/** Checks before, the coder's attempt, then rounds of judging and fixing; both servers are gone when it resolves. */
export async function work(site: Site, models: Models, { deps, story }: Running): Promise<Worked> {
  const judged: { last: Judgement | null } = { last: null };
  try {
    await using servers = startServers(site, models, { deps, story });
    const before = await checkBefore(site, story);
    const agent = await servers.coder.agent();
    const found = await models.open(agent);
    story.update({ agent: agent.description, judgeModel: found.reviewer[0] ?? null });
    for (const sentence of agent.cannot) story.note(sentence);
    const turns = createTurns({
      maxTurns: site.settings.maxTurns,
      deadline: story.state().startedAt + site.settings.maxDuration,
      gateway: models.gateway,
      accounts: story.accounts,
      onSpent: () => story.update({}),
    });
    const talk = conversations({ servers, found, turns, site, story });
    const [coder, reviewer] = [talk('coder'), talk('reviewer')];
    const sweep = async (): Promise<void> => (await servers.coder.agent()).sweep();
    const judge = createJudge({ story, site, sweep, coder, reviewer, before });
    // Warm by the time it is needed: it starts while the coder works.
    servers.judges.start();
    await attempt({ conversation: coder, site, story });
    const end = await untilSettled({
      maxFixRounds: site.settings.maxFixRounds,
      turnsLeft: turns.left,
      judge: async (round, pivoted) => (judged.last = await judge(round, pivoted)),
      fix: (round, last, tried) => mend({ conversation: coder, site, story }, { round, last, tried }),
    });
    return { last: end.last, endedBy: end.endedBy, failure: null };
  } catch (error) {
    // A cancelled run loses its servers first; that it was cancelled is what there is to say.
    const failure = deps.cancelled.aborted ? cancelled() : asFailure(error);
    return { last: judged.last, endedBy: null, failure };
  }
}

type Talking = Readonly<{ servers: Servers; found: ModelsOfRoles; turns: Turns; site: Site; story: Story }>;

/** The conversation of a role: the coder's in the clone, the reviewer's before a snapshot of it. */
function conversations({ servers, found, turns, site, story }: Talking): (role: 'coder' | 'reviewer') => Conversation {
  const places = {
    coder: { server: servers.coder, directory: site.workspace.clone, title: site.task.title },
    reviewer: { server: servers.judges, directory: site.workspace.snapshot, title: `Review: ${site.task.title}` },
  };
  return (role) => {
    const { server, directory, title } = places[role];
    return createConversation({
      role,
      turns,
      models: found[role].map(({ name }) => name),
      open: async (model, again) => {
        const agent = again ? await server.renew() : await server.agent();
        const session = await agent.open({ role, title, directory });
        story.addSession(session, model);
        return session;
      },
      onMended: story.note,
    });
  };
}

type Attempt = Readonly<{ conversation: Conversation; site: Site; story: Story }>;

async function attempt({ conversation, site, story }: Attempt): Promise<void> {
  const step = story.begin('First attempt');
  const summary = await implement(
    { conversation, onActivity: step.note },
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
  { conversation, site, story }: Attempt,
  { round, last, tried }: Readonly<{ round: number; last: Judgement; tried: readonly string[] | null }>,
): Promise<void> {
  story.update({ round });
  const findings = last.findings.filter(isOpen);
  const step = story.begin(`Fix ${round}`);
  await site.writeCorrective(round, findings);
  const words = await fix({ conversation, onActivity: step.note }, { round, findings, tried }).catch(
    (error: unknown) => {
      step.failed(`Fix ${round}: ${asFailure(error).message}`);
      throw error;
    },
  );
  story.update({ summary: `${story.state().summary}\n\n${words}` });
  step.done(`Fix ${round}: ${findings.map(({ id }) => id).join(', ')}${tried === null ? '' : ', by another approach'}`);
}
