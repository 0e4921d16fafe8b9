import type { Agent, ModelAccess } from '../agent/agent.ts';
import type { ServerName } from '../agent/server-of.ts';
import type { Inputs } from '../config/inputs.ts';
import type { Settings } from '../config/settings.ts';
import type { Forge } from '../forge/forge.ts';
import type { GatewayStarter } from '../gateway/starter.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Sandboxes } from '../sandbox/sandboxes.ts';
import type { Redactor } from '../text/redact.ts';
import type { Log } from '../text/sinks.ts';
import type { LeftWork } from './two-jobs/leavings.ts';

/** What one agent server is started with. */
export type AgentOptions = Readonly<{
  name: ServerName;
  /** What its sessions look at. */
  directory: string;
  /** A directory of its own. */
  home: string;
  settings: Settings;
  access: ModelAccess;
  /** Sees the binary, the home and what its sessions work on. Ends with the agent. */
  sandbox: Sandbox;
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
      /** Commit that the workflow runs on, empty where the runner does not tell. */
      commit?: string;
      /** Branch that it runs on, null for none. */
      branch?: string | null;
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
    /** Where a run leaves what it has that writes nothing on the forge; left out for one that publishes. */
    leaves?: LeftWork;
    /** Directory with what another job of this workflow run left; where it comes from is the edge's affair. */
    received?: () => Promise<string>;
    /** Downloads and verifies OpenCode; may be called early and more than once. */
    install: (settings: Settings) => Promise<string>;
    startAgent: (options: AgentOptions) => Promise<Agent>;
    /** Everything in them ends when the run is cancelled. */
    sandboxes: Sandboxes;
    /** Aborted when the run is stopped from outside. */
    cancelled: AbortSignal;
    /** Environment for what the change can influence, with that home directory. */
    confinedEnvironment: (home: string) => Readonly<Record<string, string>>;
    /** What git needs to reach the forge: proxies, certificates. */
    networkEnvironment: Readonly<Record<string, string>>;
    now: () => number;
    log: Log;
    redact: Redactor;
    /** Keys and tokens of the run's own, as far as they are known by then. */
    ownSecrets: () => readonly string[];
  }>;
