import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from './root.ts';

const Section = z.record(z.string(), z.strictObject({ description: z.string(), default: z.string().optional() }));
const Action = z.object({ inputs: Section, outputs: Section });

export type Section = z.infer<typeof Section>;
export const actionFile = join(root, 'action.yml');

/** The interface that action.yml states. */
export function parseAction(text: string): z.infer<typeof Action> {
  return Action.parse(parse(text));
}
