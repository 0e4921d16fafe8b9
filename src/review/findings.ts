import { isOpen, type Finding } from '../finding.ts';
import type { Answer } from './answer.ts';

/**
 * The findings after one more look: earlier ones with what became of them, then the new ones with the next ids. One that
 * the reviewer says nothing about stays as it was, and one that it reports a second time is the earlier one again. No new one
 * gets an id of those in `taken`, which are not looked at here.
 */
export function mergeFindings(
  earlier: readonly Finding[],
  answer: Answer,
  { round, prefix, taken = [] }: Readonly<{ round: number; prefix: string; taken?: readonly Finding[] }>,
): readonly Finding[] {
  const next = nextNumber([...earlier, ...taken], `${prefix}F`);
  const looked = earlier.map((finding) => withResolution(finding, answer, round));
  const fresh = answer.findings.filter((found) => !looked.some((known) => isOpen(known) && isSame(known, found)));
  const added = fresh.map((found, index): Finding => ({
    ...found,
    id: `${prefix}F${next + index}`,
    source: 'review',
    round,
    resolution: 'open',
    history: [],
  }));
  return [...looked, ...added];
}

/** The number after the highest that an id with this beginning has. */
export function nextNumber(findings: readonly Finding[], beginning: string): number {
  const numbers = findings.map(({ id }) => (id.startsWith(beginning) ? Number(id.slice(beginning.length)) : 0));
  return Math.max(0, ...numbers.filter(Number.isInteger)) + 1;
}

export function withResolution(finding: Finding, answer: Answer, round: number): Finding {
  const said = answer.resolutions.find(({ id }) => id === finding.id);
  if (said === undefined || !isOpen(finding)) return finding;
  return {
    ...finding,
    resolution: said.status,
    history: [...finding.history, { round, resolution: said.status, evidence: said.evidence }],
  };
}

export function isSame(known: Finding, found: Answer['findings'][number]): boolean {
  return known.path === found.path && normalised(known.problem) === normalised(found.problem);
}

function normalised(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{Letter}]+/gu, ' ')
    .trim();
}
