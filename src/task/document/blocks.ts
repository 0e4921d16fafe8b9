import type { List, ListItem, Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** One item of a list. Nested items follow theirs, in the order of the text. */
export type Item = Readonly<{
  text: string;
  /** Words of the items that it is nested in, outermost first; the nearest five. */
  within: readonly string[];
  depth: number;
  /** Null for an item without a check box. */
  box: 'open' | 'done' | null;
  /** Offset of the check box's `[` in the text; of the item, where it has no box. */
  offset: number;
  /** Ticked with a capital X, as GitHub's issue forms do and hands seldom. */
  byForm: boolean;
}>;

/** What a document is made of, as far as a task goes: quotes, HTML and rules are none of it. */
export type Block = Readonly<{ start: number }> &
  (
    | Readonly<{ kind: 'heading'; level: number; text: string }>
    | Readonly<{ kind: 'text'; text: string }>
    | Readonly<{ kind: 'code'; text: string }>
    | Readonly<{ kind: 'items'; items: readonly Item[]; ordered: boolean }>
  );

/**
 * No more than this is looked at, far above what people write: the parser's time grows with the square of lines, of list
 * items and of underlined headings.
 */
const AT_MOST = { characters: 150_000, lines: 5000, items: 2000, underlined: 400 } as const;
const NEAREST = 5;

/** Quotes are nobody's task, and lazy lines behind them are what the parser is slowest at. */
const QUOTED = /^[ \t]*>.*$/gm;
/** So many list markers on one line, or an item so far to the right, serve no reader. */
const ABSURD_NESTING = /^(?:(?:[ \t]*(?:[-+*]|\d{1,9}[.)])){4,}|[ \t]{40,}(?:[-+*]|\d{1,9}[.)])[ \t]).*$/gm;
const LIST_LINE = /^[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
const UNDERLINE = /^[ \t]*(?:=+|-+)[ \t]*$/;
/** Tick and words of an item, as GitHub reads them: white space must follow the box. */
const BOX = /^\[([ xX])\][ \t]+(?=\S)/;

/** Only blocks matter here; the words within stay as they were written, and what is slow about them is not done. */
const WITHIN_LINES = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'definition',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
];

/** The blocks of a Markdown text, each with its offset in it. */
export function readBlocks(markdown: string): readonly Block[] {
  // The parser swallows a byte order mark without counting it. Blanks keep every offset.
  const unmarked = markdown.slice(0, readableLength(markdown)).replace(/^\uFEFF/, ' ');
  const source = unmarked.replaceAll(QUOTED, blanks).replaceAll(ABSURD_NESTING, blanks);
  const tree = fromMarkdown(source, { extensions: [{ disable: { null: WITHIN_LINES } }] });
  return tree.children.flatMap((node) => blockOf(node, source));
}

/** How much of a text is read; less than its length for a text beyond all measure. */
export function readableLength(markdown: string): number {
  const counted = { lines: 0, items: 0, underlined: 0 };
  let offset = 0;
  for (const [line] of markdown.slice(0, AT_MOST.characters).matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    counted.lines += 1;
    if (LIST_LINE.test(line)) counted.items += 1;
    if (UNDERLINE.test(line.trimEnd())) counted.underlined += 1;
    const { lines, items, underlined } = counted;
    if (lines > AT_MOST.lines || items > AT_MOST.items || underlined > AT_MOST.underlined) break;
    offset += line.length;
  }
  return offset;
}

/** Line ends of every kind as one: GitHub's text boxes write those of Windows. Offsets of the source do not hold in it. */
export function withLineFeeds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

function blanks(line: string): string {
  return ' '.repeat(line.length);
}

function blockOf(node: RootContent, source: string): readonly Block[] {
  const start = startOf(node);
  if (node.type === 'heading') return [{ kind: 'heading', level: node.depth, text: oneLine(wordsOf(node)), start }];
  if (node.type === 'paragraph') return [{ kind: 'text', text: wordsOf(node), start }];
  if (node.type === 'code') return [{ kind: 'code', text: withLineFeeds(node.value), start }];
  if (node.type !== 'list') return [];
  return [{ kind: 'items', items: readItems(node, source), ordered: node.ordered === true, start }];
}

/** Iterative: nesting has no bound of its own. */
function readItems(list: List, source: string): readonly Item[] {
  const items: Item[] = [];
  type Waiting = Readonly<{ node: ListItem; within: readonly string[]; depth: number }>;
  const waiting: Waiting[] = list.children.map((node) => ({ node, within: [], depth: 0 })).toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, within, depth } = next;
    const item = { ...itemOf(node, source), within, depth };
    if (item.text !== '') items.push(item);
    const inside = [...within, ...(item.text === '' ? [] : [item.text])].slice(-NEAREST);
    const nested = node.children.flatMap((child) => (child.type === 'list' ? child.children : []));
    waiting.push(...nested.map((child) => ({ node: child, within: inside, depth: depth + 1 })).toReversed());
  }
  return items;
}

function itemOf(node: ListItem, source: string): Pick<Item, 'text' | 'box' | 'offset' | 'byForm'> {
  const first = node.children[0];
  if (first?.type !== 'paragraph') return { text: '', box: null, offset: startOf(node), byForm: false };
  const offset = startOf(first);
  const words = wordsOf(first);
  const box = BOX.exec(words);
  // Only what stands in the source like that can be ticked there.
  if (box === null || !source.startsWith(box[0], offset)) {
    return { text: oneLine(words), box: null, offset, byForm: false };
  }
  const tick = box[1];
  return {
    text: oneLine(words.slice(box[0].length)),
    box: tick === ' ' ? 'open' : 'done',
    offset,
    byForm: tick === 'X',
  };
}

function wordsOf(node: Readonly<{ children: readonly Nodes[] }>): string {
  return withLineFeeds(node.children.map((child) => ('value' in child ? child.value : '\n')).join(''));
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
