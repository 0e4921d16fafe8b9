import { describe, expect, test } from 'vitest';
import { renderPullRequestBody, renderPullRequestTitle } from '../../src/report/pull-request.ts';
import type { RunState } from '../../src/report/run.ts';
import { renderStatusComment } from '../../src/report/status-comment.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { COMMANDS } from '../../src/trigger/trigger.ts';
import { spent } from './parts.ts';
import * as plannedRuns from './planned-runs.ts';
import * as runs from './runs.ts';
import { started } from './started.ts';

function body(run: RunState): string {
  return renderPullRequestBody(runs.shown(run));
}

function comment(run: RunState): string {
  return renderStatusComment(runs.shown(run));
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

describe('a verified pull request', () => {
  const text = body(runs.verified());

  test('says in its first lines how it stands, what it does and which issue it closes', () => {
    const lines = text.split('\n');
    expect(lines[0]).toBe(
      '**✅ Verified** · 1 fix round · 3 of 3 checks · $0.084 · 3 min 12 s · [run](https://github.test/acme/durations/actions/runs/7)',
    );
    expect(lines.slice(2, 4)).toEqual(['> **In the coder’s words:**', '>']);
    expect(lines[4]).toContain('> `parseDuration` reads days');
    expect(lines[6]).toBe('Closes #42 · 2 files, +31 −4');
  });

  test('shows checks before and after, and what was asked for', () => {
    expect(text).toContain('| `npm test` | ❌ exit 1 | ✅ 8 s | **fixed** by this change |');
    expect(text).toContain('| ✅ `2d` gives 172800 | test “reads days”, new, passes |');
    expect(text).toContain('Found in: package.json scripts; set up by `npm ci` (package-lock.json).');
  });

  test('folds review, conditions, cost, scope and task', () => {
    expect(text.match(/<summary>.*(?=<\/summary>)/g)).toEqual([
      '<summary>Review: 2 findings, 1 resolved, 1 left as a note',
      '<summary>Verified: 7 of 7 conditions hold',
      '<summary>Cost: $0.084, 58,540 tokens; coder 77 % of them, judges 23 %',
      '<summary>Scope: <code>src/**</code>, <code>test/**</code>; 2 files, +31 −4; nothing held back',
      '<summary>Task, as the coder was given it',
    ]);
    expect(text).toContain('✅ resolved: test “adds days to hours” added');
    expect(text).toContain('| **total** |  |  |  | **11** | **19,980** | **34,200** | **4,360** | **$0.084** |');
    expect(text).toContain('Estimate: the same tokens all on `provider/large`, $0.190.');
    expect(text).toContain('"coder, round 0" : 31230');
    expect(text).toContain('Not confined: the agent');
  });

  test('has a title of one line', () => {
    expect(renderPullRequestTitle(runs.shown({ ...runs.verified(), title: 'fix: days\n\n[skip ci] fixes #1' }))).toBe(
      'fix: days [\u200Bskip ci] fixes #\u200B1',
    );
    expect(renderPullRequestTitle(runs.shown(started()))).toBe('Days are not read');
  });
});

describe('a draft', () => {
  test('that no check stands behind is reviewed, not verified, and names the condition', () => {
    const text = body(runs.reviewedOnly());
    expect(firstLine(text)).toContain('**☑️ Reviewed, not verified** · 1 fix round · 0 of 1 check, 1 not run');
    expect(text).toContain(
      'Not met: at least one check ran and passes (`npm test` could not be run: vitest: not found)',
    );
    expect(text).toContain('⚪ not run: vitest: not found');
  });

  test('that stopped short shows what is open, what was held back and the choices before anything else', () => {
    const text = body(runs.stopped());
    expect(firstLine(text)).toContain('**⚠️ 1 check broken, 1 high finding open** · 3 fix rounds · 1 of 2 checks');
    const order = [
      'Stopped after 3 fix rounds.',
      'Pick one:',
      '### 2 open findings',
      '### 1 path held back',
      '| acceptance |',
      '| check |',
    ];
    expect(order.map((part) => text.indexOf(part))).toEqual(
      order.map((part) => text.indexOf(part)).toSorted((a, b) => a - b),
    );
    for (const part of order) expect(text).toContain(part);
    expect(text).toContain('**F1** high · `src/parse.ts:18` · still there after 3 fixes');
    expect(text).toContain('expected 02:00');
    expect(text).toContain('| `.github/workflows/ci.yml` | protected path |');
    expect(text).toContain('CI does not start on this pull request');
  });

  test('whose review was void says so and asks for a reader', () => {
    const text = body(runs.inconclusive());
    expect(firstLine(text)).toContain('**❔ Inconclusive: the review cannot be relied on**');
    expect(text).toContain('The reviewer’s answer was not valid');
    expect(text).toContain('Read the change yourself before you merge it.');
  });

  test('of a run that failed does not close the issue', () => {
    const text = body({ ...runs.failed(), publication: runs.verified().publication });
    expect(text).not.toMatch(/closes #/i);
    expect(text).toContain('For [#42]');
  });
});

describe('the status comment', () => {
  test('shows steps, round, cost and the run while it works', () => {
    const text = comment(runs.fixing());
    expect(firstLine(text)).toBe(
      '**⏳ Working on it** · fix 1 of at most 3 · $0.084 so far · 2 min 8 s · [watch](https://github.test/acme/durations/actions/runs/7)',
    );
    expect(text).toContain('- [x] Review: 1 high, 1 low\n- [ ] **Fix 1** · editing `src/parse.ts`\n- [ ] Review again');
    expect(text).toContain('Requested by octocat through the label.');
    expect(text).not.toContain('@octocat');
  });

  test('is right before anything is known', () => {
    expect(firstLine(comment(started()))).toMatch(/^\*\*⏳ Working on it\*\* · 3 s · \[watch\]/);
  });

  test('leads to the pull request when it is done, and does not repeat its report', () => {
    const text = comment(runs.verified());
    expect(firstLine(text)).toContain('**✅ Verified** · [#57](https://github.test/acme/durations/pull/57)');
    expect(text).toContain('It is ready for your review.');
    expect(text).not.toContain('Verified: 7 of 7');
  });

  test('carries the whole report on a pull request of a person', () => {
    const text = comment(runs.onPersonsPullRequest());
    expect(text).toContain('Pushed to `read-days` of this pull request: 2 files, +31 −4.');
    expect(text).toContain('Verified: 7 of 7 conditions hold');
    expect(text).toContain('Requested by octocat in a comment.');
    expect(text).not.toContain('Closes');
  });

  test('asks a person by name when it stops short: what was tried, what is left, the choices', () => {
    const text = comment(runs.stopped());
    expect(firstLine(text)).toContain('**⚠️ Stopped after 3 fix rounds: your turn** · draft [#57]');
    expect(text).toContain(
      'Fix 2, told to take another approach: 2 files, fail; broken: npm test; open: F1, C1 (40 s)',
    );
    expect(text).toContain('`/opencode retry <your hint>` on #57 goes on from this work with your hint.');
    expect(text).toContain('`/opencode accept` on #57 marks it ready with F1, C1 open.');
    expect(text).toContain('`/opencode abandon` on #57 closes it and deletes its branch.');
    expect(text).toContain('Requested by @octocat through the label.');
  });

  test('tells that nothing changed, what the coder said, and how to ask again', () => {
    const text = comment(runs.noChanges());
    expect(firstLine(text)).toMatch(/^\*\*No changes\*\* · \$0\.084/);
    expect(text).toContain('> Days are read already since `1.4.0`');
    expect(text).toContain('put the label `opencode` on again or comment `/opencode fix <what to do>` here');
    expect(text).toContain('Cost: $0.084');
  });

  test('gives the reason when it declines', () => {
    expect(firstLine(comment(runs.declined()))).toBe(
      '**Declined** · The pull request comes from a fork, and pushing to forks is not possible yet.',
    );
  });

  test('says what failed, what to do and where the work is', () => {
    const text = comment(runs.failed());
    expect(text).toContain('**The provider answered 429: quota exceeded** (`usage-limit`)');
    expect(text).toContain(
      'Wait until the limit is lifted, raise it at the provider, or name a second `model` after a comma, which is then tried.',
    );
    expect(text).toContain('The work is in the run record as `patchwright/change.patch`');
    const early = comment({ ...runs.failed(), change: null, patch: null });
    expect(early).toContain('What was done could not be read.');
    const total = { ...runs.failed().total, requests: 0 };
    expect(comment({ ...runs.failed(), total, change: null, patch: null })).toContain(
      'Nothing was started, so no work is lost.',
    );
  });

  test('leads to the branch where no pull request could be opened', () => {
    const run = runs.verified();
    const publication = {
      ...run.publication,
      branch: 'opencode/issue-42',
      commit: 'c',
      asChecked: true,
      aside: null,
      pullRequest: null,
      compareUrl: 'https://github.test/compare/a...b',
      notes: ['Actions may not open pull requests here.'],
      spending: null,
    };
    const text = comment({ ...run, publication });
    expect(text).toContain(
      'The work is on the branch `opencode/issue-42`. [Look at it, or open a pull request from it](https://github.test/compare/a...b).',
    );
    expect(text).toContain('Actions may not open pull requests here.');
    expect(text).toContain('Verified: 7 of 7 conditions hold');
    expect(comment({ ...run, publication: { ...publication, aside: 'somebody pushed meanwhile' } })).toContain(
      'Somebody pushed meanwhile.',
    );
  });

  test('shows a plan that waits, step by step, and how to have it worked by', () => {
    const text = comment(plannedRuns.planned());
    expect(firstLine(text)).toContain('**📋 A plan, and nothing changed yet**');
    expect(text).toContain('1. **S1 Read days**');
    expect(text).toContain('2. **S2 Document days** (after S1)');
    expect(text).toContain('`/opencode approve` works by this very plan.');
  });

  test('asks the planner’s question with its answers as commands', () => {
    const text = comment(plannedRuns.asking());
    expect(text).toContain('Which of the two formats?');
    expect(text).toContain('`/opencode retry The long one` plans with that answer.');
  });

  test('tells what became of each step of a plan, and what the advisor found', () => {
    const text = body(plannedRuns.inSteps());
    expect(text).toContain('Steps: 1 of 2 steps done');
    expect(text).toContain('| **S2** Document days | ❌ failed: the model refused | ');
    expect(text).toContain('Advisor, who knew nothing of the rounds: read it once, found A1.');
  });

  test('tells of a step that was left open, or not done, when it was finished with the whole', () => {
    const run = plannedRuns.inSteps();
    const found = run.findings[0];
    if (found === undefined) throw new Error('No finding');
    const left = { ...found, id: 'U2', source: 'step' as const };
    const open = body({ ...run, findings: [left] });
    expect(open).toContain('Steps: 1 of 2 steps done<');
    expect(open).toMatch(/❌ failed: the model refused \| +\| U2 open \|/);
    const finished = body({ ...run, findings: [{ ...left, resolution: 'resolved' }] });
    expect(finished).toContain('Steps: 1 of 2 steps done, 1 finished with the whole');
    expect(finished).toMatch(/the model refused<br>✅ finished with the whole \| +\| U2 resolved later \|/);
  });

  test('never offers a command that does not work', () => {
    for (const run of [
      runs.fixing(),
      runs.verified(),
      runs.stopped(),
      runs.inconclusive(),
      runs.failed(),
      runs.noChanges(),
      runs.declined(),
      plannedRuns.planned(),
      plannedRuns.asking(),
    ]) {
      const commands = [...(comment(run) + body(run)).matchAll(/\/opencode (\w+)/g)].map((match) => match[1]);
      expect(new Set(commands).difference(new Set<string | undefined>(COMMANDS))).toEqual(new Set());
    }
  });
});

describe('cost', () => {
  test('of a model without a price is unpriced and never $0', () => {
    const text = body({ ...runs.verified(), ...spent('local/small', 'local/large', { priced: false }) });
    expect(firstLine(text)).toContain('unpriced, 58,540 tokens');
    expect(text).toContain(
      'Unpriced means that no price is known for `local/small`, `local/large`, not that it is free.',
    );
    expect(text).not.toContain('$0.0');
  });

  test('names scripted models as such', () => {
    const text = body({ ...runs.verified(), ...spent('scripted/coder', 'scripted/reviewer') });
    expect(text.match(/\| `scripted\/\w+` \(scripted\) \|/g)).toHaveLength(4);
  });
});

test('the summary has the story, the cost and the plots', () => {
  const text = renderSummary(runs.shown(runs.stopped()));
  expect(text).toMatch(/^## Read days in durations\n\n\*\*⚠️ Stopped after 3 fix rounds/);
  expect(text).toContain('### Cost: $0.084');
  expect(text).toContain('pie showData');
  expect(text).toContain('section Round 3');
  expect(text).toContain('### How it went');
});
