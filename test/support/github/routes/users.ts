import { notFound } from '../failure.ts';
import { notAccessible } from '../permissions.ts';
import { renderProfile, renderUser } from '../render/user.ts';
import { ensureUser, permissionOf, type Permission } from '../state.ts';
import { param, type Routes } from '../world.ts';

/** What the permission route calls the roles, which it knew before there were five. */
const LEGACY: Readonly<Record<Permission, string>> = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
  none: 'none',
};
const RANK: readonly Permission[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

export const userRoutes: Routes = {
  'users/get-authenticated': ({ world, actor }) => {
    if (actor.type === 'Bot') throw notAccessible(actor.type);
    return { status: 200, body: renderProfile(world, ensureUser(world.state, actor.login)) };
  },

  'users/get-by-username': (call) => ({ status: 200, body: renderProfile(call.world, findUser(call)) }),

  'repos/get-collaborator-permission-level': (call) => {
    const { world } = call;
    const username = param(call, 'username');
    const user = [...world.state.users.values()].find(({ login }) => login.toLowerCase() === username.toLowerCase());
    if (user?.type !== 'User') throw notFound(`${username} is not a user`);
    const role = permissionOf(world.state, user.login);
    const atLeast = (permission: Permission): boolean => RANK.indexOf(role) >= RANK.indexOf(permission);
    const permissions = {
      pull: atLeast('read'),
      triage: atLeast('triage'),
      push: atLeast('write'),
      maintain: atLeast('maintain'),
      admin: atLeast('admin'),
    };
    return {
      status: 200,
      body: {
        permission: LEGACY[role],
        role_name: role,
        user: { ...renderUser(world, user.login), permissions, role_name: role },
      },
    };
  },

  'rate-limit/get': () => {
    const rate = { limit: 5000, used: 0, remaining: 5000, reset: Math.floor(Date.now() / 1000) + 3600 };
    return {
      status: 200,
      body: { resources: { core: rate, search: { ...rate, limit: 30, remaining: 30 }, graphql: rate }, rate },
    };
  },
};

function findUser(call: Parameters<typeof param>[0]) {
  const username = param(call, 'username').toLowerCase();
  const user = [...call.world.state.users.values()].find(({ login }) => login.toLowerCase() === username);
  if (!user) throw notFound();
  return user;
}
