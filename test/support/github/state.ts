export type Permission = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

export type User = {
  readonly login: string;
  readonly id: number;
  readonly type: 'User' | 'Bot';
  name: string | null;
  email: string | null;
};

export type Label = { readonly id: number; name: string; color: string; description: string | null };

export type Issue = {
  readonly id: number;
  /** The body as it is shown, for who asks for it. */
  bodyHtml?: string;
  readonly number: number;
  title: string;
  body: string | null;
  readonly author: string;
  labels: string[];
  assignees: string[];
  state: 'open' | 'closed';
  stateReason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null;
  closedBy: string | null;
  locked: boolean;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  /** Who last changed the title or the body after it was written, and when. */
  edited: { readonly by: string; readonly at: string } | null;
  /** Changes of the title. */
  renames?: { readonly by: string; readonly at: string; readonly from: string; readonly to: string }[];
  pull?: Pull;
};

export type Pull = {
  readonly id: number;
  readonly head: { readonly owner: string; readonly repo: string; readonly ref: string };
  headSha: string;
  base: string;
  baseSha: string;
  draft: boolean;
  maintainerCanModify: boolean;
  mergedAt: string | null;
  mergedBy: string | null;
  mergeCommitSha: string | null;
  requestedReviewers: string[];
};

export type PullIssue = Issue & { pull: Pull };

export type Comment = {
  readonly id: number;
  /** The body as it is shown, for who asks for it. */
  bodyHtml?: string;
  readonly issue: number;
  readonly author: string;
  body: string;
  createdAt: string;
  updatedAt: string;
};

export type Side = 'LEFT' | 'RIGHT';

export type ReviewComment = {
  readonly id: number;
  readonly pull: number;
  readonly review: number;
  readonly author: string;
  readonly path: string;
  readonly commitId: string;
  readonly diffHunk: string;
  readonly line: number | null;
  readonly side: Side;
  readonly startLine: number | null;
  readonly startSide: Side | null;
  readonly inReplyTo: number | null;
  body: string;
  createdAt: string;
  updatedAt: string;
};

export type Review = {
  readonly id: number;
  readonly pull: number;
  readonly author: string;
  readonly commitId: string;
  body: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'PENDING' | 'DISMISSED';
  submittedAt: string | null;
  editedAt: string | null;
};

export type ReactionContent = '+1' | '-1' | 'laugh' | 'confused' | 'heart' | 'hooray' | 'rocket' | 'eyes';

export type Subject = { readonly kind: 'issue' | 'comment' | 'review-comment'; readonly id: number };

export type Reaction = {
  readonly id: number;
  readonly subject: Subject;
  readonly author: string;
  readonly content: ReactionContent;
  readonly createdAt: string;
};

export type CheckStatus = 'queued' | 'in_progress' | 'completed';
export type Conclusion = 'success' | 'failure' | 'neutral' | 'cancelled' | 'skipped' | 'timed_out' | 'action_required';

export type CheckRun = {
  readonly id: number;
  readonly headSha: string;
  name: string;
  status: CheckStatus;
  conclusion: Conclusion | null;
  startedAt: string | null;
  completedAt: string | null;
  externalId: string | null;
  detailsUrl: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
};

export type Status = {
  readonly id: number;
  readonly sha: string;
  readonly context: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: string;
  readonly createdAt: string;
};

export type Job = {
  readonly id: number;
  name: string;
  status: CheckStatus;
  conclusion: Conclusion | null;
  /** What it printed; without it there is no log. */
  readonly log?: string;
};

export type WorkflowRun = {
  readonly id: number;
  readonly name: string;
  readonly path: string;
  readonly event: string;
  readonly headBranch: string;
  readonly headSha: string;
  readonly actor: string;
  readonly displayTitle: string;
  readonly runNumber: number;
  runAttempt: number;
  triggeringActor: string;
  status: CheckStatus;
  conclusion: Conclusion | null;
  createdAt: string;
  updatedAt: string;
  jobs: Job[];
};

