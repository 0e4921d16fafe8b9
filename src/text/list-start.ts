/** What stands before the list of runs at the end of a description. Escaped text holds no HTML comment, so the last one is ours. */
export const LIST_START = '<!-- runs -->';
/** What each description of ours ends with: below it stands what people wrote, and nothing of it is ours. */
export const REPORT_END = '<!-- end of the report -->';

/** A text without the first of its paragraphs that is this one, from blank line to blank line. */
export function withoutFirst(text: string, paragraph: string): string {
  if (paragraph === '') return text;
  for (let start = text.indexOf(paragraph); start >= 0; start = text.indexOf(paragraph, start + 1)) {
    const before = text.slice(0, start);
    const after = text.slice(start + paragraph.length);
    if (!/(?:^|\n\n)$/.test(before) || !/^(?:\n*$|\n\n)/.test(after)) continue;
    const parts = [before.trimEnd(), after.replace(/^\n+/, '')];
    return parts.filter((part) => part !== '').join('\n\n');
  }
  return text;
}
