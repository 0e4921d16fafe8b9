import type { ServerResponse } from 'node:http';
import type { Fault } from '../agent/agent.ts';
import { hear, type Heard } from './answer.ts';
import type { Asked } from './asked.ts';
import type { Budget, Reservation } from './budget.ts';
import { countOf, NOT_CHARGED, sumOf } from './count.ts';
import { faultOfStatus, isTransient } from './fault.ts';
import type { Notice } from './messages.ts';
import { inWords, waitBeforeRetry, waited } from './patience.ts';
import { costOf, worstOf, type Amount } from './price.ts';
import type { RecordExchange } from './record.ts';
import { refuse } from './refuse.ts';
import type { Setbacks } from './setbacks.ts';
import { retryAfter, type Send } from './upstream.ts';
import { inOneLine } from './words.ts';

export type ExchangeContext = Readonly<{
  send: Send;
  budget: Budget;
  /** Milliseconds since the epoch. */
  deadline: number;
  /** Milliseconds that a provider is waited for at most. */
  patience: number;
  tell: (notice: Notice) => void;
  record: RecordExchange;
  /** Must not come out in any answer. */
  keys: readonly string[];
  setbacks: Setbacks;
}>;

/** Characters of a fault’s message. */
const LONGEST_MESSAGE = 500;

/** Answers that break off in a row before a session is given up. */
const BREAKS = 2;

/** Providers commonly make up to 1,600 tokens of a picture. */
const BYTES_OF_PICTURE = 6400;

/**
 * Connections that never came about, so that nothing was sent and nothing can have been charged: nobody there, a
 * certificate that nobody vouches for, a proxy that does not connect, a header that cannot be written.
 */
const NOT_REACHED =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|\w*CERT\w*|UNABLE_TO_\w+|HOSTNAME_MISMATCH|ERR_PROXY_\w+|ERR_INVALID_\w+)$/u;

/** Forwards one request and passes the answer on as it comes; a transient fault is tried once more before it is told. */
export async function exchange(asked: Asked, client: ServerResponse, context: ExchangeContext): Promise<void> {
  const gone = new AbortController();
  client.once('close', () => {
    if (!client.writableFinished) gone.abort();
  });
  await attempts(asked, client, { ...context, gone: gone.signal });
}

type Attempting = ExchangeContext & Readonly<{ gone: AbortSignal }>;

async function attempts(asked: Asked, client: ServerResponse, context: Attempting): Promise<void> {
  const { gone } = context;
  for (let attempt = 1; ; attempt += 1) {
    const worst = worstOf({ bytes: asked.textBytes, media: asked.media, maxOutput: asked.maxOutput }, asked.model);
    const held = context.budget.reserve(worst);
    if (held.kind === 'refused') {
      tellFault(asked, context, { category: 'budget', message: held.reason, final: true });
      refuse(client, asked.protocol, { status: 402, message: held.reason });
      return;
    }
    const failed = await forward(asked, client, { ...context, worst, reservation: held.reservation });
    if (failed === null) return;
    const wait = isTransient(failed.status) && attempt === 1 ? waitBeforeRetry(failed.wait, context) : null;
    if (wait !== null && (await waited(wait, gone))) continue;
    if (!gone.aborted) giveUp(asked, client, { context, failed });
    return;
  }
}

type Failed = Readonly<{ status: number; fault: Fault | null; wait: number | null; body: string; contentType: string }>;
type Forwarding = Attempting & Readonly<{ worst: Amount; reservation: Reservation }>;

