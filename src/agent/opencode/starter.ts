import { realpath } from 'node:fs/promises';
import type { Settings } from '../../config/settings.ts';
import { Failure } from '../../failure.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { resolveProgram } from '../../workspace/program.ts';
import type { Agent, ModelAccess } from '../agent.ts';
import { createInstaller, digestOf } from './install.ts';
import { startOpenCode, type OpenCodeOptions } from './opencode.ts';
import { startRunner } from './run/runner.ts';

export type StarterOptions = Readonly<{
  /** Directory for binaries, kept between runs where the runner keeps one. */
  cache: string;
  /** Environment of npm, without credentials of the runner. */
  tools: Readonly<Record<string, string>>;
  /** The checkout, from which no program is taken. */
  workspace: string;
  confinedEnvironment: (home: string) => Readonly<Record<string, string>>;
  debug: (line: string) => void;
}>;

type StartOptions = Readonly<{
  name: string;
  directory: string;
  home: string;
  settings: Settings;
  access: ModelAccess;
  sandbox: Sandbox;
}>;

export type Starter = Readonly<{
  /** Downloads and verifies OpenCode; may be called early and more than once. */
  install: (settings: Settings) => Promise<string>;
  startAgent: (options: StartOptions) => Promise<Agent>;
}>;

/** Starts agents on one binary, each in the sandbox that is made for it. */
export function createStarter(given: StarterOptions): Starter {
  const { cache, tools, workspace, confinedEnvironment, debug } = given;
  const onPath = (): Promise<string | null> =>
    resolveProgram('opencode', tools['PATH'] ?? '', [workspace]).catch(() => null);
  const installer = createInstaller({ cache, env: tools, untrusted: [workspace], onPath });
  let digest: Promise<string> | null = null;
  const install: Starter['install'] = async ({ opencodePath }) => {
    // A sandbox shows the file where it is, and no links that lead there.
    const binary = await realpath(await installer(opencodePath));
    await (digest ??= digestOf(binary));
    return binary;
  };
  /** Whatever ran since may have written where the binary stands. */
  const installAgain = async (settings: Settings): Promise<string> => {
    const binary = await install(settings);
    if ((await digestOf(binary)) === (await digest)) return binary;
    throw new Failure('runtime-missing', `${binary} is not the OpenCode any more that was installed.`, {
      hint: 'Something in the job replaced it; nothing of it was run. Look at what ran, and keep `opencode-path` out of reach.',
    });
  };
  return {
    install,
    startAgent: async ({ name, directory, home, settings, access, sandbox }) =>
      await TRANSPORTS[settings.transport]({
        binary: await installAgain(settings),
        sandbox,
        home,
        directory,
        env: confinedEnvironment(home),
        access,
        idleTimeout: settings.idleTimeout,
        onLine: (line) => debug(`${name}: ${line}`),
      }),
  };
}

/** A warm server can do more and is quicker, so it is what is taken where nothing else is asked for. */
const TRANSPORTS: Readonly<Record<Settings['transport'], (options: OpenCodeOptions) => Promise<Agent>>> = {
  auto: startOpenCode,
  serve: startOpenCode,
  run: startRunner,
};
