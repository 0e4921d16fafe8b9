import type { Forge, PullRequestInfo } from '../forge/forge.ts';
import type { CommandName, Invocation, SeenHead } from './trigger.ts';

/** Commands that do something with what the pull request holds. The others answer, or end something. */
const BOUND: ReadonlySet<CommandName> = new Set(['fix', 'auto', 'plan', 'review', 'approve', 'retry', 'accept']);

/**
 * Why the head of a pull request is not what the actor saw, null when it is: whoever wrote a command let no commit in that
 * was pushed after it. Times are those at which the forge got the pushes, as dates in commits are forged easily. It tells
 * nothing of a push in the very second of the command, nor whether the actor had looked at what was there. What cannot be
 * told counts as moved.
 */
export async function refusalOfHead(
  { command, event }: Invocation,
  pull: PullRequestInfo,
  { seen, forge }: Readonly<{ seen: SeenHead; forge: Pick<Forge, 'movesOf' | 'self'> }>,
): Promise<string | null> {
  if (!BOUND.has(command)) return null;
  const { sha, branch, repository } = pull.head;
  if (seen.named !== null) return sha.startsWith(seen.named) ? null : anotherCommit(pull, seen.named);
  if (seen.inEvent === sha || event.at === null) return null;
  const moves = repository === null ? null : await forge.movesOf({ repository, branch });
  // Read after the head: a push in between is the newest move and not that head.
  if (moves === null || moves[0]?.to !== sha) return untold(pull, command);
  const asked = Date.parse(event.at);
  const later = moves.filter(({ at }) => Date.parse(at) > asked);
  if (later.length === 0 && seen.inEvent === null) return null;
  // What a run of its own pushed went through the guard, and its next command may have waited for that.
  const self = await forge.self();
  return later.length > 0 && later.every(({ by }) => by === self) ? null : movedSince(pull, command);
}

function anotherCommit({ number, head }: PullRequestInfo, named: string): string {
  return `#${number} stands at \`${short(head.sha)}\` and not at \`${short(named)}\`, so nothing was done. Look at what was pushed, and name that commit.`;
}

/** For who asked before the last push. */
export function movedSince({ number, head }: PullRequestInfo, command: CommandName): string {
  return `#${number} was moved to \`${short(head.sha)}\` after this was asked for, so nothing was done. ${remedy(head.sha, command)}`;
}

function untold({ number, head }: PullRequestInfo, command: CommandName): string {
  return `GitHub does not tell whether \`${short(head.sha)}\` was pushed to #${number} before this was asked for, so nothing was done. ${remedy(head.sha, command)}`;
}

function remedy(sha: string, command: CommandName): string {
  if (command === 'accept') return 'Look at it and say it again, or mark the pull request ready yourself.';
  if (command === 'approve') return 'Look at it and say it again.';
  return `Look at it, then say \`${command} ${short(sha)}\`.`;
}

function short(sha: string): string {
  return sha.slice(0, 10);
}
