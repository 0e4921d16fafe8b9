/**
 * Switches off everything that git starts or reads by configuration. Given on the command line of every call, where it
 * wins over the configuration of the git directory and is taken over by git's own children.
 */
export const CONFIG: Readonly<Record<string, string>> = {
  'core.fileMode': 'true',
  'core.symlinks': 'true',
  'core.autocrlf': 'false',
  'core.safecrlf': 'false',
  'core.eol': 'lf',
  'core.ignoreCase': 'false',
  'core.precomposeUnicode': 'false',
  'core.protectHFS': 'true',
  'core.protectNTFS': 'true',
  'core.quotePath': 'false',
  'core.attributesFile': '/dev/null',
  'core.excludesFile': '/dev/null',
  'core.hooksPath': '/dev/null',
  'core.fsmonitor': 'false',
  'core.untrackedCache': 'false',
  'core.splitIndex': 'false',
  'core.logAllRefUpdates': 'false',
  'core.sshCommand': 'false',
  'core.askPass': '',
  'credential.helper': '',
  'fetch.recurseSubmodules': 'false',
  'submodule.recurse': 'false',
  'diff.ignoreSubmodules': 'all',
  'gc.auto': '0',
  'maintenance.auto': 'false',
  'advice.addEmbeddedRepo': 'false',
  'safe.directory': '*',
};

/** The whole environment of one call of git. */
export function environmentOf(
  gitDir: string,
  call: Readonly<{
    workTree?: string;
    index?: string;
    protocols?: string;
    secretConfig?: Readonly<Record<string, string>>;
  }>,
): Readonly<Record<string, string>> {
  return {
    GIT_DIR: gitDir,
    ...(call.workTree === undefined ? {} : { GIT_WORK_TREE: call.workTree }),
    ...(call.index === undefined ? {} : { GIT_INDEX_FILE: call.index }),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    // Without it a mere look refreshes the index file of the workspace.
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_EDITOR: 'false',
    GIT_PAGER: 'cat',
    GIT_PROTOCOL_FROM_USER: '0',
    // Git allows what the list names and nothing else; there is no transport of this name.
    GIT_ALLOW_PROTOCOL: call.protocols ?? 'none',
    LC_ALL: 'C',
    TZ: 'UTC',
    ...secretConfigOf(call.secretConfig ?? {}),
  };
}

/** Other users of the machine can read a command line, and nobody but root and its owner an environment. */
function secretConfigOf(config: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(config);
  if (entries.length === 0) return {};
  const pairs = entries.flatMap(([key, value], at) => [
    [`GIT_CONFIG_KEY_${at}`, key],
    [`GIT_CONFIG_VALUE_${at}`, value],
  ]);
  return {
    GIT_CONFIG_COUNT: String(entries.length),
    ...Object.fromEntries<string>(pairs.map(([k = '', v = '']) => [k, v])),
  };
}
