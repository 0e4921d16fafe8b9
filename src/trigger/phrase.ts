/**
 * The phrase that the text begins with, null when its first word is none. Markdown's indented code, quotes, fences and
 * HTML comments all begin with something else; four spaces or a tab make code, so only less indentation counts.
 */
export function leadingPhrase(text: string, phrases: readonly string[]): string | null {
  const [, indentation = '', word = ''] = /^(?:[^\S\n]*\n)*([^\S\n]*)(\S+)/.exec(text.replaceAll('\r', '\n')) ?? [];
  if (indentation.length > 3 || indentation.includes('\t')) return null;
  return phrases.includes(word) ? word : null;
}
