import type { Acceptance } from '../review/review.ts';
import { paragraphs, table } from '../text/markdown.ts';
import { inline } from '../text/prose.ts';
import { type Detail, firstRows } from './detail.ts';
import type { RunState } from './run.ts';

const MARKS: Readonly<Record<Acceptance['status'], string>> = {
  verified: '✅',
  'not-verified': '❌',
  'not-verifiable': '⚪',
};
const WORDS: Readonly<Record<Acceptance['status'], string>> = {
  verified: '',
  'not-verified': 'not verified: ',
  'not-verifiable': 'not verifiable by a check: ',
};

/** What the task asked for, item by item, as the reviewer found it. */
export function acceptanceSection(state: RunState, detail: Detail): string {
  const { shown, more } = firstRows(state.acceptance, detail);
  const rows = shown.map((entry) => [
    `${MARKS[entry.status]} ${inline(entry.item, detail.text)}`,
    `${WORDS[entry.status]}${inline(entry.evidence, detail.text)}`,
  ]);
  return paragraphs(table([{ title: 'acceptance' }, { title: 'evidence, as the reviewer found it' }], rows), more);
}
