import type { Agent, Role } from '../../agent/agent.ts';
import { createConversation, type Conversation } from '../../agent/conversation.ts';
import { serverOf } from '../../agent/server-of.ts';
import { createTurns, type Turns } from '../../ledger/turns.ts';
import { codeSpan } from '../../text/markdown.ts';
import type { Running } from '../running.ts';
import type { Site } from '../site/site.ts';
import type { Story } from '../told/story.ts';
import type { Models, ModelsOfRoles } from './models.ts';
import { startServers, type Servers } from './servers.ts';

/** Where a session looks, and what it is called in OpenCode's list. */
export type Seat = Readonly<{
  directory: string;
  title: string;
  /** Makes the directory ready; called before each turn. */
  beforeTurn?: () => Promise<void>;
}>;

/** Those who work on a run: both servers, the models of each role, and the turns that they may take. */
export type Crew = AsyncDisposable &
  Readonly<{
    turns: Turns;
    /** A conversation of its own; opened when it is first used. */
    talk: (role: Role, seat: Seat) => Conversation;
    /** Ends what the coders' turns left running, unless one of them still runs. */
    sweep: () => Promise<void>;
    /** Brings the coders' server and all that its coders started to rest until what is returned is disposed of. */
    pause: () => Promise<AsyncDisposable>;
    /** Starts the judges' server beside other work, so that it is warm when it is needed. */
    callJudges: () => void;
    /** Coders that may work at the same time on one server. */
    atOnce: number;
    /** Calls back whenever a provider limits the rate, until the returned function is called. */
    onRateLimit: (listener: () => void) => () => void;
  }>;

/** Statuses by which providers ask for fewer requests: too many of them, or nobody free to answer. */
const LIMITED: readonly number[] = [429, 503, 529];

type CrewSite = Pick<Site, 'workspace' | 'settings'> & Partial<Pick<Site, 'images'>>;

/** Starts the server that is needed first, looks up the models and opens the gateway for them. */
export async function openCrew(
  site: CrewSite,
  models: Models,
  given: Running & Readonly<{ first: 'coder' | 'judges' }>,
): Promise<Crew> {
  const { deps, story, first } = given;
  await using opening = new AsyncDisposableStack();
  const servers = opening.use(startServers(site, models, { deps, story }));
  servers[first].start();
  const agent = await servers[first].agent();
  const found = await models.open(agent);
  story.update({ agent: agent.description, judgeModel: found.reviewer[0] ?? null });
  for (const sentence of [...agent.cannot, ...unseen(site, found.coder[0])]) story.note(sentence);
  const listeners = new Set<() => void>();
  models.gateway.watch({
    // Each try is told here, the one after which the gateway waits and tries again, too.
    onRequest: ({ status }) => {
      if (LIMITED.includes(status)) for (const listener of listeners) listener();
    },
    onFault: () => undefined,
  });
  const turns = createTurns({
    maxTurns: site.settings.maxTurns,
    deadline: story.state().startedAt + site.settings.maxDuration,
    gateway: models.gateway,
    accounts: story.accounts,
    onSpent: () => story.update({}),
  });
  const coding = { now: 0 };
  const talk: Crew['talk'] = (role, seat) => converse({ role, seat }, { servers, found, turns, story, coding });
  const opened = opening.move();
  return {
    turns,
    talk,
    sweep: async () => {
      if (coding.now === 0) await (await servers.coder.agent()).sweep();
    },
    async pause() {
      // Where none could be started, nothing is at work.
      const working = await servers.coder.agent().catch(() => null);
      return working === null ? new AsyncDisposableStack() : await working.pause();
    },
    callJudges: servers.judges.start,
    atOnce: agent.atOnce,
    onRateLimit: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}

/** Who attached an image is to know that it was not looked at. */
function unseen({ images = [] }: CrewSite, coder: ModelsOfRoles['coder'][number] | undefined): readonly string[] {
  if (images.length === 0 || coder === undefined || coder.sees) return [];
  const what = images.length === 1 ? 'The attached image was' : `The ${images.length} attached images were`;
  return [`${what} not shown to ${codeSpan(coder.name)}, which takes no images as far as is known.`];
}

type Talking = Readonly<{
  servers: Servers;
  found: ModelsOfRoles;
  turns: Turns;
  story: Story;
  /** Coders' turns under way. */
  coding: { now: number };
}>;

function converse(
  { role, seat }: Readonly<{ role: Role; seat: Seat }>,
  { servers, found, turns, story, coding }: Talking,
): Conversation {
  const server = servers[serverOf(role)];
  let mine: Agent | null = null;
  const conversation = createConversation({
    role,
    turns,
    models: namesOf(found, role),
    open: async (model, again) => {
      mine = again ? await server.renew(mine) : await server.agent();
      const session = await mine.open({ role, directory: seat.directory, title: seat.title });
      story.addSession(session, model);
      return session;
    },
    onMended: story.note,
  });
  if (role !== 'coder') return conversation;
  return {
    ...conversation,
    take: async (request, purpose) => {
      await seat.beforeTurn?.();
      coding.now += 1;
      return await conversation.take(request, purpose).finally(() => (coding.now -= 1));
    },
  };
}

function namesOf(found: ModelsOfRoles, role: Role): readonly string[] {
  return found[role].map(({ name }) => name);
}
