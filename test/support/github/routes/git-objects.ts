import { readCommit } from '../commit-log.ts';
import { notFound, unprocessable } from '../failure.ts';
import type { Person } from '../git-store.ts';
import { allows, notAccessible } from '../permissions.ts';
import { GITHUB, renderGitCommit } from '../render/commit.ts';
import { nodeId } from '../render/node-id.ts';
import { repositoryApi } from '../render/repository.ts';
import { noReplyEmail } from '../render/user.ts';
import type { TreeChange } from '../tree-writer.ts';
import { param, type Actor, type Call, type Reply, type Routes, type World } from '../world.ts';
import { requireHistory } from './git-refs.ts';

type NewEntry = { path?: string; mode?: string; type?: string; sha?: string | null; content?: string };
type NewTree = { tree: NewEntry[]; base_tree?: string };
type NewCommit = { message: string; tree: string; parents?: string[]; author?: Person; committer?: Partial<Person> };

/** What git itself takes into no tree. */
const MALFORMED = /^(|\.|\.\.|\.git)$/i;

export const gitObjectRoutes: Routes = {
  'git/create-blob': async ({ world, body }: Call<{ content: string; encoding?: string }>) => {
    await requireHistory(world);
    const { encoding = 'utf-8' } = body;
    if (encoding !== 'utf-8' && encoding !== 'base64') throw unprocessable(`${encoding} is not a valid encoding`);
    const sha = await world.git.writeBlob(Buffer.from(body.content, encoding === 'base64' ? 'base64' : 'utf8'));
    return { status: 201, body: { sha, url: `${repositoryApi(world)}/git/blobs/${sha}` } };
  },

  'git/get-blob': async (call) => {
    const { world, accept } = call;
    const sha = param(call, 'file_sha');
    if ((await world.git.typeOf(sha)) !== 'blob') throw notFound();
    const bytes = await readBlob(world, sha);
    if (/raw/.test(accept)) return { status: 200, raw: { type: 'application/vnd.github.raw; charset=utf-8', bytes } };
    const url = `${repositoryApi(world)}/git/blobs/${sha}`;
    return {
      status: 200,
      body: { sha, node_id: nodeId('B', sha), size: bytes.length, url, content: wrapBase64(bytes), encoding: 'base64' },
    };
  },

  'git/create-tree': async ({ world, actor, body }: Call<NewTree>) => {
    await requireHistory(world);
    if (actor.type === 'Bot' && body.tree.some(isWorkflow) && !allows(actor.permissions, 'workflows', 'write'))
      throw notAccessible(actor.type);
    const base = await findBase(world, body.base_tree);
    const changes = await Promise.all(body.tree.map((entry, place) => treeChange(world, entry, place)));
    await refuseMissingRemovals(world, base, changes);
    const sha = await world.git.writeTree(base, changes);
    return { status: 201, body: await renderTree(world, sha, false) };
  },

  'git/get-tree': async (call) => {
    const { world, query } = call;
    const sha = await world.git.resolve(`${param(call, 'tree_sha')}^{tree}`);
    if (!sha) throw notFound();
    return { status: 200, body: await renderTree(world, sha, query['recursive'] !== undefined) };
  },

  'git/create-commit': createCommit,

  'git/get-commit': async (call) => {
    const sha = param(call, 'commit_sha');
    if ((await call.world.git.typeOf(sha)) !== 'commit') throw notFound();
    return { status: 200, body: renderGitCommit(call.world, await readCommit(call.world.git, sha)) };
  },
};

export async function readBlob({ git }: World, sha: string): Promise<Buffer> {
  return (await git.run(['cat-file', 'blob', sha])).stdout;
}

/** Base64 in lines of 60, as GitHub writes it. */
export function wrapBase64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll(/.{1,60}/g, '$&\n');
}

async function createCommit({ world, actor, body }: Call<NewCommit>): Promise<Reply> {
  const { git } = world;
  await requireHistory(world);
  if ((await git.typeOf(body.tree)) !== 'tree') throw unprocessable('Tree SHA does not exist');
  for (const parent of body.parents ?? []) {
    if ((await git.typeOf(parent)) !== 'commit')
      throw unprocessable('Parent SHA does not exist or is not a commit object');
  }
  const self: Person = { name: actor.login, email: noReplyEmail(world, actor.login) };
  const author: Person = { ...(body.author ?? self), date: body.author?.date ?? world.now() };
  const byDefault: Person = body.author ? author : committerFor(actor, self);
  const committer: Person = { ...byDefault, ...body.committer, date: body.committer?.date ?? author.date };
  const sha = await git.writeCommit({
    message: body.message,
    tree: body.tree,
    parents: body.parents ?? [],
    author,
    committer,
  });
  return { status: 201, body: renderGitCommit(world, await readCommit(git, sha)) };
}

/** GitHub commits for a bot itself, which is how such a commit comes to be signed. */
function committerFor({ type }: Actor, self: Person): Person {
  return type === 'Bot' ? GITHUB : self;
}

/** GitHub takes a commit where a tree is meant. */
async function findBase({ git }: World, sha: string | undefined): Promise<string | undefined> {
  if (sha === undefined) return undefined;
  const type = await git.typeOf(sha);
  if (type !== 'tree' && type !== 'commit') throw unprocessable('base_tree is not a valid tree oid');
  return git.resolve(`${sha}^{tree}`);
}

async function treeChange({ git }: World, entry: NewEntry, place: number): Promise<TreeChange> {
  const { path, mode } = entry;
  if (!path) throw unprocessable('tree.path is missing');
  if (path.split('/').some((part) => MALFORMED.test(part)))
    throw unprocessable('tree.path contains a malformed path component');
  if (entry.sha === null) return { path, mode: mode ?? '100644', sha: null };
  if (!mode) throw unprocessable(`Must supply a valid tree.mode (entry ${place})`);
  if (entry.sha !== undefined && entry.content !== undefined)
    throw unprocessable('Must supply either tree.sha or tree.content, not both');
  if (entry.sha === undefined && entry.content === undefined)
    throw unprocessable('Must supply either tree.sha or tree.content');
  if (entry.content !== undefined) return { path, mode, sha: await git.writeBlob(Buffer.from(entry.content)) };
  const sha = entry.sha ?? '';
  const expected = mode === '040000' ? 'tree' : 'blob';
  if (mode !== '160000' && (await git.typeOf(sha)) !== expected)
    throw unprocessable(`tree.sha ${sha} is not a valid ${expected}`);
  return { path, mode, sha };
}

/** GitHub refuses to remove what is not there. */
async function refuseMissingRemovals(
  { git }: World,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<void> {
  for (const { path, sha } of changes) {
    if (sha === null && !(base && (await git.resolve(`${base}:${path}`))))
      throw unprocessable('GitRPC::BadObjectState');
  }
}

/** Tokens of apps need a permission of its own for workflow files. */
function isWorkflow({ path = '' }: NewEntry): boolean {
  return path.startsWith('.github/workflows/');
}

async function renderTree(world: World, sha: string, recursive: boolean) {
  const api = repositoryApi(world);
  const text = await world.git.text(['ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), sha]);
  const tree = text
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [, mode = '', type = '', object = '', size = '', path = ''] =
        /^(\d+) (\w+) (\w+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
      return {
        path,
        mode,
        type,
        sha: object,
        ...(type === 'blob' && { size: Number(size) }),
        ...(type !== 'commit' && { url: `${api}/git/${type}s/${object}` }),
      };
    });
  return { sha, url: `${api}/git/trees/${sha}`, tree, truncated: false };
}
