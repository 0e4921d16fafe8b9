import { after, edit, say, write } from '../support/model/action.ts';
import { contains, lacks } from '../support/model/expectation.ts';
import { advisor, coder, planner, reviewer, script, type Script } from '../support/model/script.ts';

const PASS = { summary: 'As the step says.', findings: [], acceptance: [] };

/** One step of a scripted plan; what it reads is named, so that nobody searches. */
function step(
  id: string,
  file: string,
  options: { readonly depends?: readonly string[]; readonly files?: readonly string[] } = {},
) {
  return {
    id,
    title: `write ${file}`,
    files: options.files ?? [file],
    read: ['README.md'],
    action: `Make ${file}.`,
    success: `${file} is there.`,
    depends: options.depends ?? [],
  };
}

function plan(steps: readonly ReturnType<typeof step>[], rest: Readonly<Record<string, unknown>> = {}) {
  return { goal: 'Four files.', assumptions: [], steps, risks: [], questions: [], ...rest };
}

const DIAMOND = plan([
  step('S1', 'src/one.js'),
  step('S2', 'src/two.js', { depends: ['S1'] }),
  step('S3', 'src/three.js', { depends: ['S1'] }),
  step('S4', 'src/four.js', { depends: ['S2', 'S3'] }),
]);

/** Two steps that have nothing to do with each other. */
export const TWO_STEPS = plan([step('S1', 'src/one.js'), step('S2', 'src/two.js')]);

/** The coder of a step is known by the words of its part. */
const part = (file: string) => contains('# Your part', `Make ${file}.`);
const judged = (id: string) => contains(`## Step ${id} of the plan`);

/** A step's coder writes its file, so many milliseconds after it was asked; its reviewer passes it. */
function steady(id: string, file: string, delay = 0) {
  return [
    coder({
      session: `coder ${id}`,
      prompt: part(file),
      does: [after(delay, write(file, `export const from = '${id}';\n`)), say(`Wrote ${file}.`)],
    }),
    reviewer({ session: `reviewer ${id}`, prompt: judged(id), answers: PASS }),
  ];
}

const wholeLook = reviewer({
  session: 'whole',
  prompt: [contains('diff --git'), lacks('of the plan, which alone')],
  answers: PASS,
});
const noAdvice = advisor({ answers: PASS });

/** Four steps, the middle two of which depend on the first alone and take long. */
export function diamond(delay = 8000): Script {
  return script('a diamond of four steps', [
    planner({ prompt: contains('# Role: planner'), answers: DIAMOND }),
    ...steady('S1', 'src/one.js'),
    ...steady('S2', 'src/two.js', delay),
    ...steady('S3', 'src/three.js', delay),
    ...steady('S4', 'src/four.js'),
    wholeLook,
    noAdvice,
  ]);
}

/** Two steps that name other files, and both edit the same lines of a third. */
export const collision: Script = script('two steps edit the same lines', [
  planner({ answers: TWO_STEPS }),
  coder({
    session: 'coder S1',
    prompt: part('src/one.js'),
    does: [write('src/one.js', 'export const one = 1;\n'), edit('src/calc.js', 'n + 2', 'n * 2'), say('One.')],
  }),
  reviewer({ session: 'reviewer S1', prompt: judged('S1'), answers: PASS }),
  coder({
    session: 'coder S2',
    prompt: part('src/two.js'),
    does: [write('src/two.js', 'export const two = 2;\n'), edit('src/calc.js', 'n + 2', '2 * n'), say('Two.')],
  }),
  reviewer({ session: 'reviewer S2', prompt: judged('S2'), answers: PASS }),
  reviewer({
    session: 'whole',
    prompt: contains('M1', '<<<<<<<', 'n * 2', '2 * n'),
    answers: { ...PASS, resolutions: [{ id: 'M1', status: 'resolved', evidence: 'I say so.' }] },
  }),
  coder({
    session: 'fixer',
    prompt: contains('# Role: coder', 'M1', 'S1', 'S2', 'n * 2', '2 * n'),
    does: [
      write('src/calc.js', 'export const double = (n) => 2 * n;\nexport const triple = (n) => n + 4;\n'),
      say('M1: one of the two, they say the same.'),
    ],
  }),
  reviewer({
    session: 'whole',
    prompt: contains('M1'),
    answers: { ...PASS, resolutions: [{ id: 'M1', status: 'resolved', evidence: 'No markers.' }] },
  }),
  noAdvice,
]);

const CYCLE = plan([step('S1', 'src/one.js', { depends: ['S2'] }), step('S2', 'src/two.js', { depends: ['S1'] })]);

/** A plan whose steps wait for each other, before and after it was told. */
export const cyclic: Script = script('a cyclic plan, twice', [
  planner({ session: 'p', answers: CYCLE }),
  planner({ session: 'p', prompt: contains('cannot be worked by', 'S1', 'S2'), answers: CYCLE }),
]);

/** The same, mended when it was told. */
export const mendedCycle: Script = script('a cyclic plan, mended', [
  planner({ session: 'p', answers: CYCLE }),
  planner({
    session: 'p',
    prompt: contains('cannot be worked by'),
    answers: plan([step('S1', 'src/one.js'), step('S2', 'src/two.js', { depends: ['S1'] })]),
  }),
  ...steady('S1', 'src/one.js'),
  ...steady('S2', 'src/two.js'),
  wholeLook,
]);

/** No plan at all, twice. */
export const garbagePlan: Script = script('garbage from the planner', [
  planner({ session: 'p', does: [say('I would just do it.')] }),
  planner({ session: 'p', does: [say('Really, just do it.')] }),
  coder({ prompt: lacks('# Your part'), does: [write('src/one.js', 'export const one = 1;\n'), say('Done.')] }),
  reviewer({ answers: PASS }),
]);

/** A question without whose answer there is no plan. */
export const asking: Script = script('a question that changes the plan', [
  planner({
    answers: plan([step('S1', 'src/one.js')], {
      questions: [{ question: 'Which of the two formats?', choices: ['JSON', 'YAML'], changesPlan: true }],
    }),
  }),
]);
