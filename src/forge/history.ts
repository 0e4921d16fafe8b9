/** What a branch was moved to, who moved it, and when by the forge's own clock: dates in commits are whatever their author wrote. */
export type BranchMoved = Readonly<{
  /** Commit; all zeros where the branch was deleted. */
  to: string;
  /** Null where the account is gone. */
  by: string | null;
  /** ISO 8601. */
  at: string;
}>;

/** Somebody changed the title or the description of an issue or pull request after it was written. */
export type TextEdit = Readonly<{
  what: 'title' | 'description';
  /** Null where the account is gone. */
  by: string | null;
  /** ISO 8601. */
  at: string;
}>;
