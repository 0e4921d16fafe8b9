import { join } from 'node:path';
import { endLeftovers, type LeftRun } from '../sandbox/leftovers.ts';
import { logLine, type Log } from '../text/sinks.ts';
import { removeDirectory } from './copy.ts';

/**
 * Removes all of a run's directory but its record, after whatever of the run is still alive. What cannot be removed is for
 * the runner to remove: how the run ended does not hang on it.
 */
export async function clearRunDirectory(run: LeftRun, log: Log): Promise<void> {
  await endLeftovers(run);
  for (const name of ['saved-run', 'saved-run.new', 'work', 'agents', 'sandbox']) {
    await removeDirectory(join(run.home, name)).catch((error: unknown) =>
      log(logLine(`${name} could not be removed: ${String(error)}`)),
    );
  }
}
