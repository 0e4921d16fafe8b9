import { SMALL_REPOSITORY } from '../support/action/small-repository.ts';
import { edit, say } from '../support/model/action.ts';
import { contains } from '../support/model/expectation.ts';
import { coder, reviewer, script, type Script } from '../support/model/script.ts';

export const PLAN = [
  '# Plan',
  '',
  '## 1. Doubling',
  '',
  '### Checklist',
  '- [ ] `double(3)` is 6',
  '',
  '## 2. Tripling',
  '',
  'Depends on: 1',
  '',
  '### Specification',
  '`triple` in `src/calc.js` multiplies by three.',
  '',
  '### Checklist',
  '- [ ] `triple(3)` is 9',
  '- [ ] `triple(0)` is 0',
  '- [ ] Users like it',
  '',
].join('\n');

export const PLAN_REPOSITORY = { ...SMALL_REPOSITORY, 'docs/plan.md': PLAN };

const item = (words: string, status: string) => ({ item: words, status, evidence: 'Read and reckoned.' });

/** The second feature of the plan, of whose items two are verified. */
export const planned: Script = script('a feature of a plan file', [
  coder({
    prompt: contains('Tripling', 'Users like it', 'Tick items in docs/plan.md; that is done once they are verified.'),
    does: [edit('src/calc.js', 'n + 4', 'n * 3'), say('It multiplies now.')],
  }),
  reviewer({
    answers: {
      summary: 'As the plan says.',
      findings: [],
      acceptance: [
        item('`triple(3)` is 9', 'verified'),
        item('`triple(0)` is 0', 'verified'),
        item('Users like it', 'not-verifiable'),
      ],
    },
  }),
]);
