import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildTask, type BuiltTask } from '../../../src/task/build-task.ts';
import { tickItems } from '../../../src/task/document/tick-items.ts';

const from = { what: 'issue body', author: null, at: null };
const build = (text: string, plan: boolean, feature: string | null): BuiltTask =>
  buildTask({
    invocation: {
      command: 'fix',
      instruction: null,
      options: {},
      target: {
        kind: 'issue',
        number: 1,
        title: { text: 'T', from },
        body: { text: plan ? '' : text, from },
        url: 'https://x.test',
      },
      actor: null,
      rerunBy: null,
      commentId: null,
      inline: false,
      thread: [],
      event: { name: 'issues', action: null, at: null },
    },
    scope: [],
    checks: [],
    files: new Set(['a.ts']),
    now: 0,
    run: 1,
    document: plan ? { path: 'p.md', text, feature } : null,
  });

const SECTIONS = [
  'User story',
  'Specification:',
  '**Checklist**',
  '2. Test scenarios',
  'Depends on',
  'Implementation sequence',
  '1. One',
  'Feature 2: Two',
  '',
];
const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '\0',
    '\r',
    '\r\n',
    '\u2028',
    '[ ]',
    '[x] a',
    '`a.ts`',
    '***',
    '__x__',
    '<!--',
    '-->',
    '<div>',
    '|',
    '| - |',
    '\uFEFF',
    '\uD800',
    '\t',
    '[a](',
    'feature 1',
  ),
);
const words = fc.array(word, { maxLength: 6 }).map((all) => all.join(' '));
const block = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.oneof(fc.constantFrom(...SECTIONS), words))
    .map(([level, text]) => `${'#'.repeat(level)} ${text}`),
  fc
    .array(fc.tuple(fc.nat(12), fc.constantFrom('- ', '* [ ] ', '1. [x] ', '+ [X] ', '- - - '), words))
    .map((items) => items.map(([depth, mark, text]) => ' '.repeat(depth * 2) + mark + text).join('\n')),
  fc
    .tuple(fc.constantFrom('```', '~~~~', '```gherkin\nScenario: x', '> ', '    ', '<details>'), words)
    .map(([open, text]) => `${open}\n${text}`),
  words,
  fc.constantFrom('Title\n===', '**Depends on:** 1-3, 2', '_No response_', '| a | b |\n|---|---|\n| 1 | 2 |'),
);
const markdown = fc
  .array(block, { maxLength: 25 })
  .chain((blocks) => fc.constantFrom('\n', '\n\n', '\r\n', '\r').map((end) => blocks.join(end)));

it('any Markdown becomes a task or a question, never an exception', () => {
  fc.assert(
    fc.property(markdown, fc.boolean(), fc.option(words), (text, plan, feature) => {
      const built = build(text, plan, feature);
      if (built.kind === 'question') expect(built.reply).not.toBe('');
      else expect(built.task.requiredChanges.length).toBeGreaterThan(0);
    }),
    { seed: 4, numRuns: 400 },
  );
});

it('ticking changes nothing but boxes, and only as many as it says', () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const built = build(text, false, null);
      const { text: after, ticked } = tickItems(text, null, built.kind === 'task' ? built.task.checklist : []);
      expect(after.length).toBe(text.length);
      const changed = text.split('').flatMap((unit, at) => (unit === after[at] ? [] : [`${unit}${after[at]}`]));
      expect(changed).toEqual(ticked.map(() => ' x'));
    }),
    { seed: 5, numRuns: 300 },
  );
});

it.each(
  Object.entries({
    'deep quotes': '> '.repeat(30_000),
    'deep lists on a line': '- '.repeat(30_000),
    'deep lists': Array.from({ length: 250 }, (_, depth) => `${' '.repeat(depth * 2)}- [ ] a`).join('\n'),
    'lazy lines': `> > > > > a\n${'b\n'.repeat(30_000)}`,
    'lines of nested lists': '- - - - a\n'.repeat(6000),
    headings: '# 1. a\n'.repeat(9000),
    'headings with sections': '# 1. a\n## Checklist\n- [ ] a\n'.repeat(2000),
    underlines: 'a\n=\n'.repeat(16_000),
    stars: '*'.repeat(65_000),
    dots: `${'.'.repeat(65_000)}x`,
    letters: 'a'.repeat(65_000),
    brackets: '['.repeat(65_000),
    boxes: '- [ ] a\n'.repeat(8000),
    ticks: '`'.repeat(65_000),
    definitions: '[a]: <\n'.repeat(9000),
  }),
)('%s take bounded time', (_, text) => {
  const before = performance.now();
  for (const plan of [true, false]) build(text, plan, null);
  expect(performance.now() - before).toBeLessThan(30_000);
});
