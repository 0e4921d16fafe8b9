import type { CommitRecord, Signature } from '../commit-log.ts';
import { diffPatch, type FileChange } from '../diff.ts';
import type { World } from '../world.ts';
import { nodeId } from './node-id.ts';
import { repositoryApi, repositoryPage } from './repository.ts';
import { noReplyEmail, renderUser } from './user.ts';

/** The committer of what GitHub commits itself, which it signs. */
export const GITHUB = { name: 'GitHub', email: 'noreply@github.com' };

/** A commit of the Git Data API. */
export function renderGitCommit(world: World, commit: CommitRecord) {
  const api = repositoryApi(world);
  return {
    sha: commit.sha,
    node_id: nodeId('C', commit.sha),
    url: `${api}/git/commits/${commit.sha}`,
    html_url: commitPage(world, commit.sha),
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/git/commits/${sha}`, html_url: commitPage(world, sha) })),
    verification: renderVerification(commit),
  };
}

/** A commit of the commits API, which knows accounts. */
export function renderCommit(world: World, commit: CommitRecord) {
  const api = repositoryApi(world);
  return {
    sha: commit.sha,
    node_id: nodeId('C', commit.sha),
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      url: `${api}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: renderVerification(commit),
    },
    url: `${api}/commits/${commit.sha}`,
    html_url: commitPage(world, commit.sha),
    comments_url: `${api}/commits/${commit.sha}/comments`,
    author: account(world, commit.author),
    committer: account(world, commit.committer),
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/commits/${sha}`, html_url: commitPage(world, sha) })),
  };
}

/** One changed file between two commits, with its hunks. */
export async function renderFile(world: World, base: string, head: string, file: FileChange) {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  const patch = await diffPatch(world.git, base, head, file);
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${repositoryPage(world)}/blob/${head}/${path}`,
    raw_url: `${repositoryPage(world)}/raw/${head}/${path}`,
    contents_url: `${repositoryApi(world)}/contents/${path}?ref=${head}`,
    ...(patch !== undefined && { patch }),
    ...(file.previous !== undefined && { previous_filename: file.previous }),
  };
}

function commitPage(world: World, sha: string): string {
  return `${repositoryPage(world)}/commit/${sha}`;
}

/** GitHub signs what it commits for a bot that names no author of its own. */
function renderVerification({ committer, sha }: CommitRecord) {
  return committer.email === GITHUB.email
    ? {
        verified: true,
        reason: 'valid',
        signature: `-----BEGIN PGP SIGNATURE-----\n\n${sha}\n-----END PGP SIGNATURE-----\n`,
        payload: `tree ${sha}\n`,
        verified_at: committer.date,
      }
    : { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };
}

function account(world: World, { email }: Signature) {
  if (email === GITHUB.email) return renderUser(world, 'web-flow');
  const user = [...world.state.users.values()].find(
    ({ login, email: own }) => own === email || noReplyEmail(world, login) === email,
  );
  return user ? renderUser(world, user.login) : null;
}
