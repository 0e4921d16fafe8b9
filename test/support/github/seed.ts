import { join, resolve } from 'node:path';
import { attachmentAddress } from './attachments.ts';
import { followBranches, headRef } from './pull-heads.ts';
import { mergePull, openPull } from './pull-lifecycle.ts';
import { noReplyEmail } from './render/user.ts';
import { addReply, addReview, addReviewComment } from './review-threads.ts';
import { addCheckRun } from './routes/checks.ts';
import { addComment } from './routes/comments.ts';
import { addIssue, type IssueText } from './routes/issues.ts';
import { addWorkflowRun } from './routes/runs.ts';
import {
  ensureLabel,
  ensureUser,
  isPull,
  type CheckRun,
  type Comment,
  type Issue,
  type Label,
  type Permission,
  type PullIssue,
  type Review,
  type ReviewComment,
  type Side,
  type User,
  type WorkflowRun,
} from './state.ts';
import type { TreeChange } from './tree-writer.ts';
import type { World } from './world.ts';

/** A file's text or bytes, one with a mode or a link's target, or null for one that goes away. */
export type SeedFile =
  | string
  | Uint8Array
  | null
  | { readonly content: string | Uint8Array; readonly executable?: boolean }
  | { readonly link: string };

export type SeedFiles = Readonly<Record<string, SeedFile>>;

export type SeedCommit = {
  readonly message?: string;
  readonly files: SeedFiles;
  readonly author?: string;
  readonly date?: string;
  /** Who pushes it, where that is not its author. */
  readonly pusher?: string;
};

export type CommitOn = SeedCommit & {
  /** The branch that the commit goes on; made from the default branch when it is not there. */
  readonly branch?: string;
  /** The owner of a fork that the branch is in. */
  readonly fork?: string;
};

type PullText = {
  readonly head: string;
  readonly base?: string;
  readonly title?: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly author?: string;
  /** The owner of the fork that the head branch is in. */
  readonly fork?: string;
};

export type Seed = {
  readonly user: (login: string, permission?: Permission) => User;
  readonly label: (name: string, rest?: Partial<Pick<Label, 'color' | 'description'>>) => Label;
  readonly issue: (text: Partial<IssueText>) => Issue;
  readonly comment: (text: Pick<Comment, 'issue' | 'body'> & Partial<Pick<Comment, 'author' | 'createdAt'>>) => Comment;
  /** Commits as somebody who pushes, and gives the commit's SHA. */
  readonly commit: (commit: CommitOn) => Promise<string>;
  readonly pull: (text: PullText) => Promise<PullIssue>;
  /** Merges the pull request and gives the merge commit's SHA. */
  readonly merge: (pull: number, by?: string) => Promise<string>;
  readonly review: (text: { readonly pull: number } & Partial<Pick<Review, 'author' | 'body' | 'state'>>) => Review;
  readonly reviewComment: (text: {
    readonly pull: number;
    readonly path: string;
    readonly line?: number;
    readonly side?: Side;
    readonly body: string;
    readonly author?: string;
    readonly review?: number;
  }) => Promise<ReviewComment>;
  /** An answer in a thread. */
  readonly reply: (text: {
    readonly to: ReviewComment;
    readonly body: string;
    readonly author?: string;
  }) => ReviewComment;
  readonly checkRun: (run: Pick<CheckRun, 'headSha' | 'name'> & Partial<CheckRun>) => CheckRun;
  /** Attaches a file, and gives the address for a text. */
  readonly attachment: (bytes: Uint8Array) => string;
  readonly workflowRun: (run: Pick<WorkflowRun, 'headBranch' | 'headSha'> & Partial<WorkflowRun>) => WorkflowRun;
};

