import type { CommandOptions } from './trigger.ts';

export type Command =
  /** The text does not speak to the bot. */
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'fix'; instruction: string | null; options: CommandOptions }>
  /** It does, and asks for something that cannot be done; the reason is a sentence for its author. */
  | Readonly<{ kind: 'declined'; reason: string }>;

const WORDS_OF_OTHER_COMMANDS = new Set([
  'auto',
  'task',
  'plan',
  'review',
  'ask',
  'search',
  'explain',
  'approve',
  'retry',
  'accept',
  'abandon',
  'stop',
  'help',
]);

const VALID_OPTIONS = '`--model PROVIDER/MODEL`, `--max-fix-rounds N` and `--max-cost USD`';

/** Reads a comment as a command: its first word is one of the phrases, then a command, options and the instruction. */
export function parseCommand(text: string, phrases: readonly string[]): Command {
  const phrase = leadingPhrase(text, phrases);
  if (phrase === null) return { kind: 'none' };
  let rest = text.trimStart().slice(phrase.length);
  let options: CommandOptions = {};
  let named = false;
  for (;;) {
    const [word, after] = nextWord(rest);
    if (word.startsWith('--')) {
      const option = readOption(word, after);
      if ('declined' in option) return { kind: 'declined', reason: option.declined };
      options = { ...options, ...option.options };
      rest = option.rest;
    } else if (!named && WORDS_OF_OTHER_COMMANDS.has(word.toLowerCase())) {
      return { kind: 'declined', reason: explainCommands(word.toLowerCase(), phrase) };
    } else if (!named && word.toLowerCase() === 'fix') {
      named = true;
      rest = after;
    } else {
      return { kind: 'fix', instruction: rest.trim() || null, options };
    }
  }
}

/**
 * The phrase that the text begins with, null when its first word is none. Markdown's indented code, quotes, fences and
 * HTML comments all begin with something else; four spaces or a tab make code, so only less indentation counts.
 */
export function leadingPhrase(text: string, phrases: readonly string[]): string | null {
  const [, indentation = '', word = ''] = /^(?:[^\S\n]*\n)*([^\S\n]*)(\S+)/.exec(text.replaceAll('\r', '\n')) ?? [];
  if (indentation.length > 3 || indentation.includes('\t')) return null;
  return phrases.includes(word) ? word : null;
}

function nextWord(text: string): readonly [word: string, after: string] {
  const [, word = ''] = /^\s*(\S*)/.exec(text) ?? [];
  return [word, text.trimStart().slice(word.length)];
}

type OptionRead = Readonly<{ options: CommandOptions; rest: string }> | Readonly<{ declined: string }>;

function readOption(word: string, after: string): OptionRead {
  const equals = word.indexOf('=');
  const name = equals < 0 ? word : word.slice(0, equals);
  const [value, rest] = equals < 0 ? nextWord(after) : [word.slice(equals + 1), after];
  const missing = value === '' || value.startsWith('--');
  switch (name) {
    case '--model':
      if (missing) return { declined: 'The option `--model` needs a value: `--model PROVIDER/MODEL`.' };
      return { options: { model: value }, rest };
    case '--max-fix-rounds':
      return /^\d{1,9}$/.test(value)
        ? { options: { maxFixRounds: Number(value) }, rest }
        : { declined: `The option \`--max-fix-rounds\` takes a whole number from 0, ${given(missing ? '' : value)}.` };
    case '--max-cost':
      return /^(?=.*[1-9])\d{1,6}(?:\.\d{1,6})?$/.test(value)
        ? { options: { maxCost: Number(value) }, rest }
        : { declined: `The option \`--max-cost\` takes US dollars above 0, ${given(missing ? '' : value)}.` };
    default:
      return { declined: `There is no option ${shown(name) ?? 'of that name'}. Valid options are ${VALID_OPTIONS}.` };
  }
}

function explainCommands(word: string, phrase: string): string {
  const today = `\`${phrase} fix\`, with or without an instruction after it`;
  if (word === 'help') return `The command that works today is ${today}. Its options are ${VALID_OPTIONS}.`;
  return (
    `The command \`${word}\` does not work yet; the one that does is ${today}. ` +
    `If the words were an instruction, put \`fix\` before them.`
  );
}

function given(value: string): string {
  if (value === '') return 'and none was given';
  return `not ${shown(value) ?? 'what was given'}`;
}

/** The reply repeats what was written only where it can do nothing in Markdown but be read. */
function shown(text: string): string | null {
  return /^[\w.:/+-]{1,60}$/.test(text) ? `\`${text}\`` : null;
}
