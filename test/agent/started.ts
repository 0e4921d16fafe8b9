import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Agent, Role, Session, Turn, TurnRequest } from '../../src/agent/agent.ts';
import { startOpenCode } from '../../src/agent/opencode/opencode.ts';
import { confinedEnvironment } from '../../src/config/environment.ts';
import { createNoSandbox } from '../../src/sandbox/none.ts';
import type { Script } from '../support/model/script.ts';
import { startScriptedModel, type ScriptedModel } from '../support/model/scripted-model.ts';
import { findOpenCode } from '../support/opencode.ts';

const run = promisify(execFile);

export type Started = AsyncDisposable & {
  readonly agent: Agent;
  readonly model: ScriptedModel;
  readonly directory: string;
  readonly open: (role: Role) => Promise<Opened>;
};

/** A session with the model that its role has in these tests. */
export type Opened = Omit<Session, 'turn'> & {
  readonly turn: (request: Omit<TurnRequest, 'model'> & { readonly model?: string }) => Promise<Turn>;
};

/** The real OpenCode behind the port, in a small repository of its own, with a scripted model. */
export async function start(script: Script, options: { idleTimeout?: number; model?: string } = {}): Promise<Started> {
  const root = await mkdtemp(join(tmpdir(), 'agent-'));
  const [directory, home] = [join(root, 'clone'), join(root, 'home')];
  await mkdir(directory);
  await writeFile(join(directory, 'a.txt'), 'one\n');
  await run('git', ['init', '--quiet', directory]);
  const model = await startScriptedModel(script);
  const agent = await startOpenCode({
    binary: await findOpenCode(),
    sandbox: createNoSandbox(),
    home,
    directory,
    env: confinedEnvironment(process.env, home),
    access: {
      placeholder: 'none',
      baseUrls: { scripted: model.baseUrl, [options.model?.split('/')[0] ?? 'scripted']: model.baseUrl },
      models: ['scripted/coder', 'scripted/judge', ...(options.model === undefined ? [] : [options.model])],
      ownEndpoint: true,
      preferred: null,
    },
    idleTimeout: options.idleTimeout ?? 30_000,
  });
  return {
    agent,
    model,
    directory,
    open: async (role) => {
      const session = await agent.open({ role, title: 'A title', directory });
      const model = role === 'coder' ? 'scripted/coder' : 'scripted/judge';
      return { ...session, turn: (request) => session.turn({ model, ...request }) };
    },
    [Symbol.asyncDispose]: async () => {
      await agent[Symbol.asyncDispose]();
      await model[Symbol.asyncDispose]();
      await rm(root, { recursive: true, force: true });
    },
  };
}

export const inThreeMinutes = (): number => Date.now() + 180_000;
