import { isOpen, SEVERITIES, type Finding } from '../../finding.ts';
import { coversLine, type FileDiff } from '../../workspace/read-diff.ts';

/** A finding on a line that the diff of the pull request shows. */
export type PlacedComment = Readonly<{ finding: Finding; path: string; line: number }>;

export type Placed = Readonly<{
  inline: readonly PlacedComment[];
  /** Open findings that have to be told in the body of the review. */
  rest: readonly Finding[];
}>;

/** A review with more comments than that is read by nobody, and refused by some servers. */
const MOST_COMMENTS = 50;

/**
 * Where each open finding is told. The forge takes a comment only on a line that the diff of the whole pull request shows
 * at its head, changed or around a change; the gravest findings come first.
 */
export function placeComments(findings: readonly Finding[], diff: readonly FileDiff[]): Placed {
  const files = new Map(diff.flatMap((file) => (file.previous === null ? [] : [[file.previous, file] as const])));
  for (const file of diff) files.set(file.path, file);
  const inline: PlacedComment[] = [];
  const rest: Finding[] = [];
  for (const finding of byGravity(findings.filter(isOpen))) {
    const path = inline.length < MOST_COMMENTS ? pathOf(finding, files) : null;
    if (path === null || finding.line === null) rest.push(finding);
    else inline.push({ finding, path, line: finding.line });
  }
  return { inline, rest };
}

/** The same with nothing on a line: for a forge that does not take them. */
export function withoutComments({ inline, rest }: Placed): Placed {
  return { inline: [], rest: byGravity([...inline.map(({ finding }) => finding), ...rest]) };
}

/** The file's name at the head, when the diff shows the finding's line there. */
function pathOf({ path, line }: Finding, files: ReadonlyMap<string, FileDiff>): string | null {
  if (path === null || line === null) return null;
  const file = files.get(path.replace(/^(?:\.\/)+/, ''));
  // Of a file that is gone no hunk has a line.
  return file?.hunks.some((hunk) => coversLine(hunk, line)) === true ? file.path : null;
}

function byGravity(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity));
}
