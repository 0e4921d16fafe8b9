import { describe, expect, it } from 'vitest';
import { HALF, OTHER_HALF, PASS, passAtOnce } from '../scenarios/small.ts';
import { SMALL_REPOSITORY } from '../support/action/small-repository.ts';
import { setStage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';
import { bash, edit, fails, say, write } from '../support/model/action.ts';
import { contains } from '../support/model/expectation.ts';
import { coder, reviewer, script } from '../support/model/script.ts';

const NO_FIX = { inputs: { 'max-fix-rounds': '0' } };

describe('a second run does not make good what the first left bad', () => {
  it('when a check was broken: it is judged against where the branch left its base', async () => {
    await using stage = await setStage({
      script: script('a broken check stays broken', [
        coder({ session: 'c1', does: [edit('src/calc.js', 'n + 2', 'n + 3'), say('Done.')] }),
        reviewer({ session: 'r1', answers: PASS }),
        coder({ session: 'c2', does: [write('NOTES.md', 'harmless\n'), say('Done.')] }),
        reviewer({ session: 'r2', prompt: contains('n + 3', 'NOTES.md'), answers: PASS }),
      ]),
    });
    await using first = await stage.label(NO_FIX);
    await using second = await stage.label(NO_FIX);
    stage.model.assertDone();
    expect([first.outputs['verdict'], second.outputs['verdict']]).toEqual(['fail', 'fail']);
    expect(second.outputs['outcome']).toBe('needs-human');
    const [pull] = whatStands(stage.github).pulls();
    expect(pull?.pull.draft).toBe(true);
    expect(pull?.body).toContain('**broken** by this change');
  });

  it('when a check was made to pass by its definition', async () => {
    await using stage = await setStage({
      script: script('a definition stays touched', [
        coder({ session: 'c1', does: [edit('package.json', 'node --test', 'true'), say('Done.')] }),
        reviewer({ session: 'r1', answers: PASS }),
        coder({ session: 'c2', does: [write('NOTES.md', 'harmless\n'), say('Done.')] }),
        reviewer({ session: 'r2', answers: PASS }),
      ]),
    });
    await using _first = await stage.label(NO_FIX);
    await using _second = await stage.label(NO_FIX);
    const [pull] = whatStands(stage.github).pulls();
    expect(pull?.pull.draft).toBe(true);
    expect(pull?.body).toContain('❌ The definitions of the checks are untouched');
  });
});

describe('what a check leaves behind', () => {
  const files = {
    ...SMALL_REPOSITORY,
    'package.json': JSON.stringify({
      name: 'calc',
      type: 'module',
      scripts: { test: 'node --test', lint: 'node scripts/lint.js' },
    }),
    'scripts/lint.js':
      "import { double } from '../src/calc.js';\nif (double(3) !== 5 && double(3) !== 6) process.exit(1);\n",
  };

  it('does not help the next one: the tree is put back between them', async () => {
    const rewriting = [
      "import { readFileSync, writeFileSync } from 'node:fs';",
      "import test from 'node:test';",
      "test('rewrites', () => writeFileSync('src/calc.js', readFileSync('src/calc.js', 'utf8').replace('n + 7', 'n * 2')));",
    ].join('\n');
    await using stage = await setStage({
      files,
      script: passAtOnce('a test that rewrites', [
        edit('src/calc.js', 'n + 2', 'n + 7'),
        write('test/calc.test.js', `${rewriting}\n`),
      ]),
    });
    await using run = await stage.label(NO_FIX);
    expect(run.outputs).toMatchObject({ verdict: 'fail', outcome: 'needs-human' });
    expect(whatStands(stage.github).pulls()[0]?.body).toMatch(/npm run lint.*broken/);
  });

  it('does not help the next round: dependencies are those of setup again', async () => {
    const planting = [
      "import { mkdirSync, writeFileSync } from 'node:fs';",
      "import test from 'node:test';",
      "test('plants', () => { mkdirSync('node_modules/planted', { recursive: true }); writeFileSync('node_modules/planted/index.js', 'export default 1;'); });",
    ].join('\n');
    await using stage = await setStage({
      script: script('a planted dependency', [
        coder({ round: 0, does: [HALF, write('test/plant.test.js', `${planting}\n`), say('Done.')] }),
        reviewer({
          round: 0,
          answers: {
            ...PASS,
            findings: [
              {
                severity: 'high',
                category: 'x',
                path: null,
                line: null,
                problem: 'p',
                evidence: 'e',
                suggestion: '',
                confidence: 'high',
              },
            ],
          },
        }),
        coder({
          round: 1,
          does: [
            bash('rm test/plant.test.js'),
            write(
              'test/uses.test.js',
              "import 'planted/index.js';\nimport test from 'node:test';\ntest('uses', () => {});\n",
            ),
            say('Done.'),
          ],
        }),
        reviewer({ round: 1, answers: { ...PASS, resolutions: [{ id: 'F1', status: 'resolved', evidence: 'gone' }] } }),
      ]),
    });
    await using run = await stage.label({ inputs: { 'max-fix-rounds': '1' } });
    expect(run.outputs['verdict']).toBe('fail');
    expect(whatStands(stage.github).pulls()[0]?.pull.draft).toBe(true);
  });
});

describe('a claim is made of the tree it was earned on', () => {
  it('not of work that was cut off before anything was checked', async () => {
    await using stage = await setStage({ script: script('cut off at once', [coder({ does: [HALF, fails(401)] })]) });
    await using _run = await stage.label();
    const body = whatStands(stage.github).pulls()[0]?.body ?? '';
    expect(body).toContain('was not checked and reviewed as a whole');
    expect(body).not.toMatch(/✅ What is published is what was checked/);
    expect(body).not.toMatch(/Review: \d+ look/);
  });

  it('not of work that went on after the checks that are known', async () => {
    await using stage = await setStage({
      script: script('cut off in a fix', [
        coder({ does: [HALF, say('Half.')] }),
        reviewer({
          answers: {
            ...PASS,
            findings: [
              {
                severity: 'high',
                category: 'x',
                path: null,
                line: null,
                problem: 'p',
                evidence: 'e',
                suggestion: '',
                confidence: 'high',
              },
            ],
          },
        }),
        coder({ does: [OTHER_HALF, fails(401)] }),
      ]),
    });
    await using _run = await stage.label();
    const body = whatStands(stage.github).pulls()[0]?.body ?? '';
    expect(body).toContain('was not checked and reviewed as a whole');
    expect(body).not.toContain('1 of 1 check');
  });

  it('and a fix round that takes everything back is told so, with what is still open', async () => {
    await using stage = await setStage({
      script: script('taken back', [
        coder({ does: [HALF, say('Half.')] }),
        reviewer({
          answers: {
            ...PASS,
            findings: [
              {
                severity: 'critical',
                category: 'x',
                path: null,
                line: null,
                problem: 'p',
                evidence: 'e',
                suggestion: '',
                confidence: 'high',
              },
            ],
          },
        }),
        coder({ does: [bash('git checkout -q .'), say('Taken back.')] }),
      ]),
    });
    await using run = await stage.label();
    expect(run.outputs).toMatchObject({ outcome: 'needs-human', 'findings-open': '1' });
    expect(whatStands(stage.github).comments(stage.issue.number)[0]?.body).toContain('took back everything');
  });
});
