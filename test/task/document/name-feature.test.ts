import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { chooseFeature } from '../../../src/task/document/choose-feature.ts';
import { readPlan } from '../../../src/task/document/parse-document.ts';
import { parseCommand } from '../../../src/trigger/command.ts';

/** What `/opencode fix` followed by these words chooses. */
function chosen(text: string, words: string): string {
  const command = parseCommand(`/opencode fix ${words}`, ['/opencode']);
  if (command.kind !== 'command') return command.kind === 'none' ? 'no command' : command.reason;
  const { plan } = command.options;
  if (plan === undefined || command.instruction !== null) return `instruction: ${command.instruction}`;
  const choice = chooseFeature(readPlan(text, plan.file), plan.feature);
  return choice.kind === 'feature' ? choice.feature.text : choice.reply;
}

const questionOf = (text: string, path: string, wanted: string | null): string => {
  const choice = chooseFeature(readPlan(text, path), wanted);
  if (choice.kind === 'feature') throw new Error('no question');
  return choice.reply;
};
/** What a person copies from the reply: what stands in the last code span. */
const exampleIn = (reply: string): string => /, such as (`+) ?(.+?) ?\1\.$/.exec(reply)?.[2] ?? '';
const planOf = (...headings: readonly string[]): string =>
  `# P\n\n${headings.map((heading, index) => `## ${heading}\n- [ ] item ${index}\n`).join('\n')}`;

describe('the example of a question', () => {
  it.each([
    [['1. One', '2. Two'], '--plan p.md 1'],
    [['1.1 One', '1.2 Two'], '--plan p.md "1.1"'],
    [['F1: One', 'F2: Two'], '--plan p.md "F1"'],
    [['Sign-in page', 'Sign-out page'], '--plan p.md "Sign-in page"'],
    [['Say "hi" twice', 'Other'], '--plan p.md “Say "hi" twice”'],
    [['Same words', 'Same words', 'Other'], '--plan p.md "position 1"'],
    [['1. Same', '1. Same'], '--plan p.md "position 1"'],
    [['1. Same', '1. Other'], '--plan p.md "Same"'],
    [['fixes #3', 'Other'], '--plan p.md "position 1"'],
  ])('for %j is %s, which chooses the first', (headings, example) => {
    const text = planOf(...headings);
    expect(exampleIn(questionOf(text, 'p.md', null))).toBe(example);
    expect(chosen(text, example)).toContain('item 0');
  });

  it('says where each of several headings of the same words stands', () => {
    const reply = questionOf(planOf('Other', 'Same words', 'Same words'), 'p.md', 'same words');
    expect(reply).toMatch(/Same words, position 2 \(0 of 1 items done\)\n- Same words, position 3 /);
    expect(exampleIn(reply)).toBe('--plan p.md "position 2"');
  });

  it('chooses exactly one feature of whatever plan, written as a command', () => {
    const heading = fc.oneof(
      fc
        .tuple(
          fc.constantFrom(
            '',
            '1. ',
            '2) ',
            '02. ',
            '1.1 ',
            '1.2. ',
            'F1: ',
            'F-1 - ',
            'F2. ',
            'Feature 02 ',
            'US-3: ',
            '#4 - ',
          ),
          fc.constantFrom(
            'Sign-in',
            'Sign-in page',
            'A "b" c',
            '“q” „r“ "s"',
            'fixes #3',
            '2',
            'Position 2',
            '_x_',
            '@octo',
          ),
        )
        .map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 12 }).map((text) => `a${text.replaceAll(/[\r\n]/g, ' ')}b`),
    );
    const path = fc.constantFrom('p.md', 'docs/my plan.md', 'a"b.md', '-x.md');
    fc.assert(
      fc.property(fc.array(heading, { minLength: 2, maxLength: 6 }), path, (headings, file) => {
        const text = planOf(...headings);
        if (chooseFeature(readPlan(text, file), null).kind === 'feature') return;
        expect(chosen(text, exampleIn(questionOf(text, file, null)))).toMatch(/^## /);
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});

test.each(['2', '02', '#2', '2.', '2)', 'Feature 2', 'feature #2', '"2"', '"position 2"', 'step 2:'])(
  'Feature 02 is found by %s right behind the file',
  (words) => expect(chosen(planOf('Feature 01 One', 'Feature 02 Two'), `--plan p.md ${words}`)).toContain('item 1'),
);

test.each([
  ['1.2', '1.2 Two'],
  ['F2', 'F-2: Two'],
  ['f-2', 'F2: Two'],
  ['Phase 2', 'Phase 2: Two'],
])('%s right behind the file finds “%s”', (words, heading) => {
  expect(
    chosen(
      planOf(heading.replace('2', '1').replace('Two', 'One').replace('1.2', '1.1'), heading),
      `--plan p.md ${words}`,
    ),
  ).toContain('item 1');
});
