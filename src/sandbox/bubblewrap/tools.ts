import { readdir, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { isInside } from '../../workspace/program.ts';
import { pythonLibraries } from '../python-libraries.ts';
import { hiddenOf, type Runner } from './runner.ts';

/** Variables whose value is the directory of a tool. */
const TOOL_HOME =
  /^(?:JAVA|GOROOT|DOTNET|ANDROID|GRADLE|MAVEN|RUSTUP|PYENV|NVM|VOLTA)_?(?:HOME|ROOT|DIR|SDK_ROOT)?(?:_\w+)?$/;

/** Shown whole in any case, or never as a tool's. */
const SYSTEM = [
  '/usr',
  '/bin',
  '/sbin',
  '/lib',
  '/lib64',
  '/opt',
  '/nix/store',
  '/proc',
  '/sys',
  '/dev',
  '/run',
  '/etc',
];

/**
 * Directories and files that tools outside the system's own directories are made of: the tool cache, the homes that
 * variables name, the directories of the `PATH`, and what links in those lead to. Never a home directory, nor anything
 * that the workspace, the temporary directory or the home stands in.
 */
export async function findTools(runner: Runner): Promise<readonly string[]> {
  const { environment, toolCache } = runner;
  const never = await hiddenOf(runner);
  const isShowable = (path: string): boolean =>
    isAbsolute(path) &&
    path !== '/' &&
    !SYSTEM.some((directory) => isInside(path, directory)) &&
    !never.some((directory) => isInside(directory, path));
  const homes = Object.entries(environment).flatMap(([name, value]) => (TOOL_HOME.test(name) ? [value] : []));
  const whole = [toolCache, ...homes].filter(isShowable);
  const searched = (environment['PATH'] ?? '').split(':').filter(isShowable);
  const outside = searched.filter((path) => !whole.some((tool) => isInside(path, tool)));
  const linked = (await Promise.all(outside.map(targetsOf))).flat();
  const beside = (await Promise.all(outside.map(partsBeside))).flat();
  const wanted = [...new Set([...whole, ...outside, ...[...linked, ...beside].filter(isShowable)])].filter(
    (path) => !isWritten(path, runner),
  );
  const there = await Promise.all(wanted.map(async (path) => ((await stat(path).catch(() => null)) ? path : null)));
  return there.filter((path) => path !== null);
}

/** The workspace and the temporary directory are written by whoever had something to do in the job. */
function isWritten(path: string, { temp, workspace }: Runner): boolean {
  return isInside(path, temp) || isInside(path, workspace);
}

/** Where programs find their parts by where they stand themselves: packages of npm, and those that a user installed for Python. */
async function partsBeside(directory: string): Promise<readonly string[]> {
  const above = dirname(directory);
  if (basename(directory) === '.bin' && basename(above) === 'node_modules') return [above];
  return await pythonLibraries(directory);
}

/** What the links in a directory of programs lead to, as far as it takes to run them. */
async function targetsOf(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const links = entries.filter((entry) => entry.isSymbolicLink()).map(({ name }) => join(directory, name));
  const found = await Promise.all(
    links.map(async (link) => {
      const target = await realpath(link).catch(() => null);
      if (target === null) return [];
      // A chain of links is followed inside, too, so each of its ends has to be there.
      const next = await readlink(link).then((to) => (isAbsolute(to) ? to : join(directory, to)));
      return await Promise.all([packageOf(target), packageOf(next)]);
    }),
  );
  return [...new Set(found.flat())];
}

/** What a directory of tools alone does not have. */
const PRIVATE = /^\.(?:git|env|runner|credentials.*|ssh|aws|azure|kube|docker|gnupg|netrc|npmrc|config|local)$/;

/** What a program is installed as: its `node_modules`, the directory above its `bin`, or the file alone. */
async function packageOf(file: string): Promise<string> {
  const modules = file.indexOf('/node_modules/');
  if (modules !== -1) return file.slice(0, modules + '/node_modules'.length);
  const above = dirname(dirname(file));
  if (basename(dirname(file)) !== 'bin' || basename(above).startsWith('.')) return file;
  const entries = await readdir(above).catch(() => []);
  return entries.some((name) => PRIVATE.test(name)) ? file : above;
}
