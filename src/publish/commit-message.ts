import { commitText, NO_SECRETS, titleText, type CommitMessage, type TitleText } from '../text/sinks.ts';
import type { Target } from '../trigger/trigger.ts';

/** A subject of at most 72 characters, and what it refers to. The closing keyword is the pull request's alone. */
export function commitMessage(title: TitleText, target: Target): CommitMessage {
  const subject = subjectOf(title);
  // The title was redacted when it was made one.
  return commitText(target.kind === 'repository' ? subject : `${subject}\n\nRefs #${target.number}`, NO_SECRETS);
}

/** The first line of a commit with that title, by which the commits of a pull request of Patchwright's own are known. */
export function subjectOf(title: string): TitleText {
  return titleText(title || 'Work by Patchwright', NO_SECRETS, 72);
}
