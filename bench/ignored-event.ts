import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runnerEnvironment, ROOT } from '../test/support/action/environment.ts';
import { median, timed, type Row } from './row.ts';

const run = promisify(execFile);
const TIMES = 25;

/** A comment that is not for the bot, against a Node that does nothing. */
export async function ignoredEvent(): Promise<Row> {
  const directory = await mkdtemp(join(tmpdir(), 'bench-'));
  const comment = { body: 'We use /octokit for that.', user: { login: 'octocat', type: 'User' } };
  await writeFile(join(directory, 'event.json'), JSON.stringify({ action: 'created', comment, issue: { number: 1 } }));
  const env = runnerEnvironment({
    event: 'issue_comment',
    files: directory,
    workspace: directory,
    temp: directory,
    repository: 'octo-org/hello-world',
    serverUrl: 'http://127.0.0.1:9',
    apiUrl: 'http://127.0.0.1:9',
    graphqlUrl: 'http://127.0.0.1:9',
    token: 'none',
    actor: 'octocat',
    runId: 1,
    inputs: {},
    env: {},
  });
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let time = 0; time < TIMES; time += 1) {
    ours.push(await timed(() => run(process.execPath, [join(ROOT, 'dist/main.js')], { env })));
    bare.push(await timed(() => run(process.execPath, ['-e', '0'], { env })));
  }
  await rm(directory, { recursive: true });
  return {
    what: 'an event that is not for the bot',
    ours: median(ours),
    other: median(bare),
    otherIs: 'node -e 0',
    bound: 'at most 2 ×',
  };
}
