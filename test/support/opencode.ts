import { access, mkdir, rename, rm, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';

/** OpenCode's version under test. */
export const OPENCODE_VERSION = '1.18.33';

const CACHE = join(import.meta.dirname, '../../.cache/opencode');

/** The path of the real OpenCode: `OPENCODE_PATH`, or the platform package from npm, kept in `.cache/`. */
export async function findOpenCode(): Promise<string> {
  const given = process.env['OPENCODE_PATH'];
  if (given !== undefined && given !== '') return given;
  const name = `opencode-${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const home = join(CACHE, `${name}@${OPENCODE_VERSION}`);
  const binary = join(home, 'package/bin/opencode');
  const there = await access(binary).then(
    () => true,
    () => false,
  );
  if (!there) await download(`${name}@${OPENCODE_VERSION}`, home);
  return binary;
}

async function download(spec: string, home: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const partial = await mkdtemp(join(CACHE, 'partial-'));
  const { stdout } = await execa('npm', ['pack', '--silent', spec], { cwd: partial });
  await execa('tar', ['-xzf', stdout.trim()], { cwd: partial });
  // Another worker may have been quicker; its copy is as good.
  await rename(partial, home).catch(() => rm(partial, { recursive: true, force: true }));
}
