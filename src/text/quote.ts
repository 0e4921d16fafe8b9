import { randomBytes } from 'node:crypto';
import { markHidden } from './hidden.ts';
import { revealInvisible } from './invisible.ts';
import type { Provenance, Untrusted } from './untrusted.ts';

/** A word that nobody outside can have written. Made once per run: prompt caches hold only for what stays the same. */
export function createBoundary(): string {
  return `quote-${randomBytes(12).toString('hex')}`;
}

/**
 * A text from outside as it stands in a prompt: between two lines that carry the boundary, the first of which says who
 * wrote what and when. Hidden text is marked, invisible characters are written out, code is otherwise byte-identical.
 */
export function quote(untrusted: Untrusted, boundary: string): string {
  // The run's own texts can come back as input; a boundary in them is no boundary.
  const unforged = untrusted.text.replaceAll(boundary, '‹boundary›');
  const shown = revealInvisible(markHidden(unforged)).replaceAll(boundary, '‹boundary›');
  return [`[${boundary} begins: ${origin(untrusted.from, boundary)}]`, shown, `[${boundary} ends]`].join('\n');
}

function origin(from: Provenance, boundary: string): string {
  const standing = from.association ? ` (${from.association})` : '';
  const author = from.author === null ? '' : ` by ${from.author}${standing}`;
  const at = from.at === null ? '' : `, ${from.at}`;
  return oneLine(`${from.what}${author}${at}`).replaceAll(boundary, '‹boundary›');
}

function oneLine(text: string): string {
  return revealInvisible(text.replaceAll(/\s+/g, ' ')).replaceAll(']', ')').slice(0, 200);
}
