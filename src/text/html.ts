import { neutralise } from './neutral.ts';

const safe = Symbol('safe');

/** HTML that does nothing but stand there. Only `markup` makes it. */
export type HtmlText = Readonly<{ [safe]: string }>;

/** The template's own words are HTML; what is put into it is text, unless it was made the same way. */
export function markup(words: TemplateStringsArray, ...values: readonly (string | number | HtmlText)[]): HtmlText {
  const parts = words.map((word, at) => word + (at < values.length ? htmlOf(values[at] ?? '') : ''));
  return { [safe]: parts.join('') };
}

/** How it is written; for where Markdown is not read, such as the summary of a details block. */
export function htmlOf(value: string | number | HtmlText): string {
  if (typeof value === 'object') return value[safe];
  return neutralise(String(value).replaceAll(/\s+/g, ' '), 'prose')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
