import type { OpencodeClient } from '@opencode-ai/sdk/v2/client';
import type { FailureCategory } from '../../failure.ts';
import { QUICK_POLL, watchActivity, type Watch } from './activity.ts';
import type { Events } from './events.ts';
import { faultOf, type Fault } from './faults.ts';
import { newestAnswers, type Answer } from './messages.ts';
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
  schema: Readonly<Record<string, unknown>> | null;
  /** Milliseconds since the epoch. */
  deadline: number;
  /** Milliseconds. */
  idleTimeout: number;
  onActivity: (what: string) => void;
}>;

export type TurnEnd =
  | Readonly<{ kind: 'done'; text: string; structured: unknown }>
  | Readonly<{ kind: 'failed'; fault: Fault; text: string }>;

const POLL = 1000;
/** Time for a submitted prompt to show up as work. */
const START_LIMIT = 15_000;
const CRASHED = 'OpenCode ended in the middle of a turn.';
/** Time for an aborted session to come to rest. */
const ABORT_LIMIT = 5000;

/**
 * Submits one prompt and follows it until the turn is over by every sign there is, its time is up, or it fell silent.
 * It is submitted once; a lost event stream is made up for by polling.
 */
export async function runTurn(options: TurnOptions): Promise<TurnEnd> {
  const { client, session, directory } = options;
  const before = new Set((await entries(options)).map(({ info }) => info.id));
  const watch = watchActivity(options);
  try {
    await client.session.promptAsync(
      {
        sessionID: session,
        directory,
        agent: options.agent,
        model: options.model,
        parts: [{ type: 'text', text: options.prompt }],
        ...(options.schema === null ? {} : { format: { type: 'json_schema' as const, schema: options.schema } }),
      },
      { throwOnError: true },
    );
    const end = await follow(options, before, watch);
    if (end !== null) return end;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return (await isGoneSoon(options))
      ? failed('runtime-crashed', CRASHED, '')
      : failed('stream-lost', `OpenCode did not answer: ${message}`, '');
  } finally {
    watch.stop();
  }
  return failed('unknown', 'The turn ended without a reason.', '');
}

/** Looks again at each event of the session's family, and every second whatever the events say. */
async function follow(options: TurnOptions, before: ReadonlySet<string>, watch: Watch): Promise<TurnEnd | null> {
  const startedAt = Date.now();
  for (;;) {
    if (options.isDown()) return failed('runtime-crashed', CRASHED, '');
    const limit = limitReached(options, watch);
    if (limit !== null) return abort(options, before, limit);
    const status = await familyStatus(options).catch(() => UNANSWERED);
    if (status.retryAt !== null && status.retryAt > options.deadline) {
      return abort(options, before, {
        category: 'usage-limit',
        message: `The provider asks to wait: ${status.retryMessage}`,
      });
    }
    if (status.idle) {
      const fresh = (await entries(options).catch(() => [])).filter(({ info }) => !before.has(info.id));
      const end = endOf(fresh);
      if (end !== null) return end;
      if (Date.now() - startedAt > START_LIMIT && Date.now() - watch.lastActivity() > START_LIMIT) {
        return failed('bad-output', 'The model’s answer was empty or broke off.', textOf(fresh));
      }
    }
    await watch.next(status.idle ? QUICK_POLL : POLL);
  }
}

/** A server that does not answer is asked again until it falls under one of the limits. */
const UNANSWERED: FamilyStatus = { idle: false, retryAt: null, retryMessage: '' };

/** Null while the turn may still go on. */
function endOf(fresh: readonly Answer[]): TurnEnd | null {
  const last = fresh.at(-1);
  if (last === undefined || last.info.time.completed === undefined) return null;
  const text = textOf(fresh);
  if (last.info.error !== undefined) return { kind: 'failed', fault: faultOf(last.info.error), text };
  if (last.info.structured !== undefined) return { kind: 'done', text, structured: last.info.structured };
  const pending = fresh
    .flatMap(({ parts }) => parts)
    .some((part) => part.type === 'tool' && isPending(part.state.status));
  if (pending || last.info.finish === undefined || last.info.finish === 'tool-calls') return null;
  if (last.info.finish === 'content-filter')
    return failed('content-filter', 'The provider’s filter ended the answer.', text);
  if (last.info.finish === 'length')
    return failed('bad-output', 'The answer was cut off at the model’s output limit.', text);
  return { kind: 'done', text, structured: undefined };
}

function isPending(status: string): boolean {
  return status === 'pending' || status === 'running';
}

function textOf(fresh: readonly Answer[]): string {
  const texts = (fresh.at(-1)?.parts ?? []).filter((part) => part.type === 'text').map((part) => part.text);
  return texts.join('\n').trim();
}

function entries({ client, session, directory }: TurnOptions): Promise<readonly Answer[]> {
  return newestAnswers(client, session, directory);
}

type FamilyStatus = Readonly<{ idle: boolean; retryAt: number | null; retryMessage: string }>;

/** Idle when neither the session nor any child of it is at work. */
async function familyStatus({ client, session, directory }: TurnOptions): Promise<FamilyStatus> {
  const [family, { data }] = await Promise.all([
    familyOf(client, session),
    client.session.status({ directory }, { throwOnError: true }),
  ]);
  const busy = family.map((id) => data[id]).filter((status) => status !== undefined && status.type !== 'idle');
  const retry = busy.find((status) => status?.type === 'retry');
  return {
    idle: busy.length === 0,
    retryAt: retry?.type === 'retry' ? retry.next : null,
    retryMessage: retry?.type === 'retry' ? retry.message : '',
  };
}

function limitReached(options: TurnOptions, watch: Watch): Fault | null {
  const now = Date.now();
  if (now >= options.deadline)
    return { category: 'timeout', message: 'The time of the run was used up during a turn.' };
  if (now - watch.lastActivity() < options.idleTimeout) return null;
  return {
    category: 'stalled',
    message: `Nothing was heard of the agent for ${Math.round(options.idleTimeout / 1000)} seconds.`,
  };
}

async function abort(options: TurnOptions, before: ReadonlySet<string>, fault: Fault): Promise<TurnEnd> {
  const { client, session, directory } = options;
  const signal = AbortSignal.timeout(ABORT_LIMIT);
  const heard = await client.session.abort({ sessionID: session, directory }, { signal }).catch(() => null);
  // A server that does not even hear this has nothing more to tell; it is killed with its sandbox.
  if (heard === null) return { kind: 'failed', fault, text: '' };
  while (!signal.aborted && !(await familyStatus(options).catch(() => ({ idle: true }))).idle) {
    await new Promise((resolve) => setTimeout(resolve, QUICK_POLL));
  }
  const fresh = await entries(options).catch(() => []);
  return { kind: 'failed', fault, text: textOf(fresh.filter(({ info }) => !before.has(info.id))) };
}

/** A connection breaks off before the end of the process is known. */
async function isGoneSoon({ isDown }: TurnOptions): Promise<boolean> {
  for (let tries = 0; tries < 20 && !isDown(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, QUICK_POLL));
  return isDown();
}

function failed(category: FailureCategory, message: string, text: string): TurnEnd {
  return { kind: 'failed', fault: { category, message }, text };
}
