import { describe, expect, it } from 'vitest';
import { chooseFeature } from '../../../src/task/document/choose-feature.ts';
import type { Feature } from '../../../src/task/document/document.ts';
import { readFeature } from '../../../src/task/document/fallbacks.ts';
import { readIssue, readPlan } from '../../../src/task/document/parse-document.ts';
import { unfinishedPrerequisites } from '../../../src/task/document/prerequisites.ts';
import { tickItems } from '../../../src/task/document/tick-items.ts';
import { PLAN } from './plan.ts';

const plan = readPlan(PLAN, 'docs/plan.md');
const chosen = (wanted: string | null, document = plan): Feature | string => {
  const choice = chooseFeature(document, wanted);
  return choice.kind === 'feature' ? choice.feature : choice.reply;
};
const feature = (wanted: string, document = plan): Feature => {
  const found = chosen(wanted, document);
  if (typeof found === 'string') throw new Error(found);
  return found;
};
const issue = (body: string) => readFeature(feature('Days', readIssue(body, 'Days')));

describe('a plan file', () => {
  it('holds features with number, title and heading, one without sections beside them', () => {
    expect(plan.features.map(({ number, title }) => [number, title])).toEqual([
      ['1', 'Hours'],
      ['2', 'Days in durations'],
      ['3', 'Weeks'],
      ['4', 'Months in durations'],
    ]);
  });

  it('has each section found whatever its level, numbering, emphasis and case', () => {
    const { sections, text } = feature('2');
    expect(Object.keys(sections).toSorted()).toEqual([
      'authority',
      'checklist',
      'prerequisites',
      'scenarios',
      'sequence',
      'specification',
      'standard',
      'story',
    ]);
    expect(text.startsWith('## 2. Days')).toBe(true);
    expect(text).not.toContain('Weeks');
  });

  it('is read into what is to be done, and how it is told to be done', () => {
    expect(readFeature(feature('2'))).toEqual({
      changes: ['Parser: days in src/parse.ts: with a test', 'Read me'],
      covered: ['Parser: days in src/parse.ts', 'Read me'],
      open: ['Parser', 'Parser: days in src/parse.ts', 'Read me'],
      acceptance: ['`2d` — 172800', 'Scenario: both — Given 1d2h Then 93600', 'Errors: `2dd` is refused'],
      standard: ['documented'],
      steps: ['test', 'parser, see feature 4'],
      notes: [],
    });
  });

  it('names what comes before a feature and is not done', () => {
    expect(unfinishedPrerequisites(feature('2'), plan).map(({ heading }) => heading)).toEqual([
      '3. Weeks',
      '4. Months in durations',
    ]);
    const ordered = readPlan(
      '# P\n## Implementation sequence\n1. Feature 2\n2. Feature 1\n## 1. One\n- [ ] a\n## 2. Two\n- [ ] b\n',
      'p',
    );
    expect(unfinishedPrerequisites(feature('1', ordered), ordered).map(({ title }) => title)).toEqual(['Two']);
    expect(unfinishedPrerequisites(feature('2', ordered), ordered)).toEqual([]);
  });

  it('without any section has numbered headings, headings with boxes, or itself for features', () => {
    const titles = (text: string) => readPlan(text, 'p.md').features.map(({ title }) => title);
    expect(titles('# P\n## Intro\n## 1) One\n## 2) Two\n### 2.1 Part\n')).toEqual(['One', 'Two']);
    expect(titles('# P\n## One\n- [ ] a\n## Two\n- [ ] b\n## Notes\n')).toEqual(['One', 'Two']);
    expect(titles('# P\ntext\n')).toEqual(['P']);
    expect(titles('text\n')).toEqual(['p.md']);
    expect(titles('# One\n## User story\nx\n## Checklist\n- [ ] y\n')).toEqual(['One']);
  });
});

