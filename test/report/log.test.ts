import { expect, test } from 'vitest';
import { FAILURE_CATEGORIES } from '../../src/failure.ts';
import { renderLogEnding, renderLogStep } from '../../src/report/log.ts';
import { renderRecord } from '../../src/report/record.ts';
import { REMEDIES } from '../../src/report/remedies.ts';
import { createRedactor } from '../../src/text/redact.ts';
import * as runs from './runs.ts';
import { started } from './started.ts';

test('a step shows time and cost so far', () => {
  expect(renderLogStep(runs.shown(runs.fixing()), { text: 'Checks: 3 of 3 pass', state: 'done' })).toBe(
    '  2:08    $0.084  ✓ Checks: 3 of 3 pass',
  );
});

test('a failure is told with its category, its remedy and where the work is', () => {
  expect(renderLogEnding(runs.shown(runs.failed()))).toEqual([
    'failed: The provider answered 429: quota exceeded',
    'usage-limit: The model’s provider refused more requests: a rate or usage limit is reached.',
    'Wait until the limit is lifted, raise it at the provider, or name a second `model` after a comma, which is then tried.',
    'the work is kept as patchwright/change.patch',
    '$0.084, 58,540 tokens, 3 min 12 s',
  ]);
});

test('each other ending is one line and what it left', () => {
  const first = [runs.verified(), runs.stopped(), runs.noChanges(), runs.declined()].map(
    (run) => renderLogEnding(runs.shown(run))[0],
  );
  expect(first).toEqual([
    'published: ✅ Verified',
    'needs-human: 1 check broken, 1 high finding open',
    'no-changes: no file was changed',
    'declined: The pull request comes from a fork, and pushing to forks is not possible yet.',
  ]);
  expect(renderLogEnding(runs.shown(runs.stopped()))).toContain(
    'draft pull request https://github.test/acme/durations/pull/57',
  );
  expect(renderLogEnding(runs.shown(started()))[0]).toBe('not finished: ⚪ Not reviewed');
});

test('every category of failure has what it means and what to do', () => {
  for (const category of FAILURE_CATEGORIES) {
    expect(REMEDIES[category].means).toMatch(/^[A-Z].*\.$/);
    expect(REMEDIES[category].todo).toMatch(/^[A-Z].*\.$/);
  }
});

test('the record is one versioned document with everything in it', () => {
  const sessions = [{ id: 'ses_1', role: 'coder', model: 'provider/small' }];
  const events = [{ at: '2026-01-02T03:04:06.000Z', what: 'phase', data: { name: 'task' } }];
  const text = renderRecord(runs.verified(), { sessions, events, redact: createRedactor([]) });
  const record: unknown = JSON.parse(text);
  expect(record).toMatchObject({
    version: 1,
    startedAt: '2026-01-02T03:04:05.000Z',
    endedAt: '2026-01-02T03:07:17.000Z',
    sessions,
    events,
    run: { outcome: 'published', verdict: 'pass-with-notes', publication: { branch: 'opencode/issue-42' } },
  });
  expect(text.endsWith('}\n')).toBe(true);
});
