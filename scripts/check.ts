import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.ts';

type Part = Readonly<{ name: string; check: readonly string[]; write?: readonly string[] }>;

const bin = (path: string): string => join(root, 'node_modules', path);
const script = (file: string): string => join(root, 'scripts', file);

/** In an order in which a later part's writing does not undo an earlier one's. */
const PARTS: readonly Part[] = [
  { name: 'action.yml', check: [script('check-action.ts')], write: [script('check-action.ts'), '--write'] },
  { name: 'README tables', check: [script('readme-tables.ts')], write: [script('readme-tables.ts'), '--write'] },
  { name: 'configuration', check: [script('configuration.ts')], write: [script('configuration.ts'), '--write'] },
  { name: 'fault tables', check: [script('fault-tables.ts')], write: [script('fault-tables.ts'), '--write'] },
  { name: 'command tables', check: [script('command-tables.ts')], write: [script('command-tables.ts'), '--write'] },
  { name: 'guard tables', check: [script('guard-table.ts')], write: [script('guard-table.ts'), '--write'] },
  { name: 'lint', check: [bin('oxlint/bin/oxlint')], write: [bin('oxlint/bin/oxlint'), '--fix'] },
  { name: 'format', check: [bin('oxfmt/bin/oxfmt'), '--check'], write: [bin('oxfmt/bin/oxfmt')] },
  { name: 'types', check: [bin('typescript/bin/tsc')] },
  { name: 'unused code', check: [bin('knip/bin/knip.js')] },
  { name: 'dist', check: [script('check-dist.ts')], write: [script('build.ts')] },
];

/** Runs one part, says in one line how it went, and what it printed when it failed. */
function run(name: string, command: readonly string[]): boolean {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (status !== 0) console.log(`${stdout}${stderr}`.trimEnd());
  return status === 0;
}

/** `--write` makes what can be made; names of parts limit a run to them. */
const writing = process.argv.includes('--write');
const names = process.argv.slice(2).filter((argument) => argument !== '--write');
const results = PARTS.filter((part) => names.length === 0 || names.includes(part.name)).flatMap((part) => {
  if (!writing) return run(part.name, part.check);
  return part.write === undefined ? [] : run(part.name, part.write);
});
process.exitCode = results.every(Boolean) ? 0 : 1;