export type Settings = {
  defaultBranch: string;
  private: boolean;
  archived: boolean;
  hasIssues: boolean;
  description: string | null;
  protectedBranches: string[];
  /** "Allow GitHub Actions to create and approve pull requests", which is off in new repositories. */
  actionsMayCreatePullRequests: boolean;
};

/** A branch was moved, by the server's own clock. */
export type BranchMove = {
  readonly id: number;
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly by: string;
  at: string;
};

export type State = {
  /** Newest last. */
  readonly moves: BranchMove[];
  readonly settings: Settings;
  readonly users: Map<string, User>;
  readonly permissions: Map<string, Permission>;
  /** Issues and pull requests share their numbers, and a pull request is an issue that has `pull`. */
  readonly issues: Map<number, Issue>;
  readonly comments: Map<number, Comment>;
  readonly reviewComments: Map<number, ReviewComment>;
  /** By the id of their first comment. */
  readonly resolvedThreads: Set<number>;
  readonly reviews: Map<number, Review>;
  readonly labels: Map<string, Label>;
  readonly reactions: Map<number, Reaction>;
  readonly checkRuns: Map<number, CheckRun>;
  readonly statuses: Map<number, Status>;
  /** Bytes of what people attached to their texts. */
  readonly attachments: Map<number, Uint8Array>;
  readonly workflowRuns: Map<number, WorkflowRun>;
  readonly nextId: () => number;
};

export function createState(settings: Partial<Settings> = {}): State {
  let lastId = 1000;
  return {
    moves: [],
    settings: {
      defaultBranch: 'main',
      private: false,
      archived: false,
      hasIssues: true,
      description: null,
      protectedBranches: [],
      actionsMayCreatePullRequests: true,
      ...settings,
    },
    users: new Map(),
    permissions: new Map(),
    issues: new Map(),
    comments: new Map(),
    reviewComments: new Map(),
    resolvedThreads: new Set(),
    reviews: new Map(),
    labels: new Map(),
    reactions: new Map(),
    checkRuns: new Map(),
    statuses: new Map(),
    attachments: new Map(),
    workflowRuns: new Map(),
    nextId: () => (lastId += 1),
  };
}

const GITHUB_ACTIONS_ID = 41898282;

/** The account with this login, made when it is not there yet; a login that ends in `[bot]` is a bot. */
export function ensureUser(state: State, login: string, type?: User['type']): User {
  const existing = state.users.get(login);
  if (existing) return existing;
  const id = login === 'github-actions[bot]' ? GITHUB_ACTIONS_ID : state.nextId();
  const user: User = { login, id, type: type ?? (login.endsWith('[bot]') ? 'Bot' : 'User'), name: null, email: null };
  state.users.set(login, user);
  return user;
}

/** Label names are the same to GitHub whatever their case. */
export function findLabel(state: State, name: string): Label | undefined {
  return [...state.labels.values()].find((label) => label.name.toLowerCase() === name.toLowerCase());
}

export function ensureLabel(
  state: State,
  name: string,
  rest: Partial<Pick<Label, 'color' | 'description'>> = {},
): Label {
  const existing = findLabel(state, name);
  if (existing) return existing;
  const label: Label = {
    id: state.nextId(),
    name,
    color: rest.color ?? 'ededed',
    description: rest.description ?? null,
  };
  state.labels.set(name, label);
  return label;
}

export function nextNumber(state: State): number {
  return Math.max(0, ...state.issues.keys()) + 1;
}

export function isPull(issue: Issue): issue is PullIssue {
  return issue.pull !== undefined;
}

export function permissionOf(state: State, login: string): Permission {
  const wanted = login.toLowerCase();
  for (const [name, permission] of state.permissions) if (name.toLowerCase() === wanted) return permission;
  return state.settings.private ? 'none' : 'read';
}
