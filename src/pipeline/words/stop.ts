import { stopRuns, type StoppedRun } from '../../publish/stop.ts';
import { link, paragraphs } from '../../text/markdown.ts';
import { inline } from '../../text/prose.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import { relatedNumbers } from './own-work.ts';
import type { WordDeps, WordEnd } from './word.ts';

/** Cancels the runs that are at work here, but never the one that this command is. */
export async function stop({ target }: Invocation, { forge, run }: WordDeps): Promise<WordEnd> {
  const issues = await relatedNumbers(target, forge);
  const found = await stopRuns({ forge, issues, except: run.id });
  const stopped = found.filter(({ end }) => end.kind !== 'over');
  if (stopped.length === 0) {
    const reply =
      'There is nothing to stop: no run is at work here. One that still waits for its turn shows on the Actions tab alone, and can be cancelled there.';
    return { kind: 'answered', reply };
  }
  const refused = stopped.some(({ end }) => end.kind === 'refused');
  const reply = paragraphs(...stopped.map((one) => told(one, `${run.repositoryUrl}/actions/runs/${one.run}`)));
  return { kind: refused ? 'declined' : 'answered', reply };
}

function told({ run, end }: StoppedRun, url: string): string {
  const name = link(`run ${run}`, url);
  if (end.kind === 'refused') {
    return (
      `Could not stop the ${name}: GitHub answered “${inline(end.reason)}”. Give the job of this workflow ` +
      '`permissions: actions: write`, or cancel the run on its page.'
    );
  }
  return `Stopped the ${name}. Its own comment will say how it ended, and what it had changed by then is kept as a draft.`;
}
