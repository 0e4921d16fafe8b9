import { htmlOf, type HtmlText } from './html.ts';
import { neutralise } from './neutral.ts';

/** Text that shows as it is written and does nothing: no markup, no HTML, no mention. For within a line. */
export function escapeMarkdown(text: string): string {
  return (
    neutralise(text.replaceAll(/\s+/g, ' '), 'prose')
      .replaceAll(/[\\`*_[\]~]/g, String.raw`\$&`)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('|', '&#124;')
      // GitHub typesets what stands between dollar signs, escaped ones too; this is its documented way out.
      .replaceAll('$', '<span>$</span>')
      .replace(/^(\s*)([#+=-]|\d+(?=[.)]))/, (_, space: string, mark: string) =>
        /\d/.test(mark) ? `${space}${mark}\u200B` : `${space}\\${mark}`,
      )
  );
}

/** A code span whose delimiter is longer than any run of backticks inside; empty for an empty text. */
export function codeSpan(text: string): string {
  const code = neutralise(text.replaceAll(/\s+/g, ' ').trim(), 'code');
  if (code === '') return '';
  const ticks = '`'.repeat(longestRun(code) + 1);
  const padding = code.startsWith('`') || code.endsWith('`') ? ' ' : '';
  return `${ticks}${padding}${code}${padding}${ticks}`;
}

/** A code block whose fence is longer than any run of backticks inside. */
export function fence(text: string, language = ''): string {
  const code = neutralise(text, 'code');
  const ticks = '`'.repeat(Math.max(3, longestRun(code) + 1));
  return `${ticks}${language}\n${code.replace(/\n+$/, '')}\n${ticks}`;
}

export type Column = Readonly<{ title: string; align?: 'left' | 'right' }>;

/** A table of Markdown cells; empty when it has no rows. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return [
    line(columns.map((column) => column.title)),
    `|${columns.map((column) => (column.align === 'right' ? '--:' : '---')).join('|')}|`,
    ...rows.map(line),
  ].join('\n');
}

/** A folded part. Its summary is text or HTML, the body Markdown. */
export function details(summary: string | HtmlText, body: string): string {
  return `<details><summary>${htmlOf(summary)}</summary>\n\n${body}\n\n</details>`;
}

/** A link where the address is http or https, its text alone otherwise. The text is Markdown. */
export function link(text: string, address: string | null): string {
  if (address === null || !URL.canParse(address)) return text;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return text;
  if (url.username !== '' || url.password !== '') return text;
  return `[${text}](${url.href.replaceAll(/[()<>|`\\*_[\]~$@!]/g, percent)})`;
}

/** Parts with a blank line between them, empty ones left out. */
export function paragraphs(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('\n\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(oneCell).join(' | ')} |`;
}

/** Even in code a pipe ends the cell unless escaped; a backslash that stands before it already must not undo that. */
function oneCell(markdown: string): string {
  return markdown
    .replaceAll('\n', '<br>')
    .replaceAll('\\|', '\\\u200B|')
    .replaceAll('|', String.raw`\|`);
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
