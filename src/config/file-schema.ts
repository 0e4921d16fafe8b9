import { z } from 'zod';
import type { InputName } from './inputs.ts';
import { ADDRESS, AMOUNT, expected, LEAST, MODEL, MODELS, WHOLE_NUMBER, WORDS } from './values.ts';

/** Inputs that cannot stand in the file, with the reason that a person is told. */
export const NOT_IN_FILE = {
  'api-key': 'a secret does not belong into a file; set the input from a repository secret',
  'github-token': 'a secret does not belong into a file; set the input in the workflow',
  mode: 'what a job does is decided before the file is read; set the input in the workflow',
  'hand-over': 'where jobs meet is for the workflow to say; set the input there',
  verification: 'it comes from another job; set the input in the workflow',
  prompt: 'it is the task of one workflow; set the input there',
  'trigger-label': 'what starts a run is decided before the file is read; set the input in the workflow',
  'trigger-phrase': 'what starts a run is decided before the file is read; set the input in the workflow',
  'allowed-bots': 'who may start a run is decided before the file is read; set the input in the workflow',
  'allowed-users': 'who may start a run is decided before the file is read; set the input in the workflow',
} as const satisfies Partial<Record<InputName, string>>;

const LINES = 'a list of texts, or a text with one of them a line';
const CHECKS = 'a table of names and commands, a list of `name: command`, or a text with one of them a line';
const LABELS = 'a list of label names of at most 50 characters';
const COMMAND = 'a command on one line';
const TEXT = 'a text';
const ROLE = 'a table with `model`, `instructions` or both';

const text = z.string({ error: TEXT });
const lines = z
  .union([z.string(), z.array(z.string())], { error: LINES })
  .transform((value) => (typeof value === 'string' ? value : value.join('\n')));
const command = matching(/^[^\r\n]*\S[^\r\n]*\s*$/, COMMAND);
const checks = z
  .union([z.string(), z.array(z.string()), z.record(z.string(), command)], { error: CHECKS })
  .transform((value) => {
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) return value.join('\n');
    return Object.entries(value)
      .map(([name, line]) => `${name}: ${line.trim()}`)
      .join('\n');
  });
const models = z
  .union([matching(MODELS, expected.models), z.array(matching(MODEL, expected.models))], { error: expected.models })
  .transform((value) => (typeof value === 'string' ? value : value.join(',')));
const amount = z
  .union([z.number().positive({ error: expected.amount }), matching(AMOUNT, expected.amount)], {
    error: expected.amount,
  })
  .transform(String);
const label = matching(/^\s*\S.{0,49}$/, LABELS).trim();

const role = z.strictObject({ model: models.optional(), instructions: text.optional() }, { error: ROLE }).optional();

const inputs = {
  model: models.optional(),
  'plan-model': models.optional(),
  'review-model': models.optional(),
  'base-url': matching(ADDRESS, expected.address).optional(),
  setup: lines.optional(),
  checks: checks.optional(),
  scope: lines.optional(),
  'protected-paths': lines.optional(),
  plan: word('plan'),
  approval: word('approval'),
  'max-fix-rounds': count('max-fix-rounds'),
  'max-turns': count('max-turns'),
  'max-parallel': count('max-parallel'),
  'max-cost': amount.optional(),
  'max-tokens': count('max-tokens'),
  'max-requests': count('max-requests'),
  'max-minutes': count('max-minutes'),
  'idle-timeout': count('idle-timeout'),
  'max-changed-files': count('max-changed-files'),
  'max-changed-kilobytes': count('max-changed-kilobytes'),
  draft: word('draft'),
  record: z
    .union([z.boolean(), z.enum(WORDS.record)], { error: expected.word('record') })
    .transform(String)
    .optional(),
  sandbox: word('sandbox'),
  network: word('network'),
  'allowed-domains': lines.optional(),
  'opencode-version': word('opencode-version'),
  'opencode-transport': word('opencode-transport'),
  'opencode-path': text.optional(),
} as const satisfies Readonly<Record<Exclude<InputName, keyof typeof NOT_IN_FILE>, z.ZodType>>;

/** Keys are the names of inputs, `roles` and `labels`. Values become what the input would have been. */
export const configFile = z.strictObject(
  {
    ...inputs,
    roles: z
      .strictObject(
        { planner: role, searcher: role, coder: role, reviewer: role, advisor: role },
        { error: 'a table of roles' },
      )
      .optional(),
    labels: z.array(label, { error: LABELS }).optional(),
  },
  { error: 'a table of settings' },
);

/** A key of the file that is an input too. */
export type FileKey = keyof typeof inputs;

/** Every way in which it can be wrong is told in the same words: what is wanted. */
function matching(pattern: RegExp, error: string): z.ZodString {
  return z.string({ error }).regex(pattern, { error });
}

function count(name: keyof typeof LEAST): z.ZodOptional<z.ZodType<string, number | string>> {
  const error = expected.count(name);
  return z
    .union([z.int({ error }).min(LEAST[name], { error }), matching(WHOLE_NUMBER, error)], { error })
    .transform(String)
    .optional();
}

function word(name: keyof typeof WORDS): z.ZodOptional<z.ZodType<string, string>> {
  return z.enum(WORDS[name], { error: expected.word(name) }).optional();
}
