import { createHash } from 'node:crypto';
import { access, chmod, mkdir, mkdtemp, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { extract } from 'tar';
import { OPENCODE_VERSION } from '../../config/opencode-version.ts';
import { Failure } from '../../failure.ts';
import { searchPathOutside } from '../../workspace/program.ts';
import { thisMachine } from './machine.ts';
import { packageFor, TARBALL_DIGESTS, type Machine } from './release.ts';

export type InstallOptions = Readonly<{
  /** Directory that is kept between runs where the runner keeps one. */
  cache: string;
  /** The `opencode-path` input; null downloads the pinned version. */
  ownPath: string | null;
  /** Environment for npm, without credentials of the runner. */
  env: Readonly<Record<string, string>>;
  machine?: Machine;
  /** Directories from which no program is taken. */
  untrusted?: readonly string[];
  /** An OpenCode of any version that earlier steps of the job put on the PATH; null when there is none. */
  onPath?: () => Promise<string | null>;
}>;

/** Installs at the first call; every later one gets the same binary, whatever it asks for. */
export function createInstaller(options: Omit<InstallOptions, 'ownPath'>): (ownPath: string | null) => Promise<string> {
  let installed: Promise<string> | null = null;
  return (ownPath) => (installed ??= installOpenCode({ ...options, ownPath }));
}

/**
 * Path of an OpenCode binary of exactly the pinned version: the given one, else the cached one, else one on the PATH, else
 * the one platform package, taken from the registry that npm is configured with and held to its recorded digest.
 */
export async function installOpenCode(options: InstallOptions): Promise<string> {
  if (options.ownPath !== null) return checkOwn(options.ownPath, options.env);
  const machine = options.machine ?? (await thisMachine());
  const home = join(
    options.cache,
    'opencode',
    OPENCODE_VERSION,
    `${machine.platform}-${machine.arch}-${machine.libc}${machine.avx2 ? '' : '-baseline'}`,
  );
  const binary = join(home, machine.platform === 'win32' ? 'opencode.exe' : 'opencode');
  if (await isIntact(binary)) return binary;
  const found = (await options.onPath?.()) ?? null;
  if (found !== null && (await versionOf(found, options.env)) === OPENCODE_VERSION) return found;
  const name = packageFor(machine);
  const PATH = await searchPathOutside(options.env['PATH'] ?? '', options.untrusted ?? []);
  await download({ name, digest: recordedDigestOf(name), home, binary, env: { ...options.env, PATH } });
  return binary;
}

function recordedDigestOf(name: string): string {
  const digest = TARBALL_DIGESTS[name];
  if (digest !== undefined) return digest;
  throw new Failure(
    'runtime-missing',
    `There is no recorded digest of OpenCode ${OPENCODE_VERSION} for this machine (${name}).`,
    {
      hint: `Install OpenCode ${OPENCODE_VERSION} in an earlier step and set \`opencode-path\` to its binary.`,
    },
  );
}

async function checkOwn(path: string, env: InstallOptions['env']): Promise<string> {
  const version = await versionOf(path, env);
  if (version === OPENCODE_VERSION) return path;
  const found = version === null ? 'it could not be run' : `it is version ${version}`;
  throw new Failure('runtime-missing', `\`opencode-path\` is “${path}”: ${found}, not OpenCode ${OPENCODE_VERSION}.`, {
    hint: version?.startsWith('2.') === true ? `OpenCode 2 is spoken to in another way. ${POINT_IT}` : POINT_IT,
  });
}

const POINT_IT = `Point \`opencode-path\` at an OpenCode ${OPENCODE_VERSION} binary, or leave it out.`;

/** Null when it cannot be run. */
async function versionOf(path: string, env: InstallOptions['env']): Promise<string | null> {
  const { stdout }: Readonly<{ stdout?: string }> = await execa(path, ['--version'], {
    env,
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    timeout: 20_000,
  });
  const [version = ''] = stdout?.trim().split(/\s/) ?? [];
  return version === '' ? null : version;
}

/** The binary's own digest is written beside it at installation, so that a damaged cache is noticed. */
async function isIntact(binary: string): Promise<boolean> {
  const recorded = await readFile(`${binary}.sha256`, 'utf8').catch(() => null);
  if (
    recorded === null ||
    (await access(binary).then(
      () => false,
      () => true,
    ))
  )
    return false;
  return (await digestOf(binary)) === recorded.trim();
}

async function download(want: {
  name: string;
  digest: string;
  home: string;
  binary: string;
  env: InstallOptions['env'];
}): Promise<void> {
  await mkdir(want.home, { recursive: true });
  // Beside its final place, so that the last step is one rename: a second run at the same time sees all or nothing.
  const work = await mkdtemp(join(want.home, 'download-'));
  try {
    const tarball = await fetchTarball(want.name, work, want.env);
    const found = await digestOf(tarball);
    if (found !== want.digest) {
      throw new Failure(
        'runtime-missing',
        `${want.name}@${OPENCODE_VERSION} has the sha256 ${found}, not the recorded ${want.digest}.`,
        {
          hint: 'The registry served something else than the published package; nothing of it was run. Check which registry npm is configured with.',
        },
      );
    }
    await extract({ file: tarball, cwd: work, filter: (path) => /^package\/bin\/opencode(?:\.exe)?$/.test(path) });
    const unpacked = join(work, 'package', 'bin', want.binary.endsWith('.exe') ? 'opencode.exe' : 'opencode');
    await chmod(unpacked, 0o755);
    await writeFile(`${want.binary}.sha256`, `${await digestOf(unpacked)}\n`);
    await rename(unpacked, want.binary);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Run outside the workspace, whose `.npmrc` could name another registry. */
async function fetchTarball(name: string, directory: string, env: InstallOptions['env']): Promise<string> {
  const result = await execa('npm', ['pack', `${name}@${OPENCODE_VERSION}`, '--ignore-scripts', '--silent'], {
    cwd: directory,
    env,
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    timeout: 300_000,
    killDescendants: true,
  });
  if (!result.failed) return join(directory, `${name}-${OPENCODE_VERSION}.tgz`);
  throw new Failure(
    'runtime-missing',
    `OpenCode could not be downloaded: npm pack ${name}@${OPENCODE_VERSION} failed. ${lastLines(result.stderr)}`,
    {
      hint: 'npm must be on PATH and reach its registry; or install OpenCode in an earlier step and set `opencode-path`.',
      cause: result,
    },
  );
}

function lastLines(text: string | undefined): string {
  return (text ?? '').trim().split('\n').slice(-3).join(' ');
}

/** sha256 of a file. What is read of a large one goes into one buffer: a stream would leave hundreds of them behind. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(1 << 20);
  await using file = await open(path);
  for (;;) {
    const { bytesRead } = await file.read(buffer);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(buffer.subarray(0, bytesRead));
  }
}
