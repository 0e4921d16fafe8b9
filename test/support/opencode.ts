import { join } from 'node:path';
import { installOpenCode } from '../../src/agent/opencode/install.ts';

const CACHE = join(import.meta.dirname, '../../.cache/patchwright');

/** The path of the real OpenCode: `OPENCODE_PATH`, or what the project's own installer keeps in `.cache/`. */
export function findOpenCode(): Promise<string> {
  const given = process.env['OPENCODE_PATH'] ?? '';
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return installOpenCode({ cache: CACHE, ownPath: given === '' ? null : given, env });
}
