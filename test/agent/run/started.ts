import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Agent, ModelAccess, Role, Session, Turn, TurnRequest } from '../../../src/agent/agent.ts';
import { startOpenCode, type OpenCodeOptions } from '../../../src/agent/opencode/opencode.ts';
import { startRunner } from '../../../src/agent/opencode/run/runner.ts';
import { confinedEnvironment } from '../../../src/config/environment.ts';
import { createNoSandbox } from '../../../src/sandbox/none.ts';
import type { Script } from '../../support/model/script.ts';
import { startScriptedModel, type ScriptedModel } from '../../support/model/scripted-model.ts';
import { findOpenCode } from '../../support/opencode.ts';

const run = promisify(execFile);

export const TRANSPORTS = ['serve', 'run'] as const;
export type Transport = (typeof TRANSPORTS)[number];

const STARTS = { serve: startOpenCode, run: startRunner } as const satisfies Record<
  Transport,
  (options: OpenCodeOptions) => Promise<Agent>
>;

export type Stage = AsyncDisposable & {
  readonly root: string;
  /** Where the agent works: a repository with one file, `a.txt`, which says `one`. */
  readonly directory: string;
  readonly home: string;
};

export async function stage(): Promise<Stage> {
  const root = await mkdtemp(join(tmpdir(), 'transport-'));
  const [directory, home] = [join(root, 'clone'), join(root, 'home')];
  await mkdir(directory);
  await writeFile(join(directory, 'a.txt'), 'one\n');
  await run('git', ['init', '--quiet', directory]);
  return {
    root,
    directory,
    home,
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

export type Started = AsyncDisposable &
  Stage & {
    readonly agent: Agent;
    readonly model: ScriptedModel;
    readonly open: (role: Role) => Promise<Session>;
  };

type Options = { readonly idleTimeout?: number; readonly access?: Partial<ModelAccess> };

/** The real OpenCode over a transport, on a stage of its own, with a scripted model. */
export async function start(transport: Transport, script: Script, options: Options = {}): Promise<Started> {
  const place = await stage();
  const model = await startScriptedModel(script);
  const agent = await STARTS[transport]({
    binary: await findOpenCode(),
    sandbox: createNoSandbox(),
    home: place.home,
    directory: place.directory,
    env: confinedEnvironment(process.env, place.home),
    access: {
      placeholder: 'placeholder',
      baseUrls: { scripted: model.baseUrl },
      models: ['scripted/coder', 'scripted/judge'],
      ownEndpoint: true,
      preferred: 'scripted',
      ...options.access,
    },
    idleTimeout: options.idleTimeout ?? 30_000,
  });
  return {
    ...place,
    agent,
    model,
    open: (role) => agent.open({ role, title: 'A title', directory: place.directory }),
    [Symbol.asyncDispose]: async () => {
      await agent[Symbol.asyncDispose]();
      await model[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}

export const CODER = 'scripted/coder';
export const JUDGE = 'scripted/judge';
export const inThreeMinutes = (): number => Date.now() + 180_000;

/** One turn of a new session of the coder. */
export async function code(started: Started, request: Partial<TurnRequest> = {}): Promise<Turn> {
  const session = await started.open('coder');
  return await session.turn({ prompt: '# Role: coder\nGo.', model: CODER, deadline: inThreeMinutes(), ...request });
}
