import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asFailure } from '../failure.ts';
import { claimStatusComment, type Claim } from '../publish/claim.ts';
import { mark } from '../publish/marker.ts';
import { react, type Reaction } from '../publish/reactions.ts';
import type { StatusComment } from '../publish/status-comment.ts';
import { renderLogEnding } from '../report/log.ts';
import { RECORD_FILE } from '../report/outputs.ts';
import { renderRecord } from '../report/record.ts';
import { redactRun } from '../report/redacted-run.ts';
import type { Outcome, RunState } from '../report/run.ts';
import { renderStatusComment } from '../report/status-comment.ts';
import type { Invocation } from '../trigger/trigger.ts';
import type { Dependencies } from './dependencies.ts';
import type { Story } from './story.ts';

/** How the run shows on the forge while it goes on, and its last words. */
export type Face = Readonly<{
  /** Eyes and the status comment; another run may be at work on the same. */
  claim: (
    invocation: Invocation,
  ) => Promise<Readonly<{ kind: 'claimed' }> | Readonly<{ kind: 'busy'; reason: string }>>;
  /** Ends a run that was asked for and is not done; what is not `said` is in the log alone. */
  decline: (declined: Readonly<{ reason: string; said: boolean }>) => Promise<RunState>;
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

export function createFace(story: Story, deps: Dependencies): Face {
  let comment: StatusComment | null = null;
  let reaction: Reaction | null = null;
  const render = (state: RunState): string => renderStatusComment(redactRun(state, deps.redact));
  story.onChange((state) => comment?.show(render(state)));

  const claim: Face['claim'] = async (invocation) => {
    const { target, commentId } = invocation;
    if (target.kind === 'repository') return { kind: 'claimed' };
    const claimed = await claimComment(target.number, render(story.state()), deps);
    if (claimed.kind === 'busy') {
      const where = `${deps.run.repositoryUrl}/actions/runs/${claimed.runId}`;
      return { kind: 'busy', reason: `Another run works on #${target.number} already: ${where}` };
    }
    comment = claimed.comment;
    const to = commentId === null ? { issue: target.number } : { comment: commentId };
    reaction = await react({ forge: deps.forge, to, log: deps.log });
    return { kind: 'claimed' };
  };
  const close: Face['close'] = async () => {
    const state = story.state();
    for (const line of renderLogEnding(redactRun(state, deps.redact))) deps.log(line);
    await comment?.finish(render(state));
    await reaction?.replace(REACTIONS[state.outcome ?? 'failed']);
    if (comment !== null) await removeLabel(state, deps);
    await writeRecord(story, deps);
    return state;
  };
  return {
    claim,
    close,
    decline: async ({ reason, said }) => {
      story.update({ outcome: 'declined', reason });
      if (said) await reply(story.state(), render, deps);
      return await close();
    },
  };
}

function claimComment(issue: number, body: string, deps: Dependencies): Promise<Claim> {
  return claimStatusComment({ forge: deps.forge, issue, runId: deps.run.id, body, now: deps.now, log: deps.log });
}

/** The status comment tells of the last run that worked, perhaps of one that works now; a refusal gets a comment of its own. */
async function reply(state: RunState, render: (state: RunState) => string, { forge }: Dependencies): Promise<void> {
  const { target } = state.invocation;
  if (target.kind === 'repository') return;
  await forge.createComment(target.number, mark({ v: 1, kind: 'reply' }, render(state)));
}

/** Only now may the label be put on again to run again. */
async function removeLabel(state: RunState, { forge, inputs, log }: Dependencies): Promise<void> {
  const { target } = state.invocation;
  if (target.kind === 'repository') return;
  await forge
    .removeLabel(target.number, inputs['trigger-label'])
    .catch((error: unknown) => log(asFailure(error).message));
}

async function writeRecord(story: Story, { run, redact }: Dependencies): Promise<void> {
  await mkdir(run.record, { recursive: true });
  const options = { sessions: story.sessions(), events: story.events(), redact };
  await writeFile(join(run.record, RECORD_FILE), renderRecord(story.state(), options));
}
