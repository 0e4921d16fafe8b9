import { askRepository } from '../../plan/ask.ts';
import { costText } from '../../report/headline.ts';
import { paragraphs } from '../../text/markdown.ts';
import { inline, prose } from '../../text/prose.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import { openReading, type ReadingRun } from '../reading.ts';
import { asPeopleAsked } from '../site/own-words.ts';
import { told, type ReplyEnd, type WordEnd } from '../words/word.ts';
import { askedFor } from './asked.ts';

/** Answers a question about the repository in a comment of its own; nothing is changed. */
export async function answer(invocation: Invocation, run: ReadingRun): Promise<ReplyEnd> {
  return await told(find(invocation, run));
}

async function find(given: Invocation, run: ReadingRun): Promise<WordEnd> {
  const invocation = await asPeopleAsked(given, run.deps.forge);
  const { instruction, target } = invocation;
  if (instruction === null) {
    return { kind: 'declined', reply: 'What is the question? Write it after `ask`, in the same comment.' };
  }
  const { story } = run;
  await using open = new AsyncDisposableStack();
  const { workspace, crew, settings, boundary } = await openReading(invocation, run, open);
  const about = target.kind === 'repository' ? [] : [target.title, target.body];
  const asked = askedFor(invocation);
  const line = story.begin('Looking for the answer');
  const said = await askRepository({
    conversation: crew.talk('searcher', { directory: workspace.snapshot, title: 'Question' }),
    context: [...about.filter(({ text }) => text.trim() !== ''), ...asked.texts],
    boundary,
    instructions: settings.instructions.searcher,
    digest: () => workspace.digest('snapshot'),
  });
  line.done('Answered');
  const where = target.kind === 'pull-request' ? ` at ${target.snapshot?.head.sha.slice(0, 7) ?? ''}` : '';
  const cost = costText(story.state());
  const note = `<sub>Read from the repository${where}, by a model${cost === '' ? '' : ` · ${cost}`}; nothing was changed or run.${asked.leftOut.map((sentence) => ` ${inline(sentence)}`).join('')}</sub>`;
  return { kind: 'answered', reply: paragraphs(prose(said, 12_000), note) };
}
