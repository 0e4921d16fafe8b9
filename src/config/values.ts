import { Failure } from '../failure.ts';
import { readDomain, REGISTRIES } from './domains.ts';
import { INPUTS, type InputDefinition, type InputName } from './inputs.ts';
import { list } from './list.ts';
import { OPENCODE_VERSION } from './opencode-version.ts';

/** A text with the place it was given in, for messages. */
export type Given = Readonly<{ text: string; source: string }>;

/** Settings that are whole numbers, with the least that each may be. */
export const LEAST = {
  'max-fix-rounds': 0,
  'max-turns': 1,
  'max-parallel': 1,
  'max-tokens': 1,
  'max-requests': 1,
  'max-minutes': 1,
  'idle-timeout': 1,
  'max-changed-files': 1,
  'max-changed-kilobytes': 1,
} as const satisfies Partial<Record<InputName, number>>;

/** Settings that are one of a few words. */
export const WORDS = {
  plan: ['auto', 'always', 'never'],
  approval: ['none', 'plan'],
  draft: ['auto', 'always', 'never'],
  record: ['true', 'false'],
  sandbox: ['auto', 'bubblewrap', 'user', 'none'],
  network: ['auto', 'gateway', 'open'],
  'opencode-version': ['pinned', OPENCODE_VERSION],
  'opencode-transport': ['auto', 'serve', 'run'],
} as const satisfies Partial<Record<InputName, readonly string[]>>;

/** Why there are no other words, where somebody may well expect one. */
const WHY: Readonly<Partial<Record<keyof typeof WORDS, string>>> = {
  'opencode-version': ', the only one that this version of Patchwright is made for',
};

export const WHOLE_NUMBER = /^\d+$/;
/** US dollars above zero, which would allow nothing. */
export const AMOUNT = /^(?=.*[1-9])\d+(?:\.\d+)?$/;
export const ADDRESS = /^https?:\/\/./;
/** One `provider/model`. */
export const MODEL = /^[\w.-]+\/\S+$/;
/** One or several of them. */
export const MODELS = /^\s*[\w.-]+\/[^\s,]+(?:[\s,]+[\w.-]+\/[^\s,]+)*[\s,]*$/;

/** What each kind of value has to be, as it stands after “not” and “Set … to” in messages. */
export const expected = {
  count: (name: keyof typeof LEAST): string => `a whole number of at least ${LEAST[name]}`,
  word: (name: keyof typeof WORDS): string => `${anyOf(WORDS[name].map(code))}${WHY[name] ?? ''}`,
  amount: 'an amount in US dollars above 0, such as 2.50',
  address: 'a whole http or https address, such as `http://127.0.0.1:11434/v1`',
  domains: `a list of host names such as \`example.com\`, \`*.example.com\` or \`example.com:8443\`, and \`${REGISTRIES}\``,
  models: '`provider/model`, such as `anthropic/claude-sonnet-4-5`, or several in the order in which they are tried',
} as const;

/** A value with its name as an input and in the file. Every reader throws one clear `bad-input`. */
type Named<Name extends InputName = InputName> = Readonly<{ name: Name; given: Given }>;

export function readCount({ name, given }: Named<keyof typeof LEAST>): number {
  const value = Number(given.text);
  if (WHOLE_NUMBER.test(given.text) && Number.isSafeInteger(value) && value >= LEAST[name]) return value;
  throw refused(name, given, expected.count(name));
}

export function readAmount({ name, given }: Named): number {
  if (AMOUNT.test(given.text)) return Number(given.text);
  throw refused(name, given, expected.amount);
}

/** `provider/model`, in the order in which they are tried. */
export function readModels(given: Given, name: string): readonly string[] {
  const models = list(given.text);
  const wrong = models.find((model) => !MODEL.test(model));
  if (wrong === undefined) return [...new Set(models)];
  throw refused(name, { ...given, text: wrong }, expected.models);
}

export function readAddress({ name, given }: Named): string | null {
  if (given.text === '') return null;
  if (ADDRESS.test(given.text) && URL.canParse(given.text)) return given.text.replace(/\/+$/, '');
  throw refused(name, given, expected.address);
}

/** Host names as they were given; `registries` among them stands for a list of its own. */
export function readDomains({ name, given }: Named): readonly string[] {
  const entries = list(given.text);
  const wrong = entries.find((entry) => entry !== REGISTRIES && readDomain(entry) === null);
  if (wrong === undefined) return [...new Set(entries)];
  throw refused(name, { ...given, text: wrong }, expected.domains);
}

export function readWord<Name extends keyof typeof WORDS>({ name, given }: Named<Name>): (typeof WORDS)[Name][number] {
  const words: readonly (typeof WORDS)[Name][number][] = WORDS[name];
  const choice = words.find((one) => one === given.text);
  if (choice !== undefined) return choice;
  throw refused(name, given, expected.word(name));
}

function refused(name: string, { text, source }: Given, wanted: string): Failure {
  return new Failure('bad-input', `\`${name}\` is “${text}” (${source}), not ${wanted}.`, {
    hint: `Set \`${name}\` to ${wanted}, or leave it out${defaultOf(name)}.`,
  });
}

/** ` for its default, …` where there is one. */
export function defaultOf(name: string): string {
  const definition = Object.entries<InputDefinition>(INPUTS).find(([one]) => one === name)?.[1];
  return definition?.default === undefined ? '' : ` for its default, ${definition.default}`;
}

function anyOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

function code(text: string): string {
  return `\`${text}\``;
}
