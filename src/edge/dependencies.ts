import { join } from 'node:path';
import * as core from '@actions/core';
import { createStarter } from '../agent/opencode/starter.ts';
import { confinedEnvironment as confinedFrom, networkEnvironment, toolEnvironment } from '../config/environment.ts';
import type { Inputs } from '../config/inputs.ts';
import { list } from '../config/list.ts';
import type { Mode } from '../config/mode.ts';
import type { RunIdentity } from '../config/run-identity.ts';
import { createGitHubForge } from '../forge/github/github-forge.ts';
import { createGatewayStarter } from '../gateway/starter.ts';
import type { Dependencies } from '../pipeline/dependencies.ts';
import { meetingOf } from '../pipeline/two-jobs/meeting.ts';
import { createSandboxes } from '../sandbox/sandboxes.ts';
import { createSecrets } from '../text/secrets.ts';
import type { Log } from '../text/sinks.ts';
import { resolveProgram } from '../workspace/program.ts';

/** What a run has for itself. */
type Own = Readonly<{ run: Dependencies['run']; mark: string; mode: Mode }>;

/** Everything of the world that a run needs, made of the environment and the inputs. */
export async function dependencies(
  inputs: Inputs,
  identity: RunIdentity,
  { run, mark, mode }: Own,
): Promise<Dependencies> {
  const secrets = createSecrets(core.setSecret);
  const token = inputs['github-token'];
  const { redact } = secrets;
  secrets.add([token]);
  const log: Log = (line) => core.info(redact(line));
  const confinedEnvironment = (of: string) => confinedFrom(process.env, of);
  const cancelled = stopSignal();
  const forge = createGitHubForge({ token, apiUrl: identity.apiUrl, repository: identity.repository, log });
  const sandboxes = createSandboxes({
    home: run.root,
    runner: {
      environment: confinedEnvironment(run.root),
      home: process.env['HOME'] ?? '',
      ...identity,
    },
    bridge: [process.execPath, join(import.meta.dirname, 'bridge.js')],
    mark,
    cancelled,
  });
  return {
    ...meetingOf(mode, { inputs, run, forge }),
    inputs,
    allowed: { allowedUsers: list(inputs['allowed-users']), allowedBots: list(inputs['allowed-bots']) },
    run,
    programs: await findPrograms(identity),
    githubToken: token,
    ...createGatewayStarter({
      given: { environment: process.env, apiKey: inputs['api-key'] },
      program: [process.execPath, join(import.meta.dirname, 'gateway.js')],
      record: run.record,
      mark,
      addSecrets: secrets.add,
      log,
    }),
    ...createStarter({
      cache: join(identity.toolCache, 'patchwright'),
      tools: toolEnvironment(process.env),
      workspace: identity.workspace,
      confinedEnvironment,
      debug: (line) => core.debug(redact(line)),
    }),
    sandboxes,
    cancelled,
    confinedEnvironment,
    networkEnvironment: networkEnvironment(process.env),
    now: Date.now,
    log,
    redact,
    ownSecrets: secrets.known,
  };
}

async function findPrograms({ workspace }: RunIdentity): Promise<Dependencies['programs']> {
  const find = (name: string) => resolveProgram(name, process.env['PATH'] ?? '', [workspace]);
  return { git: await find('git'), cp: await find('cp') };
}

/** A runner that cancels a job sends these and waits a few seconds: time to end the work and to save it. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  return stop.signal;
}
