/**
 * Everything that changes a text without being seen: control characters, what Unicode calls default ignorable
 * (zero-width, bidirectional, variation selectors, tags), interlinear marks, line and paragraph separators, lone
 * surrogates. Tab, line feed and CRLF are layout.
 */
const INVISIBLE =
  /(?:(?![\t\n])(?!\r\n)[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Cs}\u{FFF9}-\u{FFFB}])+/gu;

/** Emoji are written with joiners and selectors, and some scripts with joiners; there they are part of the letter. */
const JOINER = /^(?:\uFE0F?\u200D|\u200C|\uFE0E|\uFE0F)$/;
const JOINED_BEFORE =
  /(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{FE0F}#*0-9]|[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}])$/u;

/** The same text with each invisible character but those `kept` written as `‹U+202E›`, runs of one as `‹U+200B×3›`. */
export function revealInvisible(text: string, kept = ''): string {
  return text.replaceAll(INVISIBLE, (run, offset: number) => {
    const joins = JOINER.test(run) && JOINED_BEFORE.test(text.slice(Math.max(0, offset - 2), offset));
    if (joins || run === kept) return run;
    const characters = Array.from(run);
    return kept === ''
      ? describeRun(characters)
      : characters.map((one) => (one === kept ? one : describeRun([one]))).join('');
  });
}

function describeRun(characters: readonly string[]): string {
  let shown = '';
  for (let start = 0; start < characters.length;) {
    let end = start + 1;
    while (characters[end] === characters[start]) end += 1;
    const code = (characters[start]?.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    shown += end - start > 1 ? `‹U+${code}×${end - start}›` : `‹U+${code}›`;
    start = end;
  }
  return shown;
}
