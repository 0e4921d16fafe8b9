import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** Longer texts are not looked through; GitHub's own limit is 65,536 characters. */
const LONGEST = 300_000;
/** So many nested list or quote markers on one line that parsing them is the only purpose. */
const ABSURD_NESTING = /^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])){30,}/m;
/** An image in HTML, which is how GitHub writes the ones that were scaled. */
const TAG = /<img\b[^<>]{0,2000}>/gi;
const SOURCE = /\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/** Addresses of the images that a reader of this Markdown sees, in order; code and comments show none. */
export function imageAddresses(markdown: string): readonly string[] {
  if (markdown.length > LONGEST || !/!\[|<img\b/i.test(markdown) || ABSURD_NESTING.test(markdown)) return [];
  // Emphasis says nothing about images, and its parsing takes quadratic time on text made for it.
  const tree = fromMarkdown(markdown, { extensions: [{ disable: { null: ['attention'] } }] });
  const nodes = [...walk(tree)];
  const definitions = new Map(
    nodes.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])),
  );
  return nodes.flatMap((node) => {
    if (node.type === 'image') return [node.url];
    if (node.type === 'imageReference') return definitions.get(node.identifier) ?? [];
    return node.type === 'html' ? imagesInHtml(node.value) : [];
  });
}

/** Addresses of the images in a piece of HTML, in order. */
export function imagesInHtml(html: string): readonly string[] {
  const shown = html.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, '');
  return [...shown.matchAll(TAG)].flatMap(([tag]) => {
    const [, double, single, bare] = SOURCE.exec(tag) ?? [];
    const address = double ?? single ?? bare;
    return address === undefined ? [] : [address.replaceAll('&amp;', '&')];
  });
}

function* walk(root: Nodes): Generator<Nodes> {
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if ('children' in node) waiting.push(...node.children.toReversed());
  }
}
