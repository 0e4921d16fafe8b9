import { notFound, unprocessable } from './failure.ts';
import { resolveReviews } from './graphql-reviews.ts';
import { allows, notAccessible } from './permissions.ts';
import { issuePage } from './render/issue.ts';
import { nodeId, nodeKey } from './render/node-id.ts';
import { repositoryPage } from './render/repository.ts';
import { renderUser } from './render/user.ts';
import { isPull, type Issue, type PullIssue } from './state.ts';
import type { Actor, World } from './world.ts';

type Named = { readonly owner: string; readonly name: string };
type Numbered = { readonly number: number };
type DraftInput = { readonly input: { readonly pullRequestId: string; readonly clientMutationId?: string } };

/** The fields of the GraphQL API that REST has no counterpart for, and what it takes to reach them. */
export function createResolvers(world: World, actor: Actor) {
  const setDraft =
    (draft: boolean) =>
    ({ input }: DraftInput) => {
      const issue = pullOf(world, input.pullRequestId);
      if (!allows(actor.permissions, 'pull_requests', 'write')) throw notAccessible(actor.type);
      if (issue.state === 'closed')
        throw unprocessable(`Pull request is ${issue.pull.mergedAt === null ? 'closed' : 'merged'}`);
      issue.pull.draft = draft;
      issue.updatedAt = world.now();
      return { clientMutationId: input.clientMutationId ?? null, pullRequest: resolvePull(world, issue) };
    };
  return {
    viewer: () => resolveActor(world, actor.login),
    repository: (named: Named) => resolveRepository(world, named),
    node: ({ id }: { readonly id: string }) => resolveNode(world, id),
    convertPullRequestToDraft: setDraft(true),
    markPullRequestReadyForReview: setDraft(false),
  };
}

function resolveRepository(world: World, { owner, name }: Named) {
  if (owner !== world.owner || name !== world.repo)
    throw notFound(`Could not resolve to a Repository with the name '${owner}/${name}'.`);
  const issueAt = ({ number }: Numbered, kind: string): Issue => {
    const issue = world.state.issues.get(number);
    if (!issue) throw notFound(`Could not resolve to ${kind} with the number of ${number}.`);
    return issue;
  };
  return {
    id: nodeId('R', world.repositoryId),
    name,
    nameWithOwner: `${owner}/${name}`,
    url: repositoryPage(world),
    isPrivate: world.state.settings.private,
    isArchived: world.state.settings.archived,
    hasIssuesEnabled: world.state.settings.hasIssues,
    issue: (at: Numbered) => resolveIssue(world, issueAt(at, 'an Issue')),
    pullRequest: (at: Numbered) => {
      const issue = issueAt(at, 'a PullRequest');
      if (!isPull(issue)) throw notFound(`Could not resolve to a PullRequest with the number of ${at.number}.`);
      return resolvePull(world, issue);
    },
    issueOrPullRequest: (at: Numbered) => {
      const issue = issueAt(at, 'an issue or pull request');
      return isPull(issue) ? resolvePull(world, issue) : resolveIssue(world, issue);
    },
  };
}

function resolveNode(world: World, id: string) {
  const issue = world.state.issues.get(Number(nodeKey('I', id) ?? nodeKey('PR', id)));
  if (!issue) throw notFound(`Could not resolve to a node with the global id of '${id}'`);
  return isPull(issue) ? resolvePull(world, issue) : resolveIssue(world, issue);
}

function pullOf(world: World, id: string): PullIssue {
  const issue = world.state.issues.get(Number(nodeKey('PR', id)));
  if (!issue || !isPull(issue)) throw notFound(`Could not resolve to a node with the global id of '${id}'`);
  return issue;
}

function resolveText(world: World, issue: Issue) {
  return {
    number: issue.number,
    title: issue.title,
    body: issue.body ?? '',
    url: issuePage(world, issue),
    author: () => resolveActor(world, issue.author),
    closed: issue.state === 'closed',
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    lastEditedAt: issue.edited?.at ?? null,
    editor: () => (issue.edited ? resolveActor(world, issue.edited.by) : null),
    userContentEdits: () => ({
      nodes: issue.edited ? [{ editedAt: issue.edited.at, editor: resolveActor(world, issue.edited.by) }] : [],
    }),
    timelineItems: () => ({
      nodes: (issue.renames ?? []).map(({ by, at, from, to }) => ({
        __typename: 'RenamedTitleEvent',
        createdAt: at,
        actor: resolveActor(world, by),
        previousTitle: from,
        currentTitle: to,
      })),
    }),
  };
}

function resolveIssue(world: World, issue: Issue) {
  return {
    __typename: 'Issue',
    id: nodeId('I', issue.number),
    state: issue.state.toUpperCase(),
    ...resolveText(world, issue),
  };
}

function resolvePull(world: World, issue: PullIssue) {
  const { pull } = issue;
  return {
    __typename: 'PullRequest',
    id: nodeId('PR', issue.number),
    state: pull.mergedAt === null ? issue.state.toUpperCase() : 'MERGED',
    isDraft: pull.draft,
    merged: pull.mergedAt !== null,
    headRefName: pull.head.ref,
    headRefOid: pull.headSha,
    baseRefName: pull.base,
    baseRefOid: pull.baseSha,
    isCrossRepository: pull.head.owner !== world.owner,
    ...resolveText(world, issue),
    ...resolveReviews(world, issue),
  };
}

function resolveActor(world: World, login: string) {
  const { type, node_id: id, html_url: url, avatar_url: avatarUrl } = renderUser(world, login);
  // GraphQL leaves out the suffix that bots have everywhere else.
  return { __typename: type, id, login: login.replace(/\[bot\]$/, ''), url, avatarUrl };
}
