import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What OpenCode 1.18 still reads of the directory that it works in, code included, although project configuration is
 * switched off.
 */
const AGENT_CONFIGURATION = ['.opencode', 'opencode.json', 'opencode.jsonc'];

/** Takes out of a directory what would configure the agent that looks at it, so that no change configures its own judge. */
export async function removeConfiguration(directory: string): Promise<void> {
  await Promise.all(AGENT_CONFIGURATION.map((name) => rm(join(directory, name), { recursive: true, force: true })));
}
