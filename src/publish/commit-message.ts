import { plainLine } from '../text/neutral.ts';
import type { Target } from '../trigger/trigger.ts';

/** A subject of at most 72 characters, and what it refers to. The closing keyword is the pull request's alone. */
export function commitMessage(title: string, target: Target): string {
  const subject = subjectOf(title);
  return target.kind === 'repository' ? subject : `${subject}\n\nRefs #${target.number}`;
}

/** The first line of a commit with that title, by which the commits of a pull request of Patchwright's own are known. */
export function subjectOf(title: string): string {
  return plainLine(title, 72) || 'Work by Patchwright';
}
