import { codeSpan, fence, paragraphs } from '../text/markdown.ts';
import { shorten } from '../text/neutral.ts';
import { count } from './figures.ts';
import type { RunState } from './run.ts';

/** The change for whoever may write to the branch; empty where it is published, or there is none. */
export function patchSection({ offered, patch, heldBack }: RunState): string {
  if (offered === null) return '';
  const onto = codeSpan(offered.base.slice(0, 12));
  if (offered.text !== null) {
    return paragraphs(
      '### The patch',
      `Nothing was pushed. To apply it, save this as ${codeSpan('change.patch')} and run ${codeSpan('git apply change.patch')} on ${onto}:`,
      fence(offered.text, 'diff'),
    );
  }
  const where = patch === null ? 'could not be kept' : `is in the run record as ${codeSpan(shorten(patch, 200))}`;
  const besides = heldBack.length === 0 ? '' : `, with ${count(heldBack.length, 'path')} that the guard holds back`;
  return paragraphs(
    '### The patch',
    `Nothing was pushed, and a comment cannot have the patch letter for letter. It ${where}${besides}; ${codeSpan('git apply')} puts it on ${onto}.`,
  );
}
