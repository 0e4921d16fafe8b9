import { certainCode } from './certain-code.ts';
import { revealInvisible } from './invisible.ts';
import { LIST_START, REPORT_END } from './report-marks.ts';

/** What Patchwright itself wants a text to do. */
export type Meant = Readonly<{
  /** Logins that are notified. */
  mentions?: readonly string[];
  /** Issues that a merge closes. */
  closes?: readonly number[];
  /** Diagrams are drawn. */
  diagrams?: boolean;
}>;

/** Stands between two characters that mean something together. */
const APART = '\u200B';

/** Nothing that may stand between a keyword and its issue begins what stands behind it: so this ends in linear time. */
const BETWEEN = String.raw`(?:[\s:*_~"'“”()\[\]\\\u200B-]|<\/?(?:sub|br|span|code|b|i|strong|em)>|&(?:quot|#39);)+`;
const KEYWORD = String.raw`\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)\b${BETWEEN}`;
const REPOSITORY = String.raw`(?:https?:\/\/[\w.-]{1,253}\/)?(?:[a-z\d.][\w.-]{0,99}\/[\w.-]{1,100})?`;
const CLOSING = new RegExp(String.raw`(${KEYWORD}${REPOSITORY}(?:\/(?:issues|pull|discussions)\/|#|\bGH-))(\d+)`, 'gi');
/** As people set a trailer: its colon ends the word. */
const TRAILER =
  /^([ \t>*+-]*(?:co-authored-by|signed-off-by|on-behalf-of|reviewed-by|acked-by|approved-by|skip-checks))(?=[ \t]*:)/gim;
const SKIPPED = /(\[)(?=(?:skip|no|ci|actions)[ -](?:ci|skip|actions)\])|(\*\*\*)(?=NO_CI\*\*\*)/gi;
/** Blocks that GitHub makes more of than code; a word that goes on with an entity can be any of theirs. */
const ACTIVE_BLOCK = activeBlock('suggestion|mermaid');
const ACTIVE_BUT_DIAGRAMS = activeBlock('suggestion');

/** A text that needs more was made to need it; then nothing in it counts as code. */
const MOST_PASSES = 5;
/** The tags that reports are written with, none of which has an attribute. */
const OWN_TAG = /^<\/?(?:details|summary|sub|br|span|code|b|i|strong|em)>/;
const OWN_ENTITY = /^&(?:amp|lt|gt|quot|#124|#39);/;
/** An address that `link` writes, without a title. */
const OWN_TARGET = /\]\(https?:\/\/[^\s()<>"']{1,2000}\)/y;

/**
 * The last look at Markdown that leaves for GitHub, whoever wrote which part of it: what would act and is not meant does
 * not. Where nothing stands that acts, the text stays as it is, code included.
 */
export function defuse(markdown: string, meant: Meant = {}): string {
  const seen = revealInvisible(markdown.replaceAll('\r\n', '\n'), APART).replaceAll(
    meant.diagrams === true ? ACTIVE_BUT_DIAGRAMS : ACTIVE_BLOCK,
    `$&${APART}`,
  );
  return defuseMessage(defuseOutsideCode(seen, meant), meant);
}

/** What is taken out can make code of what was none, and the other way round: done when nothing is left to take out. */
function defuseOutsideCode(markdown: string, meant: Meant): string {
  let text = markdown;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let safe = '';
    let done = 0;
    for (const { start, end } of certainCode(text)) {
      safe += prose(text.slice(done, start), meant) + text.slice(start, end);
      done = end;
    }
    safe += prose(text.slice(done), meant);
    if (safe === text) return safe;
    text = safe;
  }
  return prose(text, meant);
}

/** The same for what a commit message does: a description becomes one when it is squashed, its code as well. */
export function defuseMessage(text: string, { closes = [] }: Meant = {}): string {
  return text
    .replaceAll(CLOSING, (all, before: string, number: string) =>
      /^\S+ #$/.test(before) && closes.includes(Number(number)) ? all : before + APART + number,
    )
    .replaceAll(TRAILER, `$1${APART}`)
    .replaceAll(/<!--(?=\s*patchwright:)/gi, `<!--${APART}`)
    .replaceAll(SKIPPED, (mark) => mark + APART);
}

/** Mentions of anybody but these are none. */
export function defuseMentions(text: string, mentions: readonly string[] = []): string {
  const meant = new Set(mentions.map((login) => login.toLowerCase()));
  return text.replaceAll(/(?<![a-z\d])@(?=([\w-]+)(\/?))/gi, (at, login: string, slash: string) =>
    slash === '' && meant.has(login.toLowerCase()) ? at : at + APART,
  );
}

/** What stands outside of code. */
function prose(text: string, meant: Meant): string {
  const plain = text
    .replaceAll(/<(?=[a-z/!?])/gi, (angle, index: number) => (isOwnTag(text, index) ? angle : '&lt;'))
    .replaceAll(/&(?=[a-z\d]{1,40};|#\w{1,10};)/gi, (entity, index: number, all: string) =>
      OWN_ENTITY.test(all.slice(index, index + 8)) ? entity : '&amp;',
    )
    .replaceAll('![', `!${APART}[`)
    .replaceAll('](', (target, index: number, all: string) => (isAt(OWN_TARGET, all, index) ? target : `]${APART}(`))
    .replaceAll(/\](?=:)/g, `]${APART}`)
    .replaceAll(/\b(?:ftp|xmpp):(?=[^\s\u200B])/gi, `$&${APART}`)
    .replaceAll(/^([ \t>]*)(?=\/[a-z])/gim, `$1${APART}`);
  return defuseMentions(plain, meant.mentions);
}

function activeBlock(languages: string): RegExp {
  const word = String.raw`(?:${languages}|geojson|topojson|stl|math)\b`;
  const begun = String.raw`[a-z]{0,10}&(?!(?:amp|lt|gt|quot|#124|#39);)[\w#]{1,40};`;
  return new RegExp(`(?<![\`~])(?:\`{3,}|~{3,})[ \\t]*(?=${word}|${begun})`, 'gi');
}

function isAt(pattern: RegExp, text: string, index: number): boolean {
  const sticky = new RegExp(pattern);
  sticky.lastIndex = index;
  return sticky.test(text);
}

function isOwnTag(text: string, index: number): boolean {
  if (text.startsWith(LIST_START, index) || text.startsWith(REPORT_END, index)) return true;
  return OWN_TAG.test(text.slice(index, index + 12));
}
