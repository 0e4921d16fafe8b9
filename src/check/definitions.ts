import { posix } from 'node:path';
import type { Given as Text } from '../config/values.ts';
import type { Change } from '../workspace/change.ts';
import type { Check } from './check.ts';
import { definingFiles } from './defining-files.ts';
import { parseSetup } from './given.ts';
import { decidingText, definitionsChanged, isManifest, scriptsInstalling, scriptsUsed } from './manifest.ts';
import { dependenciesIn, modulesInFront, namesDependencies } from './python-modules.ts';
import { decidesTools, sameButVersion } from './setup-files.ts';
import { isBuildFile, isPartOfTool, isToolSettings } from './tool-settings.ts';

type Given = Readonly<{
  change: Change;
  checks: readonly Check[];
  /** How a person has what the checks run with installed; null where that goes by manifests and lock files. */
  setup: Text | null;
  /** Paths of the baseline tree. */
  files: readonly string[];
  /** Null when the tree has no such file. */
  readFile: (tree: string, path: string) => Promise<Uint8Array | null>;
}>;

/**
 * Through which paths the change alters what a check is or what it is run with, with the parts where they are known:
 * `package.json (script \`test\`)`. Tests themselves do not count: to write them is part of the work.
 */
export async function touchesDefinitions(given: Given): Promise<readonly string[]> {
  const { change, checks } = given;
  if (checks.length === 0) return [];
  const byFolder = await commandsByFolder(given);
  const commands = [...byFolder.values()].flat();
  const files = new Set(given.files);
  const isSetting = (path: string): boolean =>
    isToolSettings(path) || (isBuildFile(path, commands) && !isPartOfTool(path));
  const defining = await definingFiles({
    files,
    settings: [
      ...given.files.filter(isSetting),
      ...given.files.filter((path) => isManifest(path) && !isPartOfTool(path)),
    ],
    commands: byFolder,
    read: async (path) => {
      const text = await read(given, change.baselineTree, path);
      return isManifest(path) ? decidingText(path, text) : text;
    },
  });
  const changed = change.files.map(({ path }) => path);
  const inFront = new Set(modulesInFront({ changed, files, dependencies: await pythonDependencies(given) }));
  const touched: string[] = [];
  for (const path of changed) {
    if (isPartOfTool(path)) touched.push(path);
    else if (decidesTools(path)) touched.push(...(await partsTouched(given, path, commands)));
    else if (defining.has(path) || isNamed(path, commands) || isSetting(path)) touched.push(path);
    else if (inFront.has(path)) touched.push(`${path} (stands in front of what the checks run with)`);
    else touched.push(...(await partsTouched(given, path, commands)));
  }
  return touched;
}

/** What of a manifest or a lock file counts. */
async function partsTouched(given: Given, path: string, commands: readonly string[]): Promise<readonly string[]> {
  if (!isManifest(path) && !decidesTools(path)) return [];
  const { baselineTree, tree } = given.change;
  const texts = { before: await read(given, baselineTree, path), after: await read(given, tree, path) };
  if (decidesTools(path)) return sameButVersion(path, texts) ? [] : [`${path} (decides what the checks run with)`];
  const parts = definitionsChanged(path, texts, commands);
  return parts.length === 0 ? [] : [`${path} (${parts.join(', ')})`];
}

async function pythonDependencies(given: Given): Promise<ReadonlySet<string>> {
  const naming = given.files.filter(namesDependencies).slice(0, MOST_PACKAGES);
  const texts = await Promise.all(
    naming.map(async (path) => dependenciesIn(path, await read(given, given.change.baselineTree, path))),
  );
  return new Set(texts.flat());
}

/**
 * The checks' commands with the scripts that they come to call, by the folder whose manifest has those: a package of a
 * workspace has scripts of its own.
 */
async function commandsByFolder(given: Given): Promise<ReadonlyMap<string, readonly string[]>> {
  const commands = given.checks.map(({ command }) => command);
  const setup = given.setup === null ? [] : (parseSetup(given.setup)?.commands ?? []);
  const found = new Map<string, readonly string[]>([['.', [...commands, ...setup.map(filesOf)]]]);
  for (const path of given.files
    .filter((one) => /(?:^|\/)(?:package|composer)\.json$/.test(one))
    .slice(0, MOST_PACKAGES)) {
    const folder = posix.dirname(path);
    const text = await read(given, given.change.baselineTree, path);
    const called = [...scriptsUsed(text, commands).values()];
    const installing = [...scriptsInstalling(text).values()].map(startedBy);
    found.set(folder, [...(found.get(folder) ?? []), ...called, ...installing]);
  }
  return found;
}

/** The programs that a script starts, without what they work on: an installation often builds the product too. */
function startedBy(script: string): string {
  const started = script.matchAll(
    /(?:^|[;&|(]\s*)(?:\w+=\S*\s+)*(?:(?:node|tsx|ts-node|bun|deno|sh|bash|python3?|ruby|php)\s+(?:-\S+\s+)*)?([^\s;&|()]+)/gm,
  );
  return [...started].map(([, program = '']) => program).join(' ');
}

/** An installing command with the files that it names, and without words that are no names of files. */
function filesOf(command: string): string {
  return [startedBy(command), ...command.split(/\s+/).filter((word) => /[./]/.test(word))].join(' ');
}

/** Of a workspace; the scripts of the rest are known by their names alone. */
const MOST_PACKAGES = 200;

async function read({ readFile }: Given, tree: string, path: string): Promise<string> {
  return new TextDecoder().decode((await readFile(tree, path)) ?? undefined);
}

/** A script that a command starts by its path, its extension or `index` left out or not. A test by that name is one too. */
function isNamed(path: string, commands: readonly string[]): boolean {
  const words = commands.flatMap((command) => command.split(/[\s"'&|;()=]+/));
  const named = new Set(words.map((word) => word.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')));
  const bare = path.replace(/\.\w+$/, '');
  return [path, bare, bare.replace(/\/(?:index|__main__|__init__)$/, '')].some(
    (name) => name !== '' && named.has(name),
  );
}
