import { codeSpan } from '../text/markdown.ts';
import { count } from './figures.ts';
import type { RunState } from './run.ts';
import { sentence } from './sentence.ts';
import { openFindings } from './standing.ts';

/** What a person can do next, as Markdown sentences that name only commands that work. */
export function choices(state: RunState): readonly string[] {
  const pullRequest = state.publication?.pullRequest;
  if (!pullRequest) return [sentence(runAgain(state))];
  const findings = openFindings(state);
  const first = findings[0]?.id;
  const after =
    findings.length > 0
      ? `if you can live with the ${count(findings.length, 'open finding')}`
      : 'once you have read the change';
  const here = `#${pullRequest.number}`;
  return [
    `${codeSpan(`${state.phrase} fix ${first ? `${first}: ` : ''}<your hint>`)} on ${here} goes on from this work with your hint.`,
    `Commit to ${codeSpan(state.publication?.branch ?? '')} yourself; ${codeSpan(`${state.phrase} fix <what is left>`)} on ${here} goes on from your commits.`,
    pullRequest.draft
      ? `Mark ${here} ready yourself ${after}, or close it to drop the work.`
      : `Merge ${here} yourself ${after}.`,
  ];
}

/** One line at the end of a pull request that is fine. */
export function goOn(state: RunState): string {
  return `<sub>Go on: comment ${codeSpan(`${state.phrase} fix <what to change>`)} here; it works on top of this branch, your own commits included.</sub>`;
}

/** How the run is started once more, to stand at the start or the end of a sentence. */
export function runAgain(state: RunState): string {
  switch (state.invocation.target.kind) {
    case 'issue':
    case 'pull-request':
      return `to run again, put the label ${codeSpan(state.label)} on again or comment ${codeSpan(`${state.phrase} fix <what to do>`)} here`;
    case 'repository':
      return 'to run again, start the workflow from the Actions tab or wait for its schedule';
  }
}
