import MarkdownIt from 'markdown-it';

/** Longer texts are not looked through; GitHub's own limit is 65,536 characters. */
const LONGEST = 300_000;
/** An image in HTML, which is how GitHub writes the ones that were scaled. */
const TAG = /<img\b[^<>]{0,2000}>/gi;
const SOURCE = /\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

const parser = new MarkdownIt('commonmark', { html: true }).enable('table');
// Addresses are wanted as they were written; who asks for them decides which ones are good.
parser.normalizeLink = (address) => address;
parser.validateLink = () => true;

/** Addresses of the images that a reader of this Markdown sees, in order; code and comments show none. */
export function imageAddresses(markdown: string): readonly string[] {
  if (markdown.length > LONGEST || !/!\[|<img\b/i.test(markdown)) return [];
  const tokens = parser.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  return tokens.flatMap((token) => {
    if (token.type === 'image') return String(token.attrGet('src') ?? '');
    return token.type.startsWith('html_') ? imagesInHtml(token.content) : [];
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
