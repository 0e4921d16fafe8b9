import type { PlannedWork } from './loop/plan-work.ts';
import type { Site } from './site/site.ts';
import { listRun } from './told/spending.ts';
import type { Publishing, Story } from './told/story.ts';

/** Ends a run before any coder was asked: a plan waits for somebody, or only a person can decide. */
export async function stopShort(
  site: Site,
  { outcome, reason }: Extract<PlannedWork, { kind: 'stop' }>,
  running: Publishing,
): Promise<void> {
  running.story.update({ outcome, reason });
  await listRun(site, running);
}

/** Ends a run whose task is not clear with the question about it, which is safe Markdown. */
export function askBack(question: string, story: Story): void {
  story.update({ outcome: 'needs-human', reason: 'It is not clear what is to be done.', question });
}
