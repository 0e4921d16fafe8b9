import { expect, it } from 'vitest';
import type { CommandName } from '../../src/trigger/trigger.ts';
import type { ActionResult } from '../support/action/run-action.ts';
import { setStage, type Stage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';
import { say } from '../support/model/action.ts';
import { answerer, coder, planner, reviewer, script, type Script } from '../support/model/script.ts';
import { arrange, atWork, say as saidThere, type Arranged } from './command-places.ts';
import { COMMAND_TABLE, PLACES, type Cell, type Place } from './commands.ts';
import { HALF, PASS, silent } from './small.ts';

const places = Object.keys(PLACES).filter((place): place is Place => place in PLACES);

const PLAN = {
  goal: 'double doubles.',
  assumptions: [],
  steps: [
    {
      id: 'S1',
      title: 'Multiply in double',
      files: ['src/calc.js'],
      read: [],
      action: 'Replace the sum by a product.',
      success: 'double(3) is 6.',
      depends: [],
    },
  ],
  risks: [],
  questions: [],
};

const WORK = [coder({ does: [HALF, say('double is mended.')] }), reviewer({ answers: PASS })];

/** What the models do in the cells that let them; a command that is not here has no model in it. */
const SCRIPTS: Readonly<Partial<Record<CommandName, Script>>> = {
  fix: script('fix', WORK),
  auto: script('auto', [planner({ answers: PLAN }), ...WORK]),
  plan: script('plan', [planner({ answers: PLAN })]),
  approve: script('plan and approve', [planner({ answers: PLAN }), ...WORK]),
  review: script('review', [reviewer({ answers: PASS })]),
  ask: script('ask', [answerer({ does: [say('`double` adds two: `src/calc.js`, line 1.')] })]),
};

const WORDS: Readonly<Partial<Record<CommandName, string>>> = {
  ask: ' what is wrong?',
  fix: ' double',
  auto: ' double',
};
const TAKES_WORK: ReadonlySet<CommandName> = new Set(['accept', 'abandon']);

/** A test for each cell of a command's row. */
export function testCells(command: CommandName): void {
  it.each(places)(`/opencode ${command} on %s ends as the table says`, async (place) => {
    const cell = COMMAND_TABLE[command][place];
    await using stage = await setStage({ script: cell.refused ? silent : (SCRIPTS[command] ?? silent) });
    const there = await arrange(stage.github, place, TAKES_WORK.has(command));
    const working = command === 'stop' ? await atWork(stage.github, there.number) : null;
    if (command === 'approve' && !cell.refused) await (await give(stage, there, 'plan'))[Symbol.asyncDispose]();
    const before = await heads(stage);
    await using run = await give(stage, there, command + (WORDS[command] ?? ''));
    expect(run.outputs['outcome']).toBe(cell.outcome);
    expect(run.exitCode).toBe(0);
    const said = whatStands(stage.github).comments(there.number);
    expect(said.map(({ body }) => body).join('\n')).toContain(cell.says);
    if (command === 'stop') expect(working?.conclusion).toBe('cancelled');
    await expectWork(stage, cell, { command, there, before });
    stage.model.assertDone();
    expect(stage.github.violations).toEqual([]);
  });
}

async function give(stage: Stage, there: Arranged, words: string): Promise<ActionResult> {
  const { event, payload } = await saidThere(stage.github, there, `/opencode ${words}`);
  return await stage.run({ event, payload });
}

type Given = Readonly<{ command: CommandName; there: Arranged; before: string }>;

/** What was published stands on a branch; every other command leaves the branches as they were, but `abandon`. */
async function expectWork(stage: Stage, { outcome, refused }: Cell, { command, there, before }: Given): Promise<void> {
  const { file } = whatStands(stage.github);
  const pull = there.pull ?? null;
  if (outcome === 'published') {
    const branch = pull?.pull.head.ref ?? `opencode/issue-${there.number}`;
    expect(await file(branch, 'src/calc.js')).toContain('n * 2');
    return;
  }
  if (command === 'accept' && !refused) expect(pull?.pull.draft).toBe(false);
  if (command === 'abandon' && !refused) {
    expect(pull?.state).toBe('closed');
    expect(await heads(stage)).not.toContain(pull?.pull.head.ref ?? '');
    return;
  }
  expect(await heads(stage)).toBe(before);
  if (refused) expect(stage.model.journal).toEqual([]);
}

function heads(stage: Stage): Promise<string> {
  return whatStands(stage.github).git('for-each-ref', '--format=%(refname:short) %(objectname)', 'refs/heads');
}
