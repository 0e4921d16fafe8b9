import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { flat } from './flat.ts';
import { escapeMarkdown, fence } from './markdown.ts';
import { shorten } from './neutral.ts';

/** Block quotes and lists deeper than this are flattened to their text. */
const DEEPEST = 4;
/** What GitHub makes more of than code: a button that commits, pictures, formulas. */
const ACTIVE_LANGUAGES = new Set(['suggestion', 'mermaid', 'geojson', 'topojson', 'stl', 'math']);

/**
 * Markdown written by a model or a person, written anew from its parse: paragraphs, lists, quotes, emphasis and code stay;
 * headings become bold lines; everything else is its text. Cut at so many characters.
 */
export function prose(markdown: string, limit = 4000): string {
  return joined(fromMarkdown(shorten(markdown, limit)).children, 0);
}

/** The same within a line, such as a table's cell: code spans stay, everything else is its text. */
export function inline(markdown: string, limit = 600): string {
  return flat(fromMarkdown(shorten(markdown, limit))).trim();
}

function joined(nodes: readonly RootContent[], depth: number, separator = '\n\n'): string {
  return nodes
    .map((node) => block(node, depth))
    .filter((text) => text !== '')
    .join(separator);
}

function block(node: RootContent, depth: number): string {
  if (node.type === 'paragraph') return spans(node.children);
  if (node.type === 'heading') return bold(node.children.map(flat).join(''), '**');
  if (node.type === 'code') return fence(node.value, language(node.lang));
  if (node.type === 'html') return escapeMarkdown(node.value).trim();
  if (node.type === 'list' && depth < DEEPEST) return list(node, depth);
  if (node.type === 'blockquote' && depth < DEEPEST) return indented(joined(node.children, depth + 1), '> ', '> ');
  return flat(node).trim();
}

function list(node: List, depth: number): string {
  const ordered = node.ordered === true;
  return node.children.map((item, index) => listItem(item, ordered ? `${index + 1}. ` : '- ', depth)).join('\n');
}

function listItem(item: ListItem, marker: string, depth: number): string {
  const text = joined(item.children, depth + 1, item.spread === true ? '\n\n' : '\n');
  return indented(text, marker, ' '.repeat(marker.length));
}

function indented(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : others) + line).trimEnd())
    .join('\n');
}

function spans(nodes: readonly PhrasingContent[]): string {
  const text = nodes.map((node) => {
    if (node.type === 'strong') return bold(node.children.map(flat).join(''), '**');
    if (node.type === 'emphasis') return bold(node.children.map(flat).join(''), '*');
    return flat(node);
  });
  return text.join('').trim();
}

function bold(text: string, mark: '*' | '**'): string {
  return text.trim() === '' ? '' : mark + text.trim() + mark;
}

function language(name: string | null | undefined): string {
  return name && /^[a-z0-9+#.-]{1,20}$/i.test(name) && !ACTIVE_LANGUAGES.has(name.toLowerCase()) ? name : '';
}
