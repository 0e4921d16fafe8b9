import {
  ensureLabel,
  type Comment,
  type Issue,
  type Label,
  type Reaction,
  type ReactionContent,
  type Subject,
} from '../state.ts';
import type { World } from '../world.ts';
import { nodeId } from './node-id.ts';
import { repositoryApi, repositoryPage } from './repository.ts';
import { authorAssociation, renderUser } from './user.ts';

export const issueApi = (world: World, number: number): string => `${repositoryApi(world)}/issues/${number}`;

/** The page of an issue or a pull request, which differ in one word. */
export function issuePage(world: World, { number, pull }: Pick<Issue, 'number' | 'pull'>): string {
  return `${repositoryPage(world)}/${pull ? 'pull' : 'issues'}/${number}`;
}

/** An issue, or a pull request seen as one. */
export function renderIssue(world: World, issue: Issue) {
  const url = issueApi(world, issue.number);
  const assignees = issue.assignees.map((login) => renderUser(world, login));
  return {
    url,
    repository_url: repositoryApi(world),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: issuePage(world, issue),
    id: issue.id,
    node_id: nodeId(issue.pull ? 'PR' : 'I', issue.number),
    number: issue.number,
    title: issue.title,
    user: renderUser(world, issue.author),
    labels: issue.labels.map((name) => renderLabel(world, ensureLabel(world.state, name))),
    state: issue.state,
    locked: issue.locked,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    comments: [...world.state.comments.values()].filter((comment) => comment.issue === issue.number).length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: authorAssociation(world, issue.author),
    active_lock_reason: null,
    ...(issue.pull && { draft: issue.pull.draft, pull_request: pullLinks(world, issue) }),
    body: issue.body,
    reactions: renderRollup(world, { kind: 'issue', id: issue.number }, url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: issue.stateReason,
    closed_by: issue.closedBy === null ? null : renderUser(world, issue.closedBy),
  };
}

export function renderLabel(world: World, { id, name, color, description }: Label) {
  const url = `${repositoryApi(world)}/labels/${encodeURIComponent(name)}`;
  return { id, node_id: nodeId('LA', id), url, name, color, default: false, description };
}

export function renderComment(world: World, comment: Comment) {
  const issue = world.state.issues.get(comment.issue) ?? { number: comment.issue };
  const url = `${repositoryApi(world)}/issues/comments/${comment.id}`;
  return {
    url,
    html_url: `${issuePage(world, issue)}#issuecomment-${comment.id}`,
    issue_url: issueApi(world, comment.issue),
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    user: renderUser(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: authorAssociation(world, comment.author),
    body: comment.body,
    reactions: renderRollup(world, { kind: 'comment', id: comment.id }, url),
    performed_via_github_app: null,
  };
}

export function renderReaction(world: World, { id, author, content, createdAt }: Reaction) {
  return { id, node_id: nodeId('REA', id), user: renderUser(world, author), content, created_at: createdAt };
}

export function reactionsOn({ state }: World, subject: Subject): Reaction[] {
  return [...state.reactions.values()].filter(
    ({ subject: { kind, id } }) => kind === subject.kind && id === subject.id,
  );
}

/** The count of reactions that GitHub puts into what was reacted to. */
export function renderRollup(world: World, subject: Subject, url: string) {
  const all = reactionsOn(world, subject);
  const count = (content: ReactionContent): number => all.filter((reaction) => reaction.content === content).length;
  return {
    url: `${url}/reactions`,
    total_count: all.length,
    '+1': count('+1'),
    '-1': count('-1'),
    laugh: count('laugh'),
    hooray: count('hooray'),
    confused: count('confused'),
    heart: count('heart'),
    rocket: count('rocket'),
    eyes: count('eyes'),
  };
}

function pullLinks(world: World, { number, pull }: Issue) {
  const page = `${repositoryPage(world)}/pull/${number}`;
  return {
    url: `${repositoryApi(world)}/pulls/${number}`,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    merged_at: pull?.mergedAt ?? null,
  };
}
