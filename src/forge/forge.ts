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
  body: string;
  author: string;
  head: Readonly<{
    branch: string;
    sha: string;
    /** `owner/name`, null when the fork is gone. */ repository: string | null;
  }>;
  base: Readonly<{ branch: string; sha: string }>;
}>;

export type TreeEntry = Readonly<{
  path: string;
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

export type PullRequestDraft = Readonly<{ title: string; body: string; head: string; base: string; draft: boolean }>;

/** What came of asking for a pull request. */
export type PullRequestCreation =
  | Readonly<{ kind: 'created'; pullRequest: PullRequestInfo }>
  /** The branch has an open one already. */
  | Readonly<{ kind: 'exists' }>
  /** The repository's settings or the token do not allow it. */
  | Readonly<{ kind: 'refused'; reason: string }>;

/** What came of moving a branch forward. */
export type BranchMove =
  | Readonly<{ kind: 'moved' }>
  /** The branch is gone, or its head is another one than expected. */
  | Readonly<{ kind: 'stale' }>
  /** A rule of the repository does not allow it. */
  | Readonly<{ kind: 'refused'; reason: string }>;

/** What a reaction is put on: an issue or pull request, or one comment on it. */
export type Reactable = Readonly<{ issue: number }> | Readonly<{ comment: number }>;

/** The forge as trusted code sees it. Errors are Failures with code `forge` (or `auth`), wrapped in the adapter. */
export type Forge = Readonly<{
  /** `owner/name`. */
  repository: string;
  /** Permission of an account on the repository; throws when it cannot be told. */
  permissionOf: (login: string) => Promise<Permission>;
  info: () => Promise<RepositoryInfo>;
  /** Login that comments of this token carry. Certain only after the first comment that was created. */
  self: () => Promise<string>;
  comments: (issue: number) => Promise<readonly Comment[]>;
  createComment: (issue: number, body: string) => Promise<Comment>;
  /** False when the comment is gone. */
  updateComment: (id: number, body: string) => Promise<boolean>;
  deleteComment: (id: number) => Promise<void>;
  /** Returns the reaction's id. */
  react: (to: Reactable, content: 'eyes' | 'rocket' | 'confused' | '+1' | '-1') => Promise<number>;
  unreact: (to: Reactable, reaction: number) => Promise<void>;
  removeLabel: (issue: number, label: string) => Promise<void>;
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
  /** Every pull request from that branch of this repository, newest first. */
  pullRequestsFrom: (branch: string) => Promise<readonly PullRequestInfo[]>;
  createBlob: (bytes: Uint8Array) => Promise<string>;
  createTree: (baseTree: string, entries: readonly TreeEntry[]) => Promise<string>;
  createCommit: (commit: Readonly<{ message: string; tree: string; parents: readonly string[] }>) => Promise<string>;
  /** False when the branch exists already, at another commit. */
  createBranch: (branch: string, sha: string) => Promise<boolean>;
  /** From one commit to a descendant of it, never by force. */
  moveBranch: (branch: string, move: Readonly<{ from: string; to: string }>) => Promise<BranchMove>;
  createPullRequest: (draft: PullRequestDraft) => Promise<PullRequestCreation>;
  updatePullRequest: (number: number, change: Readonly<{ title?: string; body?: string }>) => Promise<void>;
  setDraft: (pullRequest: PullRequestInfo, draft: boolean) => Promise<void>;
  requestReview: (number: number, login: string) => Promise<void>;
  /** Whether a workflow run still goes on; null when it cannot be told. */
  runIsActive: (runId: number) => Promise<boolean | null>;
}>;
