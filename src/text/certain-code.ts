import MarkdownIt from 'markdown-it';
import { codeSpans, type Span } from './code-spans.ts';

/** Deeper lists and quotes hold no code that is certain. */
const DEEPEST = 20;
/** A cell ends at a pipe, in code too, unless a backslash stands before it. */
const CELL = /(?:\\\||[^|\n])+/g;

/** Blocks alone: they are found in linear time, and what stands within a line is looked at in `codeSpans`. */
const parser = new MarkdownIt('commonmark', { html: true, maxNesting: DEEPEST }).enable('table');
parser.core.ruler.enableOnly(['normalize', 'block']);

/**
 * Where GitHub certainly shows code: fenced blocks and code spans, in order. What is code under one reading and not under
 * another (GitHub's dialect has footnotes, tables and bare links that others lack) is left out.
 */
export function certainCode(markdown: string): readonly Span[] {
  if (!markdown.includes('`') && !markdown.includes('~~~')) return [];
  const starts = lineStarts(markdown);
  const spans: (Span | readonly Span[])[] = [];
  let cells = -1;
  for (const { type, map, level } of parser.parse(markdown, {})) {
    if (type === 'table_open') cells = level;
    if (type === 'table_close') cells = -1;
    const line = map === null ? null : { start: starts[map[0]] ?? 0, end: starts[map[1]] ?? markdown.length };
    if (line === null) continue;
    if (type === 'fence') spans.push(line);
    else if (type === 'tr_open') spans.push(inCells(markdown, line));
    else if (type === 'inline' && cells < 0) spans.push(codeSpans(markdown, line));
  }
  return spans.flat();
}

function inCells(markdown: string, { start, end }: Span): readonly Span[] {
  return [...markdown.slice(start, end).matchAll(CELL)].flatMap((cell) =>
    codeSpans(markdown, { start: start + cell.index, end: start + cell.index + cell[0].length }),
  );
}

/** Where each line starts, as the parser counts lines. */
function lineStarts(markdown: string): readonly number[] {
  return [0, ...[...markdown.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
}
