import type { StepReport } from '../../report/run.ts';
import type { Running } from '../running.ts';

/** Changes what is told of one step. */
export function report({ story }: Pick<Running, 'story'>, id: string, change: Partial<StepReport>): void {
  const stepReports = story.state().stepReports.map((one) => (one.id === id ? { ...one, ...change } : one));
  story.update({ stepReports });
}
