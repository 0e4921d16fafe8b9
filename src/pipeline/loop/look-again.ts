import { isOpen } from '../../finding.ts';
import type { Review } from '../../review/review.ts';
import type { Judgement } from './judgement.ts';
import { review, type RoundOptions } from './look.ts';

/**
 * A round that left every file as it was may mean that the coder holds its findings to be mistaken. Whatever it says, its
 * words are no evidence, so the reviewer weighs them again by itself: each finding once. Null where there is none left to
 * weigh, or no new judgement was had.
 */
export async function lookAgain(
  options: RoundOptions & Readonly<{ last: Judgement }>,
  weighed: Set<string>,
): Promise<Review | null> {
  const { last } = options;
  const open = last.findings.filter((one) => one.source !== 'check' && isOpen(one));
  const weigh = open.map(({ id }) => id).filter((id) => !weighed.has(id));
  if (last.review === null || weigh.length === 0) return null;
  for (const id of weigh) weighed.add(id);
  const again = await review(options, { name: 'Findings weighed again', checks: last.checks, weigh });
  if (!again.reviewed) return null;
  return again.acceptance.length > 0 ? again : { ...again, acceptance: last.review.acceptance };
}
