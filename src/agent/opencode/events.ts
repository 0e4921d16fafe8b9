import type { OpencodeClient } from '@opencode-ai/sdk/v2/client';
import type { AgentStep } from '../repetition.ts';
import { answerPending } from './refusals.ts';

/** What the followers of a session need to know of an event. */
export type SessionEvent = Readonly<{
  session: string;
  /** A few words on what happened, null when it is of no interest to people. */
  activity: string | null;
  /** A step that is over; null for every other event. */
  step: AgentStep | null;
}>;

export type Events = AsyncDisposable &
  Readonly<{
    /** Calls back for each event of any session until the returned function is called. */
    listen: (listener: (event: SessionEvent) => void) => () => void;
  }>;

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
  const steps = createSteps();
  while (!signal.aborted) {
    try {
      const { stream } = await client.event.subscribe({ directory }, { signal, sseMaxRetryAttempts: 1 });
      for await (const event of stream) {
        if (event.type === 'permission.asked' || event.type === 'question.asked') void answerPending(client, directory);
        const session = sessionOf(event.properties);
        if (session !== null) tell({ session, activity: activityOf(event), step: steps(session, event) });
      }
    } catch {
      // A dropped stream costs nothing: turns are polled as well.
    }
    if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

type StreamEvent =
  Awaited<ReturnType<OpencodeClient['event']['subscribe']>>['stream'] extends AsyncGenerator<infer E> ? E : never;

/** Finds the end of each tool call once, and of each answer that called nothing. */
function createSteps(): (session: string, event: StreamEvent) => AgentStep | null {
  const seen = new Set<string>();
  const calledIn = new Set<string>();
  return (session, event) => {
    if (event.type === 'message.part.updated') {
      const { part } = event.properties;
      if (part.type !== 'tool' || seen.has(part.id)) return null;
      if (part.state.status !== 'completed' && part.state.status !== 'error') return null;
      seen.add(part.id);
      calledIn.add(part.messageID);
      const outcome = part.state.status === 'completed' ? part.state.output : part.state.error;
      return { call: `${part.tool} ${JSON.stringify(part.state.input)}`, outcome };
    }
    if (event.type !== 'message.updated' || event.properties.info.role !== 'assistant') return null;
    const { info } = event.properties;
    if (info.time.completed === undefined || calledIn.has(info.id) || seen.has(info.id)) return null;
    seen.add(info.id);
    return { call: 'an answer that neither calls a tool nor ends the turn', outcome: '' };
  };
}

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
