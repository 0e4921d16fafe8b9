import { asFailure } from '../../failure.ts';
import { renderPullRequestTitle } from '../../report/pull-request.ts';
import { redactRun } from '../../report/redacted-run.ts';
import type { PublishSite } from '../site/site.ts';
import type { HandOver } from '../told/ending.ts';
import type { Publishing } from '../told/story.ts';
import { keepHeldFiles } from './held-files.ts';

/** A run whose held-back files cannot be kept publishes the rest all the same. */
export async function keepHeld(
  site: PublishSite,
  { guarded, change }: HandOver,
  { deps, story }: Publishing,
): Promise<void> {
  try {
    await keepHeldFiles(deps.forge, {
      branch: site.place.branch,
      base: site.place.base,
      commit: change.base,
      title: renderPullRequestTitle(redactRun(story.state(), deps.redact)),
      at: deps.now(),
      heldBack: guarded.heldBack,
      read: site.workspace.read,
    });
  } catch (error) {
    story.update({ heldBack: story.state().heldBack.map((held) => ({ ...held, content: null })) });
    story.note(`What is held back could not be kept to be accepted: ${asFailure(error).message}`);
  }
}
