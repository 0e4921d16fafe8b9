import type { CheckComparison, CheckResult } from '../../check/check.ts';
import { compareChecks } from '../../check/compare.ts';
import { matchGlobs, matchGlobsLoosely } from '../../guard/globs.ts';
import { PROTECTED_PATHS } from '../../guard/protected-paths.ts';
import type { RunState } from '../../report/run.ts';
import type { Acceptance } from '../../review/review.ts';
import { isPass } from '../../review/verdict.ts';
import { tickItems, untickItems } from '../../task/document/tick-items.ts';
import type { Task } from '../../task/task.ts';
import { isRepoPath } from '../../workspace/repo-path.ts';
import { pathOfPlan } from '../site/plan-file.ts';
import type { Site } from '../site/site.ts';
import type { Story } from '../told/story.ts';
import type { Judgement } from './judgement.ts';

type Ticking = Readonly<{
  site: TickSite;
  story: Pick<Story, 'begin' | 'note' | 'update'> &
    Readonly<{ state: () => Pick<RunState, 'invocation' | 'acceptance'> }>;
  before: readonly CheckResult[];
}>;

type TickSite = Pick<Site, 'workspace' | 'origin' | 'unfinished' | 'runChecks'> &
  Readonly<{
    settings: Pick<Site['settings'], 'scope' | 'protectedPaths'>;
    task: Pick<Task, 'requiredChanges' | 'checklist'>;
  }>;

type Ticked = Pick<Judgement, 'verdict' | 'checks' | 'change' | 'tree'>;

/**
 * Ticks in the plan file what the work came to, in the same change: by code, only where the reviewer verified it and the
 * checks pass. What the coder ticked itself counts for nothing. The tree with the ticks is another one, so the checks run
 * on it again; nobody need read it again, since nothing but the boxes is different.
 */
export async function tickPlan<Judged extends Ticked>(last: Judged, { site, story, before }: Ticking): Promise<Judged> {
  const { plan } = story.state().invocation.options;
  if (plan === undefined) return last;
  const path = pathOfPlan(plan);
  const { workspace, task } = site;
  const text = await textOf(site, last.tree, path);
  const verified = isEarned(last) ? verifiedItems(task, story.state().acceptance) : [];
  const earlier = { before: await textOf(site, startOf(site), path), keep: verified };
  const { text: unticked, unticked: own } = untickItems(text, plan.feature, earlier);
  const { text: ticked, ticked: items } = tickItems(unticked, plan.feature, verified);
  if (ticked === text) return last;
  if (!mayChange(path, site)) {
    const what = items.length === 0 ? 'What the coder ticked in' : 'The verified items of';
    const left = items.length === 0 ? 'was left as it is' : 'were not ticked';
    story.note(`${what} ${path} ${left}: the file is outside of what may be changed.`);
    return last;
  }
  const line = story.begin('Checklist');
  await workspace.bring(await workspace.withText(last.tree, path, ticked));
  const change = await workspace.extract();
  const files = await workspace.changes(workspace.marked().tree, change.tree);
  const checks = compareChecks(before, await site.runChecks({ tree: change.tree, files, onProgress: line.note }));
  if (checks.some((check) => isBrokenAnew(check, last))) {
    await workspace.bring(last.tree);
    line.failed(`Checklist: with other ticks in ${path} a check fails, so it was left as it is`);
    story.note(`The boxes of ${path} are as the coder left them: with others a check fails.`);
    return last;
  }
  line.done(
    `Checklist: ticked ${items.length} of ${task.checklist.length} in ${path}${own.length === 0 ? '' : `, opened ${own.length} that the coder had ticked`}`,
  );
  if (own.length > 0) story.note(`In ${path} the coder had ticked ${own.length} that nobody verified, open again now.`);
  story.update({ change, checks });
  return { ...last, change, checks, tree: change.tree };
}

async function textOf({ workspace }: TickSite, tree: string, path: string): Promise<string> {
  return (await workspace.readFile(tree, path))?.toString('utf8') ?? '';
}

/** What a run that told of its work had ticked stands on the branch, and was verified then. */
function startOf({ unfinished, origin, workspace }: TickSite): string {
  return unfinished ? origin : workspace.marked().tree;
}

/** Broken by nothing but the boxes. */
function isBrokenAnew({ check, effect }: CheckComparison, { checks }: Ticked): boolean {
  return effect === 'broken' && !checks.some((one) => one.check.name === check.name && one.effect === 'broken');
}

function isEarned({ verdict, checks }: Ticked): boolean {
  return isPass(verdict) && checks.some(({ after }) => after.status === 'passed');
}

/** The guard would hold the ticks back, and a person would have to look at work that needs nobody. */
function mayChange(path: string, { settings: { scope, protectedPaths } }: TickSite): boolean {
  if (!isRepoPath(path)) return false;
  const isInScope = scope.length === 0 || matchGlobs(scope)(path);
  return isInScope && !matchGlobsLoosely(protectedPaths ?? PROTECTED_PATHS)(path);
}

/**
 * The items of the checklist that the reviewer verified. It answers for each required change, in order, with its words. It
 * may answer in another order, so the words decide; only of an answer with other words than anything has it is the place.
 */
export function verifiedItems(
  { requiredChanges, checklist }: Pick<Task, 'requiredChanges' | 'checklist'>,
  acceptance: readonly Acceptance[],
): readonly string[] {
  const known = new Set([...requiredChanges, ...checklist].map(plain));
  const inOrder = acceptance.length === requiredChanges.length ? requiredChanges : [];
  const answers = acceptance.map(({ item, status }, at) => {
    const words = known.has(plain(item)) ? item : (inOrder[at] ?? item);
    return { name: plain(words), isVerified: status === 'verified' };
  });
  const doubted = new Set(answers.filter(({ isVerified }) => !isVerified).map(({ name }) => name));
  const verified = new Set(answers.map(({ name }) => name).filter((name) => !doubted.has(name)));
  return checklist.filter((item) => verified.has(plain(item)));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
