import { revealInvisible } from './invisible.ts';

/** Where a text goes: prose in Markdown, code in Markdown, a title or commit message, a line of a log. */
export type Sink = 'prose' | 'code' | 'plain' | 'log';

/**
 * What GitHub and its runner act on in a text, broken up by a zero-width space. A backslash or an entity does not do: both
 * are gone before GitHub looks for mentions and references. Code in Markdown is not looked at, except where a squash
 * merge makes the description a commit message.
 */
const RULES: readonly Readonly<{ name: string; sinks: readonly Sink[]; at: RegExp }>[] = [
  { name: 'mention', sinks: ['prose', 'plain'], at: /(?<=@)(?=[\w-])/g },
  { name: 'bare address', sinks: ['prose'], at: /(?<=\bhttps?:)(?=\/\/)|(?<=\bwww)(?=\.)/gi },
  { name: 'reference', sinks: ['prose', 'plain'], at: /(?<=#|\bGH-)(?=\d)/gi },
  { name: 'reference by address', sinks: ['plain'], at: /(?<=\/(?:issues|pull|discussions|commit)\/)(?=[\da-f])/gi },
  {
    name: 'closing keyword',
    sinks: ['code', 'plain'],
    at: /(?<=\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:[\w.-]+\/[\w.-]+)?(?:#|GH-|https?:\/\/))(?=\w)/gi,
  },
  { name: 'command', sinks: ['prose', 'plain'], at: /(?<=^[ \t]*)(?=\/[a-z])/gim },
  {
    name: 'skipped checks',
    sinks: ['prose', 'code', 'plain'],
    at: /(?<=\[)(?=(?:skip|no|ci|actions)[ -](?:ci|skip|actions)\])/gi,
  },
  { name: 'trailer', sinks: ['prose', 'plain'], at: /(?<=^[ \t]*(?:[a-z][a-z-]*-by|skip-checks))(?=[ \t]*:)/gim },
  { name: 'marker', sinks: ['prose', 'code', 'plain'], at: /(?<=<!--)(?=\s*patchwright:)/gi },
  { name: 'workflow command', sinks: ['log'], at: /(?<=^[^\S\n]*:)(?=:)|(?<=##)(?=\[)/gm },
  {
    // At the beginning of a line every word counts, and in its middle the known ones are not to be copied there.
    name: 'workflow command in mid-line',
    sinks: ['log'],
    at: /(?<=:)(?=:(?:add-mask|(?:add|remove)-matcher|debug|notice|warning|error|echo|(?:end)?group|save-state|set-output|set-env|add-path|stop-commands)\b)/gi,
  },
];

/** The text with nothing in it that the sink acts on. Carriage returns, which start a new line in a log, become visible. */
export function neutralise(text: string, sink: Sink): string {
  return RULES.filter((rule) => rule.sinks.includes(sink)).reduce(
    (safe, rule) => safe.replaceAll(rule.at, '\u200B'),
    revealInvisible(text.replaceAll('\r\n', '\n')),
  );
}

/** For a title, a subject, a label: one line, cut at a length, nothing in it that acts. */
export function plainLine(text: string, limit = 200): string {
  return shorten(neutralise(text.replaceAll(/\s+/g, ' ').trim(), 'plain'), limit);
}

/** For a log: each line without workflow commands, cut at a length. */
export function logLines(text: string, limit = 2000): readonly string[] {
  return neutralise(text, 'log')
    .split('\n')
    .map((line) => shorten(line, limit));
}

/** Cut to so many characters, at a word where there is one, with an ellipsis. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  const word = cut.lastIndexOf(' ');
  return `${(word > limit * 0.7 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
