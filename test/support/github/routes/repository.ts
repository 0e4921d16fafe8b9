import { notFound } from '../failure.ts';
import { allows } from '../permissions.ts';
import { headRef } from '../pull-heads.ts';
import { nodeId } from '../render/node-id.ts';
import { renderFullRepository, repositoryApi, repositoryPage } from '../render/repository.ts';
import { renderUser } from '../render/user.ts';
import { param, type Call, type Reply, type Routes } from '../world.ts';
import { findCommit } from './commits.ts';
import { readBlob, wrapBase64 } from './git-objects.ts';

type Entry = {
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size: number;
  readonly path: string;
};

/** What the contents API calls the modes of git that are no plain file. */
const KINDS: Readonly<Record<string, string>> = { '040000': 'dir', '120000': 'symlink', '160000': 'submodule' };

export const repositoryRoutes: Routes = {
  'repos/list-activities': (call) => {
    const { world, query } = call;
    const head = {
      owner: param(call, 'owner'),
      repo: world.repo,
      ref: (query['ref'] ?? '').replace('refs/heads/', ''),
    };
    const ref = headRef(world, head);
    const moves = world.state.moves.filter((move) => move.ref === ref).toReversed();
    return {
      status: 200,
      body: moves.slice(0, Number(query['per_page'] ?? 30)).map(({ id, before, after, at, by }) => ({
        id,
        node_id: nodeId('PSH', id),
        before,
        after,
        ref: `refs/heads/${head.ref}`,
        timestamp: at,
        activity_type: activityOf(before, after),
        actor: renderUser(world, by),
      })),
    };
  },

  'repos/get': ({ world, actor }) => ({
    status: 200,
    body: renderFullRepository(world, allows(actor.permissions, 'contents', 'write')),
  }),

  'repos/get-content': async (call) => {
    const { world, query, accept } = call;
    const path = param(call, 'path').replace(/\/$/, '');
    const commit = await findCommit(world, query['ref'] ?? world.state.settings.defaultBranch);
    if (!commit)
      throw notFound(
        query['ref'] === undefined ? 'This repository is empty.' : `No commit found for the ref ${query['ref']}`,
      );
    const listing = await world.git
      .text(['ls-tree', '-z', '-l', '--full-tree', path === '' ? commit : `${commit}:${path}`])
      .catch(() => undefined);
    if (listing !== undefined) return directory(call, parse(listing), path);
    const [file] = parse(await world.git.text(['ls-tree', '-z', '-l', '--full-tree', commit, '--', path]));
    if (!file || file.path !== path) throw notFound();
    const bytes = file.type === 'blob' ? await readBlob(world, file.sha) : Buffer.alloc(0);
    if (/raw/.test(accept))
      return { status: 200, raw: { type: 'application/vnd.github.raw+json; charset=utf-8', bytes } };
    return { status: 200, body: { ...describe(call, file), ...contentOf(call, file, bytes) } };
  },
};

function activityOf(before: string, after: string): string {
  if (/^0+$/.test(before)) return 'branch_creation';
  return /^0+$/.test(after) ? 'branch_deletion' : 'push';
}

function directory(call: Call, entries: readonly Entry[], path: string): Reply {
  return {
    status: 200,
    body: entries.map((entry) =>
      describe(call, { ...entry, path: path === '' ? entry.path : `${path}/${entry.path}` }),
    ),
  };
}

function contentOf({ world }: Call, { mode }: Entry, bytes: Buffer) {
  if (mode === '120000') return { target: bytes.toString() };
  if (mode === '160000') return { submodule_git_url: `${world.serverUrl}/submodule.git` };
  return { content: wrapBase64(bytes), encoding: 'base64' };
}

function describe({ world, query }: Call, { mode, type, sha, size, path }: Entry) {
  const ref = query['ref'] ?? world.state.settings.defaultBranch;
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const url = `${repositoryApi(world)}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const git = `${repositoryApi(world)}/git/${type}s/${sha}`;
  const html = `${repositoryPage(world)}/blob/${encodeURIComponent(ref)}/${encoded}`;
  return {
    name: path.split('/').at(-1),
    path,
    sha,
    size,
    url,
    html_url: html,
    git_url: git,
    download_url: type === 'blob' ? `${repositoryPage(world)}/raw/${encodeURIComponent(ref)}/${encoded}` : null,
    type: KINDS[mode] ?? 'file',
    _links: { self: url, git, html },
  };
}

function parse(listing: string): Entry[] {
  return listing
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [, mode = '', type = '', sha = '', size = '', path = ''] =
        /^(\d+) (\w+) (\w+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
      return { mode, type, sha, size: Number(size) || 0, path };
    });
}
