import type { Role } from './agent.ts';

/** Agents' servers: what one knows, all of its sessions may learn, so those who judge do not share one with who is judged. */
export type ServerName = 'coder' | 'judges';

export function serverOf(role: Role): ServerName {
  return role === 'coder' ? 'coder' : 'judges';
}
