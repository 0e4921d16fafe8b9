import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attachmentExchange } from './attachments.ts';
import { systemClock, type Clock } from './clock.ts';
import { buildEvent, type EventName, type EventOptions, type Payload } from './events.ts';
import { json, type Exchange, type Incoming, type JournalEntry } from './exchange.ts';
import { createFaults, type FaultRule } from './faults.ts';
import { createGitStore } from './git-store.ts';
import { graphqlExchange } from './graphql.ts';
import { logExchange } from './job-logs.ts';
import { restExchange, type Tokens } from './rest.ts';
import { createSeed, seedDefaultBranch, type Seed, type SeedCommit } from './seed.ts';
import { startServer } from './server.ts';
import { gitExchange } from './smart-http.ts';
import { createState, ensureUser, type Permission, type Settings, type State } from './state.ts';
import type { Actor, World } from './world.ts';

/** The token that every loopback GitHub knows unless told otherwise: a `GITHUB_TOKEN` of a workflow with these permissions. */
export const DEFAULT_TOKEN = 'ghs_loopback';

const DEFAULT_TOKENS: Readonly<Record<string, Actor>> = {
  [DEFAULT_TOKEN]: {
    login: 'github-actions[bot]',
    type: 'Bot',
    permissions: {
      contents: 'write',
      issues: 'write',
      pull_requests: 'write',
      checks: 'write',
      statuses: 'write',
      actions: 'write',
    },
  },
};

const REPOSITORY_ID = 186_853_002;
const REST_PREFIX = '/api/v3';

export type GitHubOptions = {
  readonly owner?: string;
  readonly repo?: string;
  /** The default branch: a directory whose files become one commit, or commits in order; an empty list is an empty repository. */
  readonly seed?: string | readonly SeedCommit[];
  /** Tokens by their text. */
  readonly tokens?: Readonly<Record<string, Actor>>;
  readonly settings?: Partial<Settings>;
  /** Roles by login; the owner is admin in any case. */
  readonly permissions?: Readonly<Record<string, Permission>>;
  readonly now?: Clock;
};

export type LoopbackGitHub = AsyncDisposable & {
  readonly owner: string;
  readonly repo: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  /** The bare repository behind everything. */
  readonly gitDir: string;
  readonly journal: readonly JournalEntry[];
  /** Every departure of a request or an answer from GitHub's own description; tests assert that it is empty. */
  readonly violations: readonly string[];
  readonly state: State;
  readonly seed: Seed;
  readonly fault: (rule: FaultRule) => void;
  readonly event: <Name extends EventName>(name: Name, options: EventOptions[Name]) => Promise<Payload>;
};

/** Starts a GitHub on this machine's loopback with one repository; it goes away when it is disposed of. */
export async function startGitHub(options: GitHubOptions = {}): Promise<LoopbackGitHub> {
  const {
    owner = 'octo-org',
    repo = 'hello-world',
    tokens = DEFAULT_TOKENS,
    seed = [{ files: { 'README.md': '# Hello\n' }, message: 'Initial commit' }],
  } = options;
  const state = createState(options.settings);
  const root = await mkdtemp(join(tmpdir(), 'loopback-github-'));
  const dir = join(root, owner, `${repo}.git`);
  await mkdir(join(root, owner));
  const git = await createGitStore(dir, state.settings.defaultBranch);
  const journal: JournalEntry[] = [];
  const violations: string[] = [];
  const faults = createFaults();
  const actors: Tokens = new Map(Object.entries(tokens));
  const server = await startServer({ find: (incoming) => find(world, actors, incoming), faults, journal, violations });
  const world: World = {
    owner,
    repo,
    serverUrl: server.url,
    apiUrl: server.url + REST_PREFIX,
    repositoryId: REPOSITORY_ID,
    state,
    git,
    now: options.now ?? systemClock,
  };
  for (const [login, permission] of Object.entries({ ...options.permissions, [owner]: 'admin' } satisfies Record<
    string,
    Permission
  >)) {
    ensureUser(state, login);
    state.permissions.set(login, permission);
  }
  for (const { login, type } of Object.values(tokens)) ensureUser(state, login, type);
  await seedDefaultBranch(world, seed);
  return {
    owner,
    repo,
    serverUrl: world.serverUrl,
    apiUrl: world.apiUrl,
    graphqlUrl: `${world.serverUrl}/api/graphql`,
    gitDir: dir,
    journal,
    violations,
    state,
    seed: createSeed(world),
    fault: faults.add,
    event: (name, eventOptions) => buildEvent(world, name, eventOptions),
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      await rm(root, { recursive: true, force: true });
    },
  };
}

function find(world: World, tokens: Tokens, incoming: Incoming): Exchange {
  const { method, url } = incoming;
  if (method === 'POST' && url.pathname === '/api/graphql') return graphqlExchange(world, tokens, incoming);
  if (url.pathname.startsWith(`${REST_PREFIX}/`))
    return restExchange(world, tokens, incoming, url.pathname.slice(REST_PREFIX.length));
  return (
    logExchange(world, incoming) ??
    attachmentExchange(world, incoming) ??
    gitExchange(world, tokens, incoming) ??
    unknown(incoming)
  );
}

function unknown({ method, url }: Incoming): Exchange {
  return {
    route: `${method} ${url.pathname}`,
    operationId: 'unknown',
    mutates: false,
    body: undefined,
    token: undefined,
    actor: undefined,
    answer: () =>
      Promise.resolve({
        outgoing: json(404, { message: 'Not Found' }),
        violation: 'is no address that the loopback GitHub knows',
      }),
  };
}
