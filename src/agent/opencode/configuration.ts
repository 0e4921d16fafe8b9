import { lstat, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OPENCODE_VERSION } from '../../config/opencode-version.ts';
import { isKnownProvider } from '../../config/providers.ts';
import type { ModelAccess, Role } from '../agent.ts';

type Rule = Readonly<{ permission: string; pattern: string; action: 'allow' | 'deny' | 'ask' }>;

const rule = (permission: string, action: Rule['action']): Rule => ({ permission, pattern: '*', action });

/** Answered by Patchwright with a reason, so that the model goes on without. */
const ASKED = [rule('external_directory', 'ask'), rule('doom_loop', 'ask')] as const;
const NO_NETWORK = [rule('webfetch', 'deny'), rule('websearch', 'deny'), rule('question', 'deny')] as const;
const READING = [rule('read', 'allow'), rule('glob', 'allow'), rule('grep', 'allow'), rule('list', 'allow')] as const;
/** A structured answer is a tool call too. */
const JUDGING = [rule('*', 'deny'), ...READING, rule('StructuredOutput', 'allow')] as const;

/**
 * Rules of each role's sessions; the last one that matches counts, and those of a session go before everything that a
 * repository could configure.
 */
export const PERMISSIONS: Readonly<Record<Role, readonly Rule[]>> = {
  coder: [rule('*', 'allow'), ...NO_NETWORK, ...ASKED],
  planner: JUDGING,
  searcher: JUDGING,
  reviewer: JUDGING,
  advisor: JUDGING,
};

/** OpenCode's whole configuration, handed over in its environment: the repository's own is switched off. */
function configuration(access: ModelAccess): Readonly<Record<string, unknown>> {
  return {
    share: 'disabled',
    autoupdate: false,
    snapshot: false,
    plugin: [],
    mcp: {},
    instructions: [],
    provider: Object.fromEntries(
      Object.entries(access.baseUrls).map(([id, baseURL]) => [id, provider(id, baseURL, access)]),
    ),
    enabled_providers: Object.keys(access.baseUrls),
  };
}

function provider(id: string, baseURL: string, access: ModelAccess): Readonly<Record<string, unknown>> {
  const models = access.models.filter((model) => model.startsWith(`${id}/`)).map((model) => model.slice(id.length + 1));
  const own = isKnownProvider(id) ? {} : { npm: '@ai-sdk/openai-compatible', name: id };
  return {
    ...own,
    options: { apiKey: access.placeholder, baseURL },
    ...(access.ownEndpoint ? { models: Object.fromEntries(models.map((model) => [model, {}])) } : {}),
  };
}

/** Environment that keeps OpenCode to itself: own directories, nothing fetched, nothing of the repository loaded. */
export function serverEnvironment(
  home: string,
  password: string,
  access: ModelAccess,
): Readonly<Record<string, string>> {
  return {
    ...directories(home),
    OPENCODE_SERVER_PASSWORD: password,
    OPENCODE_CONFIG_CONTENT: JSON.stringify(configuration(access)),
    OPENCODE_DISABLE_PROJECT_CONFIG: '1',
    OPENCODE_DISABLE_AUTOUPDATE: '1',
    OPENCODE_DISABLE_MODELS_FETCH: '1',
    ...(needsList(access) ? {} : { OPENCODE_MODELS_PATH: join(home, NO_MODELS) }),
    OPENCODE_DISABLE_DEFAULT_PLUGINS: '1',
    OPENCODE_DISABLE_LSP_DOWNLOAD: '1',
    OPENCODE_DISABLE_CLAUDE_CODE: '1',
    OPENCODE_DISABLE_EXTERNAL_SKILLS: '1',
    OPENCODE_PURE: '1',
    OPENCODE_DISABLE_SHARE: '1',
    OPENCODE_CLIENT: 'patchwright',
  };
}

/** In place of OpenCode's list of thousands of models, which takes it a second of every start to read. */
const NO_MODELS = 'no-models.json';

/** What stands in OpenCode's list is of providers that it knows, the one that it takes by itself among them. */
function needsList({ models, preferred }: ModelAccess): boolean {
  return [...models, preferred ?? ''].some((name) => isKnownProvider(name.split('/')[0] ?? ''));
}

function directories(
  home: string,
): Readonly<Record<'XDG_DATA_HOME' | 'XDG_CONFIG_HOME' | 'XDG_STATE_HOME' | 'XDG_CACHE_HOME', string>> {
  return {
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_STATE_HOME: join(home, 'state'),
    XDG_CACHE_HOME: join(home, 'cache'),
  };
}

/** What OpenCode reads of its home when it starts: configuration, code, and providers that would bring configuration. */
const READ_AT_START = ['config', '.config', '.opencode', 'data/opencode/auth.json', 'data/opencode/mcp-auth.json'];

/** Directories of a home in which trusted code makes or removes something, those that stand above others first. */
const DIRECTORIES = ['config', 'data', 'data/opencode', 'state', 'cache', 'tmp'];

/**
 * Makes a home ready for the next start of OpenCode in it. What an earlier one may have put there, a plugin for one, is
 * taken away, and links in the place of directories first of all: what they lead to is not the agent's to have changed. Its
 * configuration directory looks as if the plugin package were installed, because a starting server otherwise downloads it
 * from the npm registry.
 */
export async function prepareHome(home: string): Promise<void> {
  for (const path of [home, ...DIRECTORIES.map((name) => join(home, name))]) await removeUnlessDirectory(path);
  await Promise.all(READ_AT_START.map((name) => rm(join(home, name), { recursive: true, force: true })));
  await Promise.all(Object.values(directories(home)).map((path) => mkdir(path, { recursive: true })));
  await mkdir(join(home, 'tmp'), { recursive: true });
  await rm(join(home, NO_MODELS), { recursive: true, force: true });
  await writeFile(join(home, NO_MODELS), '{}', { flag: 'wx' });
  const config = join(home, 'config', 'opencode');
  await mkdir(join(config, 'node_modules'), { recursive: true });
  const dependencies = { '@opencode-ai/plugin': OPENCODE_VERSION };
  const lock = {
    name: 'opencode',
    lockfileVersion: 3,
    requires: true,
    packages: { '': { dependencies }, 'node_modules/@opencode-ai/plugin': { version: OPENCODE_VERSION } },
  };
  await writeFile(join(config, 'package.json'), JSON.stringify({ dependencies }));
  await writeFile(join(config, 'package-lock.json'), JSON.stringify(lock));
}

/** Nothing of the agent runs in its home between two starts, so what is found stays as it is. */
async function removeUnlessDirectory(path: string): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (found !== null && !found.isDirectory()) await rm(path, { force: true });
}
