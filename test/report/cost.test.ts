import { describe, expect, test } from 'vitest';
import type { Tokens } from '../../src/agent/agent.ts';
import type { Total } from '../../src/ledger/ledger.ts';
import { addRun, MOST_LISTED, NO_RUNS } from '../../src/ledger/spending.ts';
import { renderLogEnding } from '../../src/report/log.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import { renderPullRequestBody } from '../../src/report/pull-request.ts';
import type { RunState } from '../../src/report/run.ts';
import { renderStatusComment } from '../../src/report/status-comment.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { spent } from './parts.ts';
import * as runs from './runs.ts';

const body = (run: RunState): string => renderPullRequestBody(runs.shown(run));
const comment = (run: RunState): string => renderStatusComment(runs.shown(run));
const everywhere = (run: RunState): string =>
  [body(run), comment(run), renderSummary(runs.shown(run)), ...renderLogEnding(runs.shown(run))].join('\n');

/** Lines of the part with that summary. */
function folded(text: string, summary: string): readonly string[] {
  const start = text.indexOf(`<details><summary>${summary}`);
  expect(start, summary).toBeGreaterThan(-1);
  return text.slice(start, text.indexOf('</details>', start)).trimEnd().split('\n');
}

describe('the cost of a run', () => {
  test('is told by round, phase, role and model, with what was reckoned and what no turn made', () => {
    expect(folded(body(runs.again()), 'Cost')).toEqual([
      '<details><summary>Cost: ≈ $0.086, ≈ 60,540 tokens; coder 78 % of them, judges 22 %</summary>',
      '',
      '| round | phase | role | model | requests | input | cached | output | cost |',
      '|--:|---|---|---|--:|--:|--:|--:|--:|',
      '| 0 | implement | coder | `provider/small` | 6 | 8,410 | 20,700 | 2,120 | $0.021 |',
      '| 0 | review | reviewer | `provider/large` | 1 | 5,070 | 2,000 | 1,000 | $0.027 |',
      '| 1 | fix | coder | `provider/small` | 3 | 4,000 | 9,100 | 1,000 | $0.011 |',
      '| 1 | review | reviewer | `provider/large` | 1 | 2,500 | 2,400 | 240 | $0.026 |',
      '| 1 | outside any turn | coder | `provider/small` | 1 | ≈ 2,000 | 0 | ≈ 0 | ≈ $0.002 |',
      '| **total** |  |  |  | **12** | **≈ 21,980** | **34,200** | **≈ 4,360** | **≈ $0.086** |',
      '',
      '- Doing the work took 78 % of the tokens and 38 % of the money, judging it 22 % of the tokens and 62 % of the money.',
      '- Estimate: the same tokens all on `provider/large`, $0.190. The run took 45 % of that. It is no measurement: another model takes other tokens and other steps for the same work.',
      '- Budget used: 2 % of $5.00, 3 % of 2,000,000 tokens, 12 of 500 requests.',
      '- Output includes 80 tokens of reasoning.',
      '- ≈: 1 request is reckoned from its size, because the provider did not say what it used.',
      '- Outside any turn: 1 request that no session of the run made, as when the agent calls the model from a script.',
      '',
      '```mermaid',
      'pie showData title Tokens by role and round',
      '  "coder, round 0" : 31230',
      '  "reviewer, round 0" : 8070',
      '  "coder, round 1" : 14100',
      '  "reviewer, round 1" : 5140',
      '  "coder, outside any turn" : 2000',
      '```',
    ]);
  });

  test('is marked as reckoned in the first line too', () => {
    expect(body(runs.again()).split('\n')[0]).toContain('· ≈ $0.086 ·');
  });

  test('without a price has shares of tokens alone, and no money anywhere', () => {
    const text = everywhere({
      ...runs.again(),
      ...spent('local/small', 'local/large', { priced: false, outside: 2000 }),
      estimate: null,
      budget: null,
      spending: null,
    });
    expect(text).toContain('Doing the work took 78 % of the tokens, judging it 22 % of the tokens.');
    expect(text).toContain('unpriced, ≈ 60,540 tokens');
    expect(text).not.toContain('$');
  });

  test('that is priced in part says so with what is known', () => {
    const { ledger, total } = spent('provider/small', 'local/large');
    const rows = ledger.map((row) => (row.role === 'reviewer' ? { ...row, cost: null } : row));
    const text = body({ ...runs.verified(), ledger: rows, total: { ...total, cost: null } });
    expect(text.split('\n')[0]).toContain('$0.031 and unpriced models, 58,540 tokens');
    expect(text).toContain('no price is known for `local/large`, not that it is free');
  });

  test('goes to the outputs as the gateway counted it', () => {
    const claimed = spent('a/b', 'a/b', { outside: 50_000 }).total;
    expect(outputsOf({ ...runs.verified(), claimed }, '/record')).toMatchObject({ cost: '0.084', tokens: '58540' });
    const unpriced = spent('a/b', 'a/c', { priced: false });
    expect(outputsOf({ ...runs.verified(), ...unpriced }, '/record')).toMatchObject({ cost: 'unpriced' });
  });

  test('so far stands in the status comment while it works', () => {
    expect(comment({ ...runs.fixing(), ...spent('a/b', 'a/c') }).split('\n')[0]).toContain('· $0.084 so far ·');
    const unpriced = { ...runs.fixing(), ...spent('a/b', 'a/c', { priced: false, outside: 100 }) };
    expect(comment(unpriced).split('\n')[0]).toContain('· unpriced, ≈ 58,640 tokens so far ·');
  });
});

