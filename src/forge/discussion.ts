/** One text of a review, or of a thread of one. */
export type Remark = Readonly<{
  body: string;
  author: string;
  /** The author's standing in the repository as GitHub names it (`OWNER`, `MEMBER`, `NONE`, …). */
  association: string;
  /** ISO 8601. */
  at: string;
  /** When it was last changed; null when it stands as it was written. */
  editedAt: string | null;
}>;

/** A review that was submitted; one that is still being written is nobody's but its author's. */
export type Review = Remark & Readonly<{ state: 'approved' | 'changes-requested' | 'commented' | 'dismissed' }>;

/** Comments on one place of a pull request that nobody has resolved. */
export type ReviewThread = Readonly<{
  path: string;
  /** Line of the file as it is at the head; null when the comment is on the whole file or the line is gone. */
  line: number | null;
  /** The lines of the diff that it stands under. */
  hunk: string;
  /** The first one and the newest ones, oldest first. */
  remarks: readonly Remark[];
  /** How many between them were not read. */
  unread: number;
}>;

/** What a job printed, as far as it could be had. */
export type JobLog =
  | Readonly<{ kind: 'tail'; text: string }>
  /** The check is not a job of GitHub Actions. */
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'unread'; why: string }>;

/** A check of a commit that ended badly. */
export type FailingCheck = Readonly<{
  name: string;
  ended: 'failed' | 'broke' | 'timed out' | 'action required' | 'did not start';
  /** What its maker wrote about it; empty for a job of GitHub Actions. */
  summary: string;
  log: JobLog;
  /** ISO 8601, null when unknown. */
  at: string | null;
}>;

/** An image that somebody attached on GitHub. */
export type Attachment =
  | Readonly<{ kind: 'image'; mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'; bytes: Uint8Array }>
  /** Not at an address of GitHub's own attachments; nothing was asked for. */
  | Readonly<{ kind: 'foreign' }>
  | Readonly<{
      kind: 'refused';
      why: string;
      /** The server acts as if there were nothing, as it does when it does not know who asks. */
      hidden: boolean;
    }>;
