import { codeSpan } from '../text/markdown.ts';
import { plainLine } from '../text/neutral.ts';
import { inline } from '../text/prose.ts';
import type { CommandName } from '../trigger/trigger.ts';
import type { RunState } from './run.ts';
import { sentence } from './sentence.ts';
import { openFindings } from './standing.ts';

/** What a person can do next, as Markdown sentences that name only commands that work. */
export function choices(state: RunState): readonly string[] {
  if (state.invocation.command === 'review') return [`${say(state, 'retry')} reviews what was not reviewed.`];
  // It ended before any coder was asked.
  if (state.change === null && state.failure === null && state.invocation.target.kind !== 'repository')
    return isOfFork(state) ? aboutForkPlan(state) : aboutPlan(state);
  const pullRequest = state.publication?.pullRequest;
  if (!pullRequest) return [sentence(runAgain(state))];
  const here = `#${pullRequest.number}`;
  const retry = `${say(state, 'retry', '<your hint>')} on ${here} goes on from this work with your hint.`;
  if (!pullRequest.own) {
    return [
      retry,
      `Commit to ${codeSpan(state.publication?.branch ?? '')} yourself; ${say(state, 'fix', '<what is left>')} goes on from your commits.`,
    ];
  }
  const open = openFindings(state).map(({ id }) => inline(id, 20));
  const named = open.length > 5 ? `${open.slice(0, 5).join(', ')} and ${open.length - 5} more` : open.join(', ');
  const ready = open.length > 0 ? `with ${named} open` : 'as it is';
  return [
    retry,
    pullRequest.draft
      ? `${say(state, 'accept')} on ${here} marks it ready ${ready}.`
      : `Merge ${here} yourself once you have read the change.`,
    `${say(state, 'abandon')} on ${here} closes it and deletes its branch.`,
  ];
}

/** A plan that nobody worked by yet: to approve it, to answer it, or to have another. */
function aboutPlan(state: RunState): readonly string[] {
  const deciding = state.plan?.questions.find(({ changesPlan }) => changesPlan);
  if (deciding !== undefined) {
    const answers = deciding.choices.slice(0, 3).map((choice) => say(state, 'retry', plainLine(choice, 120)));
    return [
      ...answers.map((command) => `${command} plans with that answer.`),
      `Or any other answer after ${say(state, 'retry')}.`,
    ];
  }
  const another = `${say(state, 'retry', '<what should be different>')} makes another plan.`;
  if (state.outcome !== 'planned')
    return [another, `${say(state, 'fix')} works without a plan where \`plan\` is \`never\`.`];
  return [
    `${say(state, 'approve')} works by this very plan.`,
    another,
    'Do nothing: nothing was changed, and nothing more is paid for.',
  ];
}

/** Nothing is kept to go on with for a fork's branch: what is asked for again is asked for anew. */
function aboutForkPlan(state: RunState): readonly string[] {
  const again = `${say(state, state.invocation.command, '<what to do, and your answer>')} begins anew.`;
  if (state.outcome !== 'planned') return [again];
  return [
    again,
    'Push the branch to this repository and open a pull request from there, where a plan can be approved.',
  ];
}

function isOfFork({ invocation: { target } }: RunState): boolean {
  return target.kind === 'pull-request' && target.snapshot?.here === false;
}

function say({ phrase }: RunState, command: CommandName, words = ''): string {
  return codeSpan([phrase, command, words].filter((part) => part !== '').join(' '));
}

/** One line at the end of a pull request that is fine. */
export function goOn(state: RunState): string {
  const ways = [
    say(state, 'fix', '<what to change>'),
    say(state, 'review'),
    say(state, 'ask', '<question>'),
    say(state, 'abandon'),
  ];
  return `<sub>Go on: ${ways.join(' · ')}; work goes on top of this branch, your own commits included.</sub>`;
}

/** Commands that leave nothing to go on with: they are given again. */
const ITSELF: ReadonlySet<CommandName> = new Set(['review', 'ask', 'accept', 'abandon', 'stop', 'help']);

/** How the run is started once more, to stand at the start or the end of a sentence. */
export function runAgain(state: RunState): string {
  const { command, target } = state.invocation;
  if (ITSELF.has(command) && target.kind !== 'repository')
    return `to try again, comment ${say(state, command)} here once more`;
  switch (target.kind) {
    case 'issue':
    case 'pull-request':
      if (isOfFork(state)) return `to run again, comment ${codeSpan(`${state.phrase} fix <what to do>`)} here`;
      // Before it had a task there was nothing to keep.
      if (state.outcome === 'failed' && state.taskFile !== null)
        return `to go on without paying again for what was finished, comment ${say(state, 'retry')} here`;
      return `to run again, put the label ${codeSpan(state.label)} on again or comment ${codeSpan(`${state.phrase} fix <what to do>`)} here`;
    case 'repository':
      return 'to run again, start the workflow from the Actions tab or wait for its schedule';
  }
}
