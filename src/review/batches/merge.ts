import { isOpen, type Finding } from '../../finding.ts';
import type { Answer } from '../answer.ts';
import { isSame, newFinding, withResolution } from '../findings.ts';
import { joinFinding } from '../join.ts';
import { nextNumber, NO_NUMBERS, withNumbersOf } from '../numbers.ts';
import { gistOf, isSimilar, type Gist } from './similar.ts';

/** What came of one batch. */
export type BatchResult =
  | Readonly<{
      kind: 'reviewed';
      batch: number;
      files: readonly string[];
      answer: Answer;
      /** Ids of the findings that it was asked about; what it says of others counts for nothing. */
      asked: readonly string[];
    }>
  | Readonly<{ kind: 'lost'; batch: number; files: readonly string[]; because: string }>;

/** Files that nobody has reviewed as they are now, and why. */
export type Incomplete = Readonly<{ files: readonly string[]; because: string }>;

export type Merged = Readonly<{
  /** The earlier ones with what became of them, then the new ones with the next ids. */
  findings: readonly Finding[];
  /** Parts that are not reviewed; a review with any is incomplete, whatever the others found. */
  incomplete: readonly Incomplete[];
}>;

/** A finding with what it is compared by. */
type Known = Readonly<{ finding: Finding; gist: Gist; files: ReadonlySet<string>; batch: number | null }>;

/** Lines between two similar findings of one reviewer that it means as one. */
const NEAR = 10;

/**
 * The findings of all batches as those of one review. Two are one when place and problem are the same, or when the problem
 * is similar and their files overlap; a reviewer that tells of two similar ones far from each other means two.
 */
export function mergeBatches(
  results: readonly BatchResult[],
  earlier: readonly Finding[],
  { round }: Readonly<{ round: number }>,
): Merged {
  const reviewed = results
    .flatMap((result) => (result.kind === 'reviewed' ? [result] : []))
    .toSorted((one, other) => one.batch - other.batch);
  const changed = results.flatMap(({ files }) => files);
  const known = earlier.map((finding): Known => knownOf(resolve(finding, reviewed, round), changed, null));
  for (const { answer, batch } of reviewed) {
    for (const found of answer.findings) {
      const fresh = knownOf(newFinding(found, { id: nextId(known), source: 'review', round }), changed, batch);
      const at = known.findIndex((one) => isOpen(one.finding) && isOneDefect(one, fresh));
      const same = known[at];
      if (same === undefined) known.push(fresh);
      else known.splice(at, 1, joined(same, fresh));
    }
  }
  return {
    findings: known.map(({ finding }) => finding),
    incomplete: results.flatMap((result) =>
      result.kind === 'lost' ? [{ files: result.files, because: result.because }] : [],
    ),
  };
}

function resolve(
  finding: Finding,
  reviewed: readonly Extract<BatchResult, { kind: 'reviewed' }>[],
  round: number,
): Finding {
  const asked = reviewed.find(({ asked: ids }) => ids.includes(finding.id));
  return asked === undefined ? finding : withResolution(finding, asked.answer, round);
}

function nextId(known: readonly Known[]): string {
  const numbers = withNumbersOf(
    NO_NUMBERS,
    known.map(({ finding }) => finding),
  );
  return `F${nextNumber(numbers, 'F')}`;
}

/** Its own file and those of the pull request that it speaks of. */
function knownOf(finding: Finding, changed: readonly string[], batch: number | null): Known {
  const said = `${finding.problem}\n${finding.evidence}`;
  const files = changed.filter((path) => names(said, path));
  return {
    finding,
    gist: gistOf(finding.problem),
    files: new Set(finding.path === null ? files : [finding.path, ...files]),
    batch,
  };
}

/** The path as a whole, not as the end of a longer one. */
function names(text: string, path: string): boolean {
  for (let at = text.indexOf(path); at >= 0; at = text.indexOf(path, at + 1)) {
    if (!/[\w./-]/.test(text.charAt(at - 1)) && !/[\w/-]/.test(text.charAt(at + path.length))) return true;
  }
  return false;
}

function isOneDefect(one: Known, other: Known): boolean {
  const [left, right] = [one.finding, other.finding];
  const isHere = left.path === right.path && left.line === right.line;
  if (isHere && isSame(left, right)) return true;
  if (one.files.isDisjointFrom(other.files) || !isSimilar(one.gist, other.gist)) return false;
  return one.batch !== other.batch || areNear(left, right);
}

function areNear(one: Finding, other: Finding): boolean {
  if (one.path !== other.path) return false;
  return one.line === null || other.line === null || Math.abs(one.line - other.line) <= NEAR;
}

function joined(one: Known, other: Known): Known {
  const [kept, more] = [one.finding, other.finding];
  // An earlier review saw the file as it was then.
  const place = one.batch === null ? more : kept;
  return { ...one, finding: joinFinding(kept, more, place), files: one.files.union(other.files) };
}
