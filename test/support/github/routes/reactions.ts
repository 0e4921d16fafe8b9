import { notFound } from '../failure.ts';
import { listReply } from '../page.ts';
import { reactionsOn, renderReaction } from '../render/issue.ts';
import type { Reaction, ReactionContent, Subject } from '../state.ts';
import { param, type Call, type Reply, type Routes } from '../world.ts';
import { findComment } from './comments.ts';
import { findIssue } from './issues.ts';
import { findReviewComment } from './reviews.ts';

type Find = (call: Call) => Subject;

const issue: Find = (call) => ({ kind: 'issue', id: findIssue(call).number });
const comment: Find = (call) => ({ kind: 'comment', id: findComment(call).id });
const reviewComment: Find = (call) => ({ kind: 'review-comment', id: findReviewComment(call).id });

export const reactionRoutes: Routes = {
  'reactions/list-for-issue': (call) => list(call, issue(call)),
  'reactions/list-for-issue-comment': (call) => list(call, comment(call)),
  'reactions/list-for-pull-request-review-comment': (call) => list(call, reviewComment(call)),
  'reactions/create-for-issue': (call: Call<{ content: ReactionContent }>) => create(call, issue(call)),
  'reactions/create-for-issue-comment': (call: Call<{ content: ReactionContent }>) => create(call, comment(call)),
  'reactions/create-for-pull-request-review-comment': (call: Call<{ content: ReactionContent }>) =>
    create(call, reviewComment(call)),
  'reactions/delete-for-issue': (call) => remove(call, issue(call)),
  'reactions/delete-for-issue-comment': (call) => remove(call, comment(call)),
  'reactions/delete-for-pull-request-comment': (call) => remove(call, reviewComment(call)),
};

function list(call: Call, subject: Subject): Promise<Reply> {
  const { content } = call.query;
  const reactions = reactionsOn(call.world, subject).filter((reaction) => !content || reaction.content === content);
  return listReply(call, reactions, (reaction) => renderReaction(call.world, reaction));
}

/** 201 for a new reaction, 200 when the account has reacted that way already. */
function create({ world, actor, body }: Call<{ content: ReactionContent }>, subject: Subject): Reply {
  const existing = reactionsOn(world, subject).find(
    (reaction) => reaction.author === actor.login && reaction.content === body.content,
  );
  if (existing) return { status: 200, body: renderReaction(world, existing) };
  const reaction: Reaction = {
    id: world.state.nextId(),
    subject,
    author: actor.login,
    content: body.content,
    createdAt: world.now(),
  };
  world.state.reactions.set(reaction.id, reaction);
  return { status: 201, body: renderReaction(world, reaction) };
}

function remove(call: Call, subject: Subject): Reply {
  const id = Number(param(call, 'reaction_id'));
  if (!reactionsOn(call.world, subject).some((reaction) => reaction.id === id)) throw notFound();
  call.world.state.reactions.delete(id);
  return { status: 204 };
}
