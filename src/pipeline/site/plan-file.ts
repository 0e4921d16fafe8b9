import type { CommandOptions } from '../../trigger/trigger.ts';

/** Path of the plan file that a command names, from the root of the repository. */
export function pathOfPlan({ file }: NonNullable<CommandOptions['plan']>): string {
  return file.replace(/^\.?\/+/, '');
}
