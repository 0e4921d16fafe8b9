import type { Settings } from '../../config/settings.ts';
import { Failure } from '../../failure.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Story } from '../told/story.ts';

type Confining = Readonly<{
  deps: Pick<Dependencies, 'forge' | 'sandboxes'>;
  story: Pick<Story, 'state' | 'update'>;
}>;

/**
 * Finds out how what the change can influence is confined, by trying it; where nothing that was asked for works, the run
 * ends here, before any key is used. Resolves to the settings with the network that there really is.
 */
export async function confine(settings: Settings, { deps, story }: Confining): Promise<Settings> {
  const { private: isPrivate } = await deps.forge.info();
  const { sandbox, network } = settings;
  const confinement = await deps.sandboxes.confine({ sandbox, network, isPrivate });
  story.update({ confinement: confinement.description });
  if (confinement.kind === 'none' && runsFork(story.state().invocation)) throw unconfined();
  return { ...settings, network: confinement.network };
}

/** Whoever opened it may be anybody, and its setup, checks and files are what the run works with. */
function runsFork({ command, target }: Invocation): boolean {
  if (target.kind !== 'pull-request' || target.snapshot?.here !== false) return false;
  return command !== 'review' && command !== 'ask';
}

function unconfined(): Failure {
  return new Failure('bad-input', '`sandbox` is “none”, with which nothing of a fork is run.', {
    hint: 'Leave `sandbox` at `auto` for this, or ask for a `review`, which runs nothing of the pull request.',
  });
}
