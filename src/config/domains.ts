/** What an entry of `allowed-domains` names: a host, or with `*.` every host below one, and the port it is reached on. */
export type Domain = Readonly<{
  host: string;
  /** Every host below `host`, and not `host` itself. */
  below: boolean;
  port: number;
}>;

/** Stands in the list for the package registries, and those that the runner's environment names. */
export const REGISTRIES = 'registries';

/** Where the package managers of the languages that setup knows get their packages from. */
const PUBLIC_REGISTRIES = [
  'registry.npmjs.org',
  'registry.yarnpkg.com',
  'pypi.org',
  'files.pythonhosted.org',
  'index.crates.io',
  'static.crates.io',
  'proxy.golang.org',
  'sum.golang.org',
  'repo.maven.apache.org',
  'repo1.maven.org',
  'rubygems.org',
  'index.rubygems.org',
  'api.nuget.org',
  'repo.packagist.org',
] as const;

/** Variables by which a runner names registries of its own, several in one separated by commas, bars or spaces. */
const NAMING = /^(?:npm_config_registry|pip_(?:extra_)?index_url|goproxy)$/i;

const HTTPS = 443;

/** A host name has a letter in its last part, which no address has, and is at most 253 characters long. */
const NAME = String.raw`(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)*(?:[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)`;
const ENTRY = new RegExp(
  String.raw`^(?<below>\*\.)?(?<host>(?=.{1,253}(?::|$))${NAME})\.?(?::(?<port>\d{1,5}))?$`,
  'i',
);

/** Null for what names no host. */
export function readDomain(entry: string): Domain | null {
  const { host, below, port: written } = ENTRY.exec(entry)?.groups ?? {};
  const port = written === undefined ? HTTPS : Number(written);
  if (host === undefined || port < 1 || port > 65_535) return null;
  return { host: host.toLowerCase(), below: below !== undefined, port };
}

/** The domains that a list of `allowed-domains` comes to on a runner with this environment. */
export function allowedDomains(
  entries: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): readonly Domain[] {
  return entries.flatMap((entry) => {
    const domain = entry === REGISTRIES ? null : readDomain(entry);
    return entry === REGISTRIES ? [...publicRegistries(), ...configuredRegistries(environment)] : [domain ?? []].flat();
  });
}

function publicRegistries(): readonly Domain[] {
  return PUBLIC_REGISTRIES.map((host) => ({ host, below: false, port: HTTPS }));
}

/** Those that speak TLS; nothing else gets through. */
function configuredRegistries(environment: Readonly<Record<string, string | undefined>>): readonly Domain[] {
  const values = Object.entries(environment).flatMap(([name, value = '']) => (NAMING.test(name) ? [value] : []));
  return values
    .flatMap((value) => value.split(/[\s,|]+/))
    .flatMap((address) => {
      const url = URL.canParse(address) ? new URL(address) : null;
      return url?.protocol === 'https:' ? [readDomain(url.host) ?? []].flat() : [];
    });
}
