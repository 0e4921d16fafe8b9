import { describe, expect, it, test } from 'vitest';
import { readFeature, type Reading } from '../../../src/task/document/fallbacks.ts';
import { readIssue, readPlan } from '../../../src/task/document/parse-document.ts';
import { saying } from '../../support/saying.ts';

const read = (body: string): Reading => {
  const [feature] = readIssue(body, 'Days').features;
  if (feature === undefined) throw new Error('no feature');
  return readFeature(feature);
};

describe('a box outside of every section', () => {
  it.each([
    'I/O errors are retried',
    'I can log in',
    'I am redirected to the page that I came from',
    'I18n: the labels are translated',
    'I will see a message when the upload fails',
    'We support days',
    'Weeks are read',
    'My profile shows the time zone',
    'Iterate once',
  ])('is work: %s', (text) => {
    expect(read(`Text\n\n- [ ] ${text}\n`)).toMatchObject({ changes: [text], notes: [] });
  });

  it.each([
    'I have searched the existing issues',
    "I've read the documentation",
    'I’m willing to submit a PR',
    'I agree to follow this project’s Code of Conduct',
    'I confirm that this is no duplicate',
    'i understand',
    'I searched',
    'I read the guide',
    'I checked the list',
    'I am aware of this',
    'We have read it',
    'Yes, I have read it',
    'By submitting this issue, I agree to follow the rules',
    'My code follows the style guidelines',
  ])('is no work where it is a declaration, which a form need not be told of: %s', (text) => {
    expect(read(`### What\n\nx\n\n### Terms\n\n- [ ] ${text}\n`)).toMatchObject({ changes: ['Days'], notes: [] });
    const byHand = read(`Text\n\n- [ ] one\n- [ ] ${text}\n`);
    expect(byHand).toMatchObject({ changes: ['one'], notes: [saying(text.slice(0, 20))] });
  });
});

describe('a list with a capital tick', () => {
  it.each(['', 'Text\n\n', '## Plan\n\n', '### Problem\n\nx\n\n### Plan\n\n'])(
    'keeps its open items behind %j',
    (before) => {
      const { changes, notes } = read(`${before}- [X] Parse days\n- [ ] Print days\n- [x] Say so\n- [ ] Weeks\n`);
      expect(changes).toEqual(['Print days', 'Weeks']);
      expect(notes).toEqual([]);
    },
  );

  it('counts as done in a plan and by hand, and is a choice in a form', () => {
    expect(read('- [X] Parse days\n').notes.join()).toContain('ticked already');
    const [feature] = readPlan('## 1. Days\n- [X] Parse\n- [ ] Print\n', 'p.md').features;
    expect(feature === undefined ? null : readFeature(feature).changes).toEqual(['Print']);
    expect(read('### Where\n\n- [X] Linux\n\n### Test scenarios\n\n- s\n').changes).toEqual(['s']);
  });

  it('names what of a form’s list was not chosen', () => {
    const { changes, notes } = read(
      '### Where\n\n- [X] Linux\n- [ ] Windows\n\n### Terms\n\n- [X] I agree\n- [ ] I would help\n',
    );
    expect(changes).toEqual(['Days']);
    expect(notes).toEqual(['Not taken as work, though their boxes are open: `Windows`.']);
  });
});

test('boxes beside a checklist are named, a few of many', () => {
  const others = Array.from({ length: 14 }, (_, index) => `- [ ] other ${index}\n`).join('');
  const { changes, notes } = read(`## Checklist\n- [ ] one\n## Notes\n- [x] done\n${others}`);
  expect(changes).toEqual(['one']);
  expect(notes).toEqual([saying(/`other 0`, .*`other 9` and 4 more\.$/)]);
});
