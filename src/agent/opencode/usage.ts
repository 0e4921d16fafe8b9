import type { AssistantMessage, OpencodeClient } from '@opencode-ai/sdk/v2/client';
import type { Usage } from '../agent.ts';
import { newestAnswers } from './messages.ts';

/** Tells whether `provider/model` has a known price. */
export type IsPriced = (model: string) => boolean;

/**
 * Counts what a session and its children used since it was last asked. A message's tokens are those of one request, and
 * a session's own sums leave its children out, so every message of the whole tree is added up, each once.
 */
export function createAccount(
  client: OpencodeClient,
  directory: string,
  isPriced: IsPriced,
): (session: string) => Promise<readonly Usage[]> {
  const counted = new Set<string>();
  return async (session) => {
    const messages = await assistantMessages(client, session, directory);
    const fresh = messages.filter((message) => message.time.completed !== undefined && !counted.has(message.id));
    for (const message of fresh) counted.add(message.id);
    return fresh.filter(wasAnswered).map((message) => usageOf(message, isPriced));
  };
}

async function assistantMessages(
  client: OpencodeClient,
  session: string,
  directory: string,
): Promise<readonly AssistantMessage[]> {
  const ids = await familyOf(client, session);
  const lists = await Promise.all(ids.map((id) => newestAnswers(client, id, directory)));
  return lists.flat().map(({ info }) => info);
}

/** A session's id and those of all its descendants. */
export async function familyOf(client: OpencodeClient, session: string): Promise<readonly string[]> {
  const { data } = await client.session.children({ sessionID: session }, { throwOnError: true });
  const descendants = await Promise.all(data.map((child) => familyOf(client, child.id)));
  return [session, ...descendants.flat()];
}

/** A request that failed before it was answered used nothing. */
function wasAnswered(message: AssistantMessage): boolean {
  const { input, output, reasoning, cache } = message.tokens;
  return message.error === undefined || input + output + reasoning + cache.read + cache.write > 0;
}

function usageOf(message: AssistantMessage, isPriced: IsPriced): Usage {
  const model = `${message.providerID}/${message.modelID}`;
  return {
    session: message.sessionID,
    model,
    requests: 1,
    tokens: {
      input: message.tokens.input,
      output: message.tokens.output,
      reasoning: message.tokens.reasoning,
      cacheRead: message.tokens.cache.read,
      cacheWrite: message.tokens.cache.write,
    },
    cost: isPriced(model) ? message.cost : null,
  };
}
