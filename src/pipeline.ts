import { asFailure } from './failure.ts';
import type { Dependencies } from './pipeline/dependencies.ts';
import type { Form } from './pipeline/form.ts';
import { goOn } from './pipeline/kept/go-on.ts';
import { createSaver } from './pipeline/killed/saver.ts';
import { tidy } from './pipeline/tidy.ts';
import { createStory } from './pipeline/told/story.ts';
import { told } from './pipeline/words/word.ts';
import { sayWord } from './pipeline/words/words.ts';
import type { RunState } from './report/run.ts';
import { logLine } from './text/sinks.ts';
import { gate } from './trigger/gate.ts';
import type { Trigger } from './trigger/trigger.ts';

/**
 * One run from its trigger to its report: plan, work, check, review and fix, then guard and publish. Left of the guard
 * runs what a model can influence; right of it no model and no code from the change. That line is where `form` may cut
 * it into two jobs. Null for an event that is not for the bot or this job, and for one that only tidies up.
 */
export async function pipeline(asked: Trigger, form: Form, deps: Dependencies): Promise<RunState | null> {
  if (asked.kind === 'ignored') {
    deps.log(logLine(`Not for Patchwright: ${asked.reason}.`));
    return null;
  }
  const story = createStory(asked.invocation, deps);
  const face = form.createFace(story, deps);
  const saver = createSaver(story, deps);
  // Removed last: until the run is told as ended, another process may have to end it with what is there.
  await using directories = new AsyncDisposableStack();
  try {
    const trigger = await gate(asked, deps.forge, deps.allowed);
    const others = form.leaves(trigger);
    if (others !== null) return leave(others, deps);
    if (trigger.kind === 'declined') return await face.decline(trigger);
    if (trigger.kind === 'tidy') return await tidy(trigger.invocation, deps);
    story.update({ invocation: trigger.invocation });
    const said = await sayWord(trigger.invocation, deps);
    if (said !== null) return await face.reply(said);
    const going = await told(goOn(trigger.invocation, deps));
    if (going.kind === 'failed') return await face.reply(going);
    if (going.kind === 'refused') return await face.decline({ reason: going.reason, said: true });
    story.update({ invocation: going.invocation });
    await saver.begin();
    const claim = await face.claim(going.invocation);
    if (claim.kind === 'busy') return await face.decline({ reason: claim.reason, said: false });
    if (going.invocation.command === 'ask')
      await face.answer(await form.answer(going.invocation, { deps, story, directories }));
    else if (going.invocation.command === 'review') await form.review(going.invocation, { deps, story, directories });
    else await form.change(going, { deps, story, directories, saver });
  } catch (error) {
    story.fail(asFailure(error));
  }
  const state = await face.close();
  await saver.end();
  return state;
}

/** What was asked is for another job of the workflow. */
function leave(reason: string, { log }: Dependencies): null {
  log(logLine(`Not for this job: ${reason}`));
  return null;
}
