import { timestamp } from './clock.ts';
import type { GitStore } from './git-store.ts';

export type Signature = { readonly name: string; readonly email: string; readonly date: string };

export type CommitRecord = {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
};

const FIELD = '\u001f';
const FORMAT = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'].join('%x1f');

/** Commits as `git log` with these arguments finds them. */
export async function readLog(git: GitStore, args: readonly string[]): Promise<CommitRecord[]> {
  const text = await git.text(['log', '-z', `--format=${FORMAT}`, ...args]);
  return text.split('\0').filter(Boolean).map(parse);
}

export async function readCommit(git: GitStore, sha: string): Promise<CommitRecord> {
  const [commit] = await readLog(git, ['--no-walk', '--end-of-options', sha]);
  if (!commit) throw new Error(`no commit ${sha}`);
  return commit;
}

function parse(record: string): CommitRecord {
  const [
    sha = '',
    tree = '',
    parents = '',
    name = '',
    email = '',
    date = '',
    byName = '',
    byEmail = '',
    byDate = '',
    ...message
  ] = record.split(FIELD);
  return {
    sha,
    tree,
    parents: parents.split(' ').filter(Boolean),
    author: { name, email, date: timestamp(new Date(date)) },
    committer: { name: byName, email: byEmail, date: timestamp(new Date(byDate)) },
    message: message.join(FIELD).replace(/\n$/, ''),
  };
}
