import type { Finding } from '../../finding.ts';
import type { Plan } from '../../plan/plan.ts';
import type { StepReport } from '../../report/run.ts';
import type { Running } from '../running.ts';

/** Changes what is told of one step. */
export function report({ story }: Pick<Running, 'story'>, id: string, change: Partial<StepReport>): void {
  const stepReports = story.state().stepReports.map((one) => (one.id === id ? { ...one, ...change } : one));
  story.update({ stepReports });
}

/** From now on the steps are told of, and beside them what earlier runs left open: it is open for as long as they work. */
export function beginSteps({ story }: Pick<Running, 'story'>, { steps }: Plan, earlier: readonly Finding[]): void {
  const rest = { state: 'waiting', reason: null, rounds: [], left: null } as const;
  const waiting = steps.map(({ id, title }): StepReport => ({ id, title, ...rest }));
  story.update({ stepReports: waiting, findings: earlier });
}

/** What is found in a step now, in place of what was found in it before. An earlier run may have had a step of that name. */
export function tellFindings(
  { story }: Pick<Running, 'story'>,
  given: Readonly<{ prefix: string; findings: readonly Finding[]; earlier: readonly Finding[] }>,
): void {
  const known = new Set(given.earlier.map(({ id }) => id));
  const others = story.state().findings.filter(({ id }) => known.has(id) || !id.startsWith(given.prefix));
  story.update({ findings: [...others, ...given.findings] });
}
