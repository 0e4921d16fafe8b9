import type { Fault, Role } from '../agent/agent.ts';
import { logLine, type Log } from '../text/sinks.ts';
import { Notice, type Blocked, type MeteredRequest } from './messages.ts';

/** What went wrong with the requests of a role; without a role or session it is everybody's. */
export type RequestFault = Fault & Readonly<{ final: boolean; role: Role | null; root: string | null }>;

/** What becomes of the requests of a run. */
export type Watcher = Readonly<{
  onRequest: (request: MeteredRequest) => void;
  onFault: (fault: RequestFault) => void;
  /** A connection that the confined network did not let through; of very many the first ones. */
  onBlocked?: (blocked: Blocked) => void;
}>;

/** Where the gateway listens on loopback; `proxy` is the way out of a confined network, null where none is confined. */
export type Ports = Readonly<{ models: number; proxy: number | null }>;

/** Hears the notices of the gateway's process and passes them on to whom they concern. */
export function createListeners(log: Log) {
  const watchers: Watcher[] = [];
  const flushes = new Map<number, () => void>();
  const listening = Promise.withResolvers<Ports>();
  let ending = false;
  let end: RequestFault | null = null;
  let last = 0;
  const hear = (notice: Notice): void => {
    switch (notice.kind) {
      case 'listening':
        return listening.resolve({ models: notice.models, proxy: notice.proxy });
      case 'flushed':
        return flushes.get(notice.id)?.();
      case 'refused':
        return log(
          logLine(
            `The model gateway refused a request${notice.role === null ? '' : ` of the ${notice.role}`}: ${notice.reason}`,
          ),
        );
      case 'blocked':
        log(logLine(`The confined network refused a connection to ${notice.host}:${notice.port}: ${notice.reason}.`));
        return watchers.forEach((watcher) => watcher.onBlocked?.(notice));
      case 'request':
        return watchers.forEach((watcher) => watcher.onRequest(notice));
      case 'fault':
        return watchers.forEach((watcher) => watcher.onFault(notice));
    }
  };
  return {
    listening: listening.promise,
    add: (watcher: Watcher) => {
      watchers.push(watcher);
      if (end !== null) watcher.onFault(end);
    },
    nextFlush: () => (last += 1),
    flushed: (id: number) => new Promise<void>((resolve) => flushes.set(id, resolve)),
    expectEnd: () => void (ending = true),
    /** Without the gateway no model can be asked. */
    down: (how: string) => {
      if (ending) return;
      const message = `The model gateway ended in the middle of the run (${how}).`;
      end = { category: 'unknown', message, final: true, role: null, root: null };
      for (const watcher of watchers) watcher.onFault(end);
    },
    async follow(lines: AsyncIterable<string>) {
      for await (const line of lines) {
        const notice = Notice.safeParse(parse(line));
        if (notice.success) hear(notice.data);
      }
    },
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
