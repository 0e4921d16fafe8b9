import { defuseMentions, defuseMessage, type Meant } from './defuse.ts';
import { cut, fitted } from './fitted.ts';
import { revealInvisible } from './invisible.ts';
import { MARKER_END, MARKER_START } from './marker-start.ts';
import { logLines, plainLine, shorten } from './neutral.ts';
import { createRedactor, type Redactor } from './redact.ts';
import { withoutFirst } from './without-first.ts';

declare const sink: unique symbol;

/** A text that may leave to one place and no other. Only the functions of this file make one. */
type Leaving<S extends string> = string & Readonly<{ [sink]: S }>;

/** A comment on an issue or pull request. */
export type CommentText = Leaving<'comment'>;
/** The description of a pull request. */
export type BodyText = Leaving<'body'>;
/** The title of a pull request. */
export type TitleText = Leaving<'title'>;
/** A review of a pull request, and a comment on a line of it. */
export type ReviewText = Leaving<'review'>;
/** The job summary. */
export type SummaryText = Leaving<'summary'>;
/** What a job says of itself on the page of its run. */
export type AnnotationText = Leaving<'annotation'>;
/** One line of the log. */
export type LogLine = Leaving<'log'>;
export type CommitMessage = Leaving<'commit'>;
/** The name of a label. */
export type LabelText = Leaving<'label'>;
/** The description of a pull request as the forge has it: people may have written in it. */
export type StandingText = Leaving<'standing'>;
/** What may have hidden data before it. */
export type Marked = CommentText | BodyText | ReviewText;

export type Log = (line: LogLine) => void;

export type SinkOptions = Readonly<{ redact: Redactor; meant?: Meant }>;

/** For a text that is all Patchwright's own: it knows no secret, and tokens of a known format go all the same. */
export const NO_SECRETS: SinkOptions = { redact: createRedactor([]) };

/** What GitHub takes as one body, in characters. */
const BODY_LIMIT = 65_536;
/** What GitHub takes as a summary, in bytes; it drops a longer one. */
const SUMMARY_LIMIT = 1_048_576;
/** What is left of a text that is cut says so, and says something besides. */
const SHORTEST_PART = 200;
const ANNOTATION_LIMIT = 4000;
const MESSAGE_LIMIT = 10_000;

export function commentText(markdown: string, options: SinkOptions): CommentText {
  return forSink(bodyOf(markdown, options));
}

export function bodyText(markdown: string, options: SinkOptions): BodyText {
  return forSink(bodyOf(markdown, options));
}

export function reviewText(markdown: string, options: SinkOptions): ReviewText {
  return forSink(bodyOf(markdown, options));
}

/** A review that the forge does not take as one is told in a comment. */
export function asComment(review: ReviewText): CommentText {
  return forSink(review);
}

/** For what a forge reads, and what was kept of it. A browser saves its lines with two characters at their ends. */
export function standing(description: string): StandingText {
  return forSink(description.replaceAll('\r\n', '\n'));
}

/** A standing description, to be written there again: what acts in it has acted, and people may have meant it. */
export function standingBody(text: StandingText): BodyText {
  return forSink(cut(text, BODY_LIMIT));
}

/** The same of one that begins with hidden data, without them. */
export function withoutMarker(text: StandingText): BodyText {
  return forSink(cut(text.slice(text.indexOf(MARKER_END) + MARKER_END.length).replace(/^\n/, ''), BODY_LIMIT));
}

/** Paragraphs of one body. */
export function joinBody(...parts: readonly BodyText[]): BodyText {
  return forSink(cut(parts.filter((part) => part !== '').join('\n\n'), BODY_LIMIT));
}

/** A body in two, the second beginning where the text stands for the last time; empty when it does not. */
export function splitBody(body: BodyText, at: string): readonly [BodyText, BodyText] {
  const start = body.lastIndexOf(at);
  return start < 0 ? [body, forSink('')] : [forSink(body.slice(0, start).trimEnd()), forSink(body.slice(start))];
}

/** The same, without the text itself. */
export function partBody(body: BodyText, at: string): readonly [BodyText, BodyText] {
  const [before, rest] = splitBody(body, at);
  const after = rest.slice(at.length).replace(/^(?:[ \t]*\n)+/, '');
  return [before, forSink(after.trimEnd())];
}

/** A body without the first of its paragraphs that is this one. */
export function withoutParagraph(body: BodyText, paragraph: BodyText): BodyText {
  return forSink(withoutFirst(body, paragraph));
}

/** As much of a body as leaves room for what else stands in it, in characters; what a cut sets free does not act. */
export function bodyBeside(body: BodyText, others: number): BodyText {
  const limit = BODY_LIMIT - others;
  if (body.length <= limit) return body;
  return forSink(limit < SHORTEST_PART ? '' : fitted(body, { limit, size: (text) => text.length }));
}

/** The text with a hidden comment before it that holds the data. Its strings cannot end the comment. */
export function withMarker<T extends Marked>(data: object, text: T): T {
  const json = JSON.stringify(data)
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('>', String.raw`\u003e`);
  const marker = `${MARKER_START}${json}${MARKER_END}\n`;
  return forSink(marker + cut(text, Math.max(0, BODY_LIMIT - marker.length)));
}

export function summaryText(markdown: string, { redact, meant }: SinkOptions): SummaryText {
  const bytes = (text: string): number => Buffer.byteLength(text);
  return forSink(fitted(redact(markdown), { limit: SUMMARY_LIMIT, size: bytes }, meant));
}

/** One line, nothing in it that GitHub acts on. */
export function titleText(text: string, { redact }: SinkOptions, limit = 200): TitleText {
  return forSink(shorten(defuseMessage(plainLine(redact(text), limit)), limit));
}

/** GitHub takes names of up to 50 characters. */
export function labelText(name: string, { redact }: SinkOptions): LabelText {
  return forSink(shorten(redact(name).replaceAll(/\s+/g, ' ').trim(), 50));
}

/** Nothing in it is a trailer, a mention, a keyword or a word to GitHub's runner; the first line is a subject of at most 72 characters. */
export function commitText(message: string, { redact, meant = {} }: SinkOptions): CommitMessage {
  const [subject = '', ...lines] = revealInvisible(redact(message).replaceAll('\r\n', '\n'), '\u200B').split('\n');
  const whole = cut([shorten(subject, 72), ...lines].join('\n'), MESSAGE_LIMIT);
  return forSink(defuseMessage(defuseMentions(whole, meant.mentions), meant));
}

export function annotationText(text: string, { redact }: SinkOptions): AnnotationText {
  return forSink(shorten(logLines(redact(text)).join('\n'), ANNOTATION_LIMIT));
}

/** Line ends become spaces. Secrets are redacted where the log is written, as more become known in the course of a run. */
export function logLine(text: string): LogLine {
  const [line = ''] = logLines(text.replaceAll(/\r?\n/g, ' '));
  return forSink(line);
}

function bodyOf(markdown: string, { redact, meant }: SinkOptions): string {
  return fitted(redact(markdown), { limit: BODY_LIMIT, size: (text) => text.length }, meant);
}

/** Every text that leaves is made here, and nothing else makes one. */
function forSink<T extends Leaving<string>>(text: string, made?: T): T {
  if (isLike(text, made)) return text;
  throw new TypeError('No text');
}

const isLike = <T extends Leaving<string>>(text: string, _made: T | undefined): text is T => typeof text === 'string';
