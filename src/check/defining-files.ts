import { posix } from 'node:path';

type Given = Readonly<{
  /** Paths of the baseline. */
  files: ReadonlySet<string>;
  /** Files that define checks by their names: settings of tools, build files. */
  settings: readonly string[];
  /** Commands of the checks by the folder that they run in, those of the scripts that they come to call included. */
  commands: ReadonlyMap<string, readonly string[]>;
  read: (path: string) => Promise<string>;
}>;

/** What no project comes to; the rest is not followed. */
const MOST = 400;

/** Folders of tools: what a script there takes in is a part of it, and not what the checks are about. */
const OF_TOOLS = /^(?:[^/]+\/)*(?:scripts?|tools?|tooling|bin|ci|\.ci|hack|tasks|\.github|config|\.config)\//;
const SHELL = /(?:\.(?:sh|bash|zsh|ps1|bat|cmd)|(?:^|\/)[^./]+)$/;
const MAKE = /(?:(?:^|\/)(?:GNU)?[Mm]akefile|\.mk)$/;

/**
 * Files of the baseline that commands and settings of tools lead to: scripts that they start and what those start,
 * included makefiles, what settings extend, import, or name as set-up of the tests.
 */
export async function definingFiles({ files, settings, commands, read }: Given): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const waiting = settings.slice(0, MOST).map((path) => ({ path, isSetting: true }));
  const add = (path: string | null): void => {
    if (path === null || found.has(path) || found.size >= MOST) return;
    found.add(path);
    waiting.push({ path, isSetting: false });
  };
  for (const [folder, texts] of commands) {
    for (const word of texts.flatMap(wordsOf)) add(resolve(word, { from: folder, files }));
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, isSetting } = next;
    const from = posix.dirname(path);
    for (const name of namesIn(path, await read(path), isSetting)) {
      const to = resolve(name, { from, files }) ?? resolve(name, { from: '.', files });
      if (isSetting || MAKE.test(path) || isOfTools(to)) add(to);
    }
  }
  return found;
}

function isOfTools(path: string | null): boolean {
  return path !== null && (OF_TOOLS.test(path) || SHELL.test(path));
}

/** What a file names that another one's content comes from; what is under test is left to the review. */
function namesIn(path: string, text: string, isSetting: boolean): readonly string[] {
  const whole = text.slice(0, 256 * 1024);
  if (MAKE.test(path)) return [...includes(whole), ...wordsOf(whole)];
  if (SHELL.test(path)) return wordsOf(whole);
  if (isSetting) return [...imports(whole), ...named(whole)];
  return OF_TOOLS.test(path) ? [...imports(whole), ...wordsOf(whole)] : [];
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s"'`&|;()=<>,$[\]{}]+/).filter((word) => word !== '' && word.length < 300);
}

function includes(text: string): readonly string[] {
  return [...text.matchAll(/^\s*-?s?include\s+(.+)$/gm)].flatMap(([, names = '']) => names.trim().split(/\s+/));
}

function imports(text: string): readonly string[] {
  return [...text.matchAll(/(?:from|import|require)\s*\(?\s*["'`](\.{1,2}\/[^"'`\n]+)["'`]/g)].map(
    ([, name = '']) => name,
  );
}

const KEYS =
  /["']?\b(?:setupFiles\w*|globalSetup|globalTeardown|extends|presets?|require|import|reporters?|testEnvironment|runner|testRunner|snapshotSerializers|pool|environment|plugins?|pytest_plugins|extend|(?:package\.)?build)["']?\s*[:=]\s*(\[[^\]]*\]|["'`][^"'`\n]*["'`])/g;

/** Files that settings take in by name. */
function named(text: string): readonly string[] {
  return [...text.matchAll(KEYS)].flatMap(([, value = '']) =>
    [...value.matchAll(/["'`]([^"'`\n]+)["'`]/g)].map(([, name = '']) => name.replace('<rootDir>/', '')),
  );
}

const ENDINGS = ['', '.js', '.ts', '.mjs', '.cjs', '.mts', '.cts', '.json', '.sh', '.py', '/index.js', '/index.ts'];

function resolve(name: string, { from, files }: Readonly<{ from: string; files: ReadonlySet<string> }>): string | null {
  const path = posix.join(from, name);
  const bare = path.replace(/\.[cm]?js$/, '');
  const found = [path, bare].flatMap((one) => ENDINGS.map((ending) => one + ending)).find((one) => files.has(one));
  return found ?? null;
}
