import { codeSpan, paragraphs, table } from '../../text/markdown.ts';
import { COMMANDS, type CommandName, type Invocation } from '../../trigger/trigger.ts';
import { commandNamed, OPTIONS, usageOf, VOCABULARY, type OptionName } from '../../trigger/vocabulary.ts';
import type { WordDeps, WordEnd } from './word.ts';

/** The commands in one table, or one of them with its options. */
export async function help({ instruction }: Invocation, { phrase }: WordDeps): Promise<WordEnd> {
  const command = commandNamed(instruction?.text ?? '');
  const reply = command === null ? everything(phrase, instruction?.text ?? '') : one(phrase, command);
  return await Promise.resolve({ kind: 'answered', reply });
}

function everything(phrase: string, asked: string): string {
  const rows = COMMANDS.map((command) => [
    codeSpan(typed(phrase, command)),
    `${sentence(VOCABULARY[command].does)}${alsoCalled(command)}`,
  ]);
  return paragraphs(
    asked === '' ? '' : `There is no command ${codeSpan(asked)}. These are all:`,
    table([{ title: 'Command' }, { title: 'What it does' }], rows),
    `Any other words after ${codeSpan(phrase)} are an instruction to ${codeSpan('fix')}. ${codeSpan(`${phrase} help COMMAND`)} tells a command's options.`,
  );
}

function one(phrase: string, command: CommandName): string {
  const { does, options } = VOCABULARY[command];
  return paragraphs(
    `${codeSpan(typed(phrase, command))}: ${sentence(does)}${alsoCalled(command)}`,
    options.length === 0
      ? 'It takes no options.'
      : `Its options, which stand before other words:\n\n${options.map(explained).join('\n')}`,
  );
}

function explained(option: OptionName): string {
  return `- ${codeSpan(usageOf(option))} ${OPTIONS[option].does}.`;
}

function typed(phrase: string, command: CommandName): string {
  return [phrase, command, VOCABULARY[command].takes ?? ''].filter((part) => part !== '').join(' ');
}

function sentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}

function alsoCalled(command: CommandName): string {
  const { aliases } = VOCABULARY[command];
  return aliases.length === 0 ? '' : ` Also ${aliases.map(codeSpan).join(' and ')}.`;
}