describe('the choice of a feature', () => {
  it('goes by number, whole heading, title and part of the title', () => {
    for (const words of ['2', '#2', 'feature 2', '2. days in durations', 'Days in durations', 'DAYS']) {
      expect(chosen(words)).toMatchObject({ number: '2' });
    }
    const unnumbered = readPlan('## One\n- [ ] a\n## Two\n- [ ] b\n', 'p.md');
    expect(chosen('2', unnumbered)).toMatchObject({ title: 'Two' });
  });

  it('is a question that lists the candidates when several match, none does, or none was named', () => {
    expect(chosen('in durations')).toMatch(/2 features[\s\S]*Days in durations \(2 of 5 items done\)\n[^\n]*Months/);
    expect(chosen('in durations')).not.toContain('Weeks');
    expect(chosen('9')).toMatch(/No feature[\s\S]*Hours[\s\S]*Weeks/);
    expect(chosen(null)).toMatch(/has 4 features/);
  });

  it('is asked in Markdown in which nothing of the plan or the command acts', () => {
    const hostile = readPlan('## 1. @octo <b>x</b> #3\n- [ ] a\n## 2. ![i](https://x.test/i.png)\n- [ ] b\n', 'p.md');
    const reply = chosen('`@nobody', hostile);
    expect(reply).not.toMatch(/<b>|\]\(https/);
    expect(reply).toContain('@\u200Bocto');
    expect(reply).toContain('`` `@nobody ``');
  });
});

describe('an issue', () => {
  it('falls back from the checklist on boxes, scenarios, the specification and the title', () => {
    expect(issue('### Plan\n- [ ] box\n### Test scenarios\n- s').changes).toEqual(['box']);
    expect(issue('### Test scenarios\n- s\n### Specification\n- b').changes).toEqual(['s']);
    expect(issue('### Specification\ntext\n- b').changes).toEqual(['b']);
    expect(issue('text').changes).toEqual(['Days']);
    expect(issue('### Checklist\n- plain\n### Notes\n- [ ] other').changes).toEqual(['plain']);
    expect(issue('- [x] done').notes.join()).toContain('ticked already');
    expect(issue('### Test scenarios\n- s').notes.join()).toContain('taken from Test scenarios');
    expect(issue('### Deliverable standard\n- d').acceptance).toEqual(['d']);
  });

  it('from a form is read without its empty fields and what was only chosen or attested', () => {
    const body = `### Test scenarios\n\n_No response_\n\n### Version\n\n1.2\n\n### Platforms\n\n- [X] Linux\n- [ ] Windows\n
### Terms\n\n- [ ] I would send a pull request\n\n### Tasks\n\n- [ ] do it\n\n### Log\n\n\`\`\`shell\n- [ ] no\n\`\`\`\n`;
    expect(issue(body).changes).toEqual(['do it']);
    expect(issue(body.replace('### Tasks\n\n- [ ] do it', '')).changes).toEqual(['Days']);
  });

  it('has no items in comments, quotes and code', () => {
    expect(issue('<!--\n- [ ] a\n-->\n> - [ ] b\n\n    - [ ] c\n\n- [ ]d\n').changes).toEqual(['Days']);
  });
});

describe('ticking', () => {
  it('ticks the named items of that feature and leaves every other byte', () => {
    const crlf = `\uFEFF${PLAN.replaceAll('\n', '\r\n')}`;
    const { text, ticked } = tickItems(crlf, '2. Days in durations', ['Read me', 'days in src/parse.ts', 'nothing']);
    expect(ticked).toEqual(['Parser: days in src/parse.ts', 'Read me']);
    const expected = crlf.replace('- [ ] days', '- [x] days').replace('- [ ] Read me', '- [x] Read me');
    expect(text).toBe(expected);
    expect(tickItems(crlf, '9. Nothing', ['Read me'])).toEqual({ text: crlf, ticked: [] });
  });

  it('ticks one box for each name, and none where the words alone name several', () => {
    const twice = '- A\n  - [ ] same\n- B\n  - [ ] same\n';
    expect(tickItems(twice, null, ['same']).ticked).toEqual([]);
    expect(tickItems(twice, null, ['B: same']).text).toBe('- A\n  - [ ] same\n- B\n  - [x] same\n');
    expect(tickItems('- [ ] a\n- [ ] a\n', null, ['a']).text).toBe('- [x] a\n- [ ] a\n');
  });
});
