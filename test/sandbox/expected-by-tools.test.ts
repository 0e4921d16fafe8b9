import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { confined } from './confined.ts';

const KINDS = ['bubblewrap', 'user'] as const;

/** The Python of the system, whatever else is on the PATH. */
const PYTHON = '/usr/bin/python3';

test.each(KINDS)('by %s a program’s user has a name, and its home is the one that it was given', async (kind) => {
  await using at = await confined(kind);
  const { output } = await at.run(
    `${PYTHON} -c 'import os, pwd; print(pwd.getpwuid(os.getuid()).pw_dir)'; id -un; id -gn; grep -c ^root: /etc/passwd`,
  );
  const [home, user, group, rest] = output.split('\n');
  expect({ home, rest }).toEqual({ home: at.home, rest: '1' });
  expect(user).toMatch(/^[a-z]/);
  expect(group).toMatch(/^[a-z]/);
});

test.each(KINDS)('by %s a home that would be another user’s line is none', async (kind) => {
  await using at = await confined(kind);
  const env = { PATH: '/usr/bin:/bin', HOME: `${at.home}:/bin/sh\nroot2:x:0:0::/:/bin/sh` };
  const { output } = await at.run('grep -c root2 /etc/passwd', { env });
  expect(output).toBe('0\n');
});

test.each(KINDS)('by %s the name of the host is resolved', async (kind) => {
  await using at = await confined(kind);
  const { output } = await at.run(
    `${PYTHON} -c 'import socket; print(socket.gethostbyname(socket.gethostname()))'; getent hosts localhost`,
  );
  expect(output).toMatch(/^127\.0\.\d\.1\n.*localhost/);
});

/** Two directories of tools in the runner's home, whose tools find their parts beside them. */
async function prepare(home: string): Promise<readonly string[]> {
  const [modules, local] = [join(home, 'setup-pnpm/node_modules'), join(home, '.local')];
  const version = (await python()).trim();
  const [pnpm, packages] = [join(modules, 'pnpm/bin'), join(local, `lib/python${version}/site-packages`)];
  for (const path of [pnpm, join(modules, '.bin'), join(local, 'bin'), packages, join(local, 'share')])
    await mkdir(path, { recursive: true });
  await writeFile(join(pnpm, 'pnpm.sh'), 'echo pnpm runs\n');
  await writeFile(join(modules, '.bin/pnpm-here'), '#!/bin/sh\nexec sh "$(dirname "$0")/../pnpm/bin/pnpm.sh"\n', {
    mode: 0o755,
  });
  await writeFile(join(packages, 'installed.py'), 'def main(): print("tool runs")\n');
  await writeFile(join(local, 'bin/tool'), `#!${PYTHON}\nimport installed\ninstalled.main()\n`, { mode: 0o755 });
  await writeFile(join(local, 'share/token'), 'canary-local');
  await symlink(join(local, 'share/token'), join(home, 'token'));
  return [join(modules, '.bin'), join(local, 'bin')];
}

async function python(): Promise<string> {
  const { execa } = await import('execa');
  const { stdout } = await execa(PYTHON, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])']);
  return stdout;
}

test.each(KINDS)(
  'by %s tools of a user’s own find their parts, and nothing else of the home is there',
  async (kind) => {
    await using at = await confined(kind, { prepare });
    const { output } = await at.run(
      `pnpm-here; tool; ls -A ${at.runnerHome} ${at.runnerHome}/.local; cat ${at.runnerHome}/.local/share/token 2>&1 | grep canary`,
    );
    expect(output.split('\n').slice(0, 2)).toEqual(['pnpm runs', 'tool runs']);
    expect(output).not.toMatch(/npmrc|token|share|canary/);
  },
);

test.each(KINDS)(
  'by %s what a program installs for itself goes into its own home, before what the runner has',
  async (kind) => {
    await using at = await confined(kind, { prepare });
    const { output } = await at.run(
      `own=$(${PYTHON} -m site --user-site); mkdir -p $own && echo 'def main(): print("own runs")' > $own/installed.py; echo $own; tool`,
    );
    expect(output).toMatch(new RegExp(`^${at.home}/.*\nown runs\n$`));
  },
);
