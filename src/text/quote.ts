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
  const marked = untrusted.form === 'plain' ? unforged : markHidden(unforged);
  const shown = revealInvisible(marked).replaceAll(boundary, '‹boundary›');
  return [`[${boundary} begins: ${origin(untrusted.from, boundary)}]`, shown, `[${boundary} ends]`].join('\n');
}

/** What programs print and models say, and code: quoted like what people write. */
export function quotePlain(text: string, what: string, boundary: string): string {
  return quote({ text, form: 'plain', from: { what, author: null, at: null } }, boundary);
}

/** A name from outside within a line of ours: one line, nothing in it that cannot be seen, cut at 500 characters. */
export function quoteName(name: string, boundary: string): string {
  return revealInvisible(name.replaceAll(/\s+/g, ' ').trim()).replaceAll(boundary, '‹boundary›').slice(0, 500);
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
