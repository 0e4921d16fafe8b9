import { describe, expect, test } from 'vitest';
import type { RunState } from '../../src/report/run.ts';
import { renderStatusComment } from '../../src/report/status-comment.ts';
import { patchIn } from '../support/action/applied.ts';
import { shown, stopped, verified } from './runs.ts';

const BASE = 'b'.repeat(40);
const PATCH = 'diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -1 +1,2 @@\n one\n+```\n';
const from = { what: 'pull request', author: 'stranger', at: null };
const snapshot = { head: { branch: 'main', sha: BASE }, base: { branch: 'main', sha: BASE }, here: false };

/** A run on a fork's pull request, which ended with a patch. */
function onFork(state: RunState, offered: RunState['offered'] = { base: BASE, text: PATCH }): RunState {
  const about = { number: 7, title: { text: 'Theirs', from }, body: { text: '', from }, url: 'https://github.test/7' };
  const invocation = { ...state.invocation, target: { kind: 'pull-request', ...about, snapshot } } as const;
  const outcome = state.outcome === 'published' ? 'answered' : state.outcome;
  return { ...state, invocation, publication: null, offered, outcome };
}

const render = (state: RunState): string => renderStatusComment(shown(state));

describe('the comment on a fork’s pull request', () => {
  test.each([
    ['verified', verified()],
    ['stopped', stopped()],
  ])('of a run that is %s has the patch letter for letter, and how to apply it', (_, state) => {
    const text = render(onFork(state));
    expect(patchIn(text)).toBe(PATCH);
    expect(text).toContain('`git apply change.patch`');
    expect(text).toContain(BASE.slice(0, 12));
    expect(text).toContain('Nothing was pushed');
    expect(text).not.toMatch(/Pushed to|on the branch/);
  });

  test('has the patch whatever else is in it, as long as it is shown', () => {
    const evil = '```diff\nnot the patch\n';
    const state = onFork({ ...verified(), summary: evil, notes: [evil, '<pre>', '<!--'], taskFile: evil });
    const long = `${PATCH}${'+a line of it\n'.repeat(1300)}`;
    const text = render({ ...state, offered: { base: BASE, text: long } });
    expect(text).toContain(`\n${long}\`\`\``);
    expect(text.length).toBeLessThan(65_536);
  });

  test('names the run record where a comment cannot have the patch, and what is in it besides', () => {
    const text = render(onFork({ ...stopped(), patch: '/record/change.patch' }, { base: BASE, text: null }));
    expect(text).toContain('`/record/change.patch`');
    expect(text).toMatch(/with \d+ paths? that the guard holds back/);
    expect(patchIn(text)).toBeNull();
  });

  test('names no command that does not work there', () => {
    const failed = { category: 'budget', message: 'Spent.', hint: '' } as const;
    const question = { question: 'Which?', changesPlan: true, choices: ['this one', 'that one'] };
    const plan = { goal: 'g', assumptions: [], steps: [], risks: [], questions: [] };
    for (const state of [
      onFork({ ...stopped(), outcome: 'failed', failure: failed, taskFile: '# x' }),
      onFork({ ...stopped(), change: null, outcome: 'planned', plan }, null),
      onFork({ ...stopped(), change: null, plan: { ...plan, questions: [question] } }, null),
    ])
      expect(render(state)).not.toMatch(/\/opencode (?:retry|approve|accept|abandon)/);
  });
});
