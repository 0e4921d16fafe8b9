import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { execa } from 'execa';
import { DEFAULT_TOKEN, type LoopbackGitHub } from '../github/github.ts';
import { ROOT, runnerEnvironment } from './environment.ts';

const run = promisify(execFile);

export type ActionOptions = {
  readonly github: LoopbackGitHub;
  readonly event: string;
  readonly payload: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly token?: string;
  readonly runId?: number;
  /** False for a job without `actions/checkout`, whose workspace is empty. */
  readonly checkout?: boolean;
  /** Done to the checkout before the Action starts. */
  readonly arrange?: (workspace: string) => Promise<void>;
  /** Called with each line of the log as it comes. */
  readonly onLine?: (line: string) => void;
  /** Called with the process of the Action once it runs. */
  readonly onStart?: (pid: number) => void;
  /** Folder with the bundle; `PATCHWRIGHT_DIST`, else `dist/`, when left out. */
  readonly dist?: string;
  /** Folder for everything of this run; a temporary one, removed with the result, when left out. */
  readonly directory?: string;
};

export type ActionResult = AsyncDisposable & {
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly log: string;
  readonly summary: string;
  readonly workspace: string;
  readonly temp: string;
  /** Digests of everything in the checkout, `.git` included, before and after. */
  readonly workspaceDigests: readonly [string, string];
  /** What the step left for its post step. */
  readonly state: Readonly<Record<string, string>>;
  /** Runs the post step, as a runner does when the job's other steps are over, however they ended. */
  readonly post: (options?: Pick<ActionOptions, 'onLine' | 'onStart'>) => Promise<PostResult>;
};

export type PostResult = { readonly exitCode: number; readonly log: string };

let lastRun = 7000;

/** Runs the built bundle as a runner does: checkout, event file, environment, output files. */
export async function runAction(options: ActionOptions): Promise<ActionResult> {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'action-')));
  const [files, temp, workspace] = [join(directory, 'files'), join(directory, 'temp'), join(directory, 'workspace')];
  await Promise.all([mkdir(files, { recursive: true }), mkdir(temp, { recursive: true })]);
  const token = options.token ?? DEFAULT_TOKEN;
  if (options.checkout === false) await mkdir(workspace, { recursive: true });
  else await checkOut(options.github, workspace, token);
  await options.arrange?.(workspace);
  await writeFile(join(files, 'event.json'), JSON.stringify(options.payload));
  await Promise.all(['output', 'env', 'path', 'state', 'summary.md'].map((name) => writeFile(join(files, name), '')));
  const before = await digestOf(workspace);
  lastRun += 1;
  // Read before anything is waited for: another run that starts meanwhile has a number of its own.
  const { runId = lastRun } = options;
  const env = runnerEnvironment({
    event: options.event,
    files,
    workspace,
    sha: await headOf(options.github),
    ref: `refs/heads/${DEFAULT_BRANCH}`,
    temp,
    token,
    repository: `${options.github.owner}/${options.github.repo}`,
    serverUrl: options.github.serverUrl,
    apiUrl: options.github.apiUrl,
    graphqlUrl: options.github.graphqlUrl,
    actor: senderOf(options.payload),
    runId,
    inputs: options.inputs ?? {},
    env: options.env ?? {},
  });
  const dist = options.dist ?? process.env['PATCHWRIGHT_DIST'] ?? join(ROOT, 'dist');
  const { exitCode, log } = await runStep({ ...options, program: join(dist, 'main.js'), workspace, env });
  const state = parseOutputs(await readFile(join(files, 'state'), 'utf8'));
  const handedOver = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
  return {
    exitCode,
    outputs: parseOutputs(await readFile(join(files, 'output'), 'utf8')),
    log,
    summary: await readFile(join(files, 'summary.md'), 'utf8'),
    workspace,
    temp,
    workspaceDigests: [before, await digestOf(workspace)],
    state,
    post: (given = {}) =>
      runStep({ ...given, program: join(dist, 'post.js'), workspace, env: { ...env, ...handedOver } }),
    [Symbol.asyncDispose]: async () => {
      if (options.directory === undefined) await rm(directory, { recursive: true, force: true });
    },
  };
}

type StepOptions = Pick<ActionOptions, 'onLine' | 'onStart'> & {
  readonly program: string;
  readonly workspace: string;
  readonly env: Readonly<Record<string, string>>;
};

async function runStep({ program, workspace, env, onStart, onLine }: StepOptions): Promise<PostResult> {
  const child = execa(process.execPath, [program], {
    cwd: workspace,
    env,
    extendEnv: false,
    stdin: 'ignore',
    all: true,
    reject: false,
  });
  onStart?.(child.pid ?? 0);
  const lines: string[] = [];
  for await (const line of child.iterable({ from: 'all' })) {
    lines.push(line);
    onLine?.(line);
  }
  const { exitCode = -1 } = await child;
  return { exitCode, log: lines.join('\n') };
}

const DEFAULT_BRANCH = 'main';

async function headOf(github: LoopbackGitHub): Promise<string> {
  const args = ['--git-dir', github.gitDir, 'for-each-ref', '--format=%(objectname)', `refs/heads/${DEFAULT_BRANCH}`];
  return (await run('git', args)).stdout.trim();
}

/** As `actions/checkout` leaves it with `fetch-depth: 0`: on the default branch, with the token in `.git/config`. */
async function checkOut(github: LoopbackGitHub, workspace: string, token: string): Promise<void> {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  const header = `http.${github.serverUrl}/.extraheader`;
  const value = `AUTHORIZATION: basic ${basic}`;
  const url = `${github.serverUrl}/${github.owner}/${github.repo}.git`;
  await run('git', ['-c', `${header}=${value}`, 'clone', '--quiet', url, workspace]);
  await run('git', ['-C', workspace, 'config', header, value]);
}

async function digestOf(directory: string): Promise<string> {
  const script = 'find . -type f -o -type l | LC_ALL=C sort | xargs -d "\\n" sha256sum 2>/dev/null | sha256sum';
  return (await run('sh', ['-c', script], { cwd: directory })).stdout.trim();
}

function senderOf(payload: unknown): string {
  if (typeof payload !== 'object' || payload === null || !('sender' in payload)) return 'github-actions[bot]';
  const { sender } = payload;
  return typeof sender === 'object' && sender !== null && 'login' in sender ? String(sender.login) : '';
}

/** The runner's file format: `name<<delimiter`, lines, `delimiter`. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name = '', , value = ''] of text.matchAll(/^([^\n=]+?)<<(\S+)\n([\s\S]*?)\n\2$/gm))
    outputs[name] = value;
  return outputs;
}