/** Accounts of these tokens and dollars. */
function accounts(counted: readonly [number, number | null], said: readonly [number, number | null]): RunState {
  const total = ([input, cost]: readonly [number, number | null]): Total => {
    const tokens: Tokens = { input, output: 0, reasoning: 0, cacheRead: 0, cacheWrite: 0 };
    return { requests: 1, estimated: 0, tokens, cost };
  };
  return { ...runs.verified(), total: total(counted), claimed: total(said) };
}

describe('two accounts of one run', () => {
  test.each([
    ['by nothing', [10_000, 1], [10_000, 1]],
    ['by 0.9 % of the tokens', [10_000, 1], [9910, 1]],
    ['by 0.9 % of the money', [10_000, 1], [10_000, 1.009]],
    ['in nothing at all', [0, 0], [0, 0]],
    ['without a price, by 0.9 %', [10_000, null], [9910, null]],
    ['in that one has a price and the other not', [10_000, 1], [10_000, null]],
  ] as const)('that differ %s are one', (_, counted, said) => {
    expect(everywhere(accounts(counted, said))).not.toContain('Two accounts');
  });

  test.each([
    [
      'by 1.1 % of the tokens',
      [10_000, 1],
      [9890, 1],
      'the gateway counted 10,000 tokens and $1.00, OpenCode’s own account has 9,890 tokens and $1.00 (a difference of 1.1 %)',
    ],
    ['by 1.1 % of the money', [10_000, 1], [10_000, 1.011], 'has 10,000 tokens and $1.01 (a difference of 1.1 %)'],
    [
      'by 1.1 % without a price',
      [10_000, null],
      [10_110, null],
      'counted 10,000 tokens, OpenCode’s own account has 10,110 tokens',
    ],
    [
      'in that one has nothing',
      [0, 0],
      [500, 0.1],
      'counted nothing, OpenCode’s own account has 500 tokens and $0.100.',
    ],
    ['in that the other has nothing', [500, 0.1], [0, 0], 'account has nothing (a difference of 100.0 %)'],
  ] as const)('that differ %s are both told, where nobody has to unfold anything', (_, counted, said, words) => {
    const run = accounts(counted, said);
    for (const text of [body(run), comment(run), renderSummary(runs.shown(run))]) {
      const visible = text.replaceAll(/<details>[\s\S]*?<\/details>/g, '');
      expect(visible).toContain('- Two accounts of this run differ: ');
      expect(visible).toContain(words);
    }
    expect(renderLogEnding(runs.shown(run)).join('\n')).toContain(words);
  });

  test('are not compared while the run goes on', () => {
    expect(comment({ ...accounts([10_000, 1], [0, 0]), outcome: null })).not.toContain('Two accounts');
  });

  test('come with the causes that the run itself shows', () => {
    const causes = (run: RunState): string => /Likely causes: (.*)/.exec(body(run))?.[1] ?? '';
    expect(causes(runs.again())).toBe(
      '1 request outside any turn (2,000 tokens); 1 request for which the provider reported no usage.',
    );
    const differing = accounts([10_000, 1], [5000, 1]);
    expect(causes({ ...differing, agent: 'OpenCode 1.18.33 over run' })).toContain('child sessions');
    expect(causes({ ...differing, failure: runs.failed().failure })).toBe('a turn that was cut off.');
    expect(causes(differing)).toBe('turns that were cut off, or requests outside any session.');
  });
});

