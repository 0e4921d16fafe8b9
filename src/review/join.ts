import { SEVERITIES, type Finding, type Severity } from '../finding.ts';
import type { Answer } from './answer.ts';

type Found = Pick<Answer['findings'][number], 'path' | 'line' | 'severity' | 'evidence' | 'suggestion'>;

/** What a finding holds of evidence when it is several in one. */
const LONGEST_EVIDENCE = 8000;

/**
 * A finding that was found once more: the one that was there, at its new place, with the higher severity and the evidence of
 * both, and both places named where they are two.
 */
export function joinFinding(kept: Finding, more: Found, place: Pick<Finding, 'path' | 'line'> = more): Finding {
  const isElsewhere = more.path !== null && placeOf(place) !== placeOf(more);
  const added = isElsewhere ? `Also at ${placeOf(more)}: ${more.evidence}` : more.evidence;
  const evidence =
    kept.evidence.includes(more.evidence) && !isElsewhere ? kept.evidence : `${kept.evidence}\n\n${added}`;
  return {
    ...kept,
    path: place.path,
    line: place.line,
    severity: isGraver(more, kept) ? more.severity : kept.severity,
    // What is found again and again must not make it longer and longer.
    evidence: evidence.length > LONGEST_EVIDENCE ? kept.evidence : evidence,
    suggestion: kept.suggestion === '' ? more.suggestion : kept.suggestion,
  };
}

/** Whether the first is worse than the second. */
export function isGraver(one: Readonly<{ severity: Severity }>, other: Readonly<{ severity: Severity }>): boolean {
  return SEVERITIES.indexOf(one.severity) < SEVERITIES.indexOf(other.severity);
}

function placeOf({ path, line }: Pick<Finding, 'path' | 'line'>): string {
  return path === null ? '' : `${path}${line === null ? '' : `:${line}`}`;
}
