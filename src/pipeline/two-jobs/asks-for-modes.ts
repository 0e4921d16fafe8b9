import type { Invocation } from '../../trigger/trigger.ts';

/** What was asked, in the words of the event, may ask for files that can be run. */
export function asksForModes({ target, instruction }: Invocation): boolean {
  const about = target.kind === 'repository' ? [] : [target.title.text, target.body.text];
  return [...about, instruction?.text ?? ''].some((text) => /\b(?:chmod|executable|file mode)\b/i.test(text));
}
