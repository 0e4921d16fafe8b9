import type { Conversation } from '../../agent/conversation.ts';
import type { Failure } from '../../failure.ts';
import type { Forge, PullRequestInfo } from '../../forge/forge.ts';
import type { Total } from '../../ledger/ledger.ts';
import type { PostedReview } from '../../publish/review/post-review.ts';
import type { PullRequestReview } from '../../review/batches/pull-request-review.ts';
import type { Redactor } from '../../text/redact.ts';
import type { Log } from '../../text/sinks.ts';
import type { Untrusted } from '../../text/untrusted.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { ReviewState } from './review-state.ts';

export type ReviewJob = Readonly<{
  forge: Pick<Forge, 'createReview' | 'createComment' | 'self' | 'reviews' | 'comments'>;
  workspace: Pick<
    Workspace,
    'diff' | 'changes' | 'attribute' | 'search' | 'readFile' | 'mergeBase' | 'materialise' | 'digest'
  >;
  /** As it was when the command was allowed; its head and base have to be in the workspace. */
  pullRequest: Omit<PullRequestInfo, 'body'> & Readonly<{ body: string }>;
  /** Opens a reviewer's conversation before the snapshot, each with a session of its own. */
  conversation: (title: string) => Conversation;
  settings: Readonly<{
    /** Of the diff that one reviewer is shown. */
    batchTokens: number;
    maxParallel: number;
    instructions: string;
  }>;
  boundary: string;
  /** What the person who asked for the review said, and the thread in which it was said; empty when nothing. */
  asked: readonly Untrusted[];
  /** What the last review left; null when there was none, or none that is believed. */
  earlier: ReviewState | null;
  /** Keeps what the next review is to go by; false when it will not. */
  save: (state: ReviewState) => Promise<boolean>;
  /** Tokens of a session by the gateway's account; without it the agent's own counts. */
  tokensOf?: (session: string) => number | null;
  /** What was spent so far, for the review to tell. */
  spent: () => Total;
  /** Patchwright may write to its branch. */
  here: boolean;
  /** The word that commands begin with. */
  phrase: string;
  redact: Redactor;
  /** Keeps something for the run record. */
  keep: (what: string, data: unknown) => void;
  onProgress: (what: string) => void;
  log: Log;
}>;

/** What became of a `/opencode review`, with what was saved for the next. */
export type ReviewOutcome =
  | Readonly<{
      kind: 'reviewed';
      review: PullRequestReview;
      posted: PostedReview | Readonly<{ kind: 'unposted'; failure: Failure }>;
      state: ReviewState;
      /** The next review goes by what is kept of this one. */
      kept: boolean;
    }>
  /** Everything in it was reviewed before; nothing was paid for and nothing posted. */
  | Readonly<{ kind: 'nothing-new'; state: ReviewState }>;
