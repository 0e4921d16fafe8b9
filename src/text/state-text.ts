import type { Redactor } from './redact.ts';

declare const kept: unique symbol;

/** Data that is kept on the forge for later runs. Only the functions of this file make one. */
export type StateText = string & Readonly<{ [kept]: true }>;

/** Whoever made the data redacted it: what is signed cannot be mended later. */
export function stateText(data: object): StateText {
  const text = JSON.stringify(data);
  if (isStateText(text)) return text;
  throw new TypeError('No text');
}

/** What another job or run wrote, as it is; null when there is something in it that must not be seen. */
export function writtenState(text: string, redact: Redactor): StateText | null {
  return redact(text) === text && isStateText(text) ? text : null;
}

function isStateText(text: string): text is StateText {
  return typeof text === 'string';
}
