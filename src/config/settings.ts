import { Failure } from '../failure.ts';
import { CONFIG_PATH, type ConfigFile } from './file.ts';
import { INPUTS, type InputDefinition, type InputName, type Inputs } from './inputs.ts';
import { lines } from './list.ts';

/** What a run goes by: command option over input over file over default. */
export type Settings = Readonly<{
  /** `provider/model`; null is OpenCode's own default. */
  model: string | null;
  reviewModel: string | null;
  baseUrl: string | null;
  /** Lines; null is "find it". */
  setup: Given | null;
  checks: Given | null;
  scope: readonly string[];
  /** Null is the built-in list. */
  protectedPaths: readonly string[] | null;
  maxFixRounds: number;
  maxTurns: number;
  /** Milliseconds of the whole run. */
  maxDuration: number;
  /** Milliseconds of silence in a turn. */
  idleTimeout: number;
  maxChangedFiles: number;
  maxChangedBytes: number;
  draft: 'auto' | 'always' | 'never';
  opencodePath: string | null;
  instructions: Readonly<{ coder: string; reviewer: string }>;
}>;

/** A text with the place it was given in, for messages. */
export type Given = Readonly<{ text: string; source: string }>;

/** Options of the command that started the run; they only lower limits. */
type Options = Readonly<{ model?: string; maxFixRounds?: number }>;

/** One clear `bad-input` Failure for the first value that cannot be used. */
export function resolveSettings(given: { inputs: Inputs; file: ConfigFile; options: Options }): Settings {
  const pick = picker(given.inputs, given.file);
  const model = parseModel(pick('model'), 'model');
  const maxFixRounds = count(pick('max-fix-rounds'), 'max-fix-rounds', 0);
  const configured = { model, reviewModel: parseModel(pick('review-model'), 'review-model') ?? model };
  return {
    model: chosenModel(given.options.model, configured),
    reviewModel: configured.reviewModel,
    baseUrl: parseUrl(pick('base-url')),
    setup: pick('setup').text === '' ? null : pick('setup'),
    checks: pick('checks').text === '' ? null : pick('checks'),
    scope: lines(pick('scope').text),
    protectedPaths: pick('protected-paths').text === '' ? null : lines(pick('protected-paths').text),
    maxFixRounds: Math.min(maxFixRounds, given.options.maxFixRounds ?? maxFixRounds),
    maxTurns: count(pick('max-turns'), 'max-turns', 1),
    maxDuration: count(pick('max-minutes'), 'max-minutes', 1) * 60_000,
    idleTimeout: count(pick('idle-timeout'), 'idle-timeout', 1) * 1000,
    maxChangedFiles: count(pick('max-changed-files'), 'max-changed-files', 1),
    maxChangedBytes: count(pick('max-changed-kilobytes'), 'max-changed-kilobytes', 1) * 1024,
    draft: parseDraft(pick('draft')),
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

function parseModel(given: Given, name: InputName): string | null {
  if (given.text === '') return null;
  if (/^[\w.-]+\/\S+$/.test(given.text)) return given.text;
  throw new Failure(
    'bad-input',
    `\`${name}\` is “${given.text}” (${given.source}), not of the form \`provider/model\`.`,
    {
      hint: 'Name the provider and the model, for example `anthropic/claude-sonnet-4-5`.',
    },
  );
}

function chosenModel(
  wanted: string | undefined,
  configured: Readonly<{ model: string | null; reviewModel: string | null }>,
): string | null {
  if (wanted === undefined) return configured.model;
  const choices = [configured.model, configured.reviewModel].filter((model) => model !== null);
  if (choices.includes(wanted)) return wanted;
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

function parseDraft(given: Given): Settings['draft'] {
  if (given.text === 'auto' || given.text === 'always' || given.text === 'never') return given.text;
  throw new Failure('bad-input', `\`draft\` is “${given.text}” (${given.source}).`, {
    hint: 'Use `auto`, `always` or `never`.',
  });
}
