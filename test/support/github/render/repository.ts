import type { World } from '../world.ts';
import { nodeId } from './node-id.ts';
import { renderUser } from './user.ts';

/** The templated addresses that every form of a repository carries. */
const LINKS: Readonly<Record<string, string>> = {
  forks_url: '/forks',
  keys_url: '/keys{/key_id}',
  collaborators_url: '/collaborators{/collaborator}',
  teams_url: '/teams',
  hooks_url: '/hooks',
  issue_events_url: '/issues/events{/number}',
  events_url: '/events',
  assignees_url: '/assignees{/user}',
  branches_url: '/branches{/branch}',
  tags_url: '/tags',
  blobs_url: '/git/blobs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  git_refs_url: '/git/refs{/sha}',
  trees_url: '/git/trees{/sha}',
  statuses_url: '/statuses/{sha}',
  languages_url: '/languages',
  stargazers_url: '/stargazers',
  contributors_url: '/contributors',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  commits_url: '/commits{/sha}',
  git_commits_url: '/git/commits{/sha}',
  comments_url: '/comments{/number}',
  issue_comment_url: '/issues/comments{/number}',
  contents_url: '/contents/{+path}',
  compare_url: '/compare/{base}...{head}',
  merges_url: '/merges',
  archive_url: '/{archive_format}{/ref}',
  downloads_url: '/downloads',
  issues_url: '/issues{/number}',
  pulls_url: '/pulls{/number}',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  labels_url: '/labels{/name}',
  releases_url: '/releases{/id}',
  deployments_url: '/deployments',
};

const CREATED_AT = '2024-01-01T00:00:00Z';

export type RepositoryName = { readonly owner: string; readonly repo: string };

export const repositoryApi = ({ apiUrl, owner, repo }: World): string => `${apiUrl}/repos/${owner}/${repo}`;
export const repositoryPage = ({ serverUrl, owner, repo }: World): string => `${serverUrl}/${owner}/${repo}`;

/** The short form, as in workflow runs; a name other than the world's own is a fork. */
export function renderMinimalRepository(world: World, name: RepositoryName = world) {
  const { owner, repo } = name;
  const fork = owner !== world.owner || repo !== world.repo;
  const id = fork ? world.repositoryId + 1 : world.repositoryId;
  const url = `${world.apiUrl}/repos/${owner}/${repo}`;
  return {
    id,
    node_id: nodeId('R', id),
    name: repo,
    full_name: `${owner}/${repo}`,
    private: world.state.settings.private,
    owner: renderUser(world, owner),
    html_url: `${world.serverUrl}/${owner}/${repo}`,
    description: world.state.settings.description,
    fork,
    url,
    ...Object.fromEntries(Object.entries(LINKS).map(([key, path]) => [key, url + path])),
  };
}

/** The form that pull requests and webhook payloads embed. */
export function renderRepository(world: World, name: RepositoryName = world) {
  const { settings, issues } = world.state;
  const short = renderMinimalRepository(world, name);
  const openIssues = [...issues.values()].filter((issue) => issue.state === 'open').length;
  const host = new URL(world.serverUrl).host;
  return {
    ...short,
    created_at: CREATED_AT,
    updated_at: CREATED_AT,
    pushed_at: CREATED_AT,
    git_url: `git://${host}/${short.full_name}.git`,
    ssh_url: `git@${host}:${short.full_name}.git`,
    clone_url: `${short.html_url}.git`,
    svn_url: short.html_url,
    homepage: null,
    size: 1,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: settings.hasIssues,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    mirror_url: null,
    archived: settings.archived,
    disabled: false,
    open_issues_count: openIssues,
    license: null,
    allow_forking: true,
    allow_squash_merge: true,
    allow_merge_commit: true,
    allow_rebase_merge: true,
    delete_branch_on_merge: false,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: settings.private ? 'private' : 'public',
    forks: 0,
    open_issues: openIssues,
    watchers: 0,
    default_branch: settings.defaultBranch,
  };
}

/** The form that the repository's own route answers. */
export function renderFullRepository(world: World, mayPush: boolean) {
  return {
    ...renderRepository(world),
    permissions: { admin: false, maintain: false, push: mayPush, triage: mayPush, pull: true },
    temp_clone_token: '',
    allow_auto_merge: false,
    allow_update_branch: false,
    network_count: 0,
    subscribers_count: 0,
  };
}
