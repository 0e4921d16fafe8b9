import type { Role } from '../../agent.ts';
import { PERMISSIONS } from '../configuration.ts';

type Action = 'allow' | 'deny';
type Permissions = Readonly<Record<string, Action | Readonly<Record<string, Action>>>>;

const OUTSIDE = { permission: 'external_directory', pattern: '*', action: 'deny' } as const;
/** A loop that is refused ends the turn with an error; Patchwright watches for loops itself. */
const LOOPS = { permission: 'doom_loop', pattern: '*', action: 'allow' } as const;

/**
 * A role's rules as configuration, since `run` takes none for its session. The stock agent has them whole. Every other
 * agent, a child session's for one, is denied the same and keeps what it is denied by itself.
 */
export function configuredPermissions(role: Role): Readonly<Record<string, unknown>> {
  const rules = [OUTSIDE, ...PERMISSIONS[role].map(answered), LOOPS];
  return {
    permission: asConfigured(rules.filter((rule) => rule.action === 'deny' || rule === LOOPS)),
    agent: { build: { permission: asConfigured(rules) } },
    // What is asked all the same is rejected by `run`; the model is told and goes on.
    experimental: { continue_loop_on_deny: true },
  };
}

type Answered = Readonly<{ permission: string; pattern: string; action: Action }>;

/** Nothing can be asked: what would be is denied. */
function answered({ permission, pattern, action }: (typeof PERMISSIONS)[Role][number]): Answered {
  return { permission, pattern, action: action === 'ask' ? 'deny' : action };
}

/** The last rule that matches counts, and rules are in the order of their keys. */
function asConfigured(rules: readonly Answered[]): Permissions {
  const byPermission = new Map<string, Readonly<Record<string, Action>>>();
  for (const { permission, pattern, action } of rules) {
    const patterns = { ...byPermission.get(permission), [pattern]: action };
    byPermission.delete(permission);
    byPermission.set(permission, patterns);
  }
  return Object.fromEntries([...byPermission].map(([permission, patterns]) => [permission, flat(patterns)] as const));
}

/** Some permissions take a plain action and no patterns. */
function flat(patterns: Readonly<Record<string, Action>>): Action | Readonly<Record<string, Action>> {
  const [only, ...more] = Object.entries(patterns);
  return only?.[0] === '*' && more.length === 0 ? only[1] : patterns;
}
