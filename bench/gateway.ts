import { join } from 'node:path';
import { ROOT } from '../test/support/action/environment.ts';
import { answerAtOnce, done, said, stream } from '../test/support/provider/answers.ts';
import { KEY, PROMPT, startBehind, type Behind } from '../test/support/provider/behind.ts';
import { median, timed, type Row } from './row.ts';

/** Milliseconds that a request may take longer through the gateway, at the median. */
const MOST_ADDED = 5;
const MEGABYTES = 5;
const USAGE = { input: 1000, output: 200 };
const PIECE = said('x'.repeat(8 * 1024));

/** A provider on the loopback interface asked through the gateway and directly, in turns; both connections are kept open. */
export async function gateway(): Promise<readonly Row[]> {
  await using behind = await startBehind({ program: [process.execPath, join(ROOT, 'dist/gateway.js')] });
  const ways = {
    ours: (body: object) => behind.ask({ body: { ...body } }),
    other: (body: object) => directly(behind, body),
  };
  behind.play((response) => answerAtOnce(response, 'Done.', USAGE));
  const small = await sideBySide(300, ways, {
    measured: (ask) => ask({ ...PROMPT, stream: false }).then((answer) => answer.text()),
  });
  const held: (() => void)[] = [];
  behind.play((response) => {
    stream(response).write(said('First.'));
    held.push(() => response.end(done(USAGE)));
  });
  const first = await sideBySide(200, ways, {
    measured: (ask) => ask(PROMPT).then(firstPiece),
    after: () => held.shift()?.(),
  });
  behind.play((response) => {
    stream(response);
    for (let size = 0; size < MEGABYTES * 1024 * 1024; size += PIECE.length) response.write(PIECE);
    response.end(done(USAGE));
  });
  const large = await sideBySide(30, ways, { measured: (ask) => ask(PROMPT).then((answer) => answer.text()) });
  return [
    { ...row('a model request through the gateway', small), bound: verdictOf(small) },
    { ...row('the first piece of a streamed answer through the gateway', first), bound: verdictOf(first) },
    { ...row(`a stream of ${MEGABYTES} MB through the gateway`, large), bound: `none; ${speed(large.ours)} MB/s` },
  ];
}

type Times = Readonly<{ ours: readonly number[]; other: readonly number[] }>;
type Ask = (body: object) => Promise<Response>;

/** What is measured, and what ends it where that is not. */
type Act = Readonly<{ measured: (ask: Ask) => Promise<unknown>; after?: () => void }>;

/** Measures both ways in turns; the first tenth warms up and is left out. */
async function sideBySide(
  times: number,
  ways: Readonly<{ ours: Ask; other: Ask }>,
  { measured, after }: Act,
): Promise<Times> {
  const [ours, other]: [number[], number[]] = [[], []];
  const warm = times / 10;
  for (let time = 0; time < times + warm; time += 1) {
    for (const [way, list] of [
      [ways.ours, ours],
      [ways.other, other],
    ] as const) {
      list.push(await timed(() => measured(way)));
      after?.();
    }
  }
  return { ours: ours.slice(warm), other: other.slice(warm) };
}

/** The same request as the gateway would send it. */
function directly({ provider }: Behind, body: object): Promise<Response> {
  return fetch(`${provider.origin}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
    body: JSON.stringify(body),
  });
}

/** Reads on behind the first piece without waiting for it, so that the connection can be used again. */
async function firstPiece(answer: Response): Promise<void> {
  const reader = answer.body?.getReader();
  await reader?.read();
  void reader?.read().then(() => reader.read());
}

function row(what: string, { ours, other }: Times): Omit<Row, 'bound'> {
  return { what, ours: median(ours), other: median(other), otherIs: 'directly' };
}

/** `adds 1.2 ms (p95 2.0 ms), less than 5: held`. */
function verdictOf({ ours, other }: Times): string {
  const added = median(ours) - median(other);
  const rarely = slow(ours) - slow(other);
  const verdict = added < MOST_ADDED ? 'held' : 'missed';
  return `adds ${added.toFixed(1)} ms (p95 ${rarely.toFixed(1)} ms), less than ${MOST_ADDED} ms at the median: ${verdict}`;
}

/** The time that nineteen of twenty stay below. */
function slow(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length * 0.95)] ?? 0;
}

function speed(values: readonly number[]): string {
  return ((MEGABYTES * 1000) / median(values)).toFixed(0);
}
