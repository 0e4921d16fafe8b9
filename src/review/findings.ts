import { isOpen, type Finding } from '../finding.ts';
import type { Answer } from './answer.ts';
import { joinFinding } from './join.ts';
import { nextNumber, NO_NUMBERS, withNumbersOf, type Numbers } from './numbers.ts';

/**
 * The findings after one more look: earlier ones with what became of them, then the new ones with the next ids. One that
 * the reviewer says nothing about stays as it was. One that it reports a second time is the earlier one again, as grave as
 * it is now. `numbers` are those that earlier findings on the branch had, which no new one gets.
 */
export function mergeFindings(
  earlier: readonly Finding[],
  answer: Answer,
  { round, prefix, numbers = NO_NUMBERS }: Readonly<{ round: number; prefix: string; numbers?: Numbers }>,
): readonly Finding[] {
  const next = nextNumber(withNumbersOf(numbers, earlier), `${prefix}F`);
  const looked = earlier.map((finding) => withResolution(finding, answer, round));
  const added: Finding[] = [];
  for (const found of answer.findings) {
    const at = looked.findIndex((known) => isOpen(known) && isSame(known, found));
    const same = looked[at];
    if (same !== undefined) looked.splice(at, 1, joinFinding(same, found));
    else added.push(newFinding(found, { id: `${prefix}F${next + added.length}`, source: 'review', round }));
  }
  return [...looked, ...added];
}

/** What was found, as a finding that nobody has dealt with. */
export function newFinding(found: Answer['findings'][number], as: Pick<Finding, 'id' | 'source' | 'round'>): Finding {
  return { ...found, ...as, resolution: 'open', history: [] };
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
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}
