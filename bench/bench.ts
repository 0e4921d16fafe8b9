import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { gateway } from './gateway.ts';
import { ignoredEvent } from './ignored-event.ts';
import { sideBySide } from './side-by-side.ts';
import { wholeRun } from './whole-run.ts';

const rows = [await ignoredEvent(), ...(await gateway()), await wholeRun(), await sideBySide()];
const table = [
  '| what | ours | beside it | ours takes | bound |',
  '|---|--:|--:|--:|---|',
  ...rows.map(
    ({ what, ours, other, otherIs, bound }) =>
      `| ${what} | ${milliseconds(ours)} | ${milliseconds(other)} (${otherIs}) | ${(ours / other).toFixed(2)} × | ${bound} |`,
  ),
].join('\n');
const where = `Medians, milliseconds. ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}.`;
await writeFile(join(import.meta.dirname, 'results.md'), `# Benchmarks\n\n${where}\n\n${table}\n`);
process.stdout.write(`${table}\n\n${where}\n`);

function milliseconds(value: number): string {
  return value.toFixed(value < 100 ? 1 : 0);
}
