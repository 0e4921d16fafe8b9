import type { Settings } from '../../config/settings.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Story } from '../told/story.ts';

type Confining = Readonly<{
  deps: Pick<Dependencies, 'forge' | 'sandboxes'>;
  story: Pick<Story, 'update'>;
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
  return { ...settings, network: confinement.network };
}
