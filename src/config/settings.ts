import { Failure } from '../failure.ts';
import { CONFIG_PATH, type ConfigFile } from './file.ts';
import { INPUTS, type InputDefinition, type InputName, type Inputs } from './inputs.ts';
import { lines, list } from './list.ts';

/** What a run goes by: command option over input over file over default. */
export type Settings = Readonly<{
  /** `provider/model`, tried in order; none is OpenCode's own default. */
  models: readonly string[];
  reviewModels: readonly string[];
  baseUrl: string | null;
  /** Lines; null is "find it". */
  setup: Given | null;
  checks: Given | null;
  scope: readonly string[];
  /** Null is the built-in list. */
  protectedPaths: readonly string[] | null;
  maxFixRounds: number;
  maxTurns: number;
  /** Money in US dollars, tokens and model requests of the whole run. */
  budget: Readonly<{ cost: number; tokens: number; requests: number }>;
  /** Milliseconds of the whole run. */
  maxDuration: number;
  /** Milliseconds of silence in a turn. */
  idleTimeout: number;
  maxChangedFiles: number;
  maxChangedBytes: number;
  draft: 'auto' | 'always' | 'never';
  /** Every model exchange is kept in the run record. */
  record: boolean;
  transport: 'auto' | 'serve' | 'run';
  opencodePath: string | null;
  instructions: Readonly<{ coder: string; reviewer: string }>;
}>;

/** A text with the place it was given in, for messages. */
export type Given = Readonly<{ text: string; source: string }>;

/** Options of the command that started the run; they only lower limits. */
type Options = Readonly<{ model?: string; maxFixRounds?: number; maxCost?: number }>;

/** One clear `bad-input` Failure for the first value that cannot be used. */
export function resolveSettings(given: { inputs: Inputs; file: ConfigFile; options: Options }): Settings {
  const pick = picker(given.inputs, given.file);
  const models = parseModels(pick('model'), 'model');
  const reviewModels = parseModels(pick('review-model'), 'review-model');
  const maxFixRounds = count(pick('max-fix-rounds'), 'max-fix-rounds', 0);
  const maxCost = amount(pick('max-cost'), 'max-cost');
  const configured = { models, reviewModels: reviewModels.length === 0 ? models : reviewModels };
  return {
    models: chosenModels(given.options.model, configured),
    reviewModels: configured.reviewModels,
    baseUrl: parseUrl(pick('base-url')),
    setup: pick('setup').text === '' ? null : pick('setup'),
    checks: pick('checks').text === '' ? null : pick('checks'),
    scope: lines(pick('scope').text),
    protectedPaths: pick('protected-paths').text === '' ? null : lines(pick('protected-paths').text),
    maxFixRounds: Math.min(maxFixRounds, given.options.maxFixRounds ?? maxFixRounds),
    maxTurns: count(pick('max-turns'), 'max-turns', 1),
    budget: {
      cost: Math.min(maxCost, given.options.maxCost ?? maxCost),
      tokens: count(pick('max-tokens'), 'max-tokens', 1),
      requests: count(pick('max-requests'), 'max-requests', 1),
    },
    maxDuration: count(pick('max-minutes'), 'max-minutes', 1) * 60_000,
    idleTimeout: count(pick('idle-timeout'), 'idle-timeout', 1) * 1000,
    maxChangedFiles: count(pick('max-changed-files'), 'max-changed-files', 1),
    maxChangedBytes: count(pick('max-changed-kilobytes'), 'max-changed-kilobytes', 1) * 1024,
    draft: oneOf(['auto', 'always', 'never'] as const, pick('draft'), 'draft'),
    record: oneOf(['true', 'false'] as const, pick('record'), 'record') === 'true',
    transport: oneOf(['auto', 'serve', 'run'] as const, pick('opencode-transport'), 'opencode-transport'),
    opencodePath: given.inputs['opencode-path'] === '' ? null : given.inputs['opencode-path'],
    instructions: {
      coder: given.file.roles?.coder?.instructions ?? '',
      reviewer: given.file.roles?.reviewer?.instructions ?? '',
    },
  };
}

