import { asFailure } from './failure.ts';
import type { Dependencies } from './pipeline/dependencies.ts';
import { createFace } from './pipeline/face.ts';
import { guardWork, publishWork } from './pipeline/hand-over.ts';
import { openModels } from './pipeline/models.ts';
import { prepareSite, readSettings } from './pipeline/prepare.ts';
import { createSaver } from './pipeline/saver.ts';
import { createStory } from './pipeline/story.ts';
import { work } from './pipeline/work.ts';
import type { RunState } from './report/run.ts';
import { gate } from './trigger/gate.ts';
import type { Trigger } from './trigger/trigger.ts';

/**
 * One run from its trigger to its report. Left of the guard runs what a model can influence; right of it no model and no
 * code from the change. Null for an event that is not for the bot.
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
    story.update({ invocation: trigger.invocation });
    await saver.begin();
    const claim = await face.claim(trigger.invocation);
    if (claim.kind === 'busy') return await face.decline({ reason: claim.reason, said: false });
    const settings = await readSettings(trigger.invocation, deps);
    await using models = await openModels(settings, { deps, story });
    const site = directories.use(await prepareSite(trigger.invocation, settings, { deps, story }));
    await saver.prepared(site);
    const worked = await work(site, models, { deps, story });
    const guarded = await guardWork(site, worked, { deps, story });
    await publishWork(site, guarded, { deps, story });
  } catch (error) {
    story.fail(asFailure(error));
  }
  const state = await face.close();
  await saver.end();
  return state;
}
