import { t as fromMarkdown } from "./mdast-util-from-markdown.js";

// src/text/image-addresses.ts
/** Longer texts are not looked through; GitHub's own limit is 65,536 characters. */
const LONGEST = 3e5;
/** So many nested list or quote markers on one line that parsing them is the only purpose. */
const ABSURD_NESTING = /^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])){30,}/m;
/** An image in HTML, which is how GitHub writes the ones that were scaled. */
const TAG = /<img\b[^<>]{0,2000}>/gi;
const SOURCE = /\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
/** Addresses of the images that a reader of this Markdown sees, in order; code and comments show none. */
function imageAddresses(markdown) {
	if (markdown.length > LONGEST || !/!\[|<img\b/i.test(markdown) || ABSURD_NESTING.test(markdown)) return [];
	const nodes = [...walk(fromMarkdown(markdown, { extensions: [{ disable: { null: ["attention"] } }] }))];
	const definitions = new Map(nodes.flatMap((node) => node.type === "definition" ? [[node.identifier, node.url]] : []));
	return nodes.flatMap((node) => {
		if (node.type === "image") return [node.url];
		if (node.type === "imageReference") return definitions.get(node.identifier) ?? [];
		return node.type === "html" ? imagesInHtml(node.value) : [];
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
function* walk(root) {
	const waiting = [root];
	for (let node = waiting.pop(); node !== void 0; node = waiting.pop()) {
		yield node;
		if ("children" in node) waiting.push(...node.children.toReversed());
	}
}

export { imagesInHtml as n, imageAddresses as t };