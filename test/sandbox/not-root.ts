import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';

const SOURCE = join(import.meta.dirname, '../../src/sandbox');
const NAME = 'patchwright-test';
const SUDOERS = `/etc/sudoers.d/${NAME}`;

/** A user who is not root and may become so without a password, as a runner's is; removed in the end. */
export async function createRunnerUser() {
  await execa('useradd', ['--create-home', NAME], { reject: false });
  // Closed to others, as distributions make it.
  await execa('chmod', ['750', `/home/${NAME}`]);
  await writeFile(SUDOERS, `${NAME} ALL=(ALL) NOPASSWD: ALL\n`, { mode: 0o440 });
  const programs = await mkdtemp(join(tmpdir(), 'programs-'));
  await execa('chmod', ['755', programs]);
  return {
    home: `/home/${NAME}`,
    /** Puts a program before all others on the PATH. */
    pretend: async (name: string, lines: readonly string[]): Promise<void> => {
      await writeFile(join(programs, name), `#!/bin/sh\n${lines.join('\n')}\n`, { mode: 0o755 });
    },
    withdraw: (name: string) => rm(join(programs, name), { force: true }),
    /** Runs a module as that user, with `createSandboxes`, `endLeftovers` and a run directory in the closed home. */
    play: (module: string, path = '/usr/sbin:/usr/bin:/sbin:/bin') =>
      execa(
        'setpriv',
        [
          '--reuid',
          NAME,
          '--regid',
          NAME,
          '--init-groups',
          process.execPath,
          '--input-type=module',
          '-e',
          prelude(programs, path) + module,
        ],
        {
          env: { PATH: `${programs}:${path}`, HOME: `/home/${NAME}` },
          extendEnv: false,
          cwd: '/',
          reject: false,
          all: true,
        },
      ),
    [Symbol.asyncDispose]: async () => {
      await rm(SUDOERS, { force: true });
      await rm(programs, { recursive: true, force: true });
      await execa('userdel', ['--remove', NAME], { reject: false });
    },
  };
}

function prelude(programs: string, path: string): string {
  return `
    import { mkdir, mkdtemp } from 'node:fs/promises';
    import { createSandboxes } from '${SOURCE}/sandboxes.ts';
    import { endLeftovers } from '${SOURCE}/leftovers.ts';
    const home = '/home/${NAME}';
    const temp = home + '/temp';
    await mkdir(temp, { recursive: true });
    const root = process.env.RUN ?? await mkdtemp(temp + '/run-');
    const [agent, clone] = [root + '/agents/coder', root + '/work/clone'];
    for (const path of [agent, clone]) await mkdir(path, { recursive: true });
    const mark = '0123456789abcdef';
    const sandboxes = createSandboxes({
      home: root, mark, cancelled: new AbortController().signal, bridge: [process.execPath, '/nowhere'],
      runner: { environment: { PATH: '${programs}:${path}' }, toolCache: temp, home, temp, workspace: home + '/workspace' },
    });
    const tell = (value) => console.log(JSON.stringify(value));
    const confine = (sandbox) => sandboxes.confine({ sandbox, network: 'open', isPrivate: false });
    const start = async (script, timeout = 20000) => (await sandboxes.create({ writable: [agent, clone], readable: [], reaches: [] })).start({
      file: '/bin/sh', args: ['-c', script], cwd: clone, timeout, env: { PATH: '/usr/bin:/bin', HOME: agent, TOLD: 'canary-told' },
    });
  `;
}
