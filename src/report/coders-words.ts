import { prose } from '../text/prose.ts';

/** What the coder said at the end of its work, so that none of it reads like a line of the report; empty when it said nothing. */
export function codersWords(summary: string, limit: number): string {
  const words = prose(summary, limit);
  if (words === '') return '';
  const lines = ['**In the coder’s words:**', '', ...words.split('\n')];
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}