describe('the runs on one branch', () => {
  test('are listed newest first with their sum, the same in the pull request and in the status comment', () => {
    const list = folded(body(runs.again()), 'All 3 runs');
    expect(list).toEqual([
      '<details><summary>All 3 runs on <code>opencode/issue-42</code>: ≈ $0.296, ≈ 189,540 tokens</summary>',
      '',
      '| run | ended | how | tokens | cost |',
      '|---|---|---|--:|--:|',
      '| [7](https://github.test/acme/durations/actions/runs/7) | 2026-01-02 03:07 UTC | ✅ verified | ≈ 60,540 | ≈ $0.086 |',
      '| [6](https://github.test/acme/durations/actions/runs/6) | 2026-01-02 02:04 UTC | no changes | 9,000 | $0.010 |',
      '| [5](https://github.test/acme/durations/actions/runs/5) | 2026-01-01 03:04 UTC | ⚠️ needs a person | 120,000 | $0.200 |',
      '| **3 runs** |  |  | **≈ 189,540** | **≈ $0.296** |',
    ]);
    expect(folded(comment(runs.again()), 'All 3 runs')).toEqual(list);
    expect(folded(comment(runs.onPersonsPullRequest(runs.again())), 'All 3 runs')).toEqual(list);
    expect(body(runs.again()).indexOf('<!-- runs -->')).toBeGreaterThan(body(runs.again()).indexOf('Go on:'));
  });

  test('are not listed when there is only one', () => {
    const [first] = runs.again().spending?.known.runs ?? [];
    if (first === undefined) throw new Error('no run');
    const one = { ...runs.verified(), spending: { branch: 'opencode/issue-42', known: addRun(NO_RUNS, first) } };
    expect(everywhere(one)).not.toContain('<code>opencode/issue-42</code>');
    expect(body(one)).toMatch(/<!-- runs -->$/);
  });

  test('beyond twenty are told in one row, and an unpriced one keeps the sum from looking whole', () => {
    const spending = Array.from({ length: MOST_LISTED + 6 }, (_, index) => ({
      run: index + 1,
      at: Date.UTC(2026, 0, 1, index),
      ended: 'verified' as const,
      tokens: 1000,
      cost: index === 0 ? 0 : 0.01,
      unpriced: index === 0,
      estimated: 0,
    })).reduce(addRun, NO_RUNS);
    const list = folded(body({ ...runs.verified(), spending: { branch: 'b', known: spending } }), 'All 26 runs');
    expect(list[0]).toContain('$0.250 and unpriced models, 26,000 tokens');
    expect(list.filter((line) => line.startsWith('| ['))).toHaveLength(20);
    expect(list.at(-2)).toBe('| 6 older runs | 2026-01-01 05:00 UTC |  | 6,000 | $0.050 and unpriced models |');
    expect(list.at(-1)).toBe('| **26 runs** |  |  | **26,000** | **$0.250 and unpriced models** |');
  });

  test('that are not all known are not called all', () => {
    const { spending } = runs.again();
    if (spending === null) throw new Error('no runs');
    const lost = { ...spending, known: { ...spending.known, whole: false } };
    const words =
      '<sub>What earlier runs on `opencode/issue-42` used is not known any more, and not counted here.</sub>';
    expect(body({ ...runs.again(), spending: lost })).toContain('<summary>The last 3 runs on');
    expect(body({ ...runs.again(), spending: lost })).toContain(words);
    const alone = { ...lost, known: { ...lost.known, runs: lost.known.runs.slice(0, 1) } };
    expect(body({ ...runs.again(), spending: alone })).toContain(words);
    expect(comment({ ...runs.again(), spending: alone })).toContain(words);
  });

  test('are not listed while a run goes on', () => {
    expect(comment({ ...runs.again(), outcome: null })).not.toContain('All 3 runs');
  });
});
