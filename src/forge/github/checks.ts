import type { FailingCheck, JobLog } from '../discussion.ts';
import type { Forge } from '../forge.ts';
import { attempt } from './attempt.ts';
import { piecesOf, type Downloads } from './download.ts';
import type { Client } from './repository.ts';

/** Logs are read of so many checks; each takes two requests. */
const MOST_LOGS = 4;
/** Bytes of a log that are kept: its end. */
const TAIL = 256 * 1024;
/** Bytes of a log that are read at most; the end of a longer one is not reached. */
const LONGEST = 64 * 1024 * 1024;
/** The link from a check to the job that it is; checks that jobs made by themselves lead elsewhere. */
const JOB = /\/actions\/runs\/\d+\/job\/(\d+)(?:[?#]|$)/;

const ENDED: Readonly<Record<string, FailingCheck['ended']>> = {
  failure: 'failed',
  timed_out: 'timed out',
  action_required: 'action required',
  startup_failure: 'did not start',
};

export function checkCalls(client: Client, downloads: Downloads): Pick<Forge, 'failingChecks' | 'failingStatuses'> {
  const { octokit, at } = client;
  return {
    failingStatuses: async (commit) =>
      await attempt({ to: `read the statuses of ${commit.slice(0, 7)}`, needs: 'statuses: read' }, async () => {
        const failing: FailingCheck[] = [];
        for (let page = 1; ; page += 1) {
          const asked = { ...at, ref: commit, per_page: STATUSES, page };
          const { data } = await octokit.rest.repos.getCombinedStatusForRef(asked);
          failing.push(...data.statuses.flatMap(statusOf));
          if (data.statuses.length < STATUSES) return failing;
        }
      }),
    failingChecks: async (commit) => {
      const runs = await attempt(
        { to: `read the checks of ${commit.slice(0, 7)}`, needs: 'checks: read' },
        async () =>
          await octokit.paginate(octokit.rest.checks.listForRef, {
            ...at,
            ref: commit,
            status: 'completed',
            filter: 'latest',
            per_page: 100,
          }),
      );
      const failing = runs.flatMap((run) => {
        const ended = ENDED[run.conclusion ?? ''];
        return ended === undefined ? [] : [{ run, ended, job: jobOf(run) }];
      });
      const withLog = new Set(failing.filter(({ job }) => job !== null).slice(0, MOST_LOGS));
      return await Promise.all(
        failing.map(async (check) => ({
          name: check.run.name,
          ended: check.ended,
          summary: [check.run.output.title, check.run.output.summary].filter((text) => text !== null).join('\n\n'),
          log: withLog.has(check) || check.job === null ? await logOf(check.job, client, downloads) : TOO_MANY,
          at: check.run.completed_at,
        })),
      );
    },
  };
}

type Status = Readonly<{ context: string; state: string; description: string | null; updated_at: string }>;

/** `error` is the word of a service that could not do its job. */
function statusOf({ context: name, state, description, updated_at: at }: Status): readonly FailingCheck[] {
  if (state !== 'failure' && state !== 'error') return [];
  const ended = state === 'failure' ? 'failed' : 'broke';
  return [{ name, ended, summary: description ?? '', log: { kind: 'none' }, at }];
}

/** Of one page. */
const STATUSES = 100;

const TOO_MANY: JobLog = { kind: 'unread', why: `logs are read of ${MOST_LOGS} checks at most` };

type Run = Readonly<{ details_url: string | null; app: Readonly<{ slug?: string }> | null }>;

function jobOf({ details_url: link, app }: Run): number | null {
  const [, id] = JOB.exec(link ?? '') ?? [];
  return app?.slug === 'github-actions' && id !== undefined ? Number(id) : null;
}

async function logOf(job: number | null, { octokit, at }: Client, downloads: Downloads): Promise<JobLog> {
  if (job === null) return { kind: 'none' };
  const unread = (why: string): JobLog => ({ kind: 'unread', why });
  try {
    // Followed by hand: the log is at a storage service, which is not to see the token, and may be of any length.
    const found = await attempt<string | undefined, JobLog>(
      { to: 'find the log', needs: 'actions: read' },
      async () =>
        (
          await octokit.rest.actions.downloadJobLogsForWorkflowRun({
            ...at,
            job_id: job,
            request: { redirect: 'manual' },
          })
        ).headers.location,
      {
        403: () => unread('the token lacks `actions: read`'),
        404: () => unread('GitHub has no log of it'),
        410: () => unread('the log has expired'),
      },
    );
    if (typeof found !== 'string') return found ?? unread('GitHub did not say where it is');
    const text = await readTail(found, downloads);
    return text === null ? unread(`it is larger than ${LONGEST / 1024 / 1024} MB`) : { kind: 'tail', text };
  } catch (error) {
    return unread(error instanceof Error ? error.message : String(error));
  }
}

/** The end of a text of whatever length, in bounded memory; null when the end is too far away. */
async function readTail(url: string, { fetch, timeLimit }: Downloads): Promise<string | null> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeLimit) });
  if (!response.ok) {
    await response.body?.cancel();
    throw new Error(`the storage of logs answered ${response.status}`);
  }
  let kept = Buffer.alloc(0);
  let size = 0;
  for await (const piece of piecesOf(response)) {
    size += piece.byteLength;
    if (size > LONGEST) return null;
    kept = Buffer.concat([kept, piece]);
    if (kept.byteLength > 2 * TAIL) kept = kept.subarray(-TAIL);
  }
  const tail = kept.subarray(-TAIL).toString();
  return size > TAIL ? tail.slice(tail.indexOf('\n') + 1) : tail;
}
