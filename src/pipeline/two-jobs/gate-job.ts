import type { Outputs } from '../../config/outputs.ts';
import { asFailure } from '../../failure.ts';
import { logLine } from '../../text/sinks.ts';
import { gate } from '../../trigger/gate.ts';
import type { Invocation, Trigger } from '../../trigger/trigger.ts';
import type { Dependencies } from '../dependencies.ts';
import { createFace } from '../told/face.ts';
import { createStory } from '../told/story.ts';
import { whyNoAgent } from './agent-job.ts';

/**
 * Says which job comes next, so that none is started for what nobody may ask or what no model is needed for. The jobs
 * that follow ask the same again: this saves them, and shows people that somebody is at work, since the agent's job may
 * write nothing.
 */
export async function gateJob(asked: Trigger, deps: Dependencies): Promise<Outputs> {
  if (asked.kind === 'ignored') return { next: 'none' };
  const trigger = await gate(asked, deps.forge, deps.allowed);
  if (trigger.kind === 'declined') {
    deps.log(logLine(trigger.reason));
    return { next: trigger.said ? 'publish' : 'none' };
  }
  if (whyNoAgent(trigger) !== null) return { next: 'publish' };
  return { next: (await isFree(trigger.invocation, deps)) ? 'agent' : 'none' };
}

/** Claims the status comment for the workflow run; the publishing job finds it as its own. Without leave to, it stays unseen. */
async function isFree(invocation: Invocation, deps: Dependencies): Promise<boolean> {
  // An answer has a comment of its own, which the publishing job makes.
  if (invocation.command === 'ask') return true;
  try {
    const claim = await createFace(createStory(invocation, deps), deps).claim(invocation);
    if (claim.kind === 'busy') deps.log(logLine(claim.reason));
    return claim.kind === 'claimed';
  } catch (error) {
    deps.log(logLine(asFailure(error).message));
    return true;
  }
}
