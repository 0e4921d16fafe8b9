import { EMPTY_TREE, diffFiles } from '../diff.ts';
import { ensureLabel, type PullIssue, type Review, type ReviewComment } from '../state.ts';
import type { World } from '../world.ts';
import { issueApi, renderLabel, renderRollup } from './issue.ts';
import { nodeId } from './node-id.ts';
import { renderRepository, repositoryApi, repositoryPage } from './repository.ts';
import { authorAssociation, renderUser } from './user.ts';

const pullApi = (world: World, number: number): string => `${repositoryApi(world)}/pulls/${number}`;

/** A pull request as lists show it. */
export function renderSimplePull(world: World, issue: PullIssue) {
  const { number, pull } = issue;
  const url = pullApi(world, number);
  const page = `${repositoryPage(world)}/pull/${number}`;
  const api = repositoryApi(world);
  const links = {
    html_url: page,
    issue_url: issueApi(world, number),
    comments_url: `${issueApi(world, number)}/comments`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    commits_url: `${url}/commits`,
    statuses_url: `${api}/statuses/${pull.headSha}`,
  };
  const assignees = issue.assignees.map((login) => renderUser(world, login));
  return {
    url,
    id: pull.id,
    node_id: nodeId('PR', number),
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    ...links,
    number,
    state: issue.state,
    locked: issue.locked,
    title: issue.title,
    user: renderUser(world, issue.author),
    body: issue.body,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    assignee: assignees[0] ?? null,
    assignees,
    requested_reviewers: pull.requestedReviewers.map((login) => renderUser(world, login)),
    requested_teams: [],
    labels: issue.labels.map((name) => renderLabel(world, ensureLabel(world.state, name))),
    milestone: null,
    draft: pull.draft,
    head: renderEnd(world, pull.head, pull.headSha),
    base: renderEnd(world, { owner: world.owner, repo: world.repo, ref: pull.base }, pull.baseSha),
    _links: {
      self: { href: url },
      html: { href: page },
      issue: { href: links.issue_url },
      comments: { href: links.comments_url },
      review_comments: { href: links.review_comments_url },
      review_comment: { href: links.review_comment_url },
      commits: { href: links.commits_url },
      statuses: { href: links.statuses_url },
    },
    author_association: authorAssociation(world, issue.author),
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** A pull request by itself, with what takes git to know. */
export async function renderPull(world: World, issue: PullIssue) {
  const { git, state } = world;
  const { pull, number } = issue;
  const start = (await git.run(['merge-base', pull.baseSha, pull.headSha])).stdout.toString().trim() || EMPTY_TREE;
  const [files, commits, mergeable] = await Promise.all([
    diffFiles(git, start, pull.headSha),
    git.text(['rev-list', '--count', pull.headSha, `^${pull.baseSha}`]),
    issue.state === 'open' ? isMergeable(world, pull) : null,
  ]);
  return {
    ...renderSimplePull(world, issue),
    merged: pull.mergedAt !== null,
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeableState(mergeable, pull.draft),
    merged_by: pull.mergedBy === null ? null : renderUser(world, pull.mergedBy),
    comments: [...state.comments.values()].filter((comment) => comment.issue === number).length,
    review_comments: [...state.reviewComments.values()].filter((comment) => comment.pull === number).length,
    maintainer_can_modify: pull.maintainerCanModify,
    commits: Number(commits),
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}

/** The few words on a pull request in a check run or a workflow run. */
export function renderMinimalPull(world: World, { number, pull }: PullIssue) {
  const repo = (name: string) => ({ id: world.repositoryId, url: repositoryApi(world), name });
  return {
    id: pull.id,
    number,
    url: pullApi(world, number),
    head: { ref: pull.head.ref, sha: pull.headSha, repo: repo(pull.head.repo) },
    base: { ref: pull.base, sha: pull.baseSha, repo: repo(world.repo) },
  };
}

export function renderReview(world: World, review: Review) {
  const html = `${repositoryPage(world)}/pull/${review.pull}#pullrequestreview-${review.id}`;
  const pull = pullApi(world, review.pull);
  return {
    id: review.id,
    node_id: nodeId('PRR', review.id),
    user: renderUser(world, review.author),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pull,
    author_association: authorAssociation(world, review.author),
    _links: { html: { href: html }, pull_request: { href: pull } },
    ...(review.submittedAt !== null && { submitted_at: review.submittedAt }),
    commit_id: review.commitId,
  };
}

export function renderReviewComment(world: World, comment: ReviewComment) {
  const url = `${repositoryApi(world)}/pulls/comments/${comment.id}`;
  const html = `${repositoryPage(world)}/pull/${comment.pull}#discussion_r${comment.id}`;
  const pull = pullApi(world, comment.pull);
  return {
    url,
    pull_request_review_id: comment.review,
    id: comment.id,
    node_id: nodeId('PRRC', comment.id),
    diff_hunk: comment.diffHunk,
    path: comment.path,
    commit_id: comment.commitId,
    original_commit_id: comment.commitId,
    user: renderUser(world, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: html,
    pull_request_url: pull,
    author_association: authorAssociation(world, comment.author),
    _links: { self: { href: url }, html: { href: html }, pull_request: { href: pull } },
    start_line: comment.startLine,
    original_start_line: comment.startLine,
    start_side: comment.startSide,
    ...(comment.line !== null && { line: comment.line, original_line: comment.line }),
    side: comment.side,
    position: comment.line ?? 1,
    original_position: comment.line ?? 1,
    subject_type: comment.line === null ? 'file' : 'line',
    ...(comment.inReplyTo !== null && { in_reply_to_id: comment.inReplyTo }),
    reactions: renderRollup(world, { kind: 'review-comment', id: comment.id }, url),
  };
}

function renderEnd(
  world: World,
  end: { readonly owner: string; readonly repo: string; readonly ref: string },
  sha: string,
) {
  return {
    label: `${end.owner}:${end.ref}`,
    ref: end.ref,
    sha,
    user: renderUser(world, end.owner),
    repo: renderRepository(world, end),
  };
}

function mergeableState(mergeable: boolean | null, draft: boolean): 'unknown' | 'dirty' | 'draft' | 'clean' {
  if (mergeable === null) return 'unknown';
  if (!mergeable) return 'dirty';
  return draft ? 'draft' : 'clean';
}

/** Unknown, as while GitHub still computes it, where git is older than `merge-tree --write-tree`. */
async function isMergeable({ git }: World, { base, headSha }: PullIssue['pull']): Promise<boolean | null> {
  const { code } = await git.run(['merge-tree', '--write-tree', `refs/heads/${base}`, headSha]);
  return code > 1 ? null : code === 0;
}
