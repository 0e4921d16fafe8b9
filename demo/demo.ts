import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demo } from '../test/scenarios/demo.ts';
import { runAction } from '../test/support/action/run-action.ts';
import { whatStands } from '../test/support/action/what-stands.ts';
import { startGitHub, type LoopbackGitHub } from '../test/support/github/github.ts';
import { startScriptedModel } from '../test/support/model/scripted-model.ts';
import { renderPage } from './render-page.ts';

const HERE = import.meta.dirname;

/** The model keys that a person may have in the environment; they go to the Action alone. */
const KEY = /_API_KEY$/;

const { values } = parseArgs({
  options: {
    model: { type: 'string' },
    'review-model': { type: 'string' },
    'base-url': { type: 'string' },
  },
});

process.exitCode = await main();

/** One label on one issue of a sample repository, from the event to the pull request, all of it on this machine. */
async function main(): Promise<number> {
  const directory = await mkdtemp(join(tmpdir(), 'patchwright-demo-'));
  await using github = await startGitHub({ seed: join(HERE, 'repository'), permissions: { maintainer: 'write' } });
  const [title = '', ...body] = (await readFile(join(HERE, 'issue.md'), 'utf8')).replace(/^# /, '').split('\n');
  const issue = github.seed.issue({ title, body: body.join('\n').trim(), author: 'maintainer' });
  await using model = await chooseModel();
  print(`Issue #${issue.number}: ${title}`);
  print(`Model: ${model.told}`);
  print(`@maintainer puts the label "opencode" on it.\n`);
  const run = await runAction({
    github,
    directory,
    event: 'issues',
    payload: await github.event('issues', { issue: issue.number, label: 'opencode', sender: 'maintainer' }),
    inputs: model.inputs,
    env: model.env,
    // Lines for the runner are no progress: values to mask, details for debugging.
    onLine: (line) => (line.startsWith('::') ? undefined : print(line)),
  });
  await show(github, issue.number, { directory, record: run.outputs['run-record'] ?? 'none' });
  return run.exitCode;
}

type Choice = AsyncDisposable & {
  readonly told: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
};

/** The model that was named, or the scripted one, which plays a fixed part and says so. */
async function chooseModel(): Promise<Choice> {
  if (values.model === undefined) {
    const scripted = await startScriptedModel(demo);
    return {
      told: 'scripted (a fixed part, played over the real protocol). Name a real one with --model provider/model.',
      inputs: { model: 'scripted/coder', 'review-model': 'scripted/judge', 'base-url': scripted.baseUrl },
      env: {},
      [Symbol.asyncDispose]: () => scripted[Symbol.asyncDispose](),
    };
  }
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value && KEY.test(name)) env[name] = value;
  return {
    told: values.model,
    inputs: {
      model: values.model,
      ...(values['review-model'] === undefined ? {} : { 'review-model': values['review-model'] }),
      ...(values['base-url'] === undefined ? {} : { 'base-url': values['base-url'] }),
    },
    env,
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

/** The pull request as a person would see it, and where everything is. */
async function show(
  github: LoopbackGitHub,
  issue: number,
  { directory, record }: { readonly directory: string; readonly record: string },
): Promise<void> {
  const { pulls, comments, git } = whatStands(github);
  const [pull] = pulls();
  const said = comments(issue).map(({ author, body }) => ({ author, body }));
  const rule = '─'.repeat(78);
  const clone = join(directory, 'clone');
  await git('clone', '--quiet', github.gitDir, clone);
  if (pull === undefined) {
    for (const { body } of said) print(`${rule}\n${body}`);
  } else {
    print(
      `\n${rule}\n${pull.title}  #${pull.number}${pull.pull.draft ? '  (draft)' : ''}\n${rule}\n${withoutMarkers(pull.body ?? '')}\n${rule}`,
    );
    const page = join(directory, 'pull-request.html');
    await writeFile(
      page,
      renderPage(pull.body ?? '', pull.title, {
        comments: said,
        number: pull.number,
        draft: pull.pull.draft,
        from: pull.pull.head.ref,
        into: pull.pull.base,
      }),
    );
    print(`Page:   ${page}`);
  }
  print(`Clone:  ${clone}`);
  print(`Record: ${record}`);
}

function withoutMarkers(body: string): string {
  return body.replaceAll(/<!--[\s\S]*?-->\n?/g, '').trim();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
