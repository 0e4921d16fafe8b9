import { beginAnswer, resumeAnswer, type AnswerComment } from '../../publish/answer-comment.ts';
import { claimStatusComment, resumeStatusComment, type ClaimOptions } from '../../publish/claim.ts';
import type { Reaction } from '../../publish/reactions.ts';
import type { StatusComment } from '../../publish/status-comment.ts';
import type { RunState } from '../../report/run.ts';
import type { CommentText } from '../../text/sinks.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import { waitingPlan } from '../kept/waiting-plan.ts';
import { showEyes } from './replies.ts';
import type { Publishing, Telling } from './story.ts';

/** What of a run stands on the forge while it goes on. */
export type Shown = { comment: StatusComment | null; answering: AnswerComment | null; reaction: Reaction | null };

export type Claimed = Readonly<{ kind: 'claimed' }> | Readonly<{ kind: 'busy'; reason: string }>;

type Showing = Publishing & Readonly<{ render: (state: RunState) => CommentText }>;

/** Makes the status comment this run's, or begins the comment of an answer, which is in nobody's way. */
export async function claim(invocation: Invocation, shown: Shown, { story, deps, render }: Showing): Promise<Claimed> {
  const { target } = invocation;
  if (target.kind === 'repository') return { kind: 'claimed' };
  const options = claimOptions(target.number, render(story.state()), deps);
  if (invocation.command === 'ask') {
    shown.answering = await beginAnswer(options);
  } else {
    const claimed = await claimStatusComment(options);
    if (claimed.kind === 'busy') {
      const where = `${deps.run.repositoryUrl}/actions/runs/${claimed.runId}`;
      return { kind: 'busy', reason: `Another run works on #${target.number} already: ${where}` };
    }
    shown.comment = claimed.comment;
    await takeOver(claimed.comment, { story, deps });
  }
  shown.reaction = await showEyes(invocation, target.number, deps);
  return { kind: 'claimed' };
}

/** The same for a run that another process claimed and did not end; false when there is none. */
export async function resume(shown: Shown, { story, deps, render }: Showing): Promise<boolean> {
  const state = story.state();
  const { command, target } = state.invocation;
  if (target.kind === 'repository') return true;
  const options = claimOptions(target.number, render(state), deps);
  if (command === 'ask') shown.answering = await resumeAnswer(options);
  else shown.comment = await resumeStatusComment(options);
  if (shown.comment === null && shown.answering === null) return false;
  if (shown.comment !== null) await takeOver(shown.comment, { story, deps });
  // The eyes are on it; to put them on again tells which they are.
  shown.reaction = await showEyes(state.invocation, target.number, deps);
  return true;
}

/** What the comment told before goes on to be told: what was spent, and by who only reviews the plan that waits. */
async function takeOver({ spending, plan }: StatusComment, { story, deps }: Publishing): Promise<void> {
  const { command, target } = story.state().invocation;
  story.update({ spending });
  if (command === 'review') story.update({ plan: await waitingPlan(plan?.digest ?? null, target, deps) });
}

function claimOptions(issue: number, body: CommentText, { forge, run, now, log }: Telling): ClaimOptions {
  return { forge, issue, runId: run.id, body, now, log };
}
