import type { Forge } from '../../forge/forge.ts';
import { readState, stateOfBranch } from '../../publish/state-store.ts';
import { MARKER_START } from '../../text/marker-start.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import { openState, type SavedState } from '../kept/saved-state.ts';

/** A description that Patchwright wrote tells of its own work; what was asked for stands in what the run before kept. */
export async function withoutOwnWords(
  invocation: Invocation,
  state: SavedState | null,
  forge: Forge,
): Promise<Invocation> {
  const { target } = invocation;
  if (target.kind !== 'pull-request' || !target.body.text.startsWith(MARKER_START)) return invocation;
  if (target.body.from.author !== (await forge.self())) return invocation;
  const asked = state?.invocation.target ?? null;
  const isKept = asked !== null && asked.kind !== 'repository' && !asked.body.text.startsWith(MARKER_START);
  const body = isKept ? asked.body : { ...target.body, text: '' };
  return { ...invocation, target: { ...target, body } };
}

/** The same for a command that reads: who judges a change is not to see what its coder said of it. */
export async function asPeopleAsked(invocation: Invocation, forge: Forge): Promise<Invocation> {
  const { target } = invocation;
  if (target.kind !== 'pull-request' || target.snapshot === null) return invocation;
  if (!target.body.text.startsWith(MARKER_START)) return invocation;
  const stored = await readState(forge, stateOfBranch(target.snapshot.head.branch));
  const state = stored === null ? null : (openState(stored.text, null)?.state ?? null);
  return await withoutOwnWords(invocation, state, forge);
}
