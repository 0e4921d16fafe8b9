import { asFailure } from '../failure.ts';
import { openModels } from './crew/models.ts';
import { guardWork } from './hand-over.ts';
import type { GoingOn } from './kept/go-on.ts';
import { work } from './loop/work.ts';
import type { Changing } from './running.ts';
import { prepareSite, readSettings } from './site/prepare.ts';
import { askBack, stopShort } from './stop-short.ts';
import type { Pass } from './told/ending.ts';

/** Plan, work, check, review and fix, then guard and pass on. */
export async function change(going: GoingOn, { deps, story, directories, saver }: Changing, pass: Pass): Promise<void> {
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
    await pass(site, guarded, { deps, story });
  } catch (error) {
    story.fail(asFailure(error));
  } finally {
    await site.journal.end();
  }
}
