import type { Conversation } from '../agent/conversation.ts';
import { fromMaintainers } from '../agent/prompts/maintainers.ts';
import { Failure } from '../failure.ts';
import { quote } from '../text/quote.ts';
import { fillTemplate } from '../text/template.ts';
import type { Untrusted } from '../text/untrusted.ts';
import { ASK } from './prompts/ask.ts';

export type AskedQuestion = Readonly<{
  conversation: Conversation;
  /** What people wrote, the question last. */
  context: readonly Untrusted[];
  boundary: string;
  instructions: string;
  /** Tree digest of what is looked at, as it is now. */
  digest: () => Promise<string>;
}>;

/** Answers a question from the repository; throws where there is no answer that counts. */
export async function askRepository(options: AskedQuestion): Promise<string> {
  const { boundary, instructions, context, conversation } = options;
  const before = await options.digest();
  const prompt = fillTemplate(ASK, {
    boundary,
    instructions: fromMaintainers(instructions),
    context: context.map((part) => quote(part, boundary)).join('\n\n'),
  });
  const turn = await conversation.take({ prompt }, { phase: 'answer', round: 0 });
  if ((await options.digest()) !== before)
    throw new Failure('bad-output', 'The files were changed while a question about them was answered.', { hint: '' });
  if (turn.status === 'failed') throw new Failure(turn.category, turn.message, { hint: '' });
  if (turn.text.trim() !== '') return turn.text;
  throw new Failure('bad-output', 'The model answered nothing.', { hint: '' });
}
