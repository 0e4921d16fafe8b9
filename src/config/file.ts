import { parse } from 'yaml';
import { z } from 'zod';
import { Failure } from '../failure.ts';

/** Where a repository keeps its own settings; read from the default branch alone. */
export const CONFIG_PATH = '.github/opencode.yml';

const lines = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (typeof value === 'string' ? value : value.join('\n')));
const checks = z.union([lines, z.record(z.string(), z.string())]).transform((value) =>
  typeof value === 'string'
    ? value
    : Object.entries(value)
        .map(([name, command]) => `${name}: ${command}`)
        .join('\n'),
);
const number = z.union([z.number(), z.string()]).transform(String);
const role = z.strictObject({ model: z.string().optional(), instructions: z.string().optional() });

/** Keys are the non-secret inputs' names, and `roles`. Values become what the input would have been. */
const schema = z.strictObject({
  model: z.string().optional(),
  'review-model': z.string().optional(),
  'base-url': z.string().optional(),
  setup: lines.optional(),
  checks: checks.optional(),
  scope: lines.optional(),
  'protected-paths': lines.optional(),
  'max-fix-rounds': number.optional(),
  'max-turns': number.optional(),
  'max-cost': number.optional(),
  'max-tokens': number.optional(),
  'max-requests': number.optional(),
  'max-minutes': number.optional(),
  'idle-timeout': number.optional(),
  'max-changed-files': number.optional(),
  'max-changed-kilobytes': number.optional(),
  draft: z.string().optional(),
  record: z.union([z.boolean(), z.string()]).transform(String).optional(),
  'opencode-transport': z.string().optional(),
  roles: z.strictObject({ coder: role.optional(), reviewer: role.optional() }).optional(),
});

export type ConfigFile = z.infer<typeof schema>;

/** The repository's settings; an empty file is no settings. Throws `bad-input` with the line or the key at fault. */
export function parseConfigFile(text: string): ConfigFile {
  const document = parseYaml(text);
  if (document === null || document === undefined) return {};
  const result = schema.safeParse(document);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const key = issue?.path.join('.') ?? '';
  const what =
    issue?.code === 'unrecognized_keys' ? `unknown key ${issue.keys.join(', ')}` : (issue?.message ?? 'invalid');
  throw new Failure('bad-input', `${CONFIG_PATH}: ${key === '' ? '' : `\`${key}\`: `}${what}.`, {
    hint: `Mend ${CONFIG_PATH} on the default branch. Its keys are ${Object.keys(schema.shape).join(', ')}.`,
  });
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new Failure('bad-input', `${CONFIG_PATH} is not valid YAML: ${firstLine(error)}`, {
      hint: `Mend ${CONFIG_PATH} on the default branch; nothing was started.`,
      cause: error,
    });
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
