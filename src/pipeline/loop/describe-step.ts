import type { Step } from '../../plan/plan.ts';
import type { Conflict } from '../../workspace/conflicts.ts';
import { hasMarkers } from './merge-findings.ts';

/** A step in words, with what could not be merged of the steps that it starts from. */
export function describeStep(
  { title, files, read, action, success }: Step,
  conflicts: readonly Conflict[] = [],
): string {
  return [
    title,
    ...(files.length === 0 ? [] : [`Files to modify: ${files.join(', ')}`]),
    ...(read.length === 0 ? [] : [`Files to read first: ${read.join(', ')}`]),
    `What to do: ${action}`,
    `It is done when: ${success}`,
    ...(conflicts.length === 0 ? [] : ['', describeConflicts(conflicts)]),
  ].join('\n');
}

/** Whoever starts from such files has to know that they are not as anybody meant them. */
function describeConflicts(conflicts: readonly Conflict[]): string {
  return [
    'The steps that this one starts from could not be merged in all files:',
    ...conflicts.map(({ path, kind, names: [ours, theirs] }) =>
      hasMarkers(kind)
        ? `- ${path} has conflict markers between what ${ours} and what ${theirs} made of it.`
        : `- ${path} is as ${ours} left it; what ${theirs} made of it (${kind}) is not there.`,
    ),
    'That, too, belongs to this step: in each of these files write what both were after, and leave no marker behind.',
  ].join('\n');
}
