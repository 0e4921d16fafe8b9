import { asFailure } from './failure.ts';
import { answer } from './pipeline/ask/answer.ts';
import { openModels } from './pipeline/crew/models.ts';
import type { Dependencies } from './pipeline/dependencies.ts';
import { guardWork, publishWork } from './pipeline/hand-over.ts';
import { goOn, type GoingOn } from './pipeline/kept/go-on.ts';
import { createSaver } from './pipeline/killed/saver.ts';
import { work } from './pipeline/loop/work.ts';
import { review } from './pipeline/review/review.ts';
import type { Changing } from './pipeline/running.ts';
import { prepareSite, readSettings } from './pipeline/site/prepare.ts';
import { askBack, stopShort } from './pipeline/stop-short.ts';
import { tidy } from './pipeline/tidy.ts';
import { createFace } from './pipeline/told/face.ts';
import { createStory } from './pipeline/told/story.ts';
import { told } from './pipeline/words/word.ts';
import { sayWord } from './pipeline/words/words.ts';
import type { RunState } from './report/run.ts';
import { gate } from './trigger/gate.ts';
import type { Trigger } from './trigger/trigger.ts';

/**
 * One run from its trigger to its report. Left of the guard runs what a model can influence; right of it no model and no
 * code from the change. Null for an event that is not for the bot, and for one that only tidies up.
 */
export async function pipeline(asked: Trigger, deps: Dependencies): Promise<RunState | null> {
  if (asked.kind === 'ignored') {
    deps.log(`Not for Patchwright: ${asked.reason}.`);
    return null;
  }
  const story = createStory(asked.invocation, deps);
  const face = createFace(story, deps);
  const saver = createSaver(story, deps);
  // Removed last: until the run is told as ended, another process may have to end it with what is there.
  await using directories = new AsyncDisposableStack();
  try {
    const trigger = await gate(asked, deps.forge, deps.allowed);
    if (trigger.kind === 'declined') return await face.decline(trigger);
    if (trigger.kind === 'tidy') return await tidy(trigger.invocation, deps);
    story.update({ invocation: trigger.invocation });
    const said = await sayWord(trigger.invocation, deps);
    if (said !== null) return await face.reply(said);
    const going = await told(goOn(trigger.invocation, deps));
    if (going.kind === 'failed') return await face.reply(going);
    if (going.kind === 'refused') return await face.decline({ reason: going.reason, said: true });
    story.update({ invocation: going.invocation });
    if (going.invocation.command === 'ask')
      return await face.reply(await answer(going.invocation, { deps, story, directories }));
    await saver.begin();
    const claim = await face.claim(going.invocation);
    if (claim.kind === 'busy') return await face.decline({ reason: claim.reason, said: false });
    if (going.invocation.command === 'review') await review(going.invocation, { deps, story, directories });
    else await change(going, { deps, story, directories, saver });
  } catch (error) {
    story.fail(asFailure(error));
  }
  const state = await face.close();
  await saver.end();
  return state;
}

/** Plan, work, check, review and fix, then guard and publish. */
async function change(going: GoingOn, { deps, story, directories, saver }: Changing): Promise<void> {
  const settings = await readSettings(going.invocation, deps);
  await using models = await openModels(settings, { deps, story });
  const prepared = await prepareSite(going, { settings, secret: models.secret }, { deps, story });
  if (prepared.kind === 'question') return askBack(prepared.reply, story);
  const site = directories.use(prepared.site);
  await saver.prepared(site);
  try {
    const worked = await work(site, models, { deps, story });
    if (worked.stopped !== null) return await stopShort(site, worked.stopped, { deps, story });
    const guarded = await guardWork(site, worked, { deps, story });
    await publishWork(site, guarded, { deps, story });
  } catch (error) {
    story.fail(asFailure(error));
  } finally {
    await site.journal.end();
  }
}
