import { parse } from 'yaml';
import type { z } from 'zod';
import { Failure } from '../failure.ts';
import { configFile, NOT_IN_FILE } from './file-schema.ts';
import { nearest } from './nearest.ts';
import { defaultOf } from './values.ts';

/** Where a repository keeps its own settings; read from the default branch alone. */
export const CONFIG_PATH = '.github/opencode.yml';

export type ConfigFile = z.infer<typeof configFile>;

/** The repository's settings; an empty file is no settings. Throws `bad-input` with every key and value at fault. */
export function parseConfigFile(text: string): ConfigFile {
  const document = parseYaml(text);
  if (document === null || document === undefined) return {};
  const result = configFile.safeParse(document);
  if (result.success) return result.data;
  const mistakes = result.error.issues.flatMap((issue) => explain(issue, document));
  throw new Failure('bad-input', `${CONFIG_PATH}: ${mistakes.map(({ what }) => what).join(' ')}`, {
    hint: `Mend ${CONFIG_PATH} on the default branch. ${[...new Set(mistakes.map(({ remedy }) => remedy))].join(' ')}`,
  });
}

/** What is wrong, and what to do about it; a sentence each. */
type Mistake = Readonly<{ what: string; remedy: string }>;

function explain(issue: z.core.$ZodIssue, document: unknown): readonly Mistake[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, issue.path));
  const { path, message } = innermost(issue);
  const value = shown(valueAt(document, path));
  if (path.length === 0) return [{ what: `the file is ${value}, not ${message}.`, remedy: KEYS }];
  const key = path.filter((part) => typeof part !== 'number').join('.');
  return [
    {
      what: `\`${key}\` is ${value}, not ${message}.`,
      remedy: `Set \`${key}\` to ${message}, or leave it out${defaultOf(key)}.`,
    },
  ];
}

/** Of a value that may be of several kinds, what is wrong with a part of it, where its kind is clear. */
function innermost(issue: z.core.$ZodIssue): Readonly<{ path: readonly PropertyKey[]; message: string }> {
  const within = issue.code === 'invalid_union' ? issue.errors.flat().find(isAboutPart) : undefined;
  return within === undefined ? issue : { path: [...issue.path, ...within.path], message: within.message };
}

/** A part of a table has a name; that of a list is told as the list. */
function isAboutPart({ path }: z.core.$ZodIssue): boolean {
  return typeof path.at(-1) === 'string';
}

function unknownKey(key: string, path: readonly PropertyKey[]): Mistake {
  const whole = [...path, key].join('.');
  const reason = path.length > 0 ? undefined : Object.entries(NOT_IN_FILE).find(([name]) => name === key)?.[1];
  if (reason !== undefined) {
    return { what: `\`${key}\` cannot stand in the file.`, remedy: `Remove \`${key}\`: ${reason}.` };
  }
  const choices = keysAt(path);
  const meant = nearest(key, choices);
  const all =
    path.length === 0 ? KEYS : `\`${path.join('.')}\` has ${choices.map((name) => `\`${name}\``).join(', ')}.`;
  return { what: `unknown key \`${whole}\`.`, remedy: meant === null ? all : `Did you mean \`${meant}\`? ${all}` };
}

/** Keys that may stand in the table at that path. */
function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const { roles } = configFile.shape;
  if (path.length === 0) return Object.keys(configFile.shape);
  return path.length === 1 ? Object.keys(roles.unwrap().shape) : ['model', 'instructions'];
}

const KEYS = `Its keys are ${Object.keys(configFile.shape).join(', ')}.`;

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document;
  for (const key of path) value = value instanceof Object ? Reflect.get(value, key) : undefined;
  return value;
}

/** A value in a message: what a person wrote, cut where it is long. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return `the list ${cut(JSON.stringify(value))}`;
  if (typeof value === 'object') return `the table ${cut(JSON.stringify(value))}`;
  return `“${cut(typeof value === 'string' ? value : JSON.stringify(value))}”`;
}

function cut(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`;
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
