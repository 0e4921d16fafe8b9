import type { Link, Nodes } from 'mdast';
import { codeSpan, escapeMarkdown } from './markdown.ts';
import { shorten } from './neutral.ts';

const BARE_ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"'`]*[^\s<>"'`.,;:!?)\]}]/gi;
const BLOCKS: readonly string[] = ['paragraph', 'heading', 'listItem', 'blockquote'];

/**
 * What a reader would see of parsed Markdown, on one line and nothing of it active: code spans stay, links and images are
 * their text with the address in code, HTML shows as text. Iterative, as nesting has no bound.
 */
export function flat(root: Nodes): string {
  let shown = '';
  const waiting: (Nodes | string)[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') shown += node;
    else if ('children' in node) waiting.push(behind(node), ...node.children.toReversed());
    else shown += leaf(node);
  }
  return shown;
}

function leaf(node: Nodes): string {
  if (node.type === 'inlineCode') return codeSpan(node.value);
  if (node.type === 'code') return ` ${codeSpan(shorten(node.value, 200))} `;
  if (node.type === 'image') return `${escapeMarkdown(node.alt ?? '')} (image: ${codeSpan(node.url)})`;
  if (node.type === 'imageReference') return escapeMarkdown(node.alt ?? '');
  if (node.type === 'text' || node.type === 'html') return words(node.value);
  return node.type === 'break' ? ' ' : '';
}

/** What follows a node's children: the address of a link that is not its own text, a space after a block. */
function behind(node: Nodes): string {
  if (node.type !== 'link') return BLOCKS.includes(node.type) ? ' ' : '';
  return node.url === linkText(node) || node.url.startsWith('mailto:') ? '' : ` (${codeSpan(node.url)})`;
}

function linkText(node: Link): string {
  return node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

/** Addresses become code: GitHub links bare ones, and leaves a notice at the issue that one leads to. */
function words(value: string): string {
  let shown = '';
  let done = 0;
  for (const match of value.matchAll(BARE_ADDRESS)) {
    shown += escapeMarkdown(value.slice(done, match.index)) + codeSpan(match[0]);
    done = match.index + match[0].length;
  }
  return shown + escapeMarkdown(value.slice(done));
}
