import { defuse, type Meant } from './defuse.ts';

const CUT = '\n\n… (cut here: GitHub takes no more)';

/** What a place takes, and how it counts. */
type Room = Readonly<{ limit: number; size: (text: string) => number }>;

/**
 * A text in which nothing acts, of the size that a place takes. A cut can end code, so what is left is looked at after
 * it; what is made harmless can be longer than it was.
 */
export function fitted(markdown: string, { limit, size }: Room, meant?: Meant): string {
  const whole = markdown.length > limit ? null : defuse(markdown, meant);
  if (whole !== null && size(whole) <= limit) return whole;
  for (let room = limit - CUT.length; ; room = Math.floor(room * 0.7)) {
    const safe = defuse(`${cut(markdown, room, '')}${CUT}`, meant);
    if (size(safe) <= limit) return safe;
  }
}

/** No more than the limit, in characters, with a note where something is missing. */
export function cut(text: string, limit: number, note = CUT): string {
  if (text.length <= limit) return text;
  return `${text
    .slice(0, Math.max(0, limit - note.length))
    .toWellFormed()
    .replace(/\uFFFD$/, '')}${note}`;
}
