import type {
  BodyText,
  CommentText,
  CommitMessage,
  LabelText,
  ReviewText,
  StandingText,
  TitleText,
} from '../text/sinks.ts';
import type { StateText } from '../text/state-text.ts';
import type { RepoPath } from '../workspace/repo-path.ts';
import type { Attachment, FailingCheck, Remark, Review, ReviewThread } from './discussion.ts';
import type { BranchMoved, TextEdit } from './history.ts';

export type Permission = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

export type RepositoryInfo = Readonly<{
  defaultBranch: string;
  private: boolean;
  archived: boolean;
  hasIssues: boolean;
}>;

export type Comment = Readonly<{ id: number; body: string; author: string; url: string; createdAt: string }>;

export type PullRequestInfo = Readonly<{
  number: number;
  url: string;
  nodeId: string;
  state: 'open' | 'closed';
  merged: boolean;
  draft: boolean;
  title: string;
  body: StandingText;
  author: string;
  head: Readonly<{
    branch: string;
    sha: string;
    /** `owner/name`, null when the fork is gone. */ repository: string | null;
  }>;
  base: Readonly<{ branch: string; sha: string }>;
}>;

export type TreeEntry = Readonly<{
  path: RepoPath;
  mode: '100644' | '100755' | '120000' | '160000';
  /** Null deletes the path. */
  sha: string | null;
}>;

/** How a later commit stands to an earlier one. */
export type Comparison = Readonly<{
  /** The later one is the earlier one or descends from it. */
  descends: boolean;
  /** Commits that the earlier one lacks, oldest first; at most 250. */
  commits: readonly Readonly<{ sha: string; tree: string; subject: string; author: string | null }>[];
  /** Paths that they changed, old names of renames included; null when there are too many to list. */
  paths: readonly string[] | null;
}>;

export type PullRequestDraft = Readonly<{
  title: TitleText;
  body: BodyText;
  head: string;
  base: string;
  draft: boolean;
}>;

/** What came of asking for a pull request. */
export type PullRequestCreation =
  | Readonly<{ kind: 'created'; pullRequest: PullRequestInfo }>
  /** The branch has an open one already. */
  | Readonly<{ kind: 'exists' }>
  /** The repository's settings or the token do not allow it. */
  | Readonly<{ kind: 'refused'; reason: string }>;

/** A review that comments, of a pull request as it was at a commit. */
export type ReviewDraft = Readonly<{
  commit: string;
  body: ReviewText;
  /** On lines that the diff of the pull request shows, as they are after the change. */
  comments: readonly Readonly<{ path: string; line: number; body: ReviewText }>[];
}>;

/** What came of writing a review. */
export type ReviewCreation =
  | Readonly<{ kind: 'created'; url: string }>
  /** The forge does not take one of its comments, or the commit; nothing of it was written. */
  | Readonly<{ kind: 'refused'; reason: string }>;

/** What came of moving a branch forward. */
export type BranchMove =
  | Readonly<{ kind: 'moved' }>
  /** The branch is gone, or its head is another one than expected. */
  | Readonly<{ kind: 'stale' }>
  /** A rule of the repository does not allow it. */
  | Readonly<{ kind: 'refused'; reason: string }>;

/** What came of asking for the end of a workflow run. */
export type RunCancellation =
  | Readonly<{ kind: 'cancelled' }>
  /** It had ended, or there is no such run. */
  | Readonly<{ kind: 'over' }>
  | Readonly<{ kind: 'refused'; reason: string }>;

/** What came of deleting a branch; one that was gone is deleted as well. */
export type BranchDeletion = Readonly<{ kind: 'deleted' }> | Readonly<{ kind: 'refused'; reason: string }>;

/** A comment on a line of a pull request. */
export type InlineRemark = Readonly<{
  id: number;
  /** The comment that its thread began with; its own id for that one. */
  thread: number;
  /** The review that it was submitted with. */
  review: number | null;
  path: string;
  /** Line of the file as it is at the head; null when it is on the whole file or the line is gone. */
  line: number | null;
  hunk: string;
  body: string;
  author: string;
  /** The author's standing in the repository as GitHub names it. */
  association: string;
  /** ISO 8601. */
  createdAt: string;
  updatedAt: string;
}>;

/** What a reaction is put on: an issue or pull request, one comment on it, or one on a line of it. */
export type Reactable =
  | Readonly<{ issue: number }>
  | Readonly<{ comment: number }>
  | Readonly<{ inlineComment: number }>;

