import { tokenOf, type Exchange, type Incoming, type Outgoing } from './exchange.ts';
import type { Job } from './state.ts';
import type { World } from './world.ts';

const PATH = /^\/job-logs\/(\d+)$/;

/** The address of a job's log: by another name of the machine, as it is another server at GitHub. */
export function logAddress({ serverUrl }: World, { id }: Job): string {
  return `${serverUrl.replace('127.0.0.1', 'localhost')}/job-logs/${id}?signature=loopback`;
}

/** The storage that GitHub redirects to for logs; it takes signed addresses and refuses credentials. */
export function logExchange(world: World, { method, url, headers }: Incoming): Exchange | undefined {
  const [, id] = PATH.exec(url.pathname) ?? [];
  if (id === undefined) return undefined;
  const log = findJob(world, Number(id))?.log;
  const token = tokenOf(headers);
  return {
    route: `${method} /job-logs/{job_id}`,
    operationId: 'job-log',
    mutates: false,
    body: undefined,
    token,
    actor: undefined,
    answer: () =>
      Promise.resolve(
        token === undefined
          ? { outgoing: log === undefined ? text(404, 'The specified blob does not exist.') : text(200, log) }
          : { outgoing: text(400, 'InvalidAuthenticationInfo'), violation: 'sends a token to the storage of logs' },
      ),
  };
}

export function findJob({ state }: World, id: number): Job | undefined {
  return [...state.workflowRuns.values()].flatMap(({ jobs }) => jobs).find((job) => job.id === id);
}

function text(status: number, body: string): Outgoing {
  return { status, headers: { 'content-type': 'text/plain' }, body };
}
