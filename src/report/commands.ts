import { codeSpan } from '../text/markdown.ts';
import { count } from './figures.ts';
import type { RunState } from './run.ts';
import { openFindings } from './standing.ts';

/** What a person can do next, as Markdown sentences that name only commands that work. */
export function choices(state: RunState): readonly string[] {
  const pullRequest = state.publication?.pullRequest;
  if (!pullRequest) return [runAgain(state)];
  const findings = openFindings(state);
  const first = findings[0]?.id;
  const left = findings.length > 0 ? `the ${count(findings.length, 'open finding')}` : 'what is open';
  return [
    `${codeSpan(`${state.phrase} fix ${first ? `${first}: ` : ''}<your hint>`)} on #${pullRequest.number} goes on from this work with your hint`,
    `Commit to ${codeSpan(state.publication?.branch ?? '')} yourself, then ${codeSpan(`${state.phrase} fix`)} checks and reviews it again on top of your commits`,
    pullRequest.own
      ? `Mark #${pullRequest.number} ready yourself if you can live with ${left}, or close it to drop the work`
      : `Merge #${pullRequest.number} yourself if you can live with ${left}`,
  ];
}

/** One line at the end of a pull request that is fine. */
export function goOn(state: RunState): string {
  return `<sub>Go on: comment ${codeSpan(`${state.phrase} fix <what to change>`)} here; it works on top of this branch, your own commits included.</sub>`;
}

/** How the run is started once more. */
export function runAgain(state: RunState): string {
  const command = codeSpan(`${state.phrase} fix <what to do>`);
  switch (state.request.target.kind) {
    case 'issue':
    case 'pull-request':
      return `Comment ${command} here, or put the label ${codeSpan(state.label)} on again, to run again`;
    case 'repository':
      return 'Start the workflow again from the Actions tab, or wait for its schedule';
  }
}
