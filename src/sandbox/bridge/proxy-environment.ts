/** Variables by which programs are told of a proxy, in every spelling that one of them reads. */
const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'] as const;

/** Reached without the proxy. */
const DIRECT = '127.0.0.1,localhost';

/** The environment by which package managers go through the proxy on that loopback port. */
export function proxyEnvironment(port: number): Readonly<Record<string, string>> {
  const address = `http://127.0.0.1:${port}`;
  // Java reads no proxy from the environment, so its tools are told by the options of theirs.
  const java = `-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=${port} -Daether.connector.http.useSystemProperties=true`;
  return {
    ...Object.fromEntries(PROXIES.map((name) => [name, address])),
    NO_PROXY: DIRECT,
    no_proxy: DIRECT,
    MAVEN_OPTS: java,
    GRADLE_OPTS: java,
  };
}
