import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

type Span = Readonly<{ start: number; end: number }>;

/** Written, but not shown on GitHub: comments, processing instructions, CDATA, and definitions of link targets. */
const HIDDEN =
  /<!--[\s\S]*?(?:-->|$(?![\s\S]))|<\?[\s\S]*?(?:\?>|$(?![\s\S]))|<!\[CDATA\[[\s\S]*?(?:\]\]>|$(?![\s\S]))|^[ >]*\[[^\]\n]+\]:[^\n]*/gm;
/** So many nested list or quote markers on one line that parsing them is the only purpose. */
const ABSURD_NESTING = /^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])){30,}/m;

/**
 * The same Markdown with what a reader on GitHub does not see marked as such, its words kept. Fenced code and code spans
 * stay as they are. Where it is unclear whether something is code, it is marked: a mark too many misleads nobody.
 */
export function markHidden(markdown: string): string {
  if (markdown.search(HIDDEN) === -1) return markdown;
  const code = codeSpans(markdown);
  const hidden = new RegExp(HIDDEN);
  let marked = '';
  let done = 0;
  for (let match = hidden.exec(markdown); match !== null; match = hidden.exec(markdown)) {
    const { index } = match;
    const around = code.find((span) => index >= span.start && index < span.end);
    if (around === undefined) {
      marked += `${markdown.slice(done, index)}‹not shown to readers: ${match[0]}›`;
      done = hidden.lastIndex;
    } else {
      // What opens inside code hides nothing behind it.
      hidden.lastIndex = around.end;
    }
  }
  return marked + markdown.slice(done);
}

function codeSpans(markdown: string): readonly Span[] {
  if (!markdown.includes('`') && !markdown.includes('~~~')) return [];
  if (ABSURD_NESTING.test(markdown)) return [];
  // Emphasis says nothing about code, and its parsing takes quadratic time on text made for it.
  const tree = fromMarkdown(markdown, { extensions: [{ disable: { null: ['attention'] } }] });
  return [...walk(tree)].flatMap((node) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return [];
    return isCertainlyCode(node, markdown.slice(start, end)) ? [{ start, end }] : [];
  });
}

/**
 * GitHub's dialect has footnotes and tables, which this parser has not: there, indented code can be a footnote's text and
 * a code span with a pipe can be two table cells.
 */
function isCertainlyCode(node: Nodes, source: string): boolean {
  if (node.type === 'code') return source.startsWith('`') || source.startsWith('~');
  return node.type === 'inlineCode' && !source.includes('|');
}

function* walk(root: Nodes): Generator<Nodes> {
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if ('children' in node) waiting.push(...node.children);
  }
}
