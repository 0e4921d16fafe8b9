import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Agent, Role, Session } from '../../src/agent/agent.ts';
import type { ModelAccess } from '../../src/agent/opencode/configuration.ts';
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
  readonly open: (role: Role) => Promise<Session>;
};

/** The real OpenCode behind the port, in a small repository of its own, with a scripted model. */
export async function start(
  script: Script,
  options: { idleTimeout?: number; access?: Partial<ModelAccess> } = {},
): Promise<Started> {
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
      keys: { scripted: 'none' },
      baseUrl: model.baseUrl,
      models: ['scripted/coder', 'scripted/judge'],
      ...options.access,
    },
    idleTimeout: options.idleTimeout ?? 30_000,
  });
  return {
    agent,
    model,
    directory,
    open: (role) =>
      agent.open({ role, title: 'A title', directory, model: role === 'coder' ? 'scripted/coder' : 'scripted/judge' }),
    [Symbol.asyncDispose]: async () => {
      await agent[Symbol.asyncDispose]();
      await model[Symbol.asyncDispose]();
      await rm(root, { recursive: true, force: true });
    },
  };
}

export const inAMinute = (): number => Date.now() + 60_000;
