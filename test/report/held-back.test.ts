import { expect, test } from 'vitest';
import { heldContent } from '../../src/guard/held-content.ts';
import { renderPullRequestBody } from '../../src/report/pull-request.ts';
import type { RunState } from '../../src/report/run.ts';
import { file } from './parts.ts';
import { onPersonsPullRequest, shown, stopped } from './runs.ts';

const content = heldContent(file('docs/the agents/AGENTS.md', 'added'), null);

function holding(state: RunState): RunState {
  const reason = 'It is protected.';
  return {
    ...state,
    heldBack: [
      { path: 'docs/the agents/AGENTS.md', rule: 'protected-path', reason, content },
      { path: '.npmrc', rule: 'secret', reason, content: null },
    ],
  };
}

test('what a person may take as it is stands there with the command that takes just that, and nothing else does', () => {
  const text = renderPullRequestBody(shown(holding(stopped())));
  expect(text).toContain(`- \`/opencode accept "docs/the agents/AGENTS.md"@${content.digest}\``);
  expect(text).not.toContain('accept .npmrc');
});

test('on a person’s own pull request, where no path can be accepted, no such command is told', () => {
  expect(renderPullRequestBody(shown(holding(onPersonsPullRequest())))).not.toContain('accept "docs');
});
