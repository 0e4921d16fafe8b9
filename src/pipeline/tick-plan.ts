import type { CheckResult } from '../check/check.ts';
import { compareChecks } from '../check/compare.ts';
import { matchGlobs, matchGlobsLoosely } from '../guard/globs.ts';
import { PROTECTED_PATHS } from '../guard/protected-paths.ts';
import type { Acceptance } from '../review/review.ts';
import { tickItems } from '../task/document/tick-items.ts';
import type { Judgement } from './judgement.ts';
import type { Site } from './site.ts';
import type { Story } from './story.ts';

/**
 * Ticks in the plan file what the work came to, in the same change: by code, only where the reviewer verified it and the
 * checks pass. The tree with the ticks is another one, so the checks run on it again; nobody need read it again, since
 * nothing but the boxes is different.
 */
export async function tickPlan(
  last: Judgement,
  { site, story, before }: Readonly<{ site: Site; story: Story; before: readonly CheckResult[] }>,
): Promise<Judgement> {
  const { plan } = story.state().invocation.options;
  if (plan === undefined || !isEarned(last)) return last;
  const path = plan.file.replace(/^\.?\/+/, '');
  const { workspace, task } = site;
  const text = (await workspace.readFile(last.tree, path))?.toString('utf8') ?? null;
  if (text === null) return last;
  const verified = verifiedItems(task, story.state().acceptance);
  const { text: ticked, ticked: items } = tickItems(text, plan.feature, verified);
  if (items.length === 0) return last;
  if (!mayChange(path, site)) {
    story.note(`The verified items of ${path} were not ticked: the file is outside of what may be changed.`);
    return last;
  }
  const line = story.begin('Checklist');
  await workspace.bring(await workspace.withText(last.tree, path, ticked));
  const change = await workspace.extract();
  const files = await workspace.changes(workspace.marked().tree, change.tree);
  const checks = compareChecks(before, await site.runChecks({ tree: change.tree, files, onProgress: line.note }));
  if (checks.some(({ effect }) => effect === 'broken')) {
    await workspace.bring(last.tree);
    line.failed(`Checklist: with ${path} ticked a check fails, so it was left as it is`);
    story.note(`The verified items of ${path} were not ticked: with the ticks a check fails.`);
    return last;
  }
  line.done(`Checklist: ticked ${items.length} of ${task.checklist.length} in ${path}`);
  story.update({ change, checks });
  return { ...last, change, checks, tree: change.tree };
}

function isEarned({ verdict, checks }: Judgement): boolean {
  const passes = verdict === 'pass' || verdict === 'pass-with-notes';
  return passes && checks.some(({ after }) => after.status === 'passed');
}

/** The guard would hold the ticks back, and a person would have to look at work that needs nobody. */
function mayChange(path: string, { settings: { scope, protectedPaths } }: Site): boolean {
  const isInScope = scope.length === 0 || matchGlobs(scope)(path);
  return isInScope && !matchGlobsLoosely(protectedPaths ?? PROTECTED_PATHS)(path);
}

/** The reviewer answers for each required change, in order, with its words; those of the checklist are among them. */
function verifiedItems(
  { requiredChanges, checklist }: Site['task'],
  acceptance: readonly Acceptance[],
): readonly string[] {
  const verified = acceptance.flatMap(({ item, status }, at) => {
    if (status !== 'verified') return [];
    const inOrder = acceptance.length === requiredChanges.length ? (requiredChanges[at] ?? item) : item;
    return [plain(item), plain(inOrder)];
  });
  return checklist.filter((item) => verified.includes(plain(item)));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