/** Null when the answer was passed on, whole or not. */
async function forward(asked: Asked, client: ServerResponse, context: Forwarding): Promise<Failed | null> {
  const { url, headers, body } = asked;
  const { keys, gone, reservation, send } = context;
  let head;
  try {
    head = await send({ url, headers, body, signal: gone }, reservation);
  } catch (error) {
    const code = codeOf(error);
    const reached = !NOT_REACHED.test(code);
    account(asked, context, { status: 0, heard: null, charged: reached });
    const message = `The provider could not be reached at ${new URL(url).origin} (${code === '' ? 'the connection broke' : code}).`;
    return { status: 0, fault: { category: 'stream-lost', message }, wait: null, body: message, contentType: '' };
  }
  const status = head.statusCode ?? 0;
  if (status >= 200 && status < 300) {
    const heard = await hear(head, client, { reader: asked.protocol.createReader(), keys, gone });
    account(asked, context, { status, heard, charged: true });
    judge(asked, client, { context, heard });
    return null;
  }
  const heard = await hear(head, null, { reader: null, keys, gone });
  account(asked, context, { status, heard, charged: false });
  const wait = retryAfter(head);
  const { 'content-type': contentType = 'application/json', location = null } = head.headers;
  const fault = waitTold(faultOfStatus(status, heard.text, location), wait);
  return { status, fault, wait, body: heard.text, contentType };
}

function waitTold(fault: Fault | null, wait: number | null): Fault | null {
  if (fault === null || wait === null) return fault;
  return { ...fault, message: `${fault.message} (it asks to wait ${inWords(wait)})` };
}

/** Settles the reservation and tells what the request came to. */
function account(
  asked: Asked,
  { reservation, worst, gone, tell, record }: Forwarding,
  { status, heard, charged }: Readonly<{ status: number; heard: Heard | null; charged: boolean }>,
): void {
  const { role, family, model, dropped } = asked;
  const { tokens, estimated } = charged ? countOf(sentAs(asked), heard?.reading ?? null) : NOT_CHARGED;
  const cost = costOf(tokens, model);
  // Who leaves before the end hears no count; the provider may go on and charge all that was asked for.
  const unheard = estimated && gone.aborted;
  reservation.settle(unheard ? worst : { cost, tokens: sumOf(tokens) });
  const metered = { role, ...family, model: model.name, status, tokens, cost, estimated, dropped };
  record({ asked, status, answer: heard?.text ?? '', metered });
  tell({ kind: 'request', ...metered });
}

/** Bytes for an estimate, each picture as the text that commonly takes as many tokens. */
function sentAs({ textBytes, media }: Asked): number {
  return textBytes + media.pictures * BYTES_OF_PICTURE;
}

/** An answer that broke off is OpenCode's to ask for again, once. */
function judge(
  asked: Asked,
  client: ServerResponse,
  { context, heard }: Readonly<{ context: Forwarding; heard: Heard }>,
): void {
  const { reading } = heard;
  if (context.gone.aborted && !heard.ended) return;
  const broke = !heard.ended || (reading !== null && (reading.fault !== null || !reading.complete));
  if (!broke) {
    context.setbacks.answered(asked);
    client.end();
    return;
  }
  const count = context.setbacks.brokeOff(asked);
  const why = reading === null || reading.fault === null ? '' : `: ${reading.fault}`;
  const message = `The model’s answer broke off${why}${count > 1 ? ', again' : ''}.`;
  tellFault(asked, context, { category: 'stream-lost', message, final: count >= BREAKS });
  if (heard.ended) client.end();
  else client.destroy();
}

function giveUp(
  asked: Asked,
  client: ServerResponse,
  { context, failed }: Readonly<{ context: ExchangeContext; failed: Failed }>,
): void {
  const { fault } = failed;
  // OpenCode summarises a conversation that became too long, once; right after that it is too long for good.
  const final = fault?.category !== 'context-overflow' || context.setbacks.overflowed(asked);
  if (fault !== null) tellFault(asked, context, { ...fault, final });
  if (failed.status === 0) return refuse(client, asked.protocol, { status: 502, message: failed.body });
  client.writeHead(failed.status, { 'content-type': failed.contentType }).end(failed.body);
}

function tellFault(
  { role, family }: Asked,
  { tell }: ExchangeContext,
  fault: Fault & Readonly<{ final: boolean }>,
): void {
  tell({ kind: 'fault', role, root: family.root, ...fault, message: inOneLine(fault.message, LONGEST_MESSAGE) });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
