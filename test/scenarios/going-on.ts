import { bash, edit, say, write } from '../support/model/action.ts';
import { contains, lacks } from '../support/model/expectation.ts';
import { advisor, coder, planner, reviewer, script, searcher, type Script } from '../support/model/script.ts';
import { HALF, OTHER_HALF, PASS, REJECT, rejectFixPass } from './small.ts';

/** The same script where runs are cut off after so many of its steps: each run has sessions of its own. */
export function cutAfter({ name, steps }: Script, counts: readonly number[]): Script {
  const runOf = (step: number): number => counts.filter((count) => count <= step).length;
  return {
    name: `${name}, cut off after ${counts.join(', ')}`,
    steps: steps.map((step, at) => ({ ...step, session: `${step.session}, run ${runOf(at)}` })),
  };
}

const STEPS = {
  goal: 'Two files.',
  assumptions: [],
  steps: [
    {
      id: 'S1',
      title: 'write one',
      files: ['src/one.js'],
      read: [],
      action: 'Make src/one.js.',
      success: 'src/one.js is there.',
      depends: [],
    },
    {
      id: 'S2',
      title: 'write two',
      files: ['src/two.js'],
      read: ['src/one.js'],
      action: 'Make src/two.js.',
      success: 'src/two.js is there.',
      depends: ['S1'],
    },
  ],
  risks: [],
  questions: [],
};

const lines = (name: string): string =>
  Array.from({ length: 15 }, (_, at) => `export const ${name}${at} = ${at};\n`).join('');

/** Every phase there is: a plan of two steps after each other, a search for the first, a fix in the second, an advisory. */
const everyPhase: Script = script('every phase', [
  planner({ answers: STEPS }),
  searcher({ answers: { places: [{ path: 'src/calc.js', from: 1, to: 2, why: 'The pattern.' }] } }),
  coder({
    session: 'coder S1',
    prompt: contains('Make src/one.js.', 'The pattern.'),
    does: [write('src/one.js', lines('one')), say('One.')],
  }),
  reviewer({ session: 'reviewer S1', prompt: contains('## Step S1 of the plan'), answers: PASS }),
  coder({
    session: 'coder S2',
    prompt: contains('Make src/two.js.'),
    does: [write('src/two.js', 'export const two = 1;\n'), say('Two.')],
  }),
  reviewer({
    session: 'reviewer S2',
    prompt: contains('## Step S2 of the plan'),
    answers: { ...REJECT, acceptance: [], findings: REJECT.findings.map((one) => ({ ...one, path: 'src/two.js' })) },
  }),
  coder({
    session: 'coder S2',
    prompt: contains('S2.F1'),
    does: [write('src/two.js', lines('two')), say('Two again.')],
  }),
  reviewer({
    session: 'reviewer S2',
    prompt: contains('S2.F1'),
    answers: { ...PASS, resolutions: [{ id: 'S2.F1', status: 'resolved', evidence: 'It is there.' }] },
  }),
  reviewer({ session: 'whole', prompt: [contains('diff --git'), lacks('which alone is to be done')], answers: PASS }),
  advisor({ answers: PASS }),
]);

/** Where a run is killed: the scripted steps that are over then, and the call after whose effect it never hears again. */
export type Kill = Readonly<{
  after: string;
  steps: number;
  on: string;
  at: number;
  /** The post step runs before anybody asks to go on. */
  post?: true;
}>;

/** A run that is killed, gone on with, killed again and so on, until the last `retry` comes to the end. */
export type Killed = Readonly<{
  name: string;
  script: Script;
  inputs?: Readonly<Record<string, string>>;
  kills: readonly Kill[];
  /** Runs that used something, or opened the pull request: those that the description lists. */
  listed: number;
}>;

/** A run makes the reference of its state when it begins, or moves the one that is there, and moves it once a phase. */
const BEGINS = 'git/create-ref';
const GOES_ON = 'git/update-ref';

/**
 * One kill after each of these. A run that goes on with another moves the reference when it begins, and again for a plan
 * that it goes on with.
 */
const phases = (first: 'begins' | 'goes on', ...kept: readonly (readonly [after: string, steps: number])[]) =>
  kept.map(([after, steps], at): Kill => {
    const before = kept[at - 1]?.[1] ?? 0;
    const moves = first === 'goes on' ? 1 : Math.min(2, 2 * at);
    return { after, steps, on: GOES_ON, at: steps - before + moves };
  });

const BEFORE_ANYTHING: Kill = { after: 'its beginning', steps: 0, on: BEGINS, at: 1 };
const OPENED: Kill = { after: 'the pull request, before the end', steps: 4, on: 'pulls/create', at: 1 };
const POST = { post: true } as const;

