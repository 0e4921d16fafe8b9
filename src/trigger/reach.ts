import type { CommandName } from './trigger.ts';

/** What a command is said on, as far as it matters to whether it can work there. */
export type Reached =
  | Readonly<{ kind: 'issue'; open: boolean }>
  | Readonly<{
      kind: 'pull-request';
      state: 'open' | 'closed' | 'merged';
      /** Its branch is in this repository. */
      here: boolean;
      /** Patchwright opened it. */
      own: boolean;
      /** The event is one of the pull request itself, as when a label is put on. */
      byEvent: boolean;
    }>;

type Reach = Readonly<{
  issues: boolean;
  /** Closed and merged ones, too. */
  closed: boolean;
  /** Pull requests from forks, whose branches nobody here may write to. */
  forks: boolean | 'in-comments';
  /** Pull requests that a person opened. */
  others: boolean;
}>;

const EVERYWHERE: Reach = { issues: true, closed: true, forks: true, others: true };
const WHERE_IT_CAN_WRITE: Reach = { issues: true, closed: false, forks: false, others: true };
/** What goes on a fork's branch is told as a patch. */
const WHERE_IT_CAN_TELL: Reach = { ...WHERE_IT_CAN_WRITE, forks: 'in-comments' };
const ITS_OWN: Reach = { issues: true, closed: false, forks: false, others: false };

const REACH: Readonly<Record<CommandName, Reach>> = {
  fix: WHERE_IT_CAN_TELL,
  auto: WHERE_IT_CAN_TELL,
  plan: WHERE_IT_CAN_WRITE,
  approve: WHERE_IT_CAN_WRITE,
  review: { issues: false, closed: false, forks: true, others: true },
  // A review that stopped short can be gone on with on a fork's.
  retry: { ...WHERE_IT_CAN_WRITE, forks: true },
  accept: ITS_OWN,
  // What was closed by hand may have left a branch.
  abandon: { ...ITS_OWN, closed: true },
  ask: EVERYWHERE,
  stop: EVERYWHERE,
  help: EVERYWHERE,
};

/** Whether the reach of a command depends on who opened the pull request, which takes a question to the forge to tell. */
export function asksForAuthor(command: CommandName): boolean {
  return !REACH[command].others;
}

/** Why a command cannot work on that, with what to do instead, for the person who gave it; null when it can. */
export function outOfReach(command: CommandName, target: Reached): string | null {
  const reach = REACH[command];
  if (target.kind === 'issue') {
    if (!reach.issues)
      return `The command \`${command}\` is for pull requests, and this is an issue. \`ask\` answers questions about it.`;
    return target.open || reach.closed ? null : 'This issue is closed. Reopen it, then label or comment again.';
  }
  if (!target.own && !reach.others) return notItsOwn(command);
  if (target.state === 'merged' && (!reach.closed || command === 'abandon')) {
    return 'This pull request is merged, so there is nothing left to work on. Open an issue for what is still to be done.';
  }
  if (target.state === 'closed' && !reach.closed) {
    return 'This pull request is closed. Reopen it, then label or comment again.';
  }
  return target.here ? null : notFromFork(reach, target);
}

function notFromFork({ forks }: Reach, { byEvent }: Extract<Reached, { kind: 'pull-request' }>): string | null {
  const isTold = forks === 'in-comments' && byEvent;
  if (forks !== false && !isTold) return null;
  const what = 'This pull request comes from a fork';
  if (isTold)
    return `${what}, and to events like this one GitHub gives neither secrets nor a token that may write. Write the command in a comment.`;
  return (
    `${what}, whose branch Patchwright does not write to. \`fix\` works here and answers with a patch to apply, and ` +
    '`review` and `ask` work; for the rest, push the branch to this repository and open the pull request from there.'
  );
}

function notItsOwn(command: CommandName): string {
  const instead = command === 'accept' ? 'Mark it ready or merge it yourself' : 'Close it yourself';
  return `The command \`${command}\` is for pull requests that Patchwright opened, and this one is somebody else's. ${instead}.`;
}
