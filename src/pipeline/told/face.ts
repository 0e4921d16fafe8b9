import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asFailure } from '../../failure.ts';
import { claimStatusComment, resumeStatusComment, type ClaimOptions } from '../../publish/claim.ts';
import { mark } from '../../publish/marker.ts';
import { react, reactableOf, type Reaction } from '../../publish/reactions.ts';
import type { StatusComment } from '../../publish/status-comment.ts';
import { renderLogEnding } from '../../report/log.ts';
import { RECORD_FILE } from '../../report/outputs.ts';
import { renderRecord } from '../../report/record.ts';
import { redactRun } from '../../report/redacted-run.ts';
import type { Outcome, RunState } from '../../report/run.ts';
import { renderStatusComment } from '../../report/status-comment.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import { digestOfPlan } from '../kept/digests.ts';
import type { ReplyEnd } from '../words/word.ts';
import type { Story, Telling } from './story.ts';

/** How the run shows on the forge while it goes on, and its last words. */
export type Face = Readonly<{
  /** Eyes and the status comment; another run may be at work on the same. */
  claim: (
    invocation: Invocation,
  ) => Promise<Readonly<{ kind: 'claimed' }> | Readonly<{ kind: 'busy'; reason: string }>>;
  /** The same for a run that another process claimed and did not end; false when there is none. */
  resume: () => Promise<boolean>;
  /** Ends a run that was asked for and is not done; what is not `said` is in the log alone. */
  decline: (declined: Readonly<{ reason: string; said: boolean }>) => Promise<RunState>;
  /** Ends a run with a comment of its own: the answer to what was asked, or why there is none. */
  reply: (end: ReplyEnd) => Promise<RunState>;
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
  let comment: StatusComment | null = null;
  let reaction: Reaction | null = null;
  const render = (state: RunState): string => renderStatusComment(redactRun(state, deps.redact));
  story.onChange((state) => comment?.show(render(state)));

  const claim: Face['claim'] = async (invocation) => {
    const { target } = invocation;
    if (target.kind === 'repository') return { kind: 'claimed' };
    const claimed = await claimStatusComment(claimOptions(target.number, render(story.state()), deps));
    if (claimed.kind === 'busy') {
      const where = `${deps.run.repositoryUrl}/actions/runs/${claimed.runId}`;
      return { kind: 'busy', reason: `Another run works on #${target.number} already: ${where}` };
    }
    comment = claimed.comment;
    story.update({ spending: comment.spending });
    reaction = await showEyes(invocation, target.number, deps);
    return { kind: 'claimed' };
  };
  const resume: Face['resume'] = async () => {
    const state = story.state();
    const { target } = state.invocation;
    if (target.kind === 'repository') return true;
    comment = await resumeStatusComment(claimOptions(target.number, render(state), deps));
    if (comment === null) return false;
    story.update({ spending: comment.spending });
    // The eyes are on it; to put them on again tells which they are.
    reaction = await showEyes(state.invocation, target.number, deps);
    return true;
  };
  const close: Face['close'] = async () => {
    const state = story.state();
    for (const line of renderLogEnding(redactRun(state, deps.redact))) deps.log(line);
    const plan = state.outcome === 'planned' && state.plan !== null ? digestOfPlan(state.plan) : null;
    await comment?.finish(render(state), { spending: state.spending, plan });
    await reaction?.replace(REACTIONS[state.outcome ?? 'failed']);
    if (comment !== null) await removeLabel(state, deps);
    await writeRecord(story, deps);
    return state;
  };
  return {
    claim,
    resume,
    close,
    reply: async (end) => {
      const text = enter(end, story) ?? render(story.state());
      reaction ??= await answerWith(text, story.state().invocation, deps);
      return await close();
    },
    decline: async ({ reason, said }) => {
      story.update({ outcome: 'declined', reason });
      if (said) await reply(story.state(), render, deps);
      return await close();
    },
  };
}

/** Puts a command's end into the run's state; null where the reply is what there is to say of a failed run. */
function enter(end: ReplyEnd, story: Story): string | null {
  if (end.kind === 'failed') {
    story.fail(end.failure);
    return null;
  }
  const { kind, reply: text } = end;
  story.update({ outcome: kind, reason: kind === 'declined' ? text : null, summary: kind === 'answered' ? text : '' });
  return text;
}

function claimOptions(issue: number, body: string, { forge, run, now, log }: Telling): ClaimOptions {
  return { forge, issue, runId: run.id, body, now, log };
}

function showEyes(invocation: Invocation, issue: number, { forge, log }: Telling): Promise<Reaction> {
  return react({ forge, to: reactableOf(invocation, issue), log });
}

/** Eyes, and the answer as a comment. */
async function answerWith(text: string, invocation: Invocation, deps: Telling): Promise<Reaction | null> {
  const { target } = invocation;
  if (target.kind === 'repository') return null;
  const eyes = await showEyes(invocation, target.number, deps);
  await deps.forge.createComment(target.number, mark({ v: 1, kind: 'reply' }, deps.redact(text)));
  return eyes;
}

/** The status comment tells of the last run that worked, perhaps of one that works now; a refusal gets a comment of its own. */
async function reply(state: RunState, render: (state: RunState) => string, { forge }: Telling): Promise<void> {
  const { target } = state.invocation;
  if (target.kind === 'repository') return;
  await forge.createComment(target.number, mark({ v: 1, kind: 'reply' }, render(state)));
}

/** Only now may the label be put on again to run again. */
async function removeLabel(state: RunState, { forge, inputs, log }: Telling): Promise<void> {
  const { target } = state.invocation;
  if (target.kind === 'repository') return;
  await forge
    .removeLabel(target.number, inputs['trigger-label'])
    .catch((error: unknown) => log(asFailure(error).message));
}

async function writeRecord(story: Story, { run, redact }: Telling): Promise<void> {
  await mkdir(run.record, { recursive: true });
  const options = { sessions: story.sessions(), events: story.events(), redact };
  await writeFile(join(run.record, RECORD_FILE), renderRecord(story.state(), options));
}
