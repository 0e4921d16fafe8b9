import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asFailure } from '../../failure.ts';
import { renderLogEnding } from '../../report/log.ts';
import { RECORD_FILE } from '../../report/outputs.ts';
import { renderRecord } from '../../report/record.ts';
import { redactRun } from '../../report/redacted-run.ts';
import type { Outcome, RunState } from '../../report/run.ts';
import { renderStatusComment } from '../../report/status-comment.ts';
import { commentText, type CommentText, logLine } from '../../text/sinks.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import { digestOfPlan } from '../kept/digests.ts';
import type { ReplyEnd } from '../words/word.ts';
import { claim, resume, type Claimed, type Shown } from './claim.ts';
import { answerWith, enter, refuse } from './replies.ts';
import type { Story, Telling } from './story.ts';

/** How the run shows on the forge while it goes on, and its last words. */
export type Face = Readonly<{
  /** Eyes and the status comment; another run may be at work on the same. Who only answers stands in nobody's way. */
  claim: (invocation: Invocation) => Promise<Claimed>;
  /** The same for a run that another process claimed and did not end; false when there is none. */
  resume: () => Promise<boolean>;
  /** Ends a run that was asked for and is not done; what is not `said` is in the log alone. */
  decline: (declined: Readonly<{ reason: string; said: boolean }>) => Promise<RunState>;
  /** Ends a run with a comment of its own: the answer to what was asked, or why there is none. */
  reply: (end: ReplyEnd) => Promise<RunState>;
  /** Puts the answer into the comment that the run claimed for it. */
  answer: (end: ReplyEnd) => Promise<void>;
  /** Status comment, reaction, label, run record and log as the run ended. */
  close: () => Promise<RunState>;
}>;

const REACTIONS: Readonly<Record<Outcome, 'rocket' | 'confused' | '+1' | '-1'>> = {
  published: 'rocket',
  'no-changes': '+1',
  answered: 'rocket',
  planned: 'rocket',
  declined: 'confused',
  'needs-human': 'confused',
  failed: '-1',
};

export function createFace(story: Story, deps: Telling): Face {
  const shown: Shown = { comment: null, answering: null, reaction: null };
  const render = (state: RunState): CommentText => renderStatusComment(redactRun(state, deps.redact));
  story.onChange((state) => shown.comment?.show(render(state)));

  const close: Face['close'] = async () => {
    const state = story.state();
    for (const line of renderLogEnding(redactRun(state, deps.redact))) deps.log(line);
    const waits = state.outcome === 'planned' || state.invocation.command === 'review';
    const plan = waits && state.plan !== null ? digestOfPlan(state.plan) : null;
    await shown.answering?.finish(render(state)).catch((error: unknown) => deps.log(logLine(asFailure(error).message)));
    await shown.comment?.finish(render(state), { spending: state.spending, plan });
    await shown.reaction?.replace(REACTIONS[state.outcome ?? 'failed']);
    if (shown.comment !== null) await removeLabel(state, deps);
    await writeRecord(story, deps);
    return state;
  };
  return {
    claim: async (invocation) => await claim(invocation, shown, { story, deps, render }),
    resume: async () => await resume(shown, { story, deps, render }),
    close,
    reply: async (end) => {
      const text = enter(end, story) ?? render(story.state());
      shown.reaction ??= await answerWith(text, story.state().invocation, deps);
      return await close();
    },
    answer: async (end) => {
      const text = enter(end, story);
      if (text === null) return;
      await shown.answering?.finish(commentText(text, { redact: deps.redact }));
      shown.answering = null;
    },
    decline: async ({ reason, said }) => {
      story.update({ outcome: 'declined', reason });
      if (said) await refuse(render(story.state()), story.state().invocation, deps);
      return await close();
    },
  };
}

/** Only now may the label be put on again to run again. */
async function removeLabel(state: RunState, { forge, inputs, log }: Telling): Promise<void> {
  const { target } = state.invocation;
  if (target.kind === 'repository') return;
  await forge
    .removeLabel(target.number, inputs['trigger-label'])
    .catch((error: unknown) => log(logLine(asFailure(error).message)));
}

async function writeRecord(story: Story, { run, redact }: Telling): Promise<void> {
  await mkdir(run.record, { recursive: true });
  const options = { sessions: story.sessions(), events: story.events(), redact };
  await writeFile(join(run.record, RECORD_FILE), renderRecord(story.state(), options));
}
