import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import type { GitHubOptions, LoopbackGitHub } from '../github/github.ts';
import { ROOT } from './environment.ts';

export type WorkflowRun = AsyncDisposable & { readonly exitCode: number; readonly log: string };

export type WorkflowOptions = {
  readonly github: LoopbackGitHub;
  /** File of an adopter's repository that is played. */
  readonly workflow: string;
  readonly event: string;
  readonly payload: unknown;
  readonly secrets: Readonly<Record<string, string>>;
  /** Put into `with` of each step that has a model's key. */
  readonly inputs: Readonly<Record<string, string>>;
};

const Step = z.looseObject({ uses: z.string().optional(), with: z.record(z.string(), z.unknown()).optional() });
const Job = z.looseObject({
  uses: z.string().optional(),
  permissions: z.record(z.string(), z.enum(['read', 'write'])).optional(),
  steps: z.array(Step).optional(),
});
const Workflow = z.looseObject({ jobs: z.record(z.string(), Job) });
type Workflow = z.infer<typeof Workflow>;

const ACTION = /^OWNER\/patchwright@/;
const CALLED = '.github/workflows/patchwright.yml';

/** Tokens with exactly the permissions that the jobs of these workflows have. */
export async function tokensOf(...workflows: readonly string[]): Promise<NonNullable<GitHubOptions['tokens']>> {
  const jobs = (await Promise.all(workflows.map(readWorkflow))).flatMap(({ jobs: all }) => Object.entries(all));
  return Object.fromEntries(
    jobs.map(([name, { permissions = {} }]) => {
      const granted = Object.entries(permissions).map(([area, level]) => [area.replaceAll('-', '_'), level] as const);
      return [tokenOf(name), { login: 'github-actions[bot]', type: 'Bot', permissions: Object.fromEntries(granted) }];
    }),
  );
}

const tokenOf = (job: string): string => `ghs_job_${job}`;

async function readWorkflow(path: string): Promise<Workflow> {
  return Workflow.parse(parse(await readFile(join(ROOT, path), 'utf8')));
}

/**
 * Plays a workflow file with `act` on this machine, and what it calls of this repository. What it uses of others is stood in
 * for: `actions/checkout` by git, the upload of the run record by nothing. act knows no permissions of jobs, so each job's
 * steps get a token of their own; and its artifacts are none to GitHub's client, so jobs meet in a directory.
 */
export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowRun> {
  const directory = await mkdtemp(join(tmpdir(), 'workflow-'));
  const given = await layOut(options, directory);
  const { exitCode = -1, all } = await execa(
    'act',
    [
      options.event,
      '--platform',
      'ubuntu-24.04=-self-hosted',
      '--action-offline-mode',
      '--no-recurse',
      '--actor',
      'maintainer',
      ...given,
      ...Object.entries(environmentOf(options)).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ...Object.entries(options.secrets).flatMap(([name, value]) => ['--secret', `${name}=${value}`]),
    ],
    {
      reject: false,
      all: true,
      extendEnv: false,
      // npm finds its registry in the home directory.
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '',
        XDG_CACHE_HOME: join(directory, 'cache'),
      },
    },
  );
  return {
    exitCode,
    log: all,
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  };
}

function environmentOf({ github }: WorkflowOptions): Readonly<Record<string, string>> {
  return {
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.serverUrl,
    GITHUB_GRAPHQL_URL: github.graphqlUrl,
    GITHUB_REPOSITORY: `${github.owner}/${github.repo}`,
    GITHUB_RUN_ID: '4711',
  };
}

/** Writes what act needs; resolves to the options by which it finds that. */
async function layOut(options: WorkflowOptions, directory: string): Promise<readonly string[]> {
  const within = (...path: readonly string[]): string => join(directory, ...path);
  const [workflow, called] = [await readWorkflow(options.workflow), await readWorkflow(CALLED)];
  const given = { inputs: options.inputs, handOver: within('change') };
  await mkdir(within('patchwright', '.github/workflows'), { recursive: true });
  await writeFile(within('patchwright', CALLED), stringify(played(called, given)));
  await cp(process.env['PATCHWRIGHT_DIST'] ?? join(ROOT, 'dist'), within('patchwright/dist'), { recursive: true });
  const stood = join(import.meta.dirname, 'stand-ins');
  const action = await actionAt(within('patchwright'), join(ROOT, 'action.yml'));
  const checkout = await actionAt(within('checkout'), join(stood, 'checkout.yml'));
  const upload = await actionAt(within('upload'), join(stood, 'upload.yml'));
  await mkdir(within('empty'));
  await commit(within('empty'));
  await writeFile(within('event.json'), JSON.stringify(options.payload));
  await writeFile(within('workflow.yml'), stringify(played(workflow, given)));
  const replaced = [workflow, called].flatMap((one) => [
    ...inPlaceOf(one, ACTION, action),
    ...inPlaceOf(one, /^actions\/checkout@/, checkout),
    ...inPlaceOf(one, /^actions\/upload-artifact@/, upload),
  ]);
  const found = ['--eventpath', within('event.json'), '--workflows', within('workflow.yml')];
  return [...found, '--directory', within('empty'), ...replaced];
}

/** An action in a repository of its own, as act wants it. */
async function actionAt(directory: string, definition: string): Promise<string> {
  await mkdir(directory, { recursive: true });
  await cp(definition, join(directory, 'action.yml'));
  await commit(directory);
  return directory;
}

async function commit(directory: string): Promise<void> {
  const git = (...args: readonly string[]) => execa('git', ['-C', directory, ...args]);
  await git('init', '--quiet');
  await git('add', '--all');
  const who = ['-c', 'user.name=Patchwright', '-c', 'user.email=patchwright@example.com'];
  await git(...who, 'commit', '--quiet', '--allow-empty', '--message', 'Stand-in');
}

/** Options of act by which what a workflow uses is taken from a directory. */
function inPlaceOf({ jobs }: Workflow, pattern: RegExp, directory: string): readonly string[] {
  const uses = Object.values(jobs).flatMap(({ uses: used, steps = [] }) => [used, ...steps.map((step) => step.uses)]);
  const names = uses.flatMap((used) => {
    const [, repository = '', ref = ''] = /^([^/]+\/[^/@]+)[^@]*@(\S+)$/.exec(used ?? '') ?? [];
    return pattern.test(`${repository}@${ref}`) ? [`${repository}@${ref}`] : [];
  });
  return [...new Set(names)].flatMap((name) => ['--local-repository', `${name}=${directory}`]);
}

/** The workflow with each job's own token, where its jobs meet, and the scripted model in place of the one that it names. */
function played(
  { jobs, ...rest }: Workflow,
  { inputs, handOver }: Pick<WorkflowOptions, 'inputs'> & Readonly<{ handOver: string }>,
): unknown {
  const stepsOf = (name: string, steps: readonly z.infer<typeof Step>[]) =>
    steps.map((step) => {
      const own = step.with ?? {};
      if (step.uses?.startsWith('actions/checkout@') === true)
        return { ...step, with: { ...own, token: tokenOf(name) } };
      if (step.uses === undefined || !ACTION.test(step.uses)) return step;
      const meeting = 'mode' in own ? { 'hand-over': handOver } : {};
      const model = 'api-key' in own ? inputs : {};
      return { ...step, with: { ...own, ...meeting, ...model, 'github-token': tokenOf(name) } };
    });
  return {
    ...rest,
    jobs: Object.fromEntries(
      Object.entries(jobs).map(([name, job]) => [
        name,
        job.steps === undefined ? job : { ...job, steps: stepsOf(name, job.steps) },
      ]),
    ),
  };
}
