import { diamond } from '../test/scenarios/plans.ts';
import { setStage } from '../test/support/action/stage.ts';
import { median, timed, type Row } from './row.ts';

const TIMES = 3;
/** Milliseconds that each of the two middle steps waits for its scripted model. */
const SLOW = 8000;

/** A plan whose two middle steps are slow, done side by side and one after another. */
export async function sideBySide(): Promise<Row> {
  const [together, apart]: [number[], number[]] = [[], []];
  for (let time = 0; time < TIMES; time += 1) {
    together.push(await run('2'));
    apart.push(await run('1'));
  }
  return {
    what: `a diamond of four steps, the middle two waiting ${SLOW / 1000} s for their model, side by side`,
    ours: median(together),
    other: median(apart),
    otherIs: 'with `max-parallel: 1`',
    bound: 'under 1',
  };
}

async function run(parallel: string): Promise<number> {
  await using stage = await setStage({ script: diamond(SLOW) });
  const took = await timed(async () => {
    await using done = await stage.label({ inputs: { plan: 'always', 'max-parallel': parallel } });
    if (done.outputs['outcome'] !== 'published') throw new Error(done.log);
  });
  stage.model.assertDone();
  return took;
}