type FileKey = Extract<InputName, keyof ConfigFile>;

/** An input that differs from its default was given; only then it goes before the file. */
function picker(inputs: Inputs, file: ConfigFile): (name: FileKey) => Given {
  return (name) => {
    const definition: InputDefinition = INPUTS[name];
    const input = inputs[name];
    const inFile = file[name] ?? roleModel(name, file);
    if (inFile === undefined || (input !== '' && input !== definition.default)) {
      return { text: input, source: `input \`${name}\`` };
    }
    return { text: inFile.trim(), source: CONFIG_PATH };
  };
}

function roleModel(name: FileKey, file: ConfigFile): string | undefined {
  if (name === 'model') return file.roles?.coder?.model;
  return name === 'review-model' ? file.roles?.reviewer?.model : undefined;
}

function count(given: Given, name: InputName, least: number): number {
  const value = Number(given.text);
  if (/^\d+$/.test(given.text) && Number.isSafeInteger(value) && value >= least) return value;
  const definition: InputDefinition = INPUTS[name];
  throw new Failure(
    'bad-input',
    `\`${name}\` is “${given.text}” (${given.source}), not a whole number of at least ${least}.`,
    {
      hint: `Set \`${name}\` to a whole number of at least ${least}, or leave it out for its default, ${definition.default ?? 'none'}.`,
    },
  );
}

/** US dollars; zero would allow nothing. */
function amount(given: Given, name: InputName): number {
  const value = Number(given.text);
  if (/^\d+(?:\.\d+)?$/.test(given.text) && value > 0) return value;
  const definition: InputDefinition = INPUTS[name];
  throw new Failure(
    'bad-input',
    `\`${name}\` is “${given.text}” (${given.source}), not an amount in US dollars above 0.`,
    {
      hint: `Set \`${name}\` to a number such as 2.50, or leave it out for its default, ${definition.default ?? 'none'}.`,
    },
  );
}

function parseModels(given: Given, name: InputName): readonly string[] {
  const models = list(given.text);
  const wrong = models.find((model) => !/^[\w.-]+\/\S+$/.test(model));
  if (wrong === undefined) return [...new Set(models)];
  throw new Failure('bad-input', `\`${name}\` is “${wrong}” (${given.source}), not of the form \`provider/model\`.`, {
    hint: 'Name the provider and the model, for example `anthropic/claude-sonnet-4-5`; separate several by commas.',
  });
}

function chosenModels(
  wanted: string | undefined,
  { models, reviewModels }: Readonly<Pick<Settings, 'models' | 'reviewModels'>>,
): readonly string[] {
  if (wanted === undefined) return models;
  const choices = [...new Set([...models, ...reviewModels])];
  if (choices.includes(wanted)) return [wanted];
  throw new Failure('bad-input', `\`--model ${wanted}\` is not among the configured models.`, {
    hint:
      choices.length === 0 ? 'No model is configured; leave the option out.' : `Choose one of: ${choices.join(', ')}.`,
  });
}

function parseUrl(given: Given): string | null {
  if (given.text === '') return null;
  if (URL.canParse(given.text) && /^https?:$/.test(new URL(given.text).protocol)) return given.text.replace(/\/+$/, '');
  throw new Failure('bad-input', `\`base-url\` is “${given.text}” (${given.source}), not an http or https address.`, {
    hint: 'Give the whole address, for example `http://127.0.0.1:11434/v1`.',
  });
}

function oneOf<T extends string>(choices: readonly T[], given: Given, name: InputName): T {
  const choice = choices.find((one) => one === given.text);
  if (choice !== undefined) return choice;
  throw new Failure('bad-input', `\`${name}\` is “${given.text}” (${given.source}).`, {
    hint: `Use ${choices.slice(0, -1).map(code).join(', ')} or ${code(choices.at(-1) ?? '')}.`,
  });
}

function code(text: string): string {
  return `\`${text}\``;
}
