import { mark, statusMarker } from '../../src/publish/marker.ts';
import { whatStands } from '../support/action/what-stands.ts';
import type { EventName, Payload } from '../support/github/events.ts';
import type { LoopbackGitHub } from '../support/github/github.ts';
import type { PullIssue, WorkflowRun } from '../support/github/state.ts';
import { commentOf } from '../support/text.ts';
import type { Place } from './commands.ts';

export const BOT = 'github-actions[bot]';
export const NOW = Date.UTC(2026, 10, 21);

export type Said = Readonly<{
  event: EventName;
  payload: Payload;
  /** Where replies are expected. */
  number: number;
  /** The pull request that is there, or that there is for the issue. */
  pull: PullIssue | null;
}>;

/** What is there before anybody says something; every pull request adds one file of notes. */
export type Arranged = Readonly<{ number: number; pull: PullIssue | null; inline: boolean }>;

/** Puts the thing in place that a command can be said on, with the bot's own draft for an issue where one is wanted. */
export async function arrange(github: LoopbackGitHub, place: Place, withDraft: boolean): Promise<Arranged> {
  switch (place) {
    case 'issue':
    case 'closed-issue': {
      const issue = github.seed.issue({ title: 'double is wrong', body: 'See `src/calc.js`.', author: 'stranger' });
      const pull = withDraft ? await ownPull(github, issue.number) : null;
      if (place === 'closed-issue') issue.state = 'closed';
      return { number: issue.number, pull, inline: false };
    }
    case 'own':
    case 'closed-pull':
    case 'inline': {
      const pull = await ownPull(github, github.seed.issue({ title: 'double is wrong' }).number);
      if (place === 'closed-pull') pull.state = 'closed';
      return { number: pull.number, pull, inline: place === 'inline' };
    }
    case 'person': {
      await github.seed.commit({ branch: 'feature', files: { 'notes.txt': 'A note.\n' }, author: 'maintainer' });
      const pull = await github.seed.pull({ head: 'feature', title: 'Mine', body: 'My words', author: 'maintainer' });
      return { number: pull.number, pull, inline: false };
    }
    case 'fork': {
      await github.seed.commit({ branch: 'patch-1', fork: 'stranger', files: { 'notes.txt': 'A note.\n' } });
      const pull = await github.seed.pull({ head: 'patch-1', fork: 'stranger', title: 'Theirs', author: 'stranger' });
      return { number: pull.number, pull, inline: false };
    }
  }
}

/** A maintainer writes this there. */
export async function say(
  github: LoopbackGitHub,
  { number, pull, inline, at: createdAt }: Arranged & Readonly<{ at?: string | undefined }>,
  body: string,
): Promise<Said> {
  if (inline) {
    const at = { pull: number, path: 'notes.txt', line: 1 };
    const { id } = await github.seed.reviewComment({ ...at, body, author: 'maintainer' });
    const event = 'pull_request_review_comment';
    return { event, payload: await github.event(event, { comment: id }), number, pull };
  }
  const { id } = github.seed.comment({
    issue: number,
    body,
    author: 'maintainer',
    ...(createdAt === undefined ? {} : { createdAt }),
  });
  return { event: 'issue_comment', payload: await github.event('issue_comment', { comment: id }), number, pull };
}

/** A draft as Patchwright leaves it: its branch, its commit, its marker. */
async function ownPull(github: LoopbackGitHub, issue: number): Promise<PullIssue> {
  const branch = `opencode/issue-${issue}`;
  await github.seed.commit({ branch, files: { 'notes.txt': 'A note.\n' }, author: BOT });
  const body = mark({ v: 1, kind: 'pull-request', branch }, commentOf('The report.'));
  return await github.seed.pull({ head: branch, title: 'By the bot', body, author: BOT, draft: true });
}

/** A run that is at work on an issue or pull request, as its status comment tells. */
export async function atWork(
  github: LoopbackGitHub,
  issue: number,
  given: Readonly<{ author?: string; runId?: number }> = {},
): Promise<WorkflowRun> {
  const headSha = await whatStands(github).git('rev-parse', 'main');
  const run = github.seed.workflowRun({ headBranch: 'main', headSha });
  const marker = statusMarker({ issue, runId: given.runId ?? run.id, state: 'working', now: NOW });
  github.seed.comment({ issue, author: given.author ?? BOT, body: mark(marker, commentOf('Working on it')) });
  return run;
}
