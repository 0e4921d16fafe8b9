import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { ModelAccess, Role } from '../../agent.ts';
import { serverEnvironment } from '../configuration.ts';
import { configuredPermissions } from './permissions.ts';

export type RunOptions = Readonly<{
  /** Allow-listed environment. */
  env: Readonly<Record<string, string>>;
  access: ModelAccess;
}>;

export type RunPlace = Readonly<{
  /** Directory that one session alone uses. */
  home: string;
  /** Directory in which the program is started. */
  directory: string;
  role: Role;
}>;

/** The whole environment of one `opencode` process; a role’s permissions are in it. */
export function runEnvironment(place: RunPlace, { env, access }: RunOptions): Readonly<Record<string, string>> {
  const password = randomBytes(24).toString('base64url');
  const { OPENCODE_CONFIG_CONTENT = '{}', ...own } = serverEnvironment(place.home, password, access);
  const configuration = z.record(z.string(), z.unknown()).parse(JSON.parse(OPENCODE_CONFIG_CONTENT));
  return {
    ...env,
    HOME: place.home,
    TMPDIR: join(place.home, 'tmp'),
    // `run` looks here before it asks where it is.
    PWD: place.directory,
    ...own,
    OPENCODE_CONFIG_CONTENT: JSON.stringify({ ...configuration, ...configuredPermissions(place.role) }),
  };
}
