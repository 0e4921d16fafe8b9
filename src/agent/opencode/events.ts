import type { OpencodeClient } from '@opencode-ai/sdk/v2/client';

/** What the followers of a session need to know of an event. */
export type SessionEvent = Readonly<{
  session: string;
  /** A few words on what happened, null when it is of no interest to people. */
  activity: string | null;
}>;

export type Events = AsyncDisposable &
  Readonly<{
    /** Calls back for each event of any session until the returned function is called. */
    listen: (listener: (event: SessionEvent) => void) => () => void;
  }>;

/** What a model is told instead of being kept waiting; without a reason the turn would end. */
const REFUSAL =
  'Not allowed in this run: work inside the repository’s directory only, with what is there. Go on without it.';

const REPOLL = 1000;

/**
 * Follows a server's event stream, attaching again whenever it drops, and answers every permission request and question
 * at once, those of child sessions included; a poll finds the ones whose event was lost.
 */
export function followEvents(client: OpencodeClient, directory: string): Events {
  const listeners = new Set<(event: SessionEvent) => void>();
  const stop = new AbortController();
  const following = follow({ client, directory, signal: stop.signal }, (event) => {
    for (const listener of listeners) listener(event);
  });
  const answering = setInterval(() => void answerPending(client, directory), REPOLL);
  return {
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    [Symbol.asyncDispose]: async () => {
      clearInterval(answering);
      stop.abort();
      await following;
    },
  };
}

async function follow(
  { client, directory, signal }: Readonly<{ client: OpencodeClient; directory: string; signal: AbortSignal }>,
  tell: (event: SessionEvent) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const { stream } = await client.event.subscribe({ directory }, { signal, sseMaxRetryAttempts: 1 });
      for await (const event of stream) {
        if (event.type === 'permission.asked' || event.type === 'question.asked') void answerPending(client, directory);
        const session = sessionOf(event.properties);
        if (session !== null) tell({ session, activity: activityOf(event) });
      }
    } catch {
      // A dropped stream costs nothing: turns are polled as well.
    }
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

type StreamEvent =
  Awaited<ReturnType<OpencodeClient['event']['subscribe']>>['stream'] extends AsyncGenerator<infer E> ? E : never;

function sessionOf(properties: unknown): string | null {
  if (typeof properties !== 'object' || properties === null || !('sessionID' in properties)) return null;
  return typeof properties.sessionID === 'string' ? properties.sessionID : null;
}

function activityOf(event: StreamEvent): string | null {
  if (event.type !== 'message.part.updated') return null;
  const { part } = event.properties;
  if (part.type !== 'tool' || part.state.status !== 'running') return null;
  return describeTool(part.tool, part.state.input);
}

function describeTool(tool: string, input: Readonly<Record<string, unknown>>): string {
  const about = [input['filePath'], input['command'], input['pattern'], input['description']].find(
    (value) => typeof value === 'string',
  );
  return typeof about === 'string' ? `${tool} ${about.split('\n')[0]?.slice(0, 80) ?? ''}` : tool;
}

async function answerPending(client: OpencodeClient, directory: string): Promise<void> {
  const signal = AbortSignal.timeout(REPOLL);
  await Promise.allSettled([
    client.permission
      .list({ directory }, { signal })
      .then(({ data }) =>
        Promise.all(
          (data ?? []).map(({ id }) =>
            client.permission.reply({ requestID: id, directory, reply: 'reject', message: REFUSAL }),
          ),
        ),
      ),
    client.question
      .list({ directory }, { signal })
      .then(({ data }) =>
        Promise.all((data ?? []).map(({ id }) => client.question.reject({ requestID: id, directory }))),
      ),
  ]);
}
