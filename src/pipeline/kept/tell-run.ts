import type { RunState } from '../../report/run.ts';
import type { EarlierRun } from './saved-state.ts';

/** What a run came to, for the sessions of later ones; one that goes on may be cut off. */
export function tellRun(state: RunState, hint: string, run: number): EarlierRun {
  const tried = state.rounds.map(
    ({ number, filesChanged, openFindings, pivoted }) =>
      `round ${number}${pivoted ? ' (another approach)' : ''}: ${filesChanged} files; left open ${openFindings.join(', ') || 'nothing'}`,
  );
  return {
    run,
    outcome: state.outcome ?? 'cut-off',
    hint,
    tried: [...tellPlan(state), ...tried.slice(-12)],
    summary: state.summary.slice(0, 2000),
  };
}

function tellPlan({ plan }: RunState): readonly string[] {
  if (plan === null) return [];
  const steps = plan.steps.map(({ id, title }) => `${id} ${title}`).join('; ');
  const asked = plan.questions.map(
    ({ question, choices }) => `the planner asked: ${question} (offered: ${choices.join('; ')})`,
  );
  return [`planned: ${steps}`, ...asked];
}
