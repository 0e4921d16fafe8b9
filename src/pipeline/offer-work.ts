import { asFailure } from '../failure.ts';
import { offerPatch } from '../publish/offer-patch.ts';
import type { PublishSite } from './site/site.ts';
import { endedWithPatch, verificationOf, withoutPublication, type HandOver } from './told/ending.ts';
import type { Publishing } from './told/story.ts';

/** For a pull request whose branch is not written to: what passed the guard is told as a patch, and no ref is touched. */
export async function offerWork(
  { workspace }: PublishSite,
  handOver: HandOver,
  { deps, story }: Publishing,
): Promise<void> {
  const { worked, guarded, change } = handOver;
  if (guarded.change.files.length === 0) {
    story.update(withoutPublication(handOver));
    if (worked.failure !== null) story.fail(worked.failure);
    return;
  }
  const step = story.begin('Patch');
  try {
    const patch = await offerPatch({ guarded, trees: workspace, redact: deps.redact });
    step.done(`Patch for ${patch.base.slice(0, 12)}`);
    story.update(endedWithPatch(story.state(), handOver, patch));
  } catch (error) {
    const failure = asFailure(error);
    step.failed(`Patch: ${failure.message}`);
    story.update({ verification: verificationOf(handOver, story.state(), false).report, change });
    story.fail(worked.failure ?? failure);
  }
}