export const KILLED: readonly Killed[] = [
  {
    name: 'each of its rounds, its commit and its pull request',
    script: rejectFixPass,
    kills: [
      BEFORE_ANYTHING,
      ...phases('goes on', ['the first attempt', 1], ['the first review', 2], ['the fix', 3], ['the second review', 4]),
      { after: 'the commit, before the pull request', steps: 4, on: 'git/create-ref', at: 1 },
      OPENED,
    ],
    listed: 6,
  },
  {
    name: 'each phase of a plan',
    script: everyPhase,
    inputs: { plan: 'always' },
    kills: phases(
      'begins',
      ['the plan', 1],
      ['the search', 2],
      ['the first step', 3],
      ['the review of the first step', 4],
      ['the fix in the second step', 7],
      ['the review of the whole', 9],
      ['the advisory', 10],
    ),
    listed: 8,
  },
  {
    name: 'the fix, with the post step',
    script: rejectFixPass,
    kills: [{ after: 'the fix', steps: 3, on: GOES_ON, at: 3, ...POST }],
    listed: 2,
  },
  {
    name: 'the pull request, with the post step',
    script: rejectFixPass,
    kills: [{ ...OPENED, ...POST }],
    listed: 2,
  },
];

/** Words of coders and of a maintainer that no reviewer may see. */
const WORDS = 'I left triple for another day.';
export const HINT = 'Multiply by three, do not add.';

const hidden = (...words: readonly string[]) => lacks(WORDS, HINT, ...words);

/** A draft with a finding, a retry with a hint that mends it, then work asked for on the pull request and by the label. */
export function fourRuns(key: string): Script {
  return script('a draft, a retry with a hint, a fix, a label', [
    coder({ session: 'c1', does: [HALF, write('src/key.js', `// ${key}\n`), say(`${WORDS} ${key}`)] }),
    reviewer({ session: 'r1', prompt: hidden(), answers: REJECT }),
    coder({
      session: 'c2',
      prompt: contains(
        '`triple(3)` is 9',
        /Run 1: ended needs-human[\s\S]*round 0: \d files; left open F1/,
        /## Still open[\s\S]*## F1 [\s\S]*triple\(3\) gives 7/,
        new RegExp(`\\[quote-\\w+ begins: .*maintainer[^\\]]*\\]\n${HINT}\n\\[quote-`),
      ),
      does: [OTHER_HALF, say('Multiplied.')],
    }),
    reviewer({
      session: 'r2',
      prompt: [contains('# Findings that are still open', 'F1', 'triple(3) gives 7'), hidden('Run 1')],
      conversation: hidden(),
      answers: { ...PASS, resolutions: [{ id: 'F1', status: 'resolved', evidence: 'It multiplies.' }] },
    }),
    coder({
      session: 'c3',
      prompt: contains(
        'Turn triple round',
        'Run 1: ended needs-human',
        'Run 2: ended published',
        'what it was told',
        HINT,
      ),
      does: [edit('src/calc.js', 'n * 3', '3 * n'), say('Turned.')],
    }),
    reviewer({ session: 'r3', prompt: hidden('Run 1'), answers: PASS }),
    coder({
      session: 'c4',
      prompt: contains('Run 3: ended published'),
      does: [bash('true'), edit('src/calc.js', 'n * 2', '2 * n'), say('Too.')],
    }),
    reviewer({ session: 'r4', answers: PASS }),
  ]);
}

const ONE_STEP = {
  ...STEPS,
  goal: 'Both are right.',
  steps: [
    {
      id: 'S1',
      title: 'mend both',
      files: ['src/calc.js'],
      read: ['src/calc.js'],
      action: 'Multiply in both.',
      success: 'double(3) is 6.',
      depends: [],
    },
  ],
};

const work = (...words: readonly string[]) => [
  coder({ prompt: contains(...words), does: [HALF, OTHER_HALF, say('Both.')] }),
  reviewer({ answers: PASS }),
];

/** A question that a maintainer answers, upon which the planner plans anew with the answer. */
export const answered: Script = script('a question, then its answer', [
  planner({
    session: 'p1',
    answers: {
      ...ONE_STEP,
      questions: [{ question: 'Which of the two formats?', choices: ['JSON', 'YAML'], changesPlan: true }],
    },
  }),
  planner({
    session: 'p2',
    prompt: contains(
      'the planner asked: Which of the two formats?',
      'JSON; YAML',
      /begins: .*maintainer[^\]]*\]\nYAML\n/,
    ),
    answers: ONE_STEP,
  }),
  ...work('Multiply in both.', 'YAML'),
]);

/** A plan that is approved and then worked by, with no second turn of the planner. */
export const approved: Script = script('a plan and its approval', [
  planner({ answers: ONE_STEP }),
  ...work('Multiply in both.'),
]);

/** A review that turns half the work down, which is made again after a kill. */
export const reviewedAgain: Script = script('a review that somebody else wrote over', [
  coder({ session: 'c1', does: [HALF, say('Half.')] }),
  reviewer({ session: 'r1', answers: REJECT }),
  reviewer({ session: 'r2', prompt: contains('n * 2', 'diff --git'), answers: REJECT }),
  coder({ session: 'c2', prompt: contains('F1'), does: [OTHER_HALF, say('The other half.')] }),
  reviewer({
    session: 'r2',
    prompt: contains('F1'),
    answers: { ...PASS, resolutions: [{ id: 'F1', status: 'resolved', evidence: 'It multiplies.' }] },
  }),
]);
