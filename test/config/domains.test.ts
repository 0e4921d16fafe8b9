import { describe, expect, it } from 'vitest';
import { allowedDomains, readDomain } from '../../src/config/domains.ts';

describe('an allowed domain', () => {
  it.each([
    ['example.com', { host: 'example.com', below: false, port: 443 }],
    ['*.Example.com', { host: 'example.com', below: true, port: 443 }],
    ['example.com:8443', { host: 'example.com', below: false, port: 8443 }],
    ['example.com.', { host: 'example.com', below: false, port: 443 }],
    ['npm', { host: 'npm', below: false, port: 443 }],
    ['xn--bcher-kva.example', { host: 'xn--bcher-kva.example', below: false, port: 443 }],
  ])('can be %s', (entry, domain) => {
    expect(readDomain(entry)).toEqual(domain);
  });

  it.each([
    '',
    '*',
    '*.',
    '*.*.com',
    'a.*.com',
    'https://example.com',
    'example.com/',
    'user@example.com',
    'example.com:0',
    'example.com:65536',
    'example.com:',
    'example..com',
    '-example.com',
    'exa mple.com',
    'bücher.example',
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0x7f000001',
    '[::1]',
    '::1',
    `${'a'.repeat(64)}.com`,
    `${'a.'.repeat(127)}com`,
  ])('cannot be “%s”', (entry) => {
    expect(readDomain(entry)).toBeNull();
  });
});

describe('the domains of a run', () => {
  const hosts = (entries: readonly string[], environment = {}) =>
    allowedDomains(entries, environment).map(({ host, port }) => `${host}:${port}`);

  it('are those that were listed and no registry beside them', () => {
    expect(hosts(['a.test', '*.b.test'], { npm_config_registry: 'https://npm.test' })).toEqual([
      'a.test:443',
      'b.test:443',
    ]);
    expect(hosts([])).toEqual([]);
  });

  it('are with `registries` the public ones, each by its own name', () => {
    const domains = allowedDomains(['registries'], {});
    expect(domains.map(({ host }) => host)).toEqual(
      expect.arrayContaining(['registry.npmjs.org', 'pypi.org', 'files.pythonhosted.org', 'sum.golang.org']),
    );
    expect(domains.filter(({ below, port }) => below || port !== 443)).toEqual([]);
  });

  it('are with `registries` those of the runner’s environment, too, where they speak TLS', () => {
    const environment = {
      npm_config_registry: 'https://someone:secret@npm.corp.test:8443/path/',
      PIP_INDEX_URL: 'https://pip.corp.test/simple',
      PIP_EXTRA_INDEX_URL: 'https://one.corp.test/simple https://two.corp.test/simple',
      GOPROXY: 'https://go.corp.test|https://proxy.golang.org,direct',
      GOFLAGS: '-x=https://flags.test',
      NPM_CONFIG_USERCONFIG: 'https://other.test',
    };
    const all = allowedDomains(['registries'], environment);
    const own = all.slice(allowedDomains(['registries'], {}).length);
    expect(own.map(({ host, port }) => `${host}:${port}`)).toEqual([
      'npm.corp.test:8443',
      'pip.corp.test:443',
      'one.corp.test:443',
      'two.corp.test:443',
      'go.corp.test:443',
      'proxy.golang.org:443',
    ]);
    expect(hosts(['registries'], { npm_config_registry: 'http://plain.corp.test' })).not.toContain(
      'plain.corp.test:80',
    );
  });
});
