import type { Confined, ConfinedProcess, Ended, Sandbox } from '../../../sandbox/sandbox.ts';
import type { Fault } from '../../agent.ts';
import { outOfTime, repeated, silent, stopReason } from '../limits.ts';
import { createLines } from './lines.ts';
import { isOver, outcomeOf, type Outcome } from './outcome.ts';
import { openOutputFile, type OutputFile } from './output-file.ts';
import { parseRunLine } from './run-line.ts';
import type { Transcript } from './transcript.ts';

export type RunProcess = Readonly<{
  sandbox: Sandbox;
  program: Omit<Confined, 'timeout' | 'outputFile'>;
  /** Directory for the program's output. */
  outputs: string;
  transcript: Transcript;
  /** Milliseconds since the epoch. */
  deadline: number;
  /** Milliseconds of silence that end the turn. */
  idleTimeout: number;
  stop: AbortSignal | undefined;
  onStarted: (process: ConfinedProcess) => void;
}>;

/** Milliseconds between two looks at what was written. */
const POLL = 100;
/** Milliseconds until a process has to be heard of for the first time, where `idleTimeout` is shorter. */
const START_LIMIT = 30_000;
/** Milliseconds of silence after which a process is ended that has told its answer, or its error. */
const LINGER = 30_000;
/** Milliseconds that a killed process is waited for. */
const KILL_LIMIT = 1000;

/** Runs one process to its end, or to the turn's, and tells what became of the turn. Nothing of it is left running. */
export async function followProcess(options: RunProcess): Promise<Outcome> {
  await using output = await openOutputFile(options.outputs);
  // Nothing is heard of a process before it has started.
  let heard = Date.now() + Math.max(0, START_LIMIT - options.idleTimeout);
  const { child, end } = start(options, output, () => (heard = Date.now()));
  const transcribe = createTranscriber(options.transcript);
  const readOn = (): Promise<void> =>
    output.read((bytes) => {
      heard = Date.now();
      transcribe.add(bytes);
    });
  let struck: Fault | null = null;
  while (end() === null && struck === null) {
    await pause(POLL, child.ended);
    await readOn();
    struck = end() === null ? limitReached(options, heard) : null;
  }
  await Promise.race([child.kill().then(() => child.ended), pause(KILL_LIMIT)]);
  await readOn();
  const unread = transcribe.end();
  return outcomeOf({ transcript: options.transcript, ended: end(), struck, unread });
}

type Started = Readonly<{ child: ConfinedProcess; end: () => Ended | null }>;

function start({ sandbox, program, onStarted }: RunProcess, output: OutputFile, onSign: () => void): Started {
  let ended: Ended | null = null;
  const child = sandbox.start({
    ...program,
    timeout: 0,
    outputFile: output.handle,
    onLine: (line) => {
      onSign();
      program.onLine?.(line);
    },
  });
  void child.ended.then((end) => (ended = end));
  onStarted(child);
  return { child, end: () => ended };
}

function createTranscriber(transcript: Transcript): Readonly<{ add: (bytes: Uint8Array) => void; end: () => number }> {
  let garbage = 0;
  const lines = createLines((line) => {
    const parsed = parseRunLine(line);
    if (parsed === null) garbage += 1;
    else transcript.add(parsed);
  });
  return {
    add: lines.add,
    end() {
      lines.end();
      return garbage + lines.tooLong();
    },
  };
}

function limitReached({ transcript, deadline, idleTimeout, stop }: RunProcess, heard: number): Fault | null {
  const now = Date.now();
  if (stop?.aborted === true) return stopReason(stop);
  if (now >= deadline) return outOfTime();
  const loop = transcript.repeats();
  if (loop !== null) return repeated(loop);
  if (isOver(transcript) && now - heard >= Math.min(LINGER, idleTimeout))
    return { category: 'stalled', message: 'OpenCode did not end after its answer.' };
  return now - heard >= idleTimeout ? silent(idleTimeout) : null;
}

/** Milliseconds, or less when the other thing happens before. */
async function pause(wait: number, orUntil?: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, wait);
  await (orUntil === undefined ? promise : Promise.race([promise, orUntil]));
  clearTimeout(timer);
}
