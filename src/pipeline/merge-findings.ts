import type { Finding } from '../finding.ts';
import type { Conflict } from '../workspace/conflicts.ts';
import type { Trees } from '../workspace/trees.ts';

/** Characters of each side that a finding shows. */
const SIDE_LIMIT = 1500;

/** What could not be merged, each with both sides, so that nobody's edit is lost unseen. */
export function findingsOfConflicts(conflicts: readonly Conflict[]): readonly Finding[] {
  return conflicts.map(({ path, kind, names: [ours, theirs], ...sides }, at): Finding => {
    const isMarked = kind === 'content' || kind === 'add';
    return {
      id: `M${at + 1}`,
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

function shown(side: Conflict['ours']): string {
  if (side === null) return '(no file)';
  if (side.text === null) return `(no text; mode ${side.mode}, object ${side.blob})`;
  return side.text.length <= SIDE_LIMIT ? side.text : `${side.text.slice(0, SIDE_LIMIT)}\n… (cut)`;
}

const MARKER = /^(?:<{7} |={7}$|>{7} )/m;

/** Whether a conflict in a text is settled can be seen: as long as there are markers it is open, whatever anybody says. */
export async function recheckMerges(
  { readFile }: Pick<Trees, 'readFile'>,
  findings: readonly Finding[],
  { tree, round }: Readonly<{ tree: string; round: number }>,
): Promise<readonly Finding[]> {
  return await Promise.all(
    findings.map(async (finding): Promise<Finding> => {
      const { source, path, category } = finding;
      if (source !== 'merge' || path === null || !/content|add/.test(category)) return finding;
      const text = (await readFile(tree, path))?.toString('utf8') ?? '';
      const isOpen = MARKER.test(text);
      const resolution = isOpen ? 'not-addressed' : 'resolved';
      if (finding.resolution === resolution || (isOpen && finding.resolution === 'open')) return finding;
      const evidence = isOpen ? 'The conflict markers are still there.' : 'The conflict markers are gone.';
      return { ...finding, resolution, history: [...finding.history, { round, resolution, evidence }] };
    }),
  );
}
