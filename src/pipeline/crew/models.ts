import { ROLES, type Agent, type ModelAccess, type ModelInfo, type Role } from '../../agent/agent.ts';
import { serverOf, type ServerName } from '../../agent/server-of.ts';
import { MODEL_INPUT } from '../../config/roles.ts';
import type { Settings } from '../../config/settings.ts';
import { asFailure } from '../../failure.ts';
import type { Gateway } from '../../gateway/gateway.ts';
import { withBlocked } from '../../report/blocked-places.ts';
import { secretOf } from '../kept/digests.ts';
import type { Running } from '../running.ts';
import { confine } from './confine.ts';

/** The models of a run, all of them behind its gateway. */
export type Models = AsyncDisposable &
  Readonly<{
    gateway: Gateway;
    /** What signs the state of the run; null where no model needs a key. */
    secret: string | null;
    access: (server: ServerName) => ModelAccess;
    /** Looks the configured models up in OpenCode's list and opens the gateway for each role's. Throws `model-not-found`. */
    open: (agent: Agent) => Promise<ModelsOfRoles>;
  }>;

/** Models of each role in the order in which they are tried, never none. */
export type ModelsOfRoles = Readonly<Record<Role, readonly ModelInfo[]>>;

/** Reads the keys and hands them to the gateway, which starts here once it is known that what may use it is confined. */
export async function openModels(settings: Settings, { deps, story }: Running): Promise<Models> {
  const confined = await confine(settings, { deps, story });
  const { all, preferred } = deps.readProviders(settings);
  const deadline = story.state().startedAt + settings.maxDuration;
  const gateway = await deps.startGateway({ all, preferred }, confined, deadline);
  deps.sandboxes.open(gateway.ports);
  gateway.watch({
    onRequest: () => undefined,
    onFault: () => undefined,
    onBlocked: (one) => story.update({ blocked: withBlocked(story.state().blocked, one) }),
  });
  return {
    gateway,
    secret: secretOf(all.map(({ key }) => key)),
    access: (server) => ({
      ...gateway.access(server),
      models: [...new Set(ROLES.flatMap((role) => settings.modelsOf[role]))],
      ownEndpoint: all.some(({ baseUrl }) => baseUrl !== null),
      preferred,
    }),
    async open(agent) {
      const found = await findAll(agent, settings, story.note);
      gateway.allow('coder', found.coder);
      const judges = ROLES.filter((role) => serverOf(role) === 'judges').flatMap((role) => found[role]);
      gateway.allow('judges', [...new Map(judges.map((model) => [model.name, model])).values()]);
      return found;
    },
    [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose](),
  };
}

/** Each role's models as OpenCode lists them; one that it does not know is passed over as long as the role has another. */
async function findAll(agent: Agent, settings: Settings, note: (sentence: string) => void): Promise<ModelsOfRoles> {
  const told = new Set<string>();
  const find = async (role: Role): Promise<readonly ModelInfo[]> => {
    const names = settings.modelsOf[role];
    // Who has the coder's models has them from where the coder has them.
    const input = names.join() === settings.modelsOf.coder.join() ? MODEL_INPUT.coder : MODEL_INPUT[role];
    const answers = await Promise.allSettled(
      (names.length === 0 ? [null] : names).map((name) => agent.findModel(name, input)),
    );
    const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    const missing = answers.flatMap((answer) => (answer.status === 'rejected' ? [asFailure(answer.reason)] : []));
    if (found.length === 0) throw missing[0] ?? new TypeError('No model was asked for.');
    for (const { message, hint } of missing) {
      if (!told.has(message)) note(`${message} It was passed over. ${hint}`);
      told.add(message);
    }
    return found;
  };
  const [planner, searcher, coder, reviewer, advisor] = await Promise.all(ROLES.map(find));
  if (!planner || !searcher || !coder || !reviewer || !advisor) throw new TypeError('Every role has models.');
  return { planner, searcher, coder, reviewer, advisor };
}