/** Ways to put things in place without going through the API; the owner is the author of what names none. */
export function createSeed(world: World): Seed {
  const { state, owner } = world;
  const pullAt = (number: number): PullIssue => {
    const issue = state.issues.get(number);
    if (!issue || !isPull(issue)) throw new Error(`there is no pull request ${number}`);
    return issue;
  };
  return {
    user: (login, permission) => {
      if (permission) state.permissions.set(login, permission);
      return ensureUser(state, login);
    },
    label: (name, rest) => ensureLabel(state, name, rest),
    issue: (text) => addIssue(world, { title: 'An issue', body: null, author: owner, ...text }),
    comment: (text) => addComment(world, { author: owner, ...text }),
    commit: (commit) => commitOn(world, commit),
    pull: ({ author = owner, base = state.settings.defaultBranch, title = 'A pull request', fork, head, ...rest }) =>
      openPull(world, { login: author }, { ...rest, base, title, head: fork === undefined ? head : `${fork}:${head}` }),
    merge: (pull, by = owner) => mergePull(world, pullAt(pull), { by }),
    review: ({ pull, ...text }) =>
      addReview(world, pullAt(pull), {
        author: owner,
        body: '',
        state: 'COMMENTED',
        commitId: pullAt(pull).pull.headSha,
        ...text,
      }),
    reviewComment: ({ pull, author = owner, review, ...text }) => {
      const issue = pullAt(pull);
      const commitId = issue.pull.headSha;
      const within = review ?? addReview(world, issue, { author, body: '', state: 'COMMENTED', commitId }).id;
      return addReviewComment(world, issue, { ...text, author, review: within, commitId });
    },
    reply: ({ author = owner, ...text }) => addReply(world, pullAt(text.to.pull), { ...text, author }),
    checkRun: (run) => addCheckRun(world, run),
    attachment: (bytes) => {
      const id = state.nextId();
      state.attachments.set(id, bytes);
      return attachmentAddress(world, id);
    },
    workflowRun: (run) => addWorkflowRun(world, { actor: owner, ...run }),
  };
}

/** Writes the default branch: a directory's files as one commit (what its `.gitignore` leaves), or a list of commits (none for an empty repository). */
export async function seedDefaultBranch(world: World, seed: string | readonly SeedCommit[]): Promise<void> {
  const branch = world.state.settings.defaultBranch;
  if (typeof seed !== 'string') {
    for (const commit of seed) await commitOn(world, { ...commit, branch });
    return;
  }
  const files = resolve(seed);
  const env = { GIT_WORK_TREE: files, GIT_INDEX_FILE: join(world.git.dir, 'index-seed') };
  await world.git.text(['-C', files, '-c', 'core.bare=false', 'add', '--all', '.'], { env });
  const tree = await world.git.text(['write-tree'], { env });
  await commitTree(world, `refs/heads/${branch}`, {
    tree,
    parent: undefined,
    commit: { files: {}, message: 'Initial commit' },
  });
}

async function commitOn(world: World, commit: CommitOn): Promise<string> {
  const { git, owner, repo, state } = world;
  const ref = headRef(world, { owner: commit.fork ?? owner, repo, ref: commit.branch ?? state.settings.defaultBranch });
  const parent = (await git.resolve(ref)) ?? (await git.resolve(`refs/heads/${state.settings.defaultBranch}`));
  const changes = await Promise.all(Object.entries(commit.files).map(([path, file]) => treeChange(world, path, file)));
  const tree = await git.writeTree(parent, changes);
  return commitTree(world, ref, { tree, parent, commit });
}

async function commitTree(
  world: World,
  ref: string,
  { tree, parent, commit }: { readonly tree: string; readonly parent: string | undefined; readonly commit: SeedCommit },
): Promise<string> {
  const { git, owner, now } = world;
  const author = commit.author ?? owner;
  const person = { name: author, email: noReplyEmail(world, author), date: commit.date ?? now() };
  const sha = await git.writeCommit({
    message: commit.message ?? 'A commit',
    tree,
    parents: parent ? [parent] : [],
    author: person,
    committer: person,
  });
  if (!(await git.moveRef(ref, await git.resolve(ref), sha))) throw new Error(`${ref} did not move`);
  await followBranches(world, commit.pusher ?? author);
  return sha;
}

async function treeChange({ git }: World, path: string, file: SeedFile): Promise<TreeChange> {
  if (file === null) return { path, mode: '100644', sha: null };
  if (typeof file === 'string' || file instanceof Uint8Array)
    return { path, mode: '100644', sha: await git.writeBlob(Buffer.from(file)) };
  if ('link' in file) return { path, mode: '120000', sha: await git.writeBlob(Buffer.from(file.link)) };
  return { path, mode: file.executable ? '100755' : '100644', sha: await git.writeBlob(Buffer.from(file.content)) };
}
