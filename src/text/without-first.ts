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
