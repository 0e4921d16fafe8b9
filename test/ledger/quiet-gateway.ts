import type { Gateway } from '../../src/gateway/gateway.ts';
import type { Watcher } from '../../src/gateway/listeners.ts';

/** A gateway through which nothing goes but what a test tells of. */
export function quietGateway(): Pick<Gateway, 'watch' | 'settled'> & { readonly watchers: Watcher[] } {
  const watchers: Watcher[] = [];
  return { watchers, watch: (watcher) => void watchers.push(watcher), settled: () => Promise.resolve() };
}
