import type { Agent, ModelAccess } from '../agent/agent.ts';
import type { ServerName } from '../agent/server-of.ts';
import type { Inputs } from '../config/inputs.ts';
import type { Settings } from '../config/settings.ts';
import type { Forge } from '../forge/forge.ts';
import type { GatewayStarter } from '../gateway/starter.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** What one agent server is started with. */
export type AgentOptions = Readonly<{
  name: ServerName;
  /** What its sessions look at. */
  directory: string;
  /** A directory of its own. */
  home: string;
  settings: Settings;
  access: ModelAccess;
}>;

/** Everything that the pipeline needs of the world, made where the environment is read. */
export type Dependencies = GatewayStarter &
  Readonly<{
    forge: Forge;
    inputs: Inputs;
    allowed: Readonly<{ allowedUsers: readonly string[]; allowedBots: readonly string[] }>;
    run: Readonly<{
      id: number;
      /** Counts how often the run was started. */
      attempt: number;
      /** Address of the run's log, null when there is none. */
      url: string | null;
      /** `https://github.com/owner/name`. */
      repositoryUrl: string;
      /** The checkout that earlier steps made. */
      workspace: string;
      /** A fresh directory of this run's own. */
      root: string;
      /** Where the run record goes; it stays after the run. */
      record: string;
    }>;
    /** Absolute paths, found before the agent exists. */
    programs: Readonly<{ git: string; cp: string }>;
    githubToken: string;
    /** Downloads and verifies OpenCode; may be called early and more than once. */
    install: (settings: Settings) => Promise<string>;
    startAgent: (options: AgentOptions) => Promise<Agent>;
    /** Everything in it ends when the run is cancelled. */
    createSandbox: () => Sandbox;
    /** Aborted when the run is stopped from outside. */
    cancelled: AbortSignal;
    /** Environment for what the change can influence, with that home directory. */
    confinedEnvironment: (home: string) => Readonly<Record<string, string>>;
    /** What git needs to reach the forge: proxies, certificates. */
    networkEnvironment: Readonly<Record<string, string>>;
    now: () => number;
    log: (line: string) => void;
    redact: (text: string) => string;
  }>;
