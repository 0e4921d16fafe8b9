import { z } from 'zod';
import { parseJson } from '../json.ts';
import { firstOf, type Ecosystem, type FoundCheck, type FoundSetup, type Project, type Purpose } from './ecosystem.ts';

const names = z.record(z.string(), z.unknown()).optional().catch(undefined);
const manifest = z.object({
  packageManager: z.string().optional().catch(undefined),
  scripts: z.record(z.string(), z.string()).optional().catch(undefined),
  dependencies: names,
  devDependencies: names,
});
type Manifest = z.infer<typeof manifest>;

type Manager = Readonly<{ name: 'npm' | 'pnpm' | 'yarn' | 'bun'; modern: boolean; why: string }>;

const LOCK_FILES = {
  'package-lock.json': 'npm',
  'npm-shrinkwrap.json': 'npm',
  'pnpm-lock.yaml': 'pnpm',
  'yarn.lock': 'yarn',
  'bun.lock': 'bun',
  'bun.lockb': 'bun',
} as const;

/** Script names by purpose, the first that is there counts. */
const SCRIPTS: readonly (readonly [Purpose, readonly string[]])[] = [
  ['test', ['test', 'test:ci', 'test:unit', 'unit']],
  ['lint', ['lint', 'lint:check', 'eslint']],
  ['types', ['typecheck', 'type-check', 'types', 'check-types', 'check:types', 'tsc']],
  ['build', ['build']],
];

/** `npm init` writes this into every package. */
const NO_TEST = /no test specified/;
/** Scripts that never end: watchers, and runners that watch unless they are told not to. */
const ENDLESS = /(?:^|\s)(?:--watch(?:All|-all)?(?!=false|\S)|-w|watch|nodemon|chokidar|webpack-dev-server)(?:\s|$)/;
const WATCHES_BY_ITSELF = /(?:^|\s)(?:ng\s+test(?!.*--watch=false)|karma\s+start(?!.*--single-run))/;

export const node: Ecosystem = async (project) => {
  const text = await project.read('package.json');
  const parsed = manifest.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const manager = await findManager(project, parsed.data);
  return { checks: findChecks(parsed.data, manager), setup: await findSetup(project, parsed.data, manager) };
};

async function findManager(project: Project, { packageManager }: Manifest): Promise<Manager> {
  const named = /^(npm|pnpm|yarn|bun)@(\d+)/.exec(packageManager ?? '');
  const lock = firstOf(project, Object.keys(LOCK_FILES));
  const locked = Object.entries(LOCK_FILES).find(([file]) => file === lock)?.[1];
  const [, name = locked ?? 'npm', major] = named ?? [];
  const why = named === null ? (lock ?? 'package.json') : 'packageManager in package.json';
  if (name === 'yarn') {
    const berry =
      project.files.has('.yarnrc.yml') || (await project.read('yarn.lock'))?.includes('__metadata:') === true;
    return { name, modern: major === undefined ? berry : Number(major) >= 2, why };
  }
  return { name: name === 'pnpm' || name === 'bun' ? name : 'npm', modern: false, why };
}

function findChecks(found: Manifest, manager: Manager): readonly FoundCheck[] {
  const scripts = found.scripts ?? {};
  return SCRIPTS.flatMap(([purpose, candidates]) => {
    const name = candidates.find((candidate) => isCheck(scripts[candidate]));
    if (name === undefined) return [];
    const command = manager.name === 'npm' && name === 'test' ? 'npm test' : `${manager.name} run ${name}`;
    return [
      { purpose, name, command, source: `script \`${name}\` of package.json, ${manager.name} by ${manager.why}` },
    ];
  });
}

function isCheck(script: string | undefined): boolean {
  if (script === undefined || script.trim() === '') return false;
  return !NO_TEST.test(script) && !ENDLESS.test(script) && !WATCHES_BY_ITSELF.test(script);
}

async function findSetup(project: Project, found: Manifest, manager: Manager): Promise<readonly FoundSetup[]> {
  const lock = Object.entries(LOCK_FILES).find(([file, name]) => name === manager.name && project.files.has(file))?.[0];
  if (lock !== undefined) return [{ command: lockedInstall(manager), source: lock }];
  const wanted = { ...found.dependencies, ...found.devDependencies };
  if (Object.keys(wanted).length === 0) return [];
  return [{ command: looseInstall(manager), source: 'package.json, which has no lock file' }];
}

function lockedInstall(manager: Manager): string {
  switch (manager.name) {
    case 'npm':
      return 'npm ci';
    case 'pnpm':
      return 'pnpm install --frozen-lockfile';
    case 'bun':
      return 'bun install --frozen-lockfile';
    case 'yarn':
      return `yarn install ${manager.modern ? '--immutable' : '--frozen-lockfile'}`;
  }
}

/** Without a lock file of its own, which would become a part of the baseline. */
function looseInstall(manager: Manager): string {
  return manager.name === 'npm' ? 'npm install --no-package-lock' : `${manager.name} install`;
}
