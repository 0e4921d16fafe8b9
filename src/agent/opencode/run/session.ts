import { join } from 'node:path';
import { asFailure } from '../../../failure.ts';
import type { ConfinedProcess } from '../../../sandbox/sandbox.ts';
import type { Fault, Session, SessionOptions, Turn, TurnRequest } from '../../agent.ts';
import { withUnseenImages } from '../../image.ts';
import { prepareHome } from '../configuration.ts';
import { outOfTime, stopReason } from '../limits.ts';
import type { Catalogue } from '../models.ts';
import type { OpenCodeOptions } from '../opencode.ts';
import { withAnswerForm } from './answer-form.ts';
import { runEnvironment } from './environment.ts';
import type { Outcome } from './outcome.ts';
import { followProcess } from './run-process.ts';
import { createTranscript, type Transcript } from './transcript.ts';

export type RunSession = Readonly<{
  options: OpenCodeOptions;
  catalogue: Catalogue;
  /** What the session is called until OpenCode has named it; its home is called so too. */
  name: string;
  onStarted: (process: ConfinedProcess) => void;
}>;

/** A conversation of which each turn is a process of its own, which finds the earlier ones in the session's home. */
export function openRunSession(wanted: SessionOptions, run: RunSession): Session {
  const home = join(run.options.home, run.name);
  let id: string | null = null;
  let started = false;

  const take = async (request: TurnRequest, transcript: Transcript): Promise<Outcome> => {
    if (request.stop?.aborted === true) return failed(stopReason(request.stop));
    if (Date.now() >= request.deadline) return failed(outOfTime());
    const { sandbox, binary, idleTimeout, onLine } = run.options;
    await prepareHome(home);
    const again = started;
    started = true;
    return await followProcess({
      sandbox,
      program: {
        file: binary,
        args: runArguments({ model: request.model, title: wanted.title, session: id, again }),
        cwd: wanted.directory,
        env: runEnvironment({ home, directory: wanted.directory, role: wanted.role }, run.options),
        input: withAnswerForm(withUnseenImages(request.prompt, request.images), request.schema),
        ...(onLine === undefined ? {} : { onLine }),
      },
      outputs: run.options.home,
      transcript,
      deadline: request.deadline,
      idleTimeout,
      stop: request.stop,
      onStarted: run.onStarted,
    });
  };

  return {
    get id() {
      return id ?? run.name;
    },
    role: wanted.role,
    hasBegun: () => id !== null,
    turn: async (request) => {
      const transcript = createTranscript({
        model: request.model,
        isPriced: (run.catalogue.models.get(request.model)?.price ?? null) !== null,
        onActivity: request.onActivity ?? (() => undefined),
      });
      const outcome = await take(request, transcript).catch(asOutcome);
      id = transcript.session() ?? id;
      return turnOf(outcome, transcript);
    },
  };
}

type Arguments = Readonly<{ model: string; title: string; session: string | null; again: boolean }>;

/** Without a title a hidden, billed request makes one. The prompt goes over standard input. */
function runArguments({ model, title, session, again }: Arguments): readonly string[] {
  const earlier = session === null ? ['--continue'] : [`--session=${session}`];
  return [
    'run',
    '--format=json',
    // The log is the only sign of life of child sessions and retries.
    '--print-logs',
    '--log-level=INFO',
    `--model=${model}`,
    `--title=${title}`,
    ...(again ? earlier : []),
  ];
}

function turnOf(outcome: Outcome, transcript: Transcript): Turn {
  const [text, usage] = [transcript.text(), transcript.usage()];
  return outcome.kind === 'done'
    ? { status: 'done', text, structured: undefined, recovered: outcome.recovered, usage }
    : { status: 'failed', ...outcome.fault, text, usage };
}

function failed(fault: Fault): Outcome {
  return { kind: 'failed', fault };
}

/** A sandbox that starts nothing any more says why. */
function asOutcome(error: unknown): Outcome {
  const { code, message } = asFailure(error);
  return failed({ category: code, message });
}
