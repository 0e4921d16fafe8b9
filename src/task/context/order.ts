/** What a run is told about its pull request besides the task's own words. */
export type Kind =
  | 'instruction'
  | 'command thread'
  | 'failing check'
  | 'open thread'
  | 'changes requested'
  | 'diff'
  | 'conversation'
  | 'other review'
  | 'description';

type Row = Readonly<{
  kind: Kind;
  /** Part of the whole budget that it may take at most, so that one kind cannot push out all that comes behind it. */
  share: number;
  /** What becomes of one that is longer than its room: shortened, or left out as a whole. */
  tooLong: 'shortened' | 'whole files' | 'left out';
}>;

/** In the order of importance: what stands first is the last to be left out. */
export const ORDER: readonly Row[] = [
  { kind: 'instruction', share: 1, tooLong: 'shortened' },
  { kind: 'command thread', share: 0.5, tooLong: 'left out' },
  { kind: 'failing check', share: 0.4, tooLong: 'left out' },
  { kind: 'open thread', share: 0.4, tooLong: 'left out' },
  { kind: 'changes requested', share: 0.3, tooLong: 'shortened' },
  { kind: 'diff', share: 0.6, tooLong: 'whole files' },
  { kind: 'conversation', share: 0.2, tooLong: 'left out' },
  { kind: 'other review', share: 0.2, tooLong: 'left out' },
  { kind: 'description', share: 0.5, tooLong: 'shortened' },
];
