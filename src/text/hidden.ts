import { certainCode } from './certain-code.ts';
import type { Span } from './code-spans.ts';

/**
 * Written, but not shown on GitHub: comments, processing instructions, declarations, CDATA, definitions of link targets,
 * titles of links and of HTML elements, and descriptions of images that are longer than a name.
 */
const HIDDEN = new RegExp(
  [
    String.raw`<!--|<\?|<!\[CDATA\[|<![a-z]`,
    String.raw`^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*\[[^\]\n]{1,1000}\]:[^\n]*`,
    // Of these the last part alone is hidden, the group.
    String.raw`\]\([ \t\n]{0,50}(?:<[^<>\n]{0,500}>|[^\s<>]{0,500})[ \t\n]{1,50}("[^"]*"|'[^']*'|\([^()]*\))[ \t\n]{0,50}\)`,
    String.raw`(?<=!)\[([^[\]]{60,})\](?=[([])`,
    String.raw`\b(?:title|alt|aria-[a-z]{1,20}|data-[a-z-]{1,40})\s{0,5}=\s{0,5}("[^"]*"|'[^']*')`,
  ].join('|'),
  'dgim',
);

/** How what is hidden to its end begins, and what ends it; a declaration like the last one. */
const ENDS: readonly Readonly<{ begins: string; ends: string }>[] = [
  { begins: '<!--', ends: '-->' },
  { begins: '<?', ends: '?>' },
  { begins: '<![cdata[', ends: ']]>' },
  { begins: '<!', ends: '>' },
];

/**
 * The same Markdown with what a reader on GitHub does not see marked as such, its words kept. Fenced code and code spans
 * stay as they are. Where it is unclear whether something is code, it is marked: a mark too many misleads nobody.
 */
export function markHidden(markdown: string): string {
  const hidden = new RegExp(HIDDEN);
  if (markdown.search(hidden) === -1) return markdown;
  const code = createLookup(certainCode(markdown));
  let marked = '';
  let done = 0;
  for (let match = hidden.exec(markdown); match !== null; match = hidden.exec(markdown)) {
    const around = code(match.index);
    const { start, end } = around ?? spanOf(markdown, match);
    if (around === null) {
      marked += `${markdown.slice(done, start)}‹not shown to readers: ${markdown.slice(start, end)}›`;
      done = end;
    }
    // What opens inside code hides nothing behind it.
    hidden.lastIndex = end;
  }
  return marked + markdown.slice(done);
}

/** What of a match is hidden. */
function spanOf(markdown: string, match: RegExpExecArray): Span {
  const group = match.indices?.slice(1).find((span) => span !== undefined);
  if (group !== undefined) return { start: group[0], end: group[1] };
  const [found] = match;
  const opened = ENDS.find(({ begins }) => found.toLowerCase().startsWith(begins));
  if (opened === undefined) return { start: match.index, end: match.index + found.length };
  const end = markdown.indexOf(opened.ends, match.index + 2);
  return { start: match.index, end: end === -1 ? markdown.length : end + opened.ends.length };
}

/** The span that a place is in, for places that are asked for in order. */
function createLookup(spans: readonly Span[]): (index: number) => Span | null {
  let at = 0;
  return (index) => {
    while ((spans[at]?.end ?? Infinity) <= index) at += 1;
    const span = spans[at];
    return span !== undefined && span.start <= index ? span : null;
  };
}
