import { askForData } from '../agent/ask.ts';
import type { Conversation } from '../agent/conversation.ts';
import type { TurnPurpose } from '../ledger/accounts.ts';
import { fillTemplate } from '../text/template.ts';
import { answerSchema, readAnswer, type Answer } from './answer.ts';
import { REPAIR } from './prompts/review.ts';

export type Question = Readonly<{
  conversation: Conversation;
  prompt: string;
  /** The answer tells what became of findings that are open. */
  withResolutions: boolean;
  purpose: TurnPurpose;
  onActivity: (what: string) => void;
}>;

export type Given =
  | Readonly<{
      kind: 'answer';
      answer: Answer;
      /** What ended the turn although the answer was there, in words. */
      recovered: string | null;
    }>
  | Readonly<{ kind: 'none'; because: string }>;

/** A judge's answer, or why there is none. Throws what ends the run. */
export async function ask({ withResolutions, ...question }: Question): Promise<Given> {
  const schema = answerSchema(withResolutions);
  const asked = await askForData({
    ...question,
    schema,
    read: (value) => readAnswer(value, withResolutions),
    repair: (problem) => fillTemplate(REPAIR, { problem, schema: JSON.stringify(schema) }),
  });
  const { role } = question.conversation;
  switch (asked.kind) {
    case 'answer':
      return { kind: 'answer', answer: asked.value, recovered: asked.recovered };
    case 'invalid':
      return { kind: 'none', because: `The ${role}’s answer was invalid twice: ${asked.problem}` };
    case 'none':
      return {
        kind: 'none',
        because: `The ${role === 'advisor' ? 'advisory' : 'review'} did not come about (${asked.because}).`,
      };
  }
}
