import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildTask, type BuiltTask } from '../../../src/task/build-task.ts';
import { askedOnPull } from '../context/asked.ts';
import { PLAN } from './plan.ts';

const TABLE = '## Test scenarios\n\n| given | then |\n| --- | --- |\n| `1d` | 86400 |\n| `2d` | 172800 |\n';
const FORM =
  '### What\n\nIt loses days.\n\n### Depends on\n\n_No response_\n\n### Where\n\n- [X] Linux\n- [ ] Windows\n';
const BLOCKS = [
  ...PLAN.split('\n\n'),
  TABLE,
  FORM,
  'Test scenarios:\nIt parses.\n\nIt prints\nweeks.',
  '**Deliverable standard**\nNo warnings.',
  '**Depends on:**\nFeature 2\nRequires: feature 3',
  '- [ ] one\n  more of it\n\n  - [ ] nested\n- [x] two',
  'Title\n=====',
  '```gherkin\nScenario: a\n\n  Given b\n```',
  '> - [ ] quoted\nlazy',
  '<!--\n- [ ] hidden\n-->',
];

function build(text: string, given: 'plan' | 'body'): BuiltTask {
  const built = buildTask({
    invocation: askedOnPull({ body: given === 'body' ? text : '' }),
    scope: [],
    checks: [],
    files: new Set(['src/parse.ts', 'docs/format.md']),
    now: 0,
    run: 1,
    document: given === 'plan' ? { path: 'p.md', text, feature: '2' } : null,
  });
  if (built.kind === 'question') return built;
  // What somebody wrote is quoted as it was written.
  const context = built.task.context.map((part) => ({ ...part, text: part.text.replaceAll('\r\n', '\n') }));
  return { ...built, task: { ...built.task, context } };
}

const withReturns = (text: string): string => text.replaceAll('\n', '\r\n');

it('a document with the line ends of Windows gives the same task', () => {
  expect(build(withReturns(PLAN), 'plan')).toEqual(build(PLAN, 'plan'));
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...BLOCKS), { maxLength: 12 }).map((blocks) => blocks.join('\n\n')),
      fc.constantFrom('plan', 'body'),
      (text, given) => {
        expect(build(withReturns(text), given)).toEqual(build(text, given));
      },
    ),
    { seed: 6, numRuns: 100 },
  );
});

it('tables and labels are read with them', () => {
  const read = (text: string) => {
    const built = build(withReturns(text), 'body');
    return built.kind === 'task' ? built.task : null;
  };
  expect(read(TABLE)?.requiredChanges).toEqual(['`1d` — 86400', '`2d` — 172800']);
  expect(read('Test scenarios:\nIt parses.')?.acceptance).toEqual(['It parses.']);
  expect(read('**Deliverable standard**\nNo warnings.')?.standard).toEqual(['No warnings.']);
});
