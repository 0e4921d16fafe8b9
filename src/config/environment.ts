type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the agent, `setup` and checks inherit of the runner's environment: where programs are, language and time zone,
 * how to reach a package registry. An allow list, so that a credential nobody thought of is not in it.
 */
const INHERITED =
  /^(?:PATH|LANG|LC_[A-Z]+|TZ|SHELL|CI|(?:HTTPS?|NO|ALL)_PROXY|SSL_CERT_(?:FILE|DIR)|NODE_EXTRA_CA_CERTS|(?:JAVA|GOROOT|DOTNET|ANDROID|GRADLE|MAVEN|RUSTUP|PYENV|NVM|VOLTA)_?(?:HOME|ROOT|DIR|SDK_ROOT)?(?:_\w+_X64|_\w+_ARM64)?|GOROOT|GOPROXY|GOFLAGS|PIP_INDEX_URL|npm_config_registry)$/i;

/** Tools that keep what they need below the home directory, which the agent does not get. */
const TOOL_HOMES = { RUSTUP_HOME: '.rustup', PYENV_ROOT: '.pyenv' } as const;

/** The environment of everything that the change can influence; `home` is a directory of its own. */
export function confinedEnvironment(environment: Environment, home: string): Readonly<Record<string, string>> {
  const inherited: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && INHERITED.test(name)) inherited[name] = withoutCredentials(value);
  }
  for (const [name, directory] of Object.entries(TOOL_HOMES)) {
    if (environment['HOME'] !== undefined) inherited[name] ??= `${environment['HOME']}/${directory}`;
  }
  return { ...inherited, CI: 'true', HOME: home, TMPDIR: `${home}/tmp` };
}

/** Addresses of proxies and registries may carry a name and a password. */
function withoutCredentials(value: string): string {
  return value.replace(/^(\w+:\/\/)[^/@\s]+@/, '$1');
}

/** Names that carry credentials of the runner, of the Action's inputs or of a model provider. */
const CREDENTIAL = /^(?:INPUT_|ACTIONS_|GITHUB_|RUNNER_|.*(?:TOKEN|SECRET|PASSWORD|API_KEY|CREDENTIALS?)(?:_|$))/i;

/** The environment of programs of the runner's own that trusted code starts, npm for one: all but credentials. */
export function toolEnvironment(environment: Environment): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && !CREDENTIAL.test(name)) kept[name] = value;
  }
  return kept;
}

/** What a trusted program needs to reach the network: proxies and certificates. */
export function networkEnvironment(environment: Environment): Readonly<Record<string, string>> {
  const wanted = /^(?:(?:HTTPS?|NO|ALL)_PROXY|SSL_CERT_(?:FILE|DIR)|GIT_SSL_CAINFO)$/i;
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value !== undefined && wanted.test(name) ? [[name, value]] : [],
    ),
  );
}

/** What the gateway's process needs while it starts: certificates. `/proc` shows it, and so it has no credential. */
export function gatewayEnvironment(environment: Environment): Readonly<Record<string, string>> {
  const wanted = /^(?:SSL_CERT_(?:FILE|DIR)|NODE_EXTRA_CA_CERTS)$/;
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value !== undefined && wanted.test(name) ? [[name, value]] : [],
    ),
  );
}

/** The proxies that a runner goes through, which may want a name and a password; null for none. */
export type Proxies = Readonly<{ http: string | null; https: string | null; no: string }>;

/** As the environment has them; of both spellings the small one counts, as it does for most programs. */
export function proxiesOf(environment: Environment): Proxies {
  const read = (name: string): string | null => {
    const given = [environment[name], environment[name.toUpperCase()]];
    return given.find((value) => value !== undefined && value !== '') ?? null;
  };
  return { http: read('http_proxy'), https: read('https_proxy'), no: read('no_proxy') ?? '' };
}
