import { z } from 'zod';
import type { Forge } from '../forge.ts';
import type { TextEdit } from '../history.ts';
import { attempt } from './attempt.ts';
import type { Client } from './repository.ts';

/** Moves of a branch, and edits of a description and of a title, that are looked at. */
const NEWEST = 100;

/** When something was pushed or edited, by GitHub's own clock. */
export function historyCalls({ octokit, at }: Client): Pick<Forge, 'movesOf' | 'editsOf'> {
  return {
    movesOf: ({ repository, branch }) => {
      const [owner = '', repo = ''] = repository.split('/');
      return attempt(
        { to: `read who pushed to ${branch} of ${repository}`, needs: 'contents: read' },
        async () => {
          const query = { owner, repo, ref: `refs/heads/${branch}`, per_page: NEWEST, direction: 'desc' } as const;
          const { data } = await octokit.rest.repos.listActivities(query);
          return data.map(({ after, actor, timestamp }) => ({ to: after, by: actor?.login ?? null, at: timestamp }));
        },
        // A fork may be private or gone, and old servers do not have it.
        { 403: () => null, 404: () => null, 422: () => null },
      );
    },
    editsOf: (number) =>
      attempt({ to: `read who edited #${number}`, needs: 'issues: read, pull-requests: read' }, async () => {
        const answer = await octokit.graphql<unknown>(EDITS, { owner: at.owner, name: at.repo, number });
        const { createdAt, lastEditedAt, editor, ...kept } = answerSchema.parse(answer).repository.issueOrPullRequest;
        const last = lastEditedAt === null ? [] : [edit('description', editor, lastEditedAt)];
        // The text as it was first written is listed among its edits.
        const edits = (kept.userContentEdits?.nodes ?? [])
          .filter((one) => one !== null)
          .filter(({ editedAt }) => editedAt !== createdAt)
          .map((one) => edit('description', one.editor, one.editedAt));
        const renames = kept.timelineItems.nodes.flatMap((one) =>
          one === null ? [] : [edit('title', one.actor, one.createdAt)],
        );
        return [...last, ...edits, ...renames];
      }),
  };
}

const TEXT = `
  createdAt lastEditedAt editor { __typename login }
  userContentEdits(first: ${NEWEST}) { nodes { editedAt editor { __typename login } } }
  timelineItems(last: ${NEWEST}, itemTypes: [RENAMED_TITLE_EVENT]) { nodes { ... on RenamedTitleEvent {
    createdAt actor { __typename login }
  } } }`;

const EDITS = `query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) { issueOrPullRequest(number: $number) {
    ... on Issue {${TEXT} }
    ... on PullRequest {${TEXT} }
  } }
}`;

const account = z.object({ __typename: z.string(), login: z.string() }).nullable();
const nodesOf = <Node extends z.ZodType>(node: Node) => z.object({ nodes: z.array(node.nullable()) });
const answerSchema = z.object({
  repository: z.object({
    issueOrPullRequest: z.object({
      createdAt: z.string(),
      lastEditedAt: z.string().nullable(),
      editor: account,
      userContentEdits: nodesOf(z.object({ editedAt: z.string(), editor: account })).nullable(),
      timelineItems: nodesOf(z.object({ createdAt: z.string(), actor: account })),
    }),
  }),
});

/** GraphQL leaves out the suffix that bots have in REST. */
function edit(what: TextEdit['what'], by: z.infer<typeof account>, at: string): TextEdit {
  const isBare = by?.__typename === 'Bot' && !by.login.endsWith('[bot]');
  return { what, by: by === null ? null : `${by.login}${isBare ? '[bot]' : ''}`, at };
}
