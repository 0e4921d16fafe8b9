import { createRedactor } from '../../src/text/redact.ts';
import {
  bodyText,
  commentText,
  commitText,
  NO_SECRETS,
  reviewText,
  titleText,
  type BodyText,
  type CommentText,
  type CommitMessage,
  type ReviewText,
  type TitleText,
} from '../../src/text/sinks.ts';
import { writtenState, type StateText } from '../../src/text/state-text.ts';

/** Texts of a test as the forge takes them. */
export const commentOf = (text: string): CommentText => commentText(text, NO_SECRETS);
export const bodyOf = (text: string): BodyText => bodyText(text, NO_SECRETS);
export const titleOf = (text: string): TitleText => titleText(text, NO_SECRETS);
export const reviewOf = (text: string): ReviewText => reviewText(text, NO_SECRETS);
export const messageOf = (text: string): CommitMessage => commitText(text, NO_SECRETS);

/** A state as whoever may push writes it: any text. */
export function stateOf(text: string): StateText {
  const state = writtenState(text, createRedactor([]));
  if (state === null) throw new Error('A token is in it.');
  return state;
}
