import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { parseJson } from './json.ts';

const manifest = z.record(z.string(), z.unknown()).catch({});
/** Composer's scripts may be lists. */
const scripts = z
  .record(z.string(), z.union([z.string(), z.array(z.string()).transform((lines) => lines.join('\n'))]).catch(''))
  .catch({});

/** Settings of tools that stand in `package.json`. */
const TOOL_KEYS = [
  'jest',
  'vitest',
  'mocha',
  'ava',
  'tap',
  'nyc',
  'c8',
  'eslintConfig',
  'eslintIgnore',
  'prettier',
  'stylelint',
  'xo',
  'standard',
  'jasmine',
  'babel',
  'nx',
  'wireit',
  'workspaces',
  'type',
  'overrides',
  'resolutions',
  'pnpm',
];

/** Sections that say what tests, linters and compilers do. */
const SECTIONS: Readonly<Record<string, RegExp>> = {
  'pyproject.toml':
    /^\[+tool\.(?:pytest|tox|coverage|ruff|mypy|pyright|pylint|flake8|black|isort|hatch\.envs|pdm\.scripts|poe|nox|basedpyright|bandit|ty|pyrefly|taskipy|pixi\.tasks|rye\.scripts|uv\.workspace)\b/,
  'Cargo.toml': /^\[+(?:(?:lib|bin|test|bench|lints|profile|features|workspace\.lints)\b|workspace\])/,
};

/** Files that define checks in parts of them only. */
export function isManifest(path: string): boolean {
  return /(?:^|\/)(?:package\.json|composer\.json|pyproject\.toml|Cargo\.toml)$/.test(path);
}

/** The scripts that commands come to call, directly or through others, by name. */
export function scriptsUsed(text: string, commands: readonly string[]): ReadonlyMap<string, string> {
  const all = scripts.parse(manifest.parse(parseJson(text))['scripts']);
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

/** Any word of the command may be the name: what is counted too much costs a look, what is missed costs the truth. */
function isCalled(name: string, command: string): boolean {
  const target = name.replace(/^(?:pre|post)(?=\w)/, '');
  return command.split(/[\s"'&|;()]+/).some((word) => {
    if (word.endsWith('*')) return name.startsWith(word.replace(/\*+$/, ''));
    return word !== '' && (word === name || word === target);
  });
}

/** Which parts of a manifest that say what a check is differ between two texts of it. */
export function definitionsChanged(
  file: string,
  texts: Readonly<{ before: string; after: string }>,
  commands: readonly string[],
): readonly string[] {
  const { before, after } = texts;
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (name === 'package.json' || name === 'composer.json') {
    const one = scriptsUsed(before, commands);
    const other = scriptsUsed(after, commands);
    const changed = [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key));
    return [
      ...changed.map((key) => `script \`${key}\``),
      ...toolsChanged(before, after),
      ...takenFromElsewhere(before, after),
    ];
  }
  const pattern = SECTIONS[name];
  if (pattern === undefined) return [];
  const sections = [sectionsOf(before, pattern), sectionsOf(after, pattern)] as const;
  return [...new Set(sections.flatMap((of) => [...of.keys()]))].filter(
    (key) => sections[0].get(key) !== sections[1].get(key),
  );
}

function toolsChanged(before: string, after: string): readonly string[] {
  const [one, other] = [before, after].map((text) => manifest.parse(parseJson(text)));
  return TOOL_KEYS.filter((key) => !isDeepStrictEqual(one?.[key], other?.[key])).map((key) => `\`${key}\``);
}

/** Dependencies that come from no registry now: a tool by the same name need not be the same tool. */
function takenFromElsewhere(before: string, after: string): readonly string[] {
  const [one, other] = [before, after].map(dependenciesOf);
  return [...(other ?? [])].flatMap(([name, from]) =>
    /[:/]/.test(from) && !from.startsWith('workspace:') && one?.get(name) !== from ? [`dependency \`${name}\``] : [],
  );
}

function dependenciesOf(text: string): ReadonlyMap<string, string> {
  const all = manifest.parse(parseJson(text));
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
  return new Map(kinds.flatMap((kind) => Object.entries(scripts.parse(all[kind]))));
}

/** Sections of a TOML file by header, without comments and empty lines. */
function sectionsOf(text: string, pattern: RegExp): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  let header = '';
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (/^\[+[\w."'-]+(?:\.[\w."'-]+)*\]+/.test(line)) header = line.replace(/\s*#.*$/, '');
    if (line !== '' && !line.startsWith('#') && pattern.test(header)) {
      sections.set(header, `${sections.get(header) ?? ''}${line}\n`);
    }
  }
  return sections;
}
