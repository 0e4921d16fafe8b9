import { readdir } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { Confined } from './sandbox.ts';

/** What a user installed for Python beside a `~/.local/bin`: a directory for each version; empty for other directories. */
export async function pythonLibraries(directory: string): Promise<readonly string[]> {
  if (basename(directory) !== 'bin' || basename(dirname(directory)) !== '.local') return [];
  const libraries = join(dirname(directory), 'lib');
  const names = await readdir(libraries).catch(() => []);
  return names.filter((name) => /^python3(?:\.\d+)?$/.test(name)).map((name) => join(libraries, name));
}

/** Those of all directories of a `PATH`. */
export async function pythonLibrariesOf(path: string): Promise<readonly string[]> {
  return (await Promise.all(path.split(':').filter(isAbsolute).map(pythonLibraries))).flat();
}

/** Run by the program itself, before it is one; what fails in it is no reason not to run. */
const NAME_LIBRARIES = [
  'to_name=$1; shift',
  'while [ "$to_name" -gt 0 ]; do',
  '  { mkdir -p "$HOME/$1" && printf "%s\\n" "$2" > "$HOME/$1/runner.pth"; } 2>/dev/null; shift 2; to_name=$((to_name - 1))',
  'done',
  'unset to_name; exec "$@"',
].join('\n');

/**
 * A program whose Python finds those libraries after its own. Python looks for them below the home, which is another one
 * here; were it told the runner's by a variable, what the program itself installs would go there, where it may not write.
 */
export function withPythonLibraries(libraries: readonly string[], program: Confined): Confined {
  if (libraries.length === 0 || program.env['HOME'] === undefined) return program;
  const lines = libraries.flatMap((library) => [
    join('.local/lib', basename(library), 'site-packages'),
    `import site; site.addsitedir(${JSON.stringify(join(library, 'site-packages'))})`,
  ]);
  const args = ['-c', NAME_LIBRARIES, 'sh', String(libraries.length), ...lines, program.file, ...program.args];
  return { ...program, file: '/bin/sh', args };
}
