import { dropStatesOfIssue } from '../publish/state-store.ts';
import type { Invocation } from '../trigger/trigger.ts';
import type { Telling } from './told/story.ts';

/** An issue was closed, and with it what was kept to go on with its work. */
export async function tidy({ target }: Invocation, { forge, log }: Pick<Telling, 'forge' | 'log'>): Promise<null> {
  if (target.kind !== 'issue') return null;
  const dropped = await dropStatesOfIssue(forge, target.number);
  log(dropped === 0 ? 'There is nothing to tidy up.' : `Removed what was kept for issue #${target.number}.`);
  return null;
}
