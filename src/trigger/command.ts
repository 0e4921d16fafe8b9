import { readOptions, shown } from './options.ts';
import { leadingPhrase } from './phrase.ts';
import type { CommandName, CommandOptions } from './trigger.ts';
import { commandNamed, usageOf, VOCABULARY, type OptionName } from './vocabulary.ts';

export type Command =
  /** The text does not speak to the bot. */
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'command'; command: CommandName; instruction: string | null; options: CommandOptions }>
  /** It does, and asks for something that cannot be done; the reason is a sentence for its author. */
  | Readonly<{ kind: 'declined'; reason: string }>;

/** Reads a comment as a command: its first word is one of the phrases, then a command, options and the instruction. */
export function parseCommand(text: string, phrases: readonly string[]): Command {
  const phrase = leadingPhrase(text, phrases);
  if (phrase === null) return { kind: 'none' };
  const before = readOptions(text.trimStart().slice(phrase.length));
  if ('declined' in before) return declined(before.declined);
  const [word, after] = nextWord(before.rest);
  const named = commandNamed(word);
  const behind = readOptions(named === null ? before.rest : after);
  if ('declined' in behind) return declined(behind.declined);
  const command = named ?? 'fix';
  const strange = [...before.names, ...behind.names].find((name) => !VOCABULARY[command].options.includes(name));
  if (strange !== undefined) return declined(notTaken(command, strange));
  const superfluous = wordsOnLine(behind.rest);
  if (VOCABULARY[command].takes === null && superfluous !== '') return declined(nothingFollows(command, phrase));
  return {
    kind: 'command',
    command,
    instruction: instructionOf(command, behind.rest),
    options: { ...before.options, ...behind.options },
  };
}

/** Below a command that takes no words, people go on writing to each other. */
function instructionOf(command: CommandName, rest: string): string | null {
  if (VOCABULARY[command].takes === null) return null;
  // What stands below is for people.
  if (command === 'accept') return wordsOnLine(rest) || null;
  if (command === 'help') return nextWord(wordsOnLine(rest))[0] || null;
  return rest.trim() || null;
}

function nextWord(text: string): readonly [word: string, after: string] {
  const [, word = ''] = /^\s*(\S*)/.exec(text) ?? [];
  return [word, text.trimStart().slice(word.length)];
}

function wordsOnLine(text: string): string {
  return text.slice(0, /[\n\r]/.exec(text)?.index ?? text.length).trim();
}

function notTaken(command: CommandName, option: OptionName): string {
  const takes = VOCABULARY[command].options.map((name) => `\`${usageOf(name)}\``);
  const what = takes.length === 0 ? 'it takes no options' : `its options are ${takes.join(', ')}`;
  return `The command \`${command}\` does not take ${shown(option) ?? 'this option'}; ${what}.`;
}

function nothingFollows(command: CommandName, phrase: string): string {
  const alone = shown(phrase) === null ? `\`${command}\`` : `\`${phrase} ${command}\``;
  return (
    `Nothing was done: the command \`${command}\` takes no words, and some follow it on its line. ` +
    `Write ${alone} alone; if the words were an instruction, put \`fix\` before them.`
  );
}

function declined(reason: string): Command {
  return { kind: 'declined', reason };
}
