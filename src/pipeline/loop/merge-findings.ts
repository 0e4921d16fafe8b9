import type { Finding } from '../../finding.ts';
import type { Conflict } from '../../workspace/conflicts.ts';
import type { Trees } from '../../workspace/trees.ts';

/** Characters of each side that a finding shows. */
const SIDE_LIMIT = 1500;

/** What could not be merged, each with both sides, so that nobody's edit is lost unseen; numbered from `from` on. */
export function findingsOfConflicts(conflicts: readonly Conflict[], from: number): readonly Finding[] {
  return conflicts.map(({ path, kind, names: [ours, theirs], ...sides }, at): Finding => {
    const isMarked = hasMarkers(kind);
    return {
      id: `M${from + at}`,
      source: 'merge',
      severity: 'high',
      category: `merge: ${kind}`,
      path,
      line: null,
      problem: isMarked
        ? `The steps ${ours} and ${theirs} changed the same lines of ${path}; the file has both between conflict markers.`
        : `The steps ${ours} and ${theirs} changed ${path} in ways that exclude each other (${kind}); what ${ours} made of it is there.`,
      evidence: [`${ours}:`, shown(sides.ours), `${theirs}:`, shown(sides.theirs)].join('\n'),
      suggestion: isMarked
        ? 'Write what both were after, and take the markers out.'
        : `Bring in what ${theirs} was after, or say why it is not needed.`,
      confidence: 'high',
      round: 0,
      resolution: 'open',
      history: [],
    };
  });
}

/** Whether the file that such a conflict left has both sides between markers. */
export function hasMarkers(kind: Conflict['kind']): boolean {
  return kind === 'content' || kind === 'add';
}

function shown(side: Conflict['ours']): string {
  if (side === null) return '(no file)';
  if (side.text === null) return `(no text; mode ${side.mode}, object ${side.blob})`;
  return side.text.length <= SIDE_LIMIT ? side.text : `${side.text.slice(0, SIDE_LIMIT)}\n… (cut)`;
}

const MARKED: ReadonlySet<string> = new Set(['merge: content', 'merge: add']);
/** A line of seven `=` is no sign of a conflict: it underlines headings, too. */
const MARKER = /^(?:<{7} |>{7} )/m;

/**
 * As long as there are markers a conflict is open, whatever anybody says. That they are gone proves nothing: with them one
 * side may be gone, or the file, so what became of it is then for the reviewer to say.
 */
export async function recheckMerges(
  { readFile }: Pick<Trees, 'readFile'>,
  findings: readonly Finding[],
  { tree, round }: Readonly<{ tree: string; round: number }>,
): Promise<readonly Finding[]> {
  return await Promise.all(
    findings.map(async (finding): Promise<Finding> => {
      const { source, path, category } = finding;
      if (source !== 'merge' || path === null || !MARKED.has(category)) return finding;
      if (isWaiting(finding)) return finding;
      const text = (await readFile(tree, path))?.toString('utf8') ?? '';
      if (!MARKER.test(text)) return finding;
      const resolution = 'not-addressed';
      const evidence = 'The conflict markers are still there.';
      return { ...finding, resolution, history: [...finding.history, { round, resolution, evidence }] };
    }),
  );
}

/** Nobody says that anything became of it. */
function isWaiting({ resolution }: Finding): boolean {
  return resolution === 'open' || resolution === 'not-addressed';
}
