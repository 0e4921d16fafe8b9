import type { Fault, Usage } from '../../agent.ts';
import { createRepetition } from '../../repetition.ts';
import { describeTool } from './describe-tool.ts';
import { faultOfLine } from './run-error.ts';
import type { RunLine } from './run-line.ts';

/** What the lines of one turn have told so far. */
export type Transcript = Readonly<{
  /** Takes the next line; a line about the same part again counts once. */
  add: (line: RunLine) => void;
  session: () => string | null;
  /** Why the model’s last step ended; null before the first end and while another step is under way. */
  finish: () => string | null;
  error: () => Fault | null;
  /** True when OpenCode printed an error and mended it by itself; it ends with exit code 1 all the same. */
  mended: () => boolean;
  /** Words of the last step, or of the last one that had some. */
  text: () => string;
  usage: () => readonly Usage[];
  /** What is done over and over, in words; null while nothing is. */
  repeats: () => string | null;
}>;

export type TranscriptOptions = Readonly<{
  /** `provider/model`; the lines do not name it. */
  model: string;
  isPriced: boolean;
  onActivity: (what: string) => void;
}>;

/** Collects one turn from its lines. */
export function createTranscript(options: TranscriptOptions): Transcript {
  const words = createWords();
  const steps = createSteps(options);
  let session: string | null = null;
  let error: Fault | null = null;
  let mended = false;
  return {
    add(line) {
      session = line.sessionID;
      if (line.type === 'error') error = faultOfLine(line.error);
      else if (line.type === 'text' && !line.part.synthetic) words.add(line);
      else steps.add(line);
      // A conversation that has become too long is summarised, and the turn goes on.
      if (line.type !== 'step_start' || error?.category !== 'context-overflow') return;
      [error, mended] = [null, true];
    },
    session: () => session,
    finish: () => steps.finished()?.reason ?? null,
    error: () => error,
    mended: () => mended,
    text: () => words.of(steps.finished()?.message ?? null),
    usage: steps.usage,
    repeats: steps.repeats,
  };
}

type Words = Readonly<{
  add: (line: Extract<RunLine, { type: 'text' }>) => void;
  /** What a message says, or the last one that says something. */
  of: (message: string | null) => string;
}>;

function createWords(): Words {
  const messages = new Map<string, Map<string, string>>();
  return {
    add({ part }) {
      const parts = messages.get(part.messageID) ?? new Map<string, string>();
      messages.set(part.messageID, parts.set(part.id, part.text));
    },
    of(message) {
      const said = wordsOf(messages.get(message ?? ''));
      return said === '' ? ([...messages.values()].map(wordsOf).findLast((other) => other !== '') ?? '') : said;
    },
  };
}

type Steps = Pick<Transcript, 'usage' | 'repeats'> &
  Readonly<{
    add: (line: Exclude<RunLine, { type: 'error' }>) => void;
    /** The last step, unless another is under way. */
    finished: () => Readonly<{ message: string; reason: string }> | null;
  }>;

function createSteps({ model, isPriced, onActivity }: TranscriptOptions): Steps {
  const usage = new Map<string, Usage>();
  const tools = new Set<string>();
  const calledIn = new Set<string>();
  const repetition = createRepetition();
  let finished: ReturnType<Steps['finished']> = null;

  const addTool = ({ part }: Extract<RunLine, { type: 'tool_use' }>): void => {
    if (tools.has(part.id)) return;
    tools.add(part.id);
    calledIn.add(part.messageID);
    onActivity(describeTool(part.tool, part.state.input));
    const outcome = part.state.output ?? part.state.error ?? '';
    repetition.add({ call: `${part.tool} ${JSON.stringify(part.state.input)}`, outcome });
  };
  const addFinish = (line: Extract<RunLine, { type: 'step_finish' }>): void => {
    const { id, messageID: message, reason } = line.part;
    finished = { message, reason };
    if (usage.has(id)) return;
    usage.set(id, usageOf(line, model, isPriced));
    if (!calledIn.has(message))
      repetition.add({ call: 'an answer that neither calls a tool nor ends the turn', outcome: '' });
  };

  return {
    add(line) {
      // After a summary, what OpenCode itself says to the model stands for the step that comes.
      if (line.type === 'step_start' || line.type === 'text') finished = null;
      else if (line.type === 'tool_use') addTool(line);
      else if (line.type === 'step_finish') addFinish(line);
    },
    finished: () => finished,
    usage: () => [...usage.values()],
    repeats: () => repetition.found(),
  };
}

function wordsOf(parts: ReadonlyMap<string, string> | undefined): string {
  return [...(parts?.values() ?? [])].join('\n').trim();
}

/** A step is one request. */
function usageOf(
  { sessionID, part }: Extract<RunLine, { type: 'step_finish' }>,
  model: string,
  isPriced: boolean,
): Usage {
  const { input, output, reasoning, cache } = part.tokens;
  return {
    session: sessionID,
    model,
    requests: 1,
    tokens: { input, output, reasoning, cacheRead: cache.read, cacheWrite: cache.write },
    cost: isPriced ? part.cost : null,
  };
}
