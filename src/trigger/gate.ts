import { asFailure, Failure } from '../failure.ts';
import type { Forge, Permission, PullRequestInfo } from '../forge/forge.ts';
import { MARKER_START } from '../text/marker-start.ts';
import { refusalOfEdits } from './fresh-edits.ts';
import { refusalOfHead } from './head-as-seen.ts';
import { asksForAuthor, outOfReach } from './reach.ts';
import { withThread } from './thread.ts';
import type { Actor, Asked, Invocation, SeenHead } from './trigger.ts';

export type Allowed = Readonly<{ allowedUsers: readonly string[]; allowedBots: readonly string[] }>;

type Task = Extract<Asked, { kind: 'task' }>;

const ENOUGH: ReadonlySet<Permission> = new Set(['admin', 'maintain', 'write']);

/**
 * Lets a trigger through when everybody who set it off may. Runs before anything is installed and before the model's
 * key is read. Throws a Failure when the forge cannot tell, so that no error lets anybody in.
 */
export async function gate(trigger: Asked, forge: Forge, allowed: Allowed): Promise<Asked> {
  const { invocation } = trigger;
  // It asks for nothing: what goes is kept for work on what is closed, and that the forge itself is asked about.
  if (trigger.kind === 'tidy') return trigger;
  for (const who of askers(invocation)) {
    const reason = await refusalOf(who, forge, allowed);
    // To strangers nothing is said: a reply would let anybody make the bot comment.
    if (reason !== null) return { kind: 'declined', reason, said: false, invocation };
  }
  if (trigger.kind === 'declined') return trigger;
  if ((await forge.info()).archived) {
    const reason = 'The repository is archived, so nothing can be published. Unarchive it first.';
    return { kind: 'declined', reason, said: false, invocation };
  }
  const mayAsk = async (login: string): Promise<boolean> => (await refusalOf(askerOf(login), forge, allowed)) === null;
  const edits = await refusalOfEdits(invocation, { forge, mayAsk });
  return edits === null
    ? await reachTarget(trigger, forge)
    : { kind: 'declined', reason: edits, said: true, invocation };
}

type Asker = Readonly<Pick<Actor, 'login' | 'kind'>>;

function askers({ actor, rerunBy }: Invocation): readonly Asker[] {
  return [actor, rerunBy === null ? null : askerOf(rerunBy)].filter((who) => who !== null);
}

function askerOf(login: string): Asker {
  return { login, kind: login.endsWith('[bot]') ? 'bot' : 'person' };
}

/** Bots need to be named: one that writes for strangers would lend them its permission. */
async function refusalOf(who: Asker, forge: Forge, allowed: Allowed): Promise<string | null> {
  if (who.kind === 'bot') {
    return includesLogin(allowed.allowedBots, who.login) ? null : `The bot ${who.login} is not among allowed-bots.`;
  }
  if (includesLogin(allowed.allowedUsers, who.login)) return null;
  const permission = await permissionOf(who.login, forge);
  if (ENOUGH.has(permission)) return null;
  return `${who.login} has the permission "${permission}" on ${forge.repository}; write is needed, or a place in allowed-users.`;
}

async function permissionOf(login: string, forge: Forge): Promise<Permission> {
  try {
    return await forge.permissionOf(login);
  } catch (error) {
    const { message, hint } = asFailure(error);
    throw new Failure('forge', `Could not check the permission of ${login}, so nothing was started: ${message}`, {
      hint,
      cause: error,
    });
  }
}

/** Logins are the same to GitHub whatever their case; apart from that only an exact one counts. */
function includesLogin(logins: readonly string[], login: string): boolean {
  return logins.some((name) => name.toLowerCase() === login.toLowerCase());
}

const UNSEEN: SeenHead = { inEvent: null, named: null };

/** Pins a pull request to the commits that it stands at, where the command can work on it, and reads what is around it. */
async function reachTarget({ invocation, review, seen = UNSEEN }: Task, forge: Forge): Promise<Asked> {
  const { command, target, event } = invocation;
  if (target.kind !== 'pull-request') return { kind: 'task', invocation };
  const pull = await forge.pullRequest(target.number);
  const here = pull.head.repository?.toLowerCase() === forge.repository.toLowerCase();
  const own = asksForAuthor(command) ? await isOwn(pull, forge) : false;
  const state = pull.merged ? 'merged' : pull.state;
  const reason =
    outOfReach(command, { kind: 'pull-request', state, here, own, byEvent: event.name === 'pull_request' }) ??
    (await refusalOfHead(invocation, pull, { seen, forge }));
  if (reason !== null) return { kind: 'declined', reason, said: true, invocation };
  const { head, base } = pull;
  const snapshot = { head: { branch: head.branch, sha: head.sha }, base, here };
  const pinned = { ...invocation, target: { ...target, snapshot } };
  return { kind: 'task', invocation: await withThread(pinned, forge, review) };
}

/** With the token of a person, their own pull requests have the bot's author, and not its marker. */
async function isOwn({ author, body }: PullRequestInfo, forge: Forge): Promise<boolean> {
  return body.startsWith(MARKER_START) && author === (await forge.self());
}
