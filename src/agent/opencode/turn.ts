import type { OpencodeClient } from '@opencode-ai/sdk/v2/client';
import type { Fault } from '../agent.ts';
import type { Image } from '../image.ts';
import { QUICK_POLL, watchActivity, type Watch } from './activity.ts';
import type { Events } from './events.ts';
import { limitReached } from './limits.ts';
import { newestAnswers, type Answer } from './messages.ts';
import { endOf, failed, isWhole, textOf, type TurnEnd } from './turn-end.ts';
import { familyOf } from './usage.ts';

export type TurnOptions = Readonly<{
  client: OpencodeClient;
  events: Events;
  isDown: () => boolean;
  session: string;
  directory: string;
  agent: string;
  model: Readonly<{ providerID: string; modelID: string }>;
  prompt: string;
  images: readonly Image[];
  schema: Readonly<Record<string, unknown>> | null;
  /** Milliseconds since the epoch. */
  deadline: number;
  /** Milliseconds. */
  idleTimeout: number;
  stop: AbortSignal | undefined;
  onActivity: (what: string) => void;
  /** Called when the prompt goes out, which it does once. */
  onSubmitted: () => void;
}>;

const POLL = 1000;
/** Time for a submitted prompt to show up as work. */
const START_LIMIT = 15_000;
/** Time for a session that came to rest after a whole message to go on with another. */
const REST_LIMIT = 2000;
const CRASHED = 'OpenCode ended in the middle of a turn.';
/** A question that got no answer in its time is asked so often. */
const QUESTION_TRIES = 4;
/** Time for an aborted session to come to rest. */
const ABORT_LIMIT = 5000;

/**
 * Submits one prompt and follows it until the turn is over by every sign there is, its time is up, or it fell silent.
 * It is submitted once; a lost event stream is made up for by polling.
 */
export async function runTurn(options: TurnOptions): Promise<TurnEnd> {
  const { client, session, directory } = options;
  const watch = watchActivity(options);
  try {
    const before = await idsBefore(options);
    options.onSubmitted();
    await client.session
      .promptAsync(
        {
          sessionID: session,
          directory,
          agent: options.agent,
          model: options.model,
          parts: [{ type: 'text', text: options.prompt }, ...options.images.map(filePart)],
          ...(options.schema === null ? {} : { format: { type: 'json_schema' as const, schema: options.schema } }),
        },
        { throwOnError: true },
      )
      .catch((error: unknown) => {
        // Without an answer nobody knows whether it arrived: what the session does from now on tells.
        if (!isTimeout(error)) throw error;
      });
    return await follow(options, before, watch);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return (await isGoneSoon(options))
      ? failed('runtime-crashed', CRASHED, '')
      : failed('stream-lost', `OpenCode did not answer: ${message}`, '');
  } finally {
    watch.end();
  }
}

function filePart({ name, mime, base64 }: Image) {
  return { type: 'file' as const, mime, filename: name, url: `data:${mime};base64,${base64}` };
}

/** What stood there before. A server that is slow to answer is asked again, since nothing was submitted yet. */
async function idsBefore(options: TurnOptions, tries = QUESTION_TRIES): Promise<ReadonlySet<string>> {
  const answers = await entries(options).catch((error: unknown) => {
    if (tries > 1 && isTimeout(error) && !options.isDown()) return null;
    throw error;
  });
  return answers === null ? await idsBefore(options, tries - 1) : new Set(answers.map(({ info }) => info.id));
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

/** Looks again at each event of the session's family, and every second whatever the events say. */
async function follow(options: TurnOptions, before: ReadonlySet<string>, watch: Watch): Promise<TurnEnd> {
  const startedAt = Date.now();
  let family: readonly string[] = [options.session];
  for (;;) {
    if (options.isDown()) return failed('runtime-crashed', CRASHED, '');
    const limit = limitReached(options, watch, family);
    if (limit !== null) return abort(options, before, limit);
    const status = await familyStatus(options).catch(() => UNANSWERED);
    if (status.family.length > 0) family = status.family;
    if (status.retryAt !== null && status.retryAt > options.deadline) {
      const message = `The provider asks to wait: ${status.retryMessage}`;
      return abort(options, before, { category: 'usage-limit', message });
    }
    if (status.idle) {
      const fresh = (await entries(options).catch(() => [])).filter(({ info }) => !before.has(info.id));
      const end = endOf(fresh);
      if (end !== null) return end;
      const quiet = Date.now() - Math.max(startedAt, watch.lastActivity());
      if (quiet > (isWhole(fresh) ? REST_LIMIT : START_LIMIT))
        return failed('bad-output', 'The model’s answer was empty or broke off.', textOf(fresh));
    }
    await watch.next(status.idle ? QUICK_POLL : POLL);
  }
}

/** A server that does not answer is asked again until it falls under one of the limits. */
const UNANSWERED: FamilyStatus = { family: [], idle: false, retryAt: null, retryMessage: '' };

function entries({ client, session, directory }: TurnOptions): Promise<readonly Answer[]> {
  return newestAnswers(client, session, directory);
}

type FamilyStatus = Readonly<{
  family: readonly string[];
  idle: boolean;
  retryAt: number | null;
  retryMessage: string;
}>;

/** Idle when neither the session nor any child of it is at work. */
async function familyStatus({ client, session, directory }: TurnOptions): Promise<FamilyStatus> {
  const [family, { data }] = await Promise.all([
    familyOf(client, session),
    client.session.status({ directory }, { throwOnError: true }),
  ]);
  const busy = family.map((id) => data[id]).filter((status) => status !== undefined && status.type !== 'idle');
  const retry = busy.find((status) => status?.type === 'retry');
  return {
    family,
    idle: busy.length === 0,
    retryAt: retry?.type === 'retry' ? retry.next : null,
    retryMessage: retry?.type === 'retry' ? retry.message : '',
  };
}

/** Ends the turn. An answer that was whole before counts, as recovered. */
async function abort(options: TurnOptions, before: ReadonlySet<string>, fault: Fault): Promise<TurnEnd> {
  const { client, session, directory } = options;
  const signal = AbortSignal.timeout(ABORT_LIMIT);
  const heard = await client.session.abort({ sessionID: session, directory }, { signal }).catch(() => null);
  // A server that does not even hear this has nothing more to tell; it is killed with its sandbox.
  if (heard === null) return { kind: 'failed', fault, text: '' };
  while (!signal.aborted && !(await familyStatus(options).catch(() => ({ idle: true }))).idle) {
    await new Promise((resolve) => setTimeout(resolve, QUICK_POLL));
  }
  const fresh = (await entries(options).catch(() => [])).filter(({ info }) => !before.has(info.id));
  const end = endOf(fresh);
  return end?.kind === 'done' ? { ...end, recovered: fault } : { kind: 'failed', fault, text: textOf(fresh) };
}

/** A connection breaks off before the end of the process is known. */
async function isGoneSoon({ isDown }: TurnOptions): Promise<boolean> {
  for (let tries = 0; tries < 20 && !isDown(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, QUICK_POLL));
  return isDown();
}
