import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMark } from '../../src/sandbox/marked-processes.ts';
import type { Confined, Ended, Sandbox, View } from '../../src/sandbox/sandbox.ts';
import { createSandboxes, type Sandboxes } from '../../src/sandbox/sandboxes.ts';
import { removeDirectory } from '../../src/workspace/copy.ts';

export type Confinement = AsyncDisposable & {
  readonly sandboxes: Sandboxes;
  readonly mark: string;
  /** Directory of the run, and places in it. */
  readonly root: string;
  readonly home: string;
  readonly clone: string;
  readonly snapshot: string;
  /** The runner's own home and workspace, with a file each that nobody inside may see. */
  readonly runnerHome: string;
  readonly workspace: string;
  readonly view: View;
  /** Runs a line of shell in the clone and tells how it ended. */
  readonly run: (script: string, options?: Partial<Confined>) => Promise<Ended>;
  readonly sandbox: Sandbox;
};

/** A run's directories with a sandbox of that kind, on this machine; `prepare` puts tools there and tells where to look. */
export async function confined(
  kind: 'bubblewrap' | 'user',
  { prepare }: Readonly<{ prepare?: (runnerHome: string) => Promise<readonly string[]> }> = {},
): Promise<Confinement> {
  // Closed to others, as a home directory is.
  const top = await realpath(await mkdtemp(join(tmpdir(), 'confined-')));
  const [root, runnerHome, workspace] = [join(top, 'temp/run'), join(top, 'runner'), join(top, 'workspace')];
  const [home, clone, snapshot] = [join(root, 'agents/coder'), join(root, 'work/clone'), join(root, 'work/snapshot')];
  for (const path of [home, clone, snapshot, join(root, 'record'), join(root, 'work/git'), runnerHome, workspace])
    await mkdir(path, { recursive: true });
  await writeFile(join(runnerHome, '.npmrc'), 'canary-npmrc');
  await writeFile(join(workspace, 'config'), 'canary-workspace');
  await writeFile(join(root, 'record/record.json'), 'canary-record');
  await writeFile(join(root, 'work/git/config'), 'canary-git');
  await writeFile(join(snapshot, 'a.txt'), 'as it was\n');
  const mark = createMark();
  const searched = (await prepare?.(runnerHome)) ?? [];
  const env = { PATH: [...searched, process.env['PATH'] ?? ''].join(':') };
  const sandboxes = createSandboxes({
    home: root,
    runner: {
      environment: env,
      toolCache: join(top, 'no-tools'),
      home: runnerHome,
      temp: join(top, 'temp'),
      workspace,
    },
    bridge: [process.execPath, '/nowhere'],
    mark,
    cancelled: new AbortController().signal,
  });
  await sandboxes.confine({ sandbox: kind, network: 'open', isPrivate: false });
  const view: View = { writable: [home, clone], readable: [snapshot], reaches: [] };
  const sandbox = await sandboxes.create(view);
  return {
    sandboxes,
    mark,
    root,
    home,
    clone,
    snapshot,
    runnerHome,
    workspace,
    view,
    sandbox,
    run: (script, options = {}) =>
      sandbox.start({
        file: '/bin/sh',
        args: ['-c', script],
        cwd: clone,
        env: { ...env, HOME: home, TMPDIR: home },
        timeout: 20_000,
        ...options,
      }).ended,
    [Symbol.asyncDispose]: async () => {
      await sandbox[Symbol.asyncDispose]();
      await removeDirectory(top);
      await rm(top, { recursive: true, force: true });
    },
  };
}

/** Ids of processes whose command line has the text. */
export async function processesWith(text: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '');
      return command.split('\0').join(' ').includes(text) && pid !== process.pid ? [pid] : [];
    }),
  );
  return found.flat();
}
