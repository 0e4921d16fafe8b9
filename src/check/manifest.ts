import { parse } from 'smol-toml';
import { z } from 'zod';
import { parseJson } from './json.ts';

const table = z.record(z.string(), z.unknown());
const manifest = table.catch({});
/** Composer's scripts may be lists. */
const scripts = z
  .record(z.string(), z.union([z.string(), z.array(z.string()).transform((lines) => lines.join('\n'))]).catch(''))
  .catch({});

/**
 * What decides neither which packages are installed, from where, nor what the tools do. Everything else counts, so that
 * a key that nobody thought of costs a look and not the truth.
 */
const FREE: Readonly<Record<string, RegExp>> = {
  'package.json':
    /^(?:name|version|description|keywords|author|contributors|maintainers|funding|license|homepage|bugs|repository|private|files|main|module|browser|types|typings|typesVersions|exports|imports|sideEffects|man|unpkg|jsdelivr|publishConfig|lint-staged|husky|release|release-it|contributes|activationEvents|displayName|publisher|icon|categories)$/,
  'composer.json':
    /^(?:name|version|description|keywords|homepage|readme|time|license|authors|support|funding|archive)$/,
  'pyproject.toml':
    /^(?:project|tool\.poetry)\.(?:version|description|readme|license|license-files|authors|maintainers|keywords|classifiers|urls|homepage|repository|documentation)(?:\.|$)|^tool\.(?:commitizen|towncrier|semantic_release|bumpversion)(?:\.|$)/,
  'Cargo.toml':
    /^(?:workspace\.)?package\.(?:name|version|description|documentation|readme|homepage|repository|license|license-file|keywords|categories|authors|publish|include|exclude)(?:\.|$)/,
};

/** What package managers run by themselves while they install. */
const WHILE_INSTALLING =
  /^(?:(?:pre|post)?(?:install|prepare)|prepublish|dependencies|(?:pnpm:)?devPreinstall|(?:pre|post)-[\w-]+)$/;

type Texts = Readonly<{ before: string; after: string }>;

/** Files that define checks in parts of them only. */
export function isManifest(path: string): boolean {
  return FREE[nameOf(path)] !== undefined;
}

/** The scripts that commands come to call, directly or through others, by name. */
export function scriptsUsed(text: string, commands: readonly string[]): ReadonlyMap<string, string> {
  const all = scriptsIn(text);
  const used = new Map<string, string>();
  const waiting = [...commands];
  for (let command = waiting.pop(); command !== undefined; command = waiting.pop()) {
    for (const [name, script] of Object.entries(all)) {
      if (used.has(name) || !isCalled(name, command)) continue;
      used.set(name, script);
      waiting.push(script);
    }
  }
  return used;
}

/** The scripts that an installation comes to call, by name. */
export function scriptsInstalling(text: string): ReadonlyMap<string, string> {
  return scriptsUsed(
    text,
    Object.keys(scriptsIn(text)).filter((name) => WHILE_INSTALLING.test(name)),
  );
}

function scriptsIn(text: string): Readonly<Record<string, string>> {
  return scripts.parse(manifest.parse(parseJson(text))['scripts']);
}

/** Any word of the command may be the name: what is counted too much costs a look, what is missed costs the truth. */
function isCalled(name: string, command: string): boolean {
  const target = name.replace(/^(?:pre|post)(?=\w)/, '');
  return command.split(/[\s"'&|;()]+/).some((word) => {
    if (word.endsWith('*')) return name.startsWith(word.replace(/\*+$/, ''));
    return word !== '' && (word === name || word === target);
  });
}

/** Which parts of a manifest that say what a check is, or what it is run with, differ between two texts of it. */
export function definitionsChanged(file: string, texts: Texts, commands: readonly string[]): readonly string[] {
  if (texts.before === texts.after) return [];
  const one = keysOf(file, texts.before);
  const other = keysOf(file, texts.after);
  if (one === null || other === null) return ['cannot be read'];
  const keys = [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key));
  const changed = [...scriptsChanged(file, texts, commands), ...new Set(keys.map(quoted))];
  return changed.length > MOST_NAMED
    ? [...changed.slice(0, MOST_NAMED), `${changed.length - MOST_NAMED} more`]
    : changed;
}

const MOST_NAMED = 8;

/** What a manifest holds besides what decides nothing, for what it names. */
export function decidingText(file: string, text: string): string {
  return [...(keysOf(file, text) ?? [])].map(([key, value]) => `"${key}": ${value}`).join('\n');
}

function scriptsChanged(file: string, { before, after }: Texts, commands: readonly string[]): readonly string[] {
  if (!file.endsWith('.json')) return [];
  const [one, other] = [before, after].map(
    (text) => new Map([...scriptsUsed(text, commands), ...scriptsInstalling(text)]),
  );
  return [...new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])]
    .filter((key) => one?.get(key) !== other?.get(key))
    .map((key) => `script ${quoted(key)}`);
}

/** The deciding keys with their values; null for what the tools may read in another way than we do. */
function keysOf(file: string, text: string): ReadonlyMap<string, string> | null {
  const all = file.endsWith('.toml') ? parseToml(text) : table.safeParse(parseJson(text === '' ? '{}' : text)).data;
  const free = FREE[nameOf(file)];
  if (all === undefined || free === undefined) return null;
  const keys = file.endsWith('.toml')
    ? flat(all, [])
    : Object.entries(all)
        .filter(([key]) => key !== 'scripts')
        .map(([key, value]) => [key, JSON.stringify(value)] as const);
  const names = takesAPlace(file, all) ? [['name', JSON.stringify(all['name'])] as const] : [];
  return new Map([...keys.filter(([key]) => !free.test(key)), ...names]);
}

/** By its name a package of a workspace is linked, a program is called, and a package finds itself before all others. */
function takesAPlace(file: string, all: Readonly<Record<string, unknown>>): boolean {
  if (nameOf(file) !== 'package.json' || all['name'] === undefined) return false;
  return file !== 'package.json' || all['exports'] !== undefined || all['bin'] !== undefined;
}

function parseToml(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** By dotted key, however it is spelt in the file. */
function flat(value: unknown, path: readonly string[]): readonly (readonly [key: string, value: string])[] {
  const inner = Array.isArray(value) || path.length === MOST_PARTS ? undefined : table.safeParse(value).data;
  if (inner === undefined) return [[path.join('.'), JSON.stringify(value)]];
  return Object.entries(inner).flatMap(([key, one]) => flat(one, [...path, key]));
}

const MOST_PARTS = 3;

function quoted(key: string): string {
  return /^[\w.:@/*-]{1,80}$/.test(key) ? `\`${key}\`` : 'a key of an unusual name';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
