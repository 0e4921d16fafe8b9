import type { Turn } from '../../agent/agent.ts';
import type { Conversation } from '../../agent/conversation.ts';
import { asFailure, type Failure } from '../../failure.ts';
import { isOpen, type Finding } from '../../finding.ts';
import { countTokens } from '../../ledger/ledger.ts';
import { ask } from '../ask.ts';
import { batchPrompt, type Told } from './batch-prompt.ts';
import type { Batch, Split } from './batch.ts';
import type { BatchResult } from './merge.ts';

export type BatchReviewOptions = Told &
  Readonly<{
    /** Opens a conversation of its own for a batch, with a read-only session that has seen nothing. */
    conversation: (title: string) => Conversation;
    maxParallel: number;
    /** Counts reviews of the pull request; 0 is the first. */
    round: number;
    /** Findings of earlier reviews; the open ones are looked at again. */
    findings: readonly Finding[];
    /** Digest of what the reviewers look at, as it is now. */
    digest: () => Promise<string>;
    /** Tokens of a session by a better account than the agent's own; null when it has none. */
    tokensOf?: (session: string) => number | null;
    onActivity: (what: string) => void;
    /** Gets what every batch has come to, those still waited for as lost, whenever another one is reviewed. */
    onReviewed?: (results: readonly BatchResult[]) => Promise<void>;
  }>;

/** The most findings that one reviewer is asked about: its answer has room for 60, and its attention for fewer. */
const MOST_ASKED = 30;

/**
 * Has every batch reviewed, so many at a time, each by a reviewer of its own. A batch without a valid answer, or with one
 * that cost nothing, is lost; a reviewer that wrote to what all look at loses all of them. Throws where nothing came about
 * for a reason that lies in the run and not in the answers.
 */
export async function reviewBatches(options: BatchReviewOptions): Promise<readonly BatchResult[]> {
  const { batches } = options.split;
  const before = await options.digest();
  const asked = assign(batches, options.findings.filter(isOpen));
  const failures: Failure[] = [];
  const keep = keeper(options, before);
  let done = 0;
  const results = await inParallel(batches, options.maxParallel, async (batch): Promise<BatchResult> => {
    const result = await review(options, batch, asked.get(batch.number) ?? []).catch((error: unknown) => {
      const failure = asFailure(error);
      // Who stops a run wants it stopped, whatever others have answered.
      if (failure.code === 'cancelled') throw failure;
      failures.push(failure);
      return lost(batch, `${failure.message} (${failure.code})`);
    });
    done += 1;
    options.onActivity(`${done} of ${batches.length} parts`);
    await keep(batch, result);
    return result;
  });
  const [failure] = failures;
  if (failure !== undefined && failures.length === batches.length) throw failure;
  if ((await options.digest()) === before) return results;
  return batches.map((batch) => lost(batch, 'A reviewer changed the files that all of them looked at.'));
}

/** Every batch before anybody has looked at it. */
export function unreviewed({ batches }: Split): readonly BatchResult[] {
  return batches.map((batch) => lost(batch, 'The review ended before anybody looked at them.'));
}

/** Tells of results one at a time, and only of those after which the files were as they were before. */
function keeper({ split, digest, onReviewed }: BatchReviewOptions, before: string) {
  const known = [...unreviewed(split)];
  let telling: Promise<void> = Promise.resolve();
  return (batch: Batch, result: BatchResult): Promise<void> => {
    if (onReviewed === undefined || result.kind !== 'reviewed') return Promise.resolve();
    return (telling = telling.then(async () => {
      if ((await digest()) !== before) return;
      known.splice(split.batches.indexOf(batch), 1, result);
      await onReviewed([...known]);
    }));
  };
}

async function review(options: BatchReviewOptions, batch: Batch, open: readonly Finding[]): Promise<BatchResult> {
  const name = `part ${batch.number} of ${options.split.batches.length}`;
  const { conversation, spent } = counted(options.conversation(name));
  const given = await ask({
    conversation,
    prompt: batchPrompt(options, batch, open),
    withResolutions: open.length > 0,
    purpose: { phase: 'review', round: options.round },
    onActivity: (what) => options.onActivity(`${name}: ${what}`),
  });
  if (given.kind === 'none') return lost(batch, given.because);
  const tokens = options.tokensOf?.(conversation.session()) ?? spent();
  if (tokens === 0) return lost(batch, 'An answer came that no model was asked for: not a token was spent on it.');
  return {
    kind: 'reviewed',
    batch: batch.number,
    files: pathsOf(batch),
    answer: given.answer,
    asked: open.map(({ id }) => id),
  };
}

/** The same conversation, with an account of what its turns used. */
function counted(conversation: Conversation): Readonly<{ conversation: Conversation; spent: () => number }> {
  const turns: Turn[] = [];
  return {
    conversation: {
      ...conversation,
      take: async (request, purpose) => {
        const turn = await conversation.take(request, purpose);
        turns.push(turn);
        return turn;
      },
    },
    spent: () => turns.flatMap(({ usage }) => usage).reduce((sum, { tokens }) => sum + countTokens(tokens), 0),
  };
}

/** Who is asked about which finding: the batch with its file while it has room, else the one with the fewest. */
function assign(batches: readonly Batch[], open: readonly Finding[]): ReadonlyMap<number, readonly Finding[]> {
  const lists = batches.map((batch) => ({ number: batch.number, files: new Set(pathsOf(batch)) }));
  const asked = new Map<number, Finding[]>(lists.map(({ number }) => [number, []]));
  const sizeOf = (number: number): number => asked.get(number)?.length ?? MOST_ASKED;
  const hasRoom = (number: number): boolean => sizeOf(number) < MOST_ASKED;
  for (const finding of open) {
    const owner = lists.find(
      ({ number, files }) => finding.path !== null && files.has(finding.path) && hasRoom(number),
    );
    const [fewest] = lists
      .filter(({ number }) => hasRoom(number))
      .toSorted((a, b) => sizeOf(a.number) - sizeOf(b.number));
    asked.get((owner ?? fewest)?.number ?? 0)?.push(finding);
  }
  return asked;
}

/** Results in the order of the items; all are waited for before the first failure is thrown. */
async function inParallel<Item, Result>(
  items: readonly Item[],
  most: number,
  run: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  const waiting = [...items.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, item] = next;
      results.set(at, await run(item));
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: Math.max(1, most) }, work));
  for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
  return items.flatMap((_, at) => results.get(at) ?? []);
}

function lost(batch: Batch, because: string): BatchResult {
  return { kind: 'lost', batch: batch.number, files: pathsOf(batch), because };
}

function pathsOf({ files }: Batch): readonly string[] {
  return files.map(({ path }) => path);
}
