import { expect, test } from 'vitest';
import { addRun, NO_RUNS } from '../../src/ledger/spending.ts';
import { mark } from '../../src/publish/marker.ts';
import { renderPullRequestBody } from '../../src/report/pull-request.ts';
import type { RunState } from '../../src/report/run.ts';
import { renderStatusComment } from '../../src/report/status-comment.ts';
import { renderSummary } from '../../src/report/summary.ts';
import * as runs from './runs.ts';

const LIMIT = 65_536;
const MEBIBYTE = 1_048_576;

/** Everything a hundred times, and each text as long as it is told. */
function huge(times: number, text: string): RunState {
  const run = runs.stopped();
  const many = <T>(items: readonly T[]): readonly T[] => Array.from({ length: times }, () => items).flat();
  return {
    ...run,
    summary: text.repeat(100),
    taskFile: text.repeat(500),
    notes: many([text]),
    checks: many(
      run.checks.map((check) => ({
        ...check,
        check: { ...check.check, command: text },
        after: { ...check.after, tail: text.repeat(50) },
      })),
    ),
    findings: many(run.findings.map((finding) => ({ ...finding, problem: text, evidence: text, suggestion: text }))),
    acceptance: many(run.acceptance.map((entry) => ({ ...entry, item: text, evidence: text }))),
    heldBack: many(run.heldBack.map((held) => ({ ...held, path: text, reason: text }))),
    scope: many([text]),
    spending: {
      branch: text.slice(0, 250),
      known: many(runs.again().spending?.known.runs ?? [])
        .map((one, index) => ({ ...one, run: 99_999_999_999 + index }))
        .reduce(addRun, NO_RUNS),
    },
    ledger: many(run.ledger),
    steps: many(run.steps.map((step) => ({ ...step, text }))),
    rounds: many(run.rounds),
    change: run.change === null ? null : { ...run.change, files: many(run.change.files) },
  };
}

test.each([
  [1, 'x'],
  [10, 'a sentence of a few words '],
  [100, 'a sentence of a few words '],
  [500, 'a | `b` | <c> & '.repeat(20)],
  [100, '$'.repeat(600)],
  [100, '\u202E'.repeat(300)],
  [100, '👍'.repeat(300)],
  [2000, 'word '.repeat(100)],
])('%i times everything fits what GitHub allows', (times, text) => {
  const run = runs.shown(huge(times, text));
  const { branch, known } = run.spending ?? { branch: '', known: NO_RUNS };
  const marker = { v: 1, kind: 'pull-request', branch, spending: known } as const;
  expect(mark(marker, renderPullRequestBody(run)).length).toBeLessThan(LIMIT);
  expect(renderStatusComment(run).length).toBeLessThan(LIMIT);
  expect(Buffer.byteLength(renderSummary(run))).toBeLessThan(MEBIBYTE);
});

test('what is left out is said, with the place where it is, and what matters most stays', () => {
  const run = { ...huge(200, 'a sentence of a few words '), spending: null };
  const text = renderPullRequestBody(runs.shown(run));
  expect(text).toMatch(
    /Left out to fit the size that GitHub allows: the plots; .*\. The run record has everything\.<\/sub>/,
  );
  expect(text).toContain('Pick one:');
  expect(text).toContain('### 400 open findings');
  expect(text).toMatch(/And \d+ more; the run record lists them\./);
  expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
});

test('the plots go first, and alone where that is enough', () => {
  const run = runs.stopped();
  const notes = Array.from({ length: 73 }, (_, index) => `${index} ${'n '.repeat(285)}`);
  const withoutPlots = Array.from({ length: 90 }, (_, index) => {
    const summary = 'word '.repeat(index * 8);
    const text = renderPullRequestBody(runs.shown({ ...run, summary, notes, taskFile: 'x'.repeat(11_000) }));
    if (text.includes('mermaid')) expect(text).not.toContain('Left out');
    return text.includes('that GitHub allows: the plots. The run record');
  });
  expect(withoutPlots).toContain(true);
});
