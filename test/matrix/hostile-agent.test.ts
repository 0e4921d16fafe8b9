import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attack, createCanaries, furnishHome, startListener } from '../scenarios/hostile-agent.ts';
import { CANARIES } from '../support/action/environment.ts';
import { setStage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';

/** What `bwrap` says on Ubuntu 24.04, where AppArmor keeps unprivileged user namespaces from it. */
const UNPREPARED = '#!/bin/sh\necho "bwrap: setting up uid map: Permission denied" >&2\nexit 1\n';

type Runner = Readonly<{ name: string; sandbox: string; network: string; confined: string; unprepared?: true }>;

const RUNNERS: readonly Runner[] = [
  { name: 'bubblewrap', sandbox: 'bubblewrap', network: 'open', confined: 'Confined with bubblewrap' },
  { name: 'bubblewrap without a network', sandbox: 'auto', network: 'gateway', confined: 'Confined with bubblewrap' },
  { name: 'another user', sandbox: 'user', network: 'open', confined: 'Confined as users of their own' },
  {
    name: 'a bubblewrap that may not',
    sandbox: 'auto',
    network: 'open',
    confined: 'Confined as users of their own',
    unprepared: true,
  },
];

describe('a hostile agent', () => {
  test.each(RUNNERS)('in $name finds no credential, leaves no mark and has nothing believed', async (runner) => {
    const directory = await mkdtemp(join(tmpdir(), 'hostile-'));
    const within = (...path: readonly string[]): string => join(directory, ...path);
    const canaries = createCanaries();
    const mark = `planted-${canaries.start}`;
    await using listener = await startListener();
    const home = within('home');
    await mkdir(home);
    // As a runner has it: closed to others.
    await furnishHome(home, canaries);
    await chmod(home, 0o700);
    const files = ['output', 'env', 'path', 'state', 'summary.md'].map((name) => within('files', name));
    const places = [home, within('temp'), within('files'), within('workspace'), ...files];
    const token = canaries.of('token');
    const key = canaries.of('key');
    await using docker = await startDocker(within('docker.sock'));
    await using stage = await setStage({
      script: attack({ canaries, listener: listener.url, mark, places }),
      github: { tokens: { [token]: BOT } },
    });
    const path = runner.unprepared === true ? await withBwrap(within('bin'), UNPREPARED) : (process.env['PATH'] ?? '');
    await using run = await stage.label({
      directory,
      token,
      inputs: { 'api-key': key, sandbox: runner.sandbox, network: runner.network },
      env: {
        HOME: home,
        PATH: path,
        NPM_TOKEN: canaries.of('npmtoken'),
        ...Object.fromEntries(Object.keys(CANARIES).map((name, at) => [name, canaries.of(`runner${'abc'[at] ?? ''}`)])),
      },
    });
    const { pulls, comments, git } = whatStands(stage.github);
    const body = pulls()[0]?.body ?? '';
    expect(body, run.log).toContain(runner.confined);

    // Nothing that it was looking for was found, by anybody.
    const prompts = stage.model.journal.map(({ body }) => body);
    expect(prompts.join('\n')).toContain('found 0');
    const credential = new RegExp(`.{0,120}${canaries.start}-[a-z]+-[0-9a-f]+`, 'g');
    const log = run.log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    const record = await filesBelow(join(run.outputs['run-record'] ?? '', '..'));
    const read = [...prompts, ...listener.heard, ...log, ...record, run.summary, body];
    const said = comments(stage.issue.number).map((comment) => comment.body ?? '');
    expect([...read, ...said].flatMap((text) => text.match(credential) ?? [])).toEqual([]);
    // The program that it ran has the same words before a placeholder.
    expect(prompts.flatMap((prompt) => prompt.match(/(?:READS memory of|BECAME) [^$].{0,80}/g) ?? [])).toEqual([]);
    expect(docker.connections()).toBe(0);
    if (runner.network === 'gateway') expect(listener.heard).toEqual([]);

    // Nothing of it is anywhere but in the branch.
    expect((await below(directory)).filter((name) => name.includes(mark))).toEqual([]);
    for (const file of ['env', 'path']) expect(await readFile(within('files', file), 'utf8')).toBe('');
    expect(await processesWith(mark)).toEqual([]);
    expect(run.workspaceDigests[1]).toBe(run.workspaceDigests[0]);

    // What it forged counts for nothing, and what was published is what was checked.
    expect(pulls().map(({ pull }) => [pull.head.ref, pull.draft])).toEqual([['opencode/issue-1', true]]);
    expect(await git('rev-list', '--count', 'main')).toBe('1');
    expect(body).toContain('the change alters what a check is: package.json');
    const published = await git('ls-tree', '-r', '--name-only', 'opencode/issue-1');
    expect(published).not.toMatch(/passwords|record|attack\.mjs|gitattributes/);
    await rm(directory, { recursive: true, force: true });
  });
});

const BOT = {
  login: 'github-actions[bot]',
  type: 'Bot',
  permissions: { contents: 'write', issues: 'write', pull_requests: 'write', actions: 'read' },
} as const;

/** A PATH on which that program comes before the machine's own. */
async function withBwrap(directory: string, program: string): Promise<string> {
  await mkdir(directory);
  await writeFile(join(directory, 'bwrap'), program, { mode: 0o755 });
  return `${directory}:${process.env['PATH'] ?? ''}`;
}

/** A socket that would give the whole machine away. */
async function startDocker(path: string) {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  await chmod(path, 0o660);
  return {
    connections: () => connections,
    [Symbol.asyncDispose]: async () => void (await new Promise((resolve) => server.close(resolve))),
  };
}

async function below(directory: string): Promise<readonly string[]> {
  return await readdir(directory, { recursive: true });
}

async function filesBelow(directory: string): Promise<readonly string[]> {
  const paths = (await below(directory)).map((name) => join(directory, name));
  const isFile = await Promise.all(paths.map(async (path) => (await stat(path)).isFile()));
  return await Promise.all(paths.filter((_, at) => isFile[at]).map((path) => readFile(path, 'utf8')));
}

/** Command lines that name it, of processes that are still there. */
async function processesWith(mark: string): Promise<readonly string[]> {
  const found = (await readdir('/proc')).filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  const lines = await Promise.all(found.map((id) => readFile(`/proc/${id}/cmdline`, 'latin1').catch(() => '')));
  return lines.filter((line) => line.includes(mark));
}
