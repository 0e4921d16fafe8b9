import { O as MarkdownItCallable } from "./text-sinks.js";

// src/text/image-addresses.ts
/** Longer texts are not looked through; GitHub's own limit is 65,536 characters. */
const LONGEST = 3e5;
/** An image in HTML, which is how GitHub writes the ones that were scaled. */
const TAG = /<img\b[^<>]{0,2000}>/gi;
const SOURCE = /\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
const parser = new MarkdownItCallable("commonmark", { html: true }).enable("table");
parser.normalizeLink = (address) => address;
parser.validateLink = () => true;
/** Addresses of the images that a reader of this Markdown sees, in order; code and comments show none. */
function imageAddresses(markdown) {
	if (markdown.length > LONGEST || !/!\[|<img\b/i.test(markdown)) return [];
	return parser.parse(markdown, {}).flatMap((token) => [token, ...token.children ?? []]).flatMap((token) => {
		if (token.type === "image") return String(token.attrGet("src") ?? "");
		return token.type.startsWith("html_") ? imagesInHtml(token.content) : [];
	});
}
/** Addresses of the images in a piece of HTML, in order. */
function imagesInHtml(html) {
	return [...html.replaceAll(/<!--[\s\S]*?(?:-->|$)/g, "").matchAll(TAG)].flatMap(([tag]) => {
		const [, double, single, bare] = SOURCE.exec(tag) ?? [];
		const address = double ?? single ?? bare;
		return address === void 0 ? [] : [address.replaceAll("&amp;", "&")];
	});
}

export { imagesInHtml as n, imageAddresses as t };