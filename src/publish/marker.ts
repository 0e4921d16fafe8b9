import { z } from 'zod';
import { MARKER_START } from '../text/marker-start.ts';

const Marker = z.discriminatedUnion('kind', [
  /** The one status comment of an issue or pull request, and the run that it belongs to now. */
  z.object({
    v: z.literal(1),
    kind: z.literal('status'),
    target: z.int().positive(),
    run: z.int(),
    state: z.enum(['working', 'ended']),
    updatedAt: z.iso.datetime(),
  }),
  /** A pull request that Patchwright opened. */
  z.object({ v: z.literal(1), kind: z.literal('pull-request'), branch: z.string() }),
  /** Any other comment. */
  z.object({ v: z.literal(1), kind: z.literal('reply') }),
]);

export type Marker = z.infer<typeof Marker>;
export type StatusMarker = Extract<Marker, { kind: 'status' }>;

const END = ' -->';

/**
 * Puts the marker before the text. It counts only there: further down may stand what somebody else wrote, a marker of
 * their making included.
 */
export function mark(marker: Marker, text: string): string {
  // In JSON the angle brackets stand only within strings, where the escape means the same and cannot end the comment.
  const json = JSON.stringify(marker)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('>', String.raw`\u003e`);
  return `${MARKER_START}${json}${END}\n${text}`;
}

export function statusMarker(
  given: Readonly<{ issue: number; runId: number; state: StatusMarker['state']; now: number }>,
): StatusMarker {
  const updatedAt = new Date(given.now).toISOString();
  return { v: 1, kind: 'status', target: given.issue, run: given.runId, state: given.state, updatedAt };
}

/** The marker that a text begins with. Believe it only of a text whose author is the bot itself. */
export function readMarker(text: string): Marker | null {
  if (!text.startsWith(MARKER_START)) return null;
  const end = text.indexOf(END);
  if (end < 0) return null;
  try {
    return Marker.safeParse(JSON.parse(text.slice(MARKER_START.length, end))).data ?? null;
  } catch {
    return null;
  }
}
