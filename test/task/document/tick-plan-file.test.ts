import { expect, it } from 'vitest';
import { chooseFeature } from '../../../src/task/document/choose-feature.ts';
import { readFeature } from '../../../src/task/document/fallbacks.ts';
import { readPlan } from '../../../src/task/document/parse-document.ts';
import { tickItems, untickItems } from '../../../src/task/document/tick-items.ts';

const OWN = '# Release\n## Checklist\n- [ ] Tests pass\n- [ ] Announced\n';
const FEATURE = '## Tripling\n### Checklist\n- [ ] Tests pass\n';

it('the only feature of a plan is ticked where its task was read, not in the plan’s own checklist', () => {
  for (const text of [`${OWN}${FEATURE}`, `# Release\n${FEATURE}${OWN.replace('# Release\n', '')}`]) {
    const choice = chooseFeature(readPlan(text, 'p.md'), null);
    if (choice.kind === 'question') throw new Error(choice.reply);
    const { open } = readFeature(choice.feature);
    const { text: after, ticked } = tickItems(text, null, open);
    expect(ticked).toEqual(open);
    expect(after).toBe(text.replace(FEATURE, FEATURE.replace('[ ]', '[x]')));
    expect(untickItems(after, null, { before: text, keep: [] }).text).toBe(text);
  }
});

it('a box that the coder ticked with a capital is opened again', () => {
  const text = '# Tripling\n- [ ] One\n- [ ] Two\n';
  const after = untickItems(text.replaceAll('[ ]', '[X]'), null, { before: text, keep: ['Two'] });
  expect(after.text).toBe('# Tripling\n- [ ] One\n- [X] Two\n');
});

it('a feature that the coder adds to the plan does not keep a box ticked', () => {
  const text = '# Plan\n## Tripling\n### Checklist\n- [ ] One\n';
  const ticked = `${text.replace('[ ]', '[x]')}## Other\n### Checklist\n- [ ] Two\n`;
  const { text: after, unticked } = untickItems(ticked, null, { before: text, keep: [] });
  expect([after, unticked]).toEqual([ticked.replace('[x]', '[ ]'), ['One']]);
  expect(tickItems(ticked, null, ['Two']).ticked).toEqual([]);
});
