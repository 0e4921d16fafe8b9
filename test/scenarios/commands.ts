import type { Outcome } from '../../src/report/run.ts';
import type { CommandName } from '../../src/trigger/trigger.ts';

/** Where a command can be said. */
export const PLACES = {
  issue: 'an issue',
  own: 'a pull request of Patchwright’s',
  person: 'a person’s pull request',
  fork: 'a pull request from a fork',
  'closed-issue': 'a closed issue',
  'closed-pull': 'a closed pull request',
  inline: 'a thread on a line of a pull request',
} as const;
export type Place = keyof typeof PLACES;

/** What comes of a command in one place: the tests play it, and docs/commands.md is made of it. */
export type Cell = Readonly<{
  outcome: Outcome;
  /** What happens, for people. */
  does: string;
  /** What the reply or the status comment has in it. */
  says: string;
  /** The gate refuses it, before anything else is looked at. */
  refused: boolean;
}>;

type Row = Readonly<Record<Place, Cell>>;

const ends = (outcome: Outcome, does: string, says = ''): Cell => ({ outcome, does, says, refused: false });
const refused = (does: string, says: string): Cell => ({ outcome: 'declined', does, says, refused: true });

const FORK = refused(
  'A fork’s branch is not Patchwright’s to write to; the reply names `fix`, `review` and `ask`.',
  'fork',
);
const FORK_PATCH = 'as a patch to apply in a comment; nothing is pushed.';
const CLOSED_ISSUE = refused('It is to be reopened first.', 'closed');
const CLOSED_PULL = refused('It is to be reopened first; a merged one needs a new issue.', 'closed');
const CLOSED = { fork: FORK, 'closed-issue': CLOSED_ISSUE, 'closed-pull': CLOSED_PULL } as const;
const NOT_OWN = refused('It is not Patchwright’s; the reply says what to do instead.', 'somebody else');

/** The same in every place, open or closed. */
const everywhere = (cell: Cell): Row => ({
  issue: cell,
  own: cell,
  person: cell,
  fork: cell,
  'closed-issue': cell,
  'closed-pull': cell,
  inline: cell,
});

const NOTHING_LEFT = ends(
  'declined',
  'Goes on with the last run that stopped short; where there is none, the reply says so.',
  'nothing',
);

export const COMMAND_TABLE: Readonly<Record<CommandName, Row>> = {
  fix: {
    issue: ends('published', 'Opens a pull request, or goes on with the one that is open for the issue.'),
    own: ends('published', 'Goes on with its branch.'),
    person: ends('published', 'Commits to its branch; its title and description stay as they are.'),
    inline: ends('published', 'Commits to its branch, with file, line, hunk and thread in the task.'),
    ...CLOSED,
    fork: ends('answered', `Works on its head in the sandbox, and leaves the change ${FORK_PATCH}`, 'git apply'),
  },
  auto: {
    issue: ends('published', 'Plans it in steps, does them, and opens a pull request.'),
    own: ends('published', 'Plans it in steps, and goes on with its branch.'),
    person: ends('published', 'Plans it in steps, and commits to its branch.'),
    inline: ends('published', 'Plans it in steps, with the thread in the task, and commits to its branch.'),
    ...CLOSED,
    fork: ends('answered', `Plans it in steps, and leaves the change ${FORK_PATCH}`, 'git apply'),
  },
  plan: {
    issue: ends('planned', 'Shows the plan, which then waits for `approve`.'),
    own: ends('planned', 'Shows the plan for what is to change on its branch.'),
    person: ends('planned', 'Shows the plan for what is to change on its branch.'),
    inline: ends('planned', 'Shows the plan, made with the thread in the task.'),
    ...CLOSED,
  },
  review: {
    issue: refused('It is for pull requests; the reply names `ask`.', 'for pull requests'),
    own: ends('answered', 'Leaves one review with comments on lines.'),
    person: ends('answered', 'Leaves one review with comments on lines.'),
    fork: ends('answered', 'Leaves one review with comments on lines; nothing of the fork is run.'),
    'closed-issue': refused('It is for pull requests; the reply names `ask`.', 'for pull requests'),
    'closed-pull': CLOSED_PULL,
    inline: ends('answered', 'Leaves one review of the whole pull request, with the thread in mind.'),
  },
  ask: {
    ...everywhere(ends('answered', 'Answers in a comment, and changes nothing.', 'double')),
    fork: ends('answered', 'Answers in a comment, and changes nothing: reading needs no branch.', 'double'),
    inline: ends('answered', 'Answers in a comment, with file, line, hunk and thread in the question.', 'double'),
  },
  approve: {
    issue: ends('published', 'Does what the plan that waits says; where none waits, the reply says so.'),
    own: ends('published', 'Does what the plan that waits says; where none waits, the reply says so.'),
    person: ends('published', 'Does what the plan that waits says; where none waits, the reply says so.'),
    inline: ends('published', 'The same as in any other comment there: a plan belongs to the whole pull request.'),
    ...CLOSED,
  },
  retry: {
    issue: NOTHING_LEFT,
    own: NOTHING_LEFT,
    person: NOTHING_LEFT,
    fork: ends(
      'declined',
      'Goes on with a review that stopped short; where there is none, the reply says so.',
      'nothing',
    ),
    'closed-issue': CLOSED_ISSUE,
    'closed-pull': CLOSED_PULL,
    inline: NOTHING_LEFT,
  },
  accept: {
    issue: ends('answered', 'Takes the open pull request for it: no draft any more.', 'Accepted #'),
    own: ends('answered', 'Makes it ready, and says in its description who took it.', 'Accepted #'),
    person: NOT_OWN,
    fork: NOT_OWN,
    'closed-issue': CLOSED_ISSUE,
    'closed-pull': CLOSED_PULL,
    inline: ends('answered', 'Takes the pull request that the thread is on.', 'Accepted #'),
  },
  abandon: {
    issue: ends('answered', 'Closes the pull request for it, and deletes its branch.', 'Closed #'),
    own: ends('answered', 'Closes it, and deletes its branch unless others have committed to it.', 'Closed #'),
    person: NOT_OWN,
    fork: NOT_OWN,
    'closed-issue': ends('answered', 'Closes the pull request for it, and deletes its branch.', 'Closed #'),
    'closed-pull': ends('answered', 'Deletes the branch that was left.', 'Deleted its branch'),
    inline: ends('answered', 'Closes the pull request that the thread is on, and deletes its branch.', 'Closed #'),
  },
  stop: {
    ...everywhere(
      ends('answered', 'Cancels the run that is at work here; where none is, the reply says so.', 'Stopped the'),
    ),
    own: ends('answered', 'Cancels the run at work here or on the issue that its branch is for.', 'Stopped the'),
  },
  help: everywhere(ends('answered', 'Lists the commands, or explains one.', '/opencode fix')),
};
