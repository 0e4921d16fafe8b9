import type { AssistantMessage, OpencodeClient, Part } from '@opencode-ai/sdk/v2/client';

/** One answer of the model with its parts. */
export type Answer = Readonly<{ info: AssistantMessage; parts: readonly Part[] }>;

type Page = readonly Answer[] | 'unreadable';

/**
 * The newest answers of a session, oldest first. OpenCode 1.18 refuses (400) every page that contains a prompt with an
 * answer schema, though the answers after it can be read; so the longest page that it gives is looked for.
 */
export async function newestAnswers(
  client: OpencodeClient,
  session: string,
  directory: string,
): Promise<readonly Answer[]> {
  const read = (limit?: number): Promise<Page> => readPage(client, { session, directory, limit });
  const whole = await read();
  if (whole !== 'unreadable') return whole;
  let [best, readable, tooLong]: [readonly Answer[], number, number] = [[], 0, Number.POSITIVE_INFINITY];
  while (tooLong - readable > 1) {
    const limit =
      tooLong === Number.POSITIVE_INFINITY ? Math.max(1, readable * 2) : Math.floor((readable + tooLong) / 2);
    const page = await read(limit);
    if (page === 'unreadable') tooLong = limit;
    else [best, readable] = [page, limit];
  }
  return best;
}

async function readPage(
  client: OpencodeClient,
  page: Readonly<{ session: string; directory: string; limit: number | undefined }>,
): Promise<Page> {
  const { data, response } = await client.session.messages({
    sessionID: page.session,
    directory: page.directory,
    ...(page.limit === undefined ? {} : { limit: page.limit }),
  });
  if (data !== undefined)
    return data.flatMap(({ info, parts }) => (info.role === 'assistant' ? [{ info, parts }] : []));
  if (response?.status === 400) return 'unreadable';
  throw new Error(`OpenCode did not list the messages of a session (status ${response?.status ?? 'none'})`);
}
