import { createHash } from 'node:crypto';
import { Failure } from '../failure.ts';
import type { Untrusted } from '../text/untrusted.ts';
import type { Actor, Invocation, Target, Trigger } from './trigger.ts';

export type PromptOptions = Readonly<{ prompt: string | null; rerunBy: string | null }>;

/** A schedule or a dispatch, which has no text but the `prompt` input; throws `bad-input` where that is empty. */
export function promptTrigger(
  event: Invocation['event'],
  actor: Actor | null,
  { prompt, rerunBy }: PromptOptions,
): Trigger {
  const text = prompt?.trim() ?? '';
  if (text === '') {
    throw new Failure('bad-input', `The input \`prompt\` is empty, and a ${event.name} event has no other task text.`, {
      hint: 'Set `prompt` under `with:` in the workflow, for a dispatch for example to `${{ inputs.prompt }}`.',
    });
  }
  const instruction: Untrusted = { text, from: { what: 'workflow input', author: actor?.login ?? null, at: event.at } };
  const target: Target = { kind: 'repository', name: nameOf(text) };
  return {
    kind: 'task',
    invocation: {
      command: 'fix',
      instruction,
      options: {},
      target,
      actor,
      rerunBy,
      commentId: null,
      inline: false,
      thread: [],
      event,
    },
  };
}

/** A branch name from the prompt's first words; the same prompt always has the same one. */
function nameOf(prompt: string): string {
  const words =
    prompt
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const slug = words.slice(0, 6).join('-').slice(0, 40).replace(/-$/, '');
  if (slug.length >= 3) return slug;
  return `schedule-${createHash('sha256').update(prompt).digest('hex').slice(0, 8)}`;
}
