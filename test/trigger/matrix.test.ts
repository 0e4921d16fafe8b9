import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asFailure, Failure } from '../../src/failure.ts';
import type { Forge, Permission } from '../../src/forge/forge.ts';
import { gate } from '../../src/trigger/gate.ts';
import { parseEvent } from '../../src/trigger/parse-event.ts';
import { forgeOf } from '../forge/forge.ts';
import { startGitHub, type LoopbackGitHub } from '../support/github/github.ts';

/** Everybody who may turn up, and what the repository's settings and GitHub's permission API say of them. */
const WHO = {
  admin: { may: true, permission: 'admin' },
  maintainer: { may: true, permission: 'maintain' },
  writer: { may: true, permission: 'write' },
  triager: { may: false, permission: 'triage' },
  reader: { may: false, permission: 'read' },
  stranger: { may: false, permission: 'none' },
  'named-reader': { may: true, permission: 'read', listed: true },
  'named-reader-': { may: false, permission: 'read' },
  'listed[bot]': { may: true, permission: 'none', listed: true },
  'unlisted[bot]': { may: false, permission: 'admin' },
  'named-reader[bot]': { may: false, permission: 'write' },
} as const satisfies Record<string, Readonly<{ may: boolean; permission: Permission; listed?: true }>>;
type Who = keyof typeof WHO;
const EVERYBODY = Object.keys(WHO).filter((name): name is Who => name in WHO);

const ALLOWED = { allowedUsers: ['Named-Reader'], allowedBots: ['listed[bot]'] };

/** What comes of an event that somebody may set off. */
const EVENTS = {
  'issues labeled': 'task',
  'issue_comment on an issue': 'task',
  'issue_comment on a pull request': 'task',
  'issue_comment on a fork’s pull request': 'task',
  'pull_request labeled': 'task',
  'pull_request labeled, of a fork': 'fork',
  pull_request_review_comment: 'task',
  pull_request_review: 'task',
  workflow_dispatch: 'task',
  repository_dispatch: 'task',
  schedule: 'task',
} as const;
type EventKind = keyof typeof EVENTS;

const RERUNNERS = [null, 'writer', 'reader', 'named-reader', 'listed[bot]', 'unlisted[bot]'] as const;
const API = ['answers', 'is refused (403)', 'is broken (500)'] as const;

type End = 'task' | 'declined in the log' | 'declined with a reply' | 'failed';

/** The rule in other words than the code's: everybody who set it off has to be known to be allowed. */
function expected(kind: EventKind, who: Who, rerunBy: Who | null, api: (typeof API)[number]): End {
  const askers = [...(kind === 'schedule' ? [] : [who]), ...(rerunBy === null ? [] : [rerunBy])];
  for (const asker of askers) {
    const isAsked = !asker.endsWith('[bot]') && !('listed' in WHO[asker]);
    if (isAsked && api !== 'answers') return 'failed';
    if (!WHO[asker].may) return 'declined in the log';
  }
  return EVENTS[kind] === 'fork' ? 'declined with a reply' : 'task';
}

let github: LoopbackGitHub;
const payloads = new Map<EventKind, Readonly<{ name: string; payload: Record<string, unknown> }>>();

beforeAll(async () => {
  github = await startGitHub();
  await github.seed.commit({ branch: 'topic', files: { 'a.txt': 'a\n' } });
  await github.seed.commit({ branch: 'topic', fork: 'stranger', files: { 'a.txt': 'b\n' } });
  const issue = github.seed.issue({}).number;
  const pull = (await github.seed.pull({ head: 'topic' })).number;
  const fork = (await github.seed.pull({ head: 'topic', fork: 'stranger' })).number;
  const comment = (on: number) => ({ comment: github.seed.comment({ issue: on, body: '/oc fix' }).id });
  const inline = await github.seed.reviewComment({ pull, path: 'a.txt', line: 1, body: '/oc fix' });
  const review = github.seed.review({ pull, body: '/oc fix' });
  const add = async (kind: EventKind, name: string, payload: Promise<Record<string, unknown>>) =>
    payloads.set(kind, { name, payload: await payload });
  await add('issues labeled', 'issues', github.event('issues', { issue, label: 'opencode' }));
  await add('issue_comment on an issue', 'issue_comment', github.event('issue_comment', comment(issue)));
  await add('issue_comment on a pull request', 'issue_comment', github.event('issue_comment', comment(pull)));
  await add('issue_comment on a fork’s pull request', 'issue_comment', github.event('issue_comment', comment(fork)));
  await add('pull_request labeled', 'pull_request', github.event('pull_request', { pull, label: 'opencode' }));
  await add(
    'pull_request labeled, of a fork',
    'pull_request',
    github.event('pull_request', { pull: fork, label: 'opencode' }),
  );
  await add(
    'pull_request_review_comment',
    'pull_request_review_comment',
    github.event('pull_request_review_comment', { comment: inline.id }),
  );
  await add('pull_request_review', 'pull_request_review', github.event('pull_request_review', { review: review.id }));
  await add('workflow_dispatch', 'workflow_dispatch', github.event('workflow_dispatch', {}));
  await add('repository_dispatch', 'repository_dispatch', github.event('repository_dispatch', { eventType: 'go' }));
  await add('schedule', 'schedule', github.event('schedule', { schedule: '0 4 * * 1' }));
});

