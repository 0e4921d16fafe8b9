import { describe, expect, it } from 'vitest';
import { withBlocked, type BlockedPlace } from '../../src/report/blocked-places.ts';
import { blockedSection } from '../../src/report/blocked.ts';
import { fit } from '../../src/report/detail.ts';

const render = (blocked: readonly BlockedPlace[], limit = 60_000) =>
  fit(limit, (detail) => blockedSection({ blocked }, detail));

const of = (...hosts: readonly string[]): readonly BlockedPlace[] =>
  hosts.reduce<readonly BlockedPlace[]>((all, host) => withBlocked(all, { host, port: 443, reason: 'why' }), []);

describe('what the confined network refused', () => {
  it('is not spoken of where nothing was', () => {
    expect(render([])).toBe('');
  });

  it('is told with host, reason and how often', () => {
    const text = render([...of('evil.example', 'b.example', 'evil.example'), ...of('c.example')]);
    expect(text).toContain('Network: 4 connections to 3 hosts refused');
    expect(text).toContain('`evil.example:443` | why | 2');
    expect(text).toContain('`allowed-domains`');
  });

  it('counts different reasons apart', () => {
    const one = withBlocked(of('a.example'), { host: 'a.example', port: 443, reason: 'another' });
    expect(one.map(({ times, reason }) => [times, reason])).toEqual([
      [1, 'why'],
      [1, 'another'],
    ]);
  });

  it('stays short, and names nobody and links nowhere, whatever hosts are called', () => {
    const hostile = ['@octocat', 'https://evil.example/x', '`</details><img src=x>|#1', 'www.evil.example'];
    const many = of(...hostile, ...Array.from({ length: 1000 }, (_, number) => `h${number}.example`));
    const text = render(many);
    expect(text.length).toBeLessThan(60_000);
    expect(text).toContain('more; the run record lists them');
    const outside = text.replaceAll(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
    expect(outside).not.toMatch(/@octocat|evil|<img|#1/);
    expect(render(many, 100)).toContain('Network: 1,004 connections to 1,004 hosts refused');
  });
});
