import { posix } from 'node:path';
import { PYTHON_TOOLS, STANDARD_LIBRARY } from './python-names.ts';

type Given = Readonly<{
  /** Paths of the change. */
  changed: readonly string[];
  /** Paths of the baseline. */
  files: ReadonlySet<string>;
  /** What the project depends on, as its manifests and lock files have it. */
  dependencies: ReadonlySet<string>;
}>;

const MODULE = /^(\w+)(?:\.[\w-]+)*\.(?:py|pyc|so|pyd)$/;

/**
 * New modules that stand in front of the standard library's, of a tool's or of a dependency's: Python looks beside what
 * it runs before it looks at what is installed. Inside a package nothing is looked up by its bare name.
 */
export function modulesInFront({ changed, files, dependencies }: Given): readonly string[] {
  const added = changed.filter((path) => !files.has(path));
  const taken = (name: string): boolean =>
    STANDARD_LIBRARY.has(name) || PYTHON_TOOLS.has(name) || name.startsWith('pytest_') || dependencies.has(name);
  return added.filter((path) => {
    const name = moduleName(path);
    if (name === null || !taken(name)) return false;
    const isPackage = posix.basename(path).startsWith('__init__.');
    const folder = isPackage ? posix.dirname(posix.dirname(path)) : posix.dirname(path);
    return !isInsidePackage(folder, { files, added });
  });
}

/** By which name the file is imported, when that is not for its package to say. */
function moduleName(path: string): string | null {
  const [, name = ''] = MODULE.exec(posix.basename(path)) ?? [];
  if (name === '') return null;
  if (name !== '__init__') return name;
  const folder = posix.basename(posix.dirname(path));
  return folder === '.' ? null : folder;
}

/** A folder that the change itself makes is a package by its own files; another one only by what it had before. */
function isInsidePackage(
  folder: string,
  { files, added }: Readonly<{ files: ReadonlySet<string>; added: readonly string[] }>,
): boolean {
  if (folder === '.') return false;
  const marker = `${folder}/__init__.py`;
  if (files.has(marker)) return true;
  const isNew = ![...files].some((path) => path.startsWith(`${folder}/`));
  return isNew && added.includes(marker);
}

const REQUIREMENTS = /(?:^|\/)[^/]*requirements[^/]*\.(?:txt|in)$/;
const LOCK = /(?:^|\/)(?:uv|poetry|pdm)\.lock$/;
const PROJECT = /(?:^|\/)pyproject\.toml$/;

/** Whether a file says what a Python project depends on. */
export function namesDependencies(path: string): boolean {
  return [REQUIREMENTS, LOCK, PROJECT].some((pattern) => pattern.test(path));
}

/** The names of dependencies in such a file: what is written with `-` is imported with `_`. */
export function dependenciesIn(path: string, text: string): readonly string[] {
  return [...text.matchAll(patternFor(path))].map(([, name = '']) => name.toLowerCase().replaceAll(/[.-]/g, '_'));
}

function patternFor(path: string): RegExp {
  if (REQUIREMENTS.test(path)) return /^\s*([A-Za-z][\w.-]*)/gm;
  if (LOCK.test(path)) return /^name = "([\w.-]+)"/gm;
  return /["']([A-Za-z][\w.-]*)\s*(?:\[[\w, -]*\]\s*)?(?:[<>=~!]=|[<>@])/g;
}