afterAll(() => github[Symbol.asyncDispose]());

async function end(kind: EventKind, who: Who, rerunBy: Who | null, forge: Forge): Promise<End> {
  const { name = '', payload = {} } = payloads.get(kind) ?? {};
  const sender = { login: who, id: 7, type: who.endsWith('[bot]') ? 'Bot' : 'User' };
  const given = kind === 'schedule' ? payload : { ...payload, sender };
  const asked = parseEvent({ name, payload: given }, { phrases: ['/oc'], prompt: 'Tidy up', rerunBy });
  if (asked.kind === 'ignored') throw new Error(asked.reason);
  try {
    const trigger = await gate(asked, forge, ALLOWED);
    if (trigger.kind !== 'declined') return 'task';
    return trigger.said ? 'declined with a reply' : 'declined in the log';
  } catch (error) {
    expect(asFailure(error).code).toBe('forge');
    return 'failed';
  }
}

/** The loopback GitHub with its answers remembered, but for the permissions, which are those of the table. */
async function remembering(api: (typeof API)[number]): Promise<Forge> {
  const forge = forgeOf(github);
  const info = await forge.info();
  const pulls = new Map<number, ReturnType<Forge['pullRequest']>>();
  return {
    ...forge,
    info: async () => info,
    pullRequest: async (number) => {
      const found = pulls.get(number) ?? forge.pullRequest(number);
      pulls.set(number, found);
      return await found;
    },
    movesOf: async ({ repository, branch }) => {
      const number = repository.startsWith('stranger/') ? 3 : 2;
      return [{ to: (await pulls.get(number))?.head.sha ?? branch, by: null, at: '2020-01-01T00:00:00Z' }];
    },
    editsOf: async () => [],
    inlineComments: async () => [],
    permissionOf: async (login) => {
      if (api !== 'answers') throw new Failure('forge', api, { hint: '' });
      return EVERYBODY.flatMap((name) => (name === login ? [WHO[name].permission] : []))[0] ?? 'none';
    },
  };
}

describe.each(API)('when the permission API %s', (api) => {
  test.each(Object.keys(EVENTS).filter((kind): kind is EventKind => kind in EVENTS))(
    'for %s it is let in who may, and nobody else',
    async (kind) => {
      const forge = await remembering(api);
      const found: Record<string, End> = {};
      const wanted: Record<string, End> = {};
      for (const who of EVERYBODY) {
        for (const rerunBy of RERUNNERS) {
          const name = `${who}${rerunBy === null ? '' : `, run again by ${rerunBy}`}`;
          found[name] = await end(kind, who, rerunBy, forge);
          wanted[name] = expected(kind, who, rerunBy, api);
        }
      }
      expect(found).toEqual(wanted);
    },
  );
});

test.each([
  [403, 'failed'],
  [404, 'declined in the log'],
  [500, 'failed'],
  [503, 'failed'],
] as const)('GitHub answering the permission call with %s lets nobody in', async (status, wanted) => {
  await using other = await startGitHub({ permissions: { writer: 'admin' } });
  other.fault({ on: 'repos/get-collaborator-permission-level', times: Infinity, answer: { status } });
  for (const kind of ['issues labeled', 'workflow_dispatch'] as const) {
    expect(await end(kind, 'writer', null, forgeOf(other))).toBe(wanted);
    expect(await end(kind, 'listed[bot]', 'writer', forgeOf(other))).toBe(wanted);
  }
});
