import type { GuardedChange } from '../guard/guard.ts';
import { fence } from '../text/markdown.ts';
import type { Redactor } from '../text/redact.ts';
import { commentText } from '../text/sinks.ts';
import type { Trees } from '../workspace/trees.ts';

/** A change that somebody else applies, because its branch is not one to write to. */
export type OfferedPatch = Readonly<{
  /** Commit that it is for. */
  base: string;
  /** As `git apply` takes it; null where a comment cannot have it letter for letter. */
  text: string | null;
}>;

/** Characters of a patch that stand in a comment beside the report. */
const LONGEST = 20_000;

/** What passed the guard as a patch, and nothing of what is held back. Nothing is written anywhere. */
export async function offerPatch(given: {
  guarded: GuardedChange;
  trees: Pick<Trees, 'treeWith' | 'patch'>;
  redact: Redactor;
}): Promise<OfferedPatch> {
  const { base, files } = given.guarded.change;
  const patch = await given.trees.patch(base, await given.trees.treeWith(base, files));
  return { base, text: asText(patch, given.redact) };
}

/** A patch that was altered to be harmless in a comment, or of which something was hidden, applies to something else or not at all. */
function asText(patch: Buffer, redact: Redactor): string | null {
  if (patch.length > LONGEST * 4) return null;
  const text = patch.toString('utf8');
  const isText = Buffer.from(text).equals(patch) && !/\r|^GIT binary patch$/m.test(text);
  if (!isText || text.length > LONGEST) return null;
  return commentText(fence(text, 'diff'), { redact }).includes(`\n${text}`) ? text : null;
}
