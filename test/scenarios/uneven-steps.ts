import { after, fails, filters, say, write } from '../support/model/action.ts';
import { contains, lacks } from '../support/model/expectation.ts';
import { advisor, coder, planner, reviewer, script, type Script } from '../support/model/script.ts';
import { became, finding, found, PASS } from './judgements.ts';

function step(id: string, file: string, depends: readonly string[] = []) {
  return {
    id,
    title: `write ${file}`,
    files: [file],
    read: ['README.md'],
    action: `Make ${file}.`,
    success: `${file} is there.`,
    depends,
  };
}

const planOf = (...steps: readonly ReturnType<typeof step>[]) =>
  planner({ answers: { goal: 'Files.', assumptions: [], steps, risks: [], questions: [] } });

const part = (file: string) => contains('# Your part', `Make ${file}.`);
const judged = (id: string) => contains(`## Step ${id} of the plan`);

/** One step is mended, one stays open, one fails, one is never begun; the fixer of the whole does what is left. */
export const unevenSteps: Script = script('steps that end in every way', [
  planOf(step('S1', 'src/one.js'), step('S2', 'src/two.js'), step('S3', 'src/three.js'), {
    ...step('S4', 'src/four.js', ['S3']),
  }),
  coder({ session: 'coder S1', prompt: part('src/one.js'), does: [write('src/one.js', '// 1\n'), say('One.')] }),
  reviewer({ session: 'reviewer S1', prompt: judged('S1'), answers: found(finding('high', 'It exports nothing.')) }),
  coder({
    session: 'coder S1',
    prompt: [contains('S1.F1', 'It exports nothing'), lacks('S2.F1')],
    does: [write('src/one.js', 'export const one = 1;\n'), say('S1.F1: it does now.')],
  }),
  reviewer({ session: 'reviewer S1', prompt: contains('S1.F1'), answers: became(['S1.F1', 'resolved']) }),
  coder({ session: 'coder S2', prompt: part('src/two.js'), does: [write('src/two.js', '// 2\n'), say('Two.')] }),
  reviewer({ session: 'reviewer S2', prompt: judged('S2'), answers: found(finding('high', 'Two is empty.')) }),
  coder({
    session: 'coder S2',
    prompt: contains('S2.F1'),
    does: [write('src/two.js', '// still 2\n'), say('S2.F1: tried.')],
  }),
  reviewer({ session: 'reviewer S2', prompt: contains('S2.F1'), answers: became(['S2.F1', 'not-addressed']) }),
  coder({ session: 'coder S3', prompt: part('src/three.js'), does: [filters()] }),
  reviewer({
    session: 'whole',
    prompt: [
      contains('S2.F1 (high)', 'U3 (high)', 'U4 (high)', 'src/one.js', 'src/two.js'),
      lacks('of the plan, which alone', 'S1.F1'),
    ],
    answers: became(['S2.F1', 'not-addressed'], ['U3', 'not-addressed'], ['U4', 'not-addressed']),
  }),
  coder({
    session: 'fixer',
    prompt: contains('# Role: coder', 'S2.F1', 'U3', 'Make src/three.js.', 'U4', 'Make src/four.js.'),
    does: [
      write('src/two.js', 'export const two = 2;\n'),
      write('src/three.js', 'export const three = 3;\n'),
      write('src/four.js', 'export const four = 4;\n'),
      say('S2.F1, U3, U4: all there.'),
    ],
  }),
  reviewer({
    session: 'whole',
    prompt: contains('S2.F1', 'U3', 'U4'),
    answers: became(['S2.F1', 'resolved'], ['U3', 'resolved'], ['U4', 'resolved']),
  }),
  advisor({ answers: PASS }),
]);

/** Three steps without a path between them; the provider of the first one asks for fewer requests. */
export const limited: Script = script('a provider that limits the rate', [
  planOf(step('S1', 'src/one.js'), step('S2', 'src/two.js'), step('S3', 'src/three.js')),
  coder({
    session: 'coder S1',
    prompt: part('src/one.js'),
    does: [fails(429, { retryAfter: 1 }), after(5000, write('src/one.js', 'export {};\n')), say('One.')],
  }),
  reviewer({ session: 'reviewer S1', prompt: judged('S1'), answers: PASS }),
  coder({
    session: 'coder S2',
    prompt: part('src/two.js'),
    does: [after(8000, write('src/two.js', 'export {};\n')), say('Two.')],
  }),
  reviewer({ session: 'reviewer S2', prompt: judged('S2'), answers: PASS }),
  coder({
    session: 'coder S3',
    prompt: part('src/three.js'),
    does: [write('src/three.js', 'export {};\n'), say('Three.')],
  }),
  reviewer({ session: 'reviewer S3', prompt: judged('S3'), answers: PASS }),
  reviewer({ session: 'whole', prompt: contains('diff --git'), answers: PASS }),
  advisor({ answers: PASS }),
]);

/** The coders' key is no good, and the judges' is. */
export const allFailed: Script = script('steps that all fail', [
  planOf(step('S1', 'src/one.js'), step('S2', 'src/two.js', ['S1'])),
  coder({ prompt: part('src/one.js'), does: [fails(401)] }),
]);