/** The forge as trusted code sees it. Errors are Failures with code `forge` (or `auth`), wrapped in the adapter. */
export type Forge = Readonly<{
  /** `owner/name`. */
  repository: string;
  /** Permission of an account on the repository; throws when it cannot be told. */
  permissionOf: (login: string) => Promise<Permission>;
  info: () => Promise<RepositoryInfo>;
  /** Login that comments of this token carry. Certain only after the first comment that was created. */
  self: () => Promise<string>;
  /** Whether an issue or pull request is closed now. */
  isClosed: (issue: number) => Promise<boolean>;
  comments: (issue: number) => Promise<readonly Comment[]>;
  createComment: (issue: number, body: CommentText) => Promise<Comment>;
  /** False when the comment is gone. */
  updateComment: (id: number, body: CommentText) => Promise<boolean>;
  deleteComment: (id: number) => Promise<void>;
  /** Returns the reaction's id. */
  react: (to: Reactable, content: 'eyes' | 'rocket' | 'confused' | '+1' | '-1') => Promise<number>;
  unreact: (to: Reactable, reaction: number) => Promise<void>;
  removeLabel: (issue: number, label: string) => Promise<void>;
  /** Labels that do not exist yet are made. */
  addLabels: (issue: number, labels: readonly LabelText[]) => Promise<void>;
  /** Text of a file at a commit or branch, null when there is none. */
  readFile: (path: string, ref: string) => Promise<string | null>;
  /** Commit at the head of a branch, null when there is no such branch. */
  branchHead: (branch: string) => Promise<string | null>;
  /** Tree of a commit, null when the forge does not have the commit. */
  treeOf: (commit: string) => Promise<string | null>;
  /** Everything in a tree by its path, null when it is too much to list. */
  entriesOf: (tree: string) => Promise<ReadonlyMap<string, Readonly<{ mode: string; sha: string }>> | null>;
  compare: (earlier: string, later: string) => Promise<Comparison>;
  pullRequest: (number: number) => Promise<PullRequestInfo>;
  /** The last moves of a branch, newest first, also of another repository; null when they cannot be read. */
  movesOf: (of: Readonly<{ repository: string; branch: string }>) => Promise<readonly BranchMoved[] | null>;
  /** Changes of the title and description of an issue or pull request since they were written. */
  editsOf: (number: number) => Promise<readonly TextEdit[]>;
  /** Comments on the lines of a pull request, oldest first, those of resolved threads among them. */
  inlineComments: (pull: number) => Promise<readonly InlineRemark[]>;
  /** Submitted reviews of a pull request, oldest first. */
  reviews: (pull: number) => Promise<readonly Review[]>;
  createReview: (pull: number, draft: ReviewDraft) => Promise<ReviewCreation>;
  /** Threads of a pull request that are not resolved, oldest first. */
  threads: (pull: number) => Promise<readonly ReviewThread[]>;
  /** Comments on an issue or pull request that stand on no line, oldest first. */
  conversation: (issue: number) => Promise<readonly Remark[]>;
  /** Checks of a commit whose newest run ended badly; the logs of the first few with them. */
  failingChecks: (commit: string) => Promise<readonly FailingCheck[]>;
  /** The same of services that set a status of the commit and make no check. */
  failingStatuses: (commit: string) => Promise<readonly FailingCheck[]>;
  /**
   * Addresses of the images in a description or comment as GitHub shows it now. Those of a private repository's
   * attachments are signed for some minutes, as the server gives attachments to browsers alone.
   */
  renderedImages: (of: Readonly<{ issue: number }> | Readonly<{ comment: number }>) => Promise<readonly string[]>;
  /** Downloads an image of no more than `limit` bytes; what cannot be had is told, not thrown. */
  attachment: (url: string, limit: number) => Promise<Attachment>;
  /** Every pull request from that branch of this repository, newest first. */
  pullRequestsFrom: (branch: string) => Promise<readonly PullRequestInfo[]>;
  createBlob: (bytes: Uint8Array) => Promise<string>;
  /** Bytes of a blob, null when the forge has none of that id. */
  readBlob: (blob: string) => Promise<Uint8Array | null>;
  createTree: (baseTree: string, entries: readonly TreeEntry[]) => Promise<string>;
  createCommit: (
    commit: Readonly<{ message: CommitMessage; tree: string; parents: readonly string[] }>,
  ) => Promise<string>;
  /** False when the branch exists already, at another commit. */
  createBranch: (branch: string, sha: string) => Promise<boolean>;
  /** What a reference outside the branches points to (`patchwright/…`, without `refs/`), null when there is none. */
  refTarget: (name: string) => Promise<string | null>;
  /** Moves such a reference from what it was to a descendant of it, or makes it; false when it is another meanwhile. */
  moveRef: (name: string, move: Readonly<{ from: string | null; to: string }>) => Promise<boolean>;
  /** Done as well when there is none. */
  deleteRef: (name: string) => Promise<void>;
  /** Names of the references that begin so. */
  refsFrom: (prefix: string) => Promise<readonly string[]>;
  /** A tree of files given by their text and of whole trees. */
  createFolder: (
    entries: readonly Readonly<{ path: string } & ({ text: StateText } | { tree: string })>[],
  ) => Promise<string>;
  /** From one commit to a descendant of it, never by force. */
  moveBranch: (branch: string, move: Readonly<{ from: string; to: string }>) => Promise<BranchMove>;
  createPullRequest: (draft: PullRequestDraft) => Promise<PullRequestCreation>;
  updatePullRequest: (number: number, change: Readonly<{ title?: TitleText; body?: BodyText }>) => Promise<void>;
  setDraft: (pullRequest: PullRequestInfo, draft: boolean) => Promise<void>;
  requestReview: (number: number, login: string) => Promise<void>;
  closePullRequest: (number: number) => Promise<void>;
  deleteBranch: (branch: string) => Promise<BranchDeletion>;
  /** Whether a workflow run still goes on; null when it cannot be told. */
  runIsActive: (runId: number) => Promise<boolean | null>;
  cancelRun: (runId: number) => Promise<RunCancellation>;
}>;
