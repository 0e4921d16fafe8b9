/** Line ends and other characters that act instead of being read: a line of a log of their own can be a command to a runner. */
const ACTING = /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Text from outside as a part of a sentence: on one line, and no longer than so many characters. */
export function inOneLine(text: string, longest: number): string {
  const flat = text
    .slice(0, longest * 2)
    .replaceAll(ACTING, ' ')
    .trim();
  return flat.length > longest ? `${flat.slice(0, longest)}…` : flat;
}
