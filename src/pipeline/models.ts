import type { Agent, ModelAccess, ModelInfo, Role } from '../agent/agent.ts';
import type { Settings } from '../config/settings.ts';
import { asFailure } from '../failure.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Running } from './running.ts';

/** The models of a run, all of them behind its gateway. */
export type Models = AsyncDisposable &
  Readonly<{
    gateway: Gateway;
    access: (role: Role) => ModelAccess;
    /** Looks the configured models up in OpenCode's list and opens the gateway for each role's. Throws `model-not-found`. */
    open: (agent: Agent) => Promise<ModelsOfRoles>;
  }>;

/** Models of each role in the order in which they are tried, never none. */
export type ModelsOfRoles = Readonly<{ coder: readonly ModelInfo[]; reviewer: readonly ModelInfo[] }>;

/** Reads the keys and hands them to the gateway, which starts here. */
export async function openModels(settings: Settings, { deps, story }: Running): Promise<Models> {
  const { all, preferred } = deps.readProviders(settings);
  const deadline = story.state().startedAt + settings.maxDuration;
  const gateway = await deps.startGateway({ all, preferred }, settings, deadline);
  const find = async (
    agent: Agent,
    names: readonly string[],
    input: 'model' | 'review-model',
  ): Promise<ModelInfo[]> => {
    const asked = (names.length === 0 ? [null] : names).map((name) => agent.findModel(name, input));
    const answers = await Promise.allSettled(asked);
    const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    const missing = answers.flatMap((answer) => (answer.status === 'rejected' ? [asFailure(answer.reason)] : []));
    if (found.length === 0) throw missing[0] ?? new TypeError('No model was asked for.');
    for (const { message, hint } of missing) story.note(`${message} It was passed over. ${hint}`);
    return found;
  };
  return {
    gateway,
    access: (role) => ({
      ...gateway.access(role),
      models: [...new Set([...settings.models, ...settings.reviewModels])],
      ownEndpoint: all.some(({ baseUrl }) => baseUrl !== null),
      preferred,
    }),
    async open(agent) {
      const coder = await find(agent, settings.models, 'model');
      const reviewer = await find(agent, settings.reviewModels, 'review-model');
      gateway.allow('coder', coder);
      gateway.allow('reviewer', reviewer);
      return { coder, reviewer };
    },
    [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose](),
  };
}
