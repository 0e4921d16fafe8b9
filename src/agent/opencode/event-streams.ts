import type { OpencodeClient } from '@opencode-ai/sdk/v2/client';
import { followEvents, type Events } from './events.ts';

/** The event streams of one server: one for each directory that it works in, opened when it is first asked for. */
export type EventStreams = AsyncDisposable & Readonly<{ of: (directory: string) => Events }>;

/** A stream is of one directory, and tells nothing of what happens in another one. */
export function createEventStreams(client: OpencodeClient): EventStreams {
  const streams = new Map<string, Events>();
  return {
    of(directory) {
      const events = streams.get(directory) ?? followEvents(client, directory);
      streams.set(directory, events);
      return events;
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...streams.values()].map((events) => events[Symbol.asyncDispose]()));
    },
  };
}
