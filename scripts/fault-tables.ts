import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FAULTS } from '../test/scenarios/faults.ts';
import type { Ending, FaultRow } from '../test/scenarios/faults/row.ts';
import { replaceBetween, table } from './markdown.ts';
import { root } from './root.ts';

const file = join(root, 'docs/faults.md');
const HEADS = ['What happens', 'How the run ends', 'Requests', 'Seconds', 'Why'];

/** The document with its tables made anew from the scenarios that the tests play. */
function rendered(document: string): string {
  const sections = FAULTS.map(({ title, rows }) => `## ${title}\n\n${table(HEADS, rows.map(cells))}`);
  return replaceBetween(document, 'faults', sections.join('\n\n'));
}

function cells(row: FaultRow): readonly string[] {
  const settings = Object.entries(row.inputs ?? {}).map(([name, value]) => `\`${name}: ${value}\``);
  const given = settings.length === 0 ? '' : ` With ${settings.join(', ')}.`;
  const alone = row.transports.length === 1 ? ` Over \`${row.transports.join()}\` alone.` : '';
  return [`${row.happens}${given}${alone}`, ending(row.ending), requests(row), `≤ ${row.seconds}`, row.wanted];
}

function ending({ outcome, category, leaves }: Ending): string {
  const what = category === null ? `**${outcome}**` : `**${outcome}**, \`${category}\``;
  switch (leaves) {
    case 'pull request':
      return what;
    case 'draft':
      return `${what}; the work is a draft`;
    case 'nothing':
      return `${what}; nothing is published`;
  }
}

function requests({ requests, work }: FaultRow): string {
  return typeof requests === 'number' ? String(requests - work) : `≤ ${requests.atMost - work}`;
}

const document = await readFile(file, 'utf8');
const fresh = rendered(document);
if (process.argv.includes('--write')) {
  await writeFile(file, fresh);
} else if (fresh !== document) {
  console.error('The tables of docs/faults.md are not what test/scenarios/faults.ts says; run `npm run fix`.');
  process.exitCode = 1;
}
