import { z } from 'zod';
import type { Remark, Review, ReviewThread } from '../discussion.ts';
import type { Forge } from '../forge.ts';
import { attempt } from './attempt.ts';
import type { Client } from './repository.ts';

const NEEDS = 'pull-requests: read';

/** Of a thread its first comment and so many newest ones are read. */
const NEWEST = 30;

/** GraphQL, because REST tells neither which threads are resolved nor whether a review was edited. */
export function reviewCalls({ octokit, at }: Client): Pick<Forge, 'reviews' | 'threads'> {
  const ask = (query: string) => async (number: number, cursor: string | null) =>
    await octokit.graphql<unknown>(query, { owner: at.owner, name: at.repo, number, cursor });
  return {
    reviews: (pull) =>
      attempt({ to: `read the reviews of #${pull}`, needs: NEEDS }, async () => {
        const nodes = await everyPage(async (cursor) => {
          const answer = await ask(REVIEWS)(pull, cursor);
          return reviewPage.parse(answer).repository.pullRequest.reviews;
        });
        return nodes.flatMap(reviewOf);
      }),
    threads: (pull) =>
      attempt({ to: `read the review threads of #${pull}`, needs: NEEDS }, async () => {
        const nodes = await everyPage(async (cursor) => {
          const answer = await ask(THREADS)(pull, cursor);
          return threadPage.parse(answer).repository.pullRequest.reviewThreads;
        });
        return nodes.filter(({ isResolved }) => !isResolved).map(threadOf);
      }),
  };
}

const REMARK = 'body author { __typename login } authorAssociation lastEditedAt';
const PAGE = 'pageInfo { hasNextPage endCursor }';
const QUERY = 'query ($owner: String!, $name: String!, $number: Int!, $cursor: String)';

const REVIEWS = `${QUERY} {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) {
    reviews(first: 100, after: $cursor) { ${PAGE} nodes { state submittedAt ${REMARK} } }
  } }
}`;

const THREADS = `${QUERY} {
  repository(owner: $owner, name: $name) { pullRequest(number: $number) {
    reviewThreads(first: 50, after: $cursor) { ${PAGE} nodes {
      isResolved path line
      opening: comments(first: 1) { totalCount nodes { id diffHunk createdAt ${REMARK} } }
      newest: comments(last: ${NEWEST}) { nodes { id diffHunk createdAt ${REMARK} } }
    } }
  } }
}`;

const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });
const remark = z.object({
  body: z.string(),
  author: z.object({ __typename: z.string(), login: z.string() }).nullable(),
  authorAssociation: z.string(),
  lastEditedAt: z.string().nullable(),
});
const comment = remark.extend({ id: z.string(), diffHunk: z.string(), createdAt: z.string() });
const review = remark.extend({ state: z.string(), submittedAt: z.string().nullable() });
const thread = z.object({
  isResolved: z.boolean(),
  path: z.string(),
  line: z.number().nullable(),
  opening: z.object({ totalCount: z.number(), nodes: z.array(comment) }),
  newest: z.object({ nodes: z.array(comment) }),
});

const inPullRequest = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.object({ repository: z.object({ pullRequest: z.object(shape) }) });
const reviewPage = inPullRequest({ reviews: z.object({ pageInfo, nodes: z.array(review) }) });
const threadPage = inPullRequest({ reviewThreads: z.object({ pageInfo, nodes: z.array(thread) }) });

type Page<Node> = Readonly<{ pageInfo: z.infer<typeof pageInfo>; nodes: readonly Node[] }>;

async function everyPage<Node>(read: (cursor: string | null) => Promise<Page<Node>>): Promise<readonly Node[]> {
  const all: Node[] = [];
  for (let cursor: string | null = null; ;) {
    const page: Page<Node> = await read(cursor);
    all.push(...page.nodes);
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage || endCursor === null) return all;
    cursor = endCursor;
  }
}

const STATES: Readonly<Record<string, Review['state']>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
};

/** None for a review that is still pending, which GitHub shows to its author alone. */
function reviewOf({ state, submittedAt, ...said }: z.infer<typeof review>): readonly Review[] {
  const known = STATES[state];
  return known === undefined || submittedAt === null ? [] : [{ ...remarkOf(said, submittedAt), state: known }];
}

function threadOf({ path, line, opening, newest }: z.infer<typeof thread>): ReviewThread {
  const comments = [...opening.nodes, ...newest.nodes.filter(({ id }) => id !== opening.nodes[0]?.id)];
  return {
    path,
    line,
    hunk: opening.nodes[0]?.diffHunk ?? '',
    remarks: comments.map((said) => remarkOf(said, said.createdAt)),
    unread: opening.totalCount - comments.length,
  };
}

function remarkOf({ body, author, authorAssociation, lastEditedAt }: z.infer<typeof remark>, at: string): Remark {
  return { body, author: loginOf(author), association: authorAssociation, at, editedAt: lastEditedAt };
}

/** GraphQL leaves out the suffix that bots have in REST. */
function loginOf(author: z.infer<typeof remark>['author']): string {
  if (author === null) return 'ghost';
  return author.__typename === 'Bot' && !author.login.endsWith('[bot]') ? `${author.login}[bot]` : author.login;
}
