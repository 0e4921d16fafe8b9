import { standing } from '../../text/sinks.ts';
import type { Forge, PullRequestCreation, PullRequestInfo } from '../forge.ts';
import { attempt } from './attempt.ts';
import type { Client } from './repository.ts';

type PullRequestCalls = Pick<
  Forge,
  'pullRequest' | 'pullRequestsFrom' | 'createPullRequest' | 'updatePullRequest' | 'setDraft' | 'requestReview'
>;

const NEEDS = 'pull-requests: write';

export function pullRequestCalls({ octokit, at }: Client): PullRequestCalls {
  const { pulls } = octokit.rest;
  const pullRequestsFrom: Forge['pullRequestsFrom'] = (branch) =>
    attempt({ to: `list the pull requests from ${branch}`, needs: 'pull-requests: read' }, async () => {
      const query = {
        ...at,
        head: `${at.owner}:${branch}`,
        state: 'all',
        sort: 'created',
        direction: 'desc',
        per_page: 100,
      } as const;
      const found = (await octokit.paginate(pulls.list, query)).map(pullRequestOf);
      return found.filter(
        ({ head }) =>
          head.branch === branch && head.repository?.toLowerCase() === `${at.owner}/${at.repo}`.toLowerCase(),
      );
    });
  return {
    pullRequestsFrom,
    pullRequest: (number) =>
      attempt({ to: `read pull request #${number}`, needs: 'pull-requests: read' }, async () =>
        pullRequestOf((await pulls.get({ ...at, pull_number: number })).data),
      ),
    createPullRequest: (draft) => {
      const explain = async (reason: string): Promise<PullRequestCreation> => {
        const open = (await pullRequestsFrom(draft.head)).some(
          ({ state, base }) => state === 'open' && base.branch === draft.base,
        );
        return open ? { kind: 'exists' } : { kind: 'refused', reason };
      };
      return attempt<PullRequestCreation, PullRequestCreation>(
        { to: `create a pull request from ${draft.head}`, needs: NEEDS },
        async () => ({ kind: 'created', pullRequest: pullRequestOf((await pulls.create({ ...at, ...draft })).data) }),
        { 403: (reason) => ({ kind: 'refused', reason }), 422: explain },
      );
    },
    updatePullRequest: (number, change) =>
      attempt({ to: `update pull request #${number}`, needs: NEEDS }, async () => {
        await pulls.update({ ...at, ...change, pull_number: number });
      }),
    setDraft: ({ number, nodeId }, draft) =>
      attempt(
        {
          to: `make pull request #${number} ${draft ? 'a draft' : 'ready for review'}`,
          needs: `contents: write, ${NEEDS}`,
        },
        async () => {
          await octokit.graphql<unknown>(draft ? TO_DRAFT : TO_READY, { id: nodeId });
        },
      ),
    requestReview: (number, login) =>
      attempt({ to: `ask ${login} to review #${number}`, needs: NEEDS }, async () => {
        await pulls.requestReviewers({ ...at, pull_number: number, reviewers: [login] });
      }),
  };
}

/** REST can tell whether a pull request is a draft, and not change it. */
const TO_DRAFT =
  'mutation ($id: ID!) { convertPullRequestToDraft(input: { pullRequestId: $id }) { pullRequest { isDraft } } }';
const TO_READY =
  'mutation ($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } } }';

type PullRequestData = Readonly<{
  number: number;
  html_url: string;
  node_id: string;
  state: string;
  merged_at: string | null;
  draft?: boolean;
  title: string;
  body: string | null;
  user: Readonly<{ login: string }> | null;
  head: Readonly<{ ref: string; sha: string; repo: Readonly<{ full_name: string }> | null }>;
  base: Readonly<{ ref: string; sha: string }>;
}>;

function pullRequestOf(data: PullRequestData): PullRequestInfo {
  return {
    number: data.number,
    url: data.html_url,
    nodeId: data.node_id,
    state: data.state === 'open' ? 'open' : 'closed',
    merged: data.merged_at !== null,
    draft: data.draft ?? false,
    title: data.title,
    body: standing(data.body ?? ''),
    author: data.user?.login ?? 'ghost',
    head: { branch: data.head.ref, sha: data.head.sha, repository: data.head.repo?.full_name ?? null },
    base: { branch: data.base.ref, sha: data.base.sha },
  };
}
