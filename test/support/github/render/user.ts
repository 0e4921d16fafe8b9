import { ensureUser, permissionOf, type User } from '../state.ts';
import type { World } from '../world.ts';
import { nodeId } from './node-id.ts';

/** An account as it is embedded in other objects. */
export function renderUser(world: World, login: string) {
  const { id, type } = ensureUser(world.state, login);
  const url = `${world.apiUrl}/users/${encodeURIComponent(login)}`;
  const page = type === 'Bot' ? `apps/${login.replace(/\[bot\]$/, '')}` : login;
  return {
    login,
    id,
    node_id: nodeId('U', id),
    avatar_url: `${world.serverUrl}/avatars/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `${world.serverUrl}/${page}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
  };
}

/** An account as its own page. */
export function renderProfile(world: World, user: User) {
  return {
    ...renderUser(world, user.login),
    name: user.name,
    company: null,
    blog: '',
    location: null,
    email: user.email,
    hireable: null,
    bio: null,
    twitter_username: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
  };
}

export function authorAssociation({ owner, state }: World, login: string): 'OWNER' | 'COLLABORATOR' | 'NONE' {
  if (login === owner) return 'OWNER';
  const permission = state.permissions.has(login) ? permissionOf(state, login) : 'none';
  return permission === 'none' ? 'NONE' : 'COLLABORATOR';
}

/** The address that GitHub gives to commits of an account. */
export function noReplyEmail(world: World, login: string): string {
  return `${ensureUser(world.state, login).id}+${login}@users.noreply.github.com`;
}
