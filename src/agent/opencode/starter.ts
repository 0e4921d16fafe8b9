import type { Settings } from '../../config/settings.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { resolveProgram } from '../../workspace/program.ts';
import type { Agent, ModelAccess } from '../agent.ts';
import { createInstaller } from './install.ts';
import { startOpenCode, type OpenCodeOptions } from './opencode.ts';
import { startRunner } from './run/runner.ts';

export type StarterOptions = Readonly<{
  /** Directory for binaries, kept between runs where the runner keeps one. */
  cache: string;
  /** Environment of npm, without credentials of the runner. */
  tools: Readonly<Record<string, string>>;
  /** The checkout, from which no program is taken. */
  workspace: string;
  createSandbox: () => Sandbox;
  confinedEnvironment: (home: string) => Readonly<Record<string, string>>;
  debug: (line: string) => void;
}>;

type StartOptions = Readonly<{
  name: string;
  directory: string;
  home: string;
  settings: Settings;
  access: ModelAccess;
}>;

export type Starter = Readonly<{
  /** Downloads and verifies OpenCode; may be called early and more than once. */
  install: (settings: Settings) => Promise<string>;
  startAgent: (options: StartOptions) => Promise<Agent>;
}>;

/** Starts agents on one binary, each in a sandbox of its own. */
export function createStarter(given: StarterOptions): Starter {
  const { cache, tools, workspace, createSandbox, confinedEnvironment, debug } = given;
  const onPath = (): Promise<string | null> =>
    resolveProgram('opencode', tools['PATH'] ?? '', [workspace]).catch(() => null);
  const installer = createInstaller({ cache, env: tools, onPath });
  const install: Starter['install'] = ({ opencodePath }) => installer(opencodePath);
  return {
    install,
    startAgent: async ({ name, directory, home, settings, access }) =>
      await TRANSPORTS[settings.transport]({
        binary: await install(settings),
        sandbox: createSandbox(),
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
