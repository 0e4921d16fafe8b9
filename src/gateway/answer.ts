import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createParser } from 'eventsource-parser';
import { createKeyHider } from './key-hider.ts';
import type { AnswerReader, Reading } from './protocol/protocol.ts';

export type Heard = Readonly<{
  /** Null for an answer that nobody reads the meaning of. */
  reading: Reading | null;
  /** The answer as it came; of a stream at most the first 4 MiB. */
  text: string;
  /** False when the connection broke before the end. */
  ended: boolean;
}>;

/** Characters of a stream that are kept for the record. */
const KEPT = 4 * 1024 * 1024;

/** Milliseconds that a provider gets for closing its connection. */
const CLOSING = 1000;

/** How a stream of events begins, and no document does. */
const EVENT = /^\s*(?:data|event|id|retry)?:/u;

/** Passes an answer on to the client piece by piece as it comes, without keys, and listens. */
export async function hear(
  head: IncomingMessage,
  client: ServerResponse | null,
  { reader, keys, gone }: Readonly<{ reader: AnswerReader | null; keys: readonly string[]; gone: AbortSignal }>,
): Promise<Heard> {
  const listener = createListener(head, reader);
  const hider = createKeyHider(keys);
  client?.writeHead(head.statusCode ?? 200, { 'content-type': head.headers['content-type'] ?? 'application/json' });
  client?.flushHeaders();
  let ended = true;
  let late: NodeJS.Timeout | undefined;
  const pass = async (bytes: Uint8Array): Promise<void> => {
    if (bytes.byteLength === 0) return;
    listener.listen(bytes);
    if (client !== null && !client.write(bytes)) await once(client, 'drain', { signal: gone });
    if (late !== undefined || !listener.isClosed()) return;
    // Some providers leave the connection open after the end; nobody has to wait for that.
    client?.end();
    late = setTimeout(() => head.destroy(), CLOSING);
  };
  try {
    for await (const piece of head) {
      const bytes: unknown = piece;
      if (bytes instanceof Uint8Array) await pass(hider.pass(bytes));
    }
    await pass(hider.rest());
  } catch {
    // The provider broke off, or nobody waits for the answer any more; what had come is what counts.
    ended = listener.isClosed();
  } finally {
    clearTimeout(late);
  }
  return { ...listener.end(ended), ended };
}

type Listener = Readonly<{
  listen: (piece: Uint8Array) => void;
  isClosed: () => boolean;
  end: (ended: boolean) => Omit<Heard, 'ended'>;
}>;

function createListener(head: IncomingMessage, reader: AnswerReader | null): Listener {
  const decoder = new TextDecoder();
  let streams = head.headers['content-type']?.toLowerCase().startsWith('text/event-stream') === true;
  const events = createParser({ onEvent: ({ data }) => reader?.read(data) });
  let text = '';
  const add = (piece: string): void => {
    // Clients read events whatever the content calls itself, and so must whoever counts.
    if (text === '') streams ||= EVENT.test(piece);
    if (text.length < KEPT || !streams) text += piece;
    if (streams) events.feed(piece);
  };
  return {
    listen: (piece) => add(decoder.decode(piece, { stream: true })),
    isClosed: () => reader?.result().closed === true,
    end(ended) {
      add(decoder.decode());
      if (!streams) reader?.read(text);
      const reading = reader?.result() ?? null;
      // A document that could be read is whole, whatever it leaves out; so is a stream that ends well after the model did.
      const isWhole = ended && reading?.fault === null && (streams ? reading.finished : text.trim() !== '');
      return { reading: reading !== null && isWhole ? { ...reading, complete: true } : reading, text };
    },
  };
}
