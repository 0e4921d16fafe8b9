import { readCommit, readLog } from '../commit-log.ts';
import { EMPTY_TREE, diffFiles } from '../diff.ts';
import { Refusal, notFound, unprocessable } from '../failure.ts';
import { listReply, paginate } from '../page.ts';
import { renderCommit, renderFile } from '../render/commit.ts';
import { repositoryApi, repositoryPage } from '../render/repository.ts';
import { param, type Call, type Reply, type Routes, type World } from '../world.ts';
import { requireHistory } from './git-refs.ts';

/** GitHub lists at most this many files of a comparison. */
const MAX_FILES = 300;

export const commitRoutes: Routes = {
  'repos/list-branches': async (call) => {
    const { world } = call;
    const text = await world.git.text(['for-each-ref', '--format=%(refname:lstrip=2) %(objectname)', 'refs/heads']);
    const branches = text
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' '));
    return listReply(call, branches, ([name = '', sha = '']) => ({
      name,
      commit: { sha, url: `${repositoryApi(world)}/commits/${sha}` },
      protected: world.state.settings.protectedBranches.includes(name),
    }));
  },

  'repos/get-branch': async (call) => {
    const { world } = call;
    const name = param(call, 'branch');
    const sha = await world.git.resolve(`refs/heads/${name}`);
    if (!sha) throw notFound('Branch not found');
    const self = `${repositoryApi(world)}/branches/${encodeURIComponent(name)}`;
    const isProtected = world.state.settings.protectedBranches.includes(name);
    return {
      status: 200,
      body: {
        name,
        commit: renderCommit(world, await readCommit(world.git, sha)),
        _links: { self, html: `${repositoryPage(world)}/tree/${name}` },
        protected: isProtected,
        protection: {
          enabled: isProtected,
          required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] },
        },
        protection_url: `${self}/protection`,
      },
    };
  },

  'repos/list-commits': async (call) => {
    const { world, query } = call;
    await requireHistory(world);
    const start = await findCommit(world, query['sha'] ?? world.state.settings.defaultBranch);
    if (!start) throw notFound();
    const { author, since, until, path } = query;
    const filters = [
      ...(author ? [`--author=${author}`] : []),
      ...(since ? [`--since=${since}`] : []),
      ...(until ? [`--until=${until}`] : []),
    ];
    return listReply(call, await readLog(world.git, [...filters, start, ...(path ? ['--', path] : [])]), (commit) =>
      renderCommit(world, commit),
    );
  },

  'repos/get-commit': getCommit,

  'repos/compare-commits-with-basehead': async (call) => {
    const [base, head] = await Promise.all(
      splitRange(param(call, 'basehead')).map((revision) => findCommit(call.world, revision)),
    );
    if (!base || !head) throw notFound();
    return compare(call, base, head);
  },
};

/** The commit that a branch, another ref or a SHA stands for; branches of forks are written `owner:branch`. */
export async function findCommit({ git, owner }: World, revision: string): Promise<string | undefined> {
  const [first = '', rest] = revision.split(':', 2);
  if (rest !== undefined)
    return git.resolve(first === owner ? `refs/heads/${rest}^{commit}` : `refs/forks/${first}/${rest}^{commit}`);
  return (await git.resolve(`refs/heads/${revision}^{commit}`)) ?? git.resolve(`${revision}^{commit}`);
}

async function getCommit(call: Call): Promise<Reply> {
  const { world, accept } = call;
  const { git } = world;
  await requireHistory(world);
  const revision = param(call, 'ref');
  const sha = await findCommit(world, revision);
  if (!sha) throw unprocessable(`No commit found for SHA: ${revision}`);
  if (/vnd\.github\.(v3\.)?sha/.test(accept))
    return { status: 200, raw: { type: 'application/vnd.github.sha; charset=utf-8', bytes: Buffer.from(sha) } };
  const commit = await readCommit(git, sha);
  const base = commit.parents[0] ?? EMPTY_TREE;
  const files = await diffFiles(git, base, sha);
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  const { items, headers } = paginate({ ...call, query: { per_page: '100', ...call.query } }, files);
  const rendered = await Promise.all(items.map((file) => renderFile(world, base, sha, file)));
  return {
    status: 200,
    body: {
      ...renderCommit(world, commit),
      stats: { total: additions + deletions, additions, deletions },
      files: rendered,
    },
    headers,
  };
}

async function compare(call: Call, base: string, head: string): Promise<Reply> {
  const { world } = call;
  const { git } = world;
  const { code, stdout } = await git.run(['merge-base', base, head]);
  if (code !== 0) throw new Refusal(404, `No common ancestor between ${base} and ${head}.`);
  const start = stdout.toString().trim();
  const [ahead, behind, files] = await Promise.all([
    readLog(git, ['--reverse', head, `^${base}`]),
    git.text(['rev-list', '--count', base, `^${head}`]),
    diffFiles(git, start, head),
  ]);
  const { items, headers } = paginate({ ...call, query: { per_page: '100', ...call.query } }, ahead);
  const range = `${base}...${head}`;
  const page = `${repositoryPage(world)}/compare/${range}`;
  return {
    status: 200,
    headers,
    body: {
      url: `${repositoryApi(world)}/compare/${range}`,
      html_url: page,
      permalink_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      base_commit: renderCommit(world, await readCommit(git, base)),
      merge_base_commit: renderCommit(world, await readCommit(git, start)),
      status: relation(ahead.length, Number(behind)),
      ahead_by: ahead.length,
      behind_by: Number(behind),
      total_commits: ahead.length,
      commits: items.map((commit) => renderCommit(world, commit)),
      files: await Promise.all(files.slice(0, MAX_FILES).map((file) => renderFile(world, start, head, file))),
    },
  };
}

function relation(ahead: number, behind: number): 'identical' | 'ahead' | 'behind' | 'diverged' {
  if (ahead === 0) return behind === 0 ? 'identical' : 'behind';
  return behind === 0 ? 'ahead' : 'diverged';
}

function splitRange(range: string): [string, string] {
  const [base = '', head = ''] = range.split('...');
  return [base, head];
}
