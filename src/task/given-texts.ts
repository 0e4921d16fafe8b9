import type { Untrusted } from '../text/untrusted.ts';
import type { Invocation } from '../trigger/trigger.ts';
import type { Feature } from './document/document.ts';
import type { TaskOptions } from './task-options.ts';

/** People's words in the order in which they are quoted. */
export function contextOf(options: TaskOptions, feature: Feature): readonly Untrusted[] {
  const { instruction, target } = options.invocation;
  const { document = null, context = [] } = options;
  const texts = target.kind === 'repository' ? [] : [target.title, target.body];
  const plan =
    document === null
      ? []
      : [{ text: feature.text, from: { what: `plan file ${document.path}`, author: null, at: null } }];
  return [...texts, ...plan, ...(instruction === null ? [] : [instruction]), ...context].filter(
    ({ text }) => text.trim() !== '',
  );
}

/** The target's own text. */
export function bodyOf({ target }: Invocation): string {
  return target.kind === 'repository' ? '' : target.body.text;
}

/** The target's own title, else the first line of the instruction. */
export function titleOf({ instruction, target }: Invocation): string {
  const first = (text: string): string => oneLine(text.trim().split('\n')[0] ?? '');
  const own = target.kind === 'repository' ? '' : first(target.title.text);
  return (own !== '' ? own : first(instruction?.text ?? '')).slice(0, 120);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
