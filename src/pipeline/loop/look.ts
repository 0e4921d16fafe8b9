import type { CheckComparison, CheckResult } from '../../check/check.ts';
import { compareChecks } from '../../check/compare.ts';
import { describeWeakenedTests, findWeakenedTests } from '../../check/weakened-tests.ts';
import { isOpen, SEVERITIES, type Finding } from '../../finding.ts';
import { presentChecks, presentDiff } from '../../review/present.ts';
import { reviewChange } from '../../review/review-change.ts';
import type { Review } from '../../review/review.ts';
import { revealInvisible } from '../../text/invisible.ts';
import type { Change } from '../../workspace/change.ts';
import type { Site } from '../site/site.ts';
import type { Story } from '../told/story.ts';
import { prefixOf, type Assignment } from './assignment.ts';
import type { Judgement } from './judgement.ts';

export type JudgeOptions = Readonly<{
  story: Story;
  site: Site;
  assignment: Assignment;
  /** Ends what the coder's turns left running, before the work is looked at. */
  sweep: () => Promise<void>;
  before: readonly CheckResult[];
}>;

/** The same in one round. */
export type RoundOptions = JudgeOptions & Readonly<{ last: Judgement | null; change: Change; round: number }>;

/** The checks on the tree of a round, beside what they were before the work. */
export async function check(options: RoundOptions): Promise<readonly CheckComparison[]> {
  const { assignment, site, change, before } = options;
  const line = assignment.begin(options.round === 0 ? 'Checks' : 'Checks again');
  // Setup was run on what the run started from, wherever the step started.
  const files = await site.workspace.changes(site.workspace.marked().tree, change.tree);
  const after = await site.runChecks({ tree: change.tree, files, onProgress: line.note });
  const checks = compareChecks(before, after);
  assignment.show({ checks });
  const broken = checks.filter(({ effect }) => effect === 'broken').length;
  const passed = checks.filter(({ after: { status } }) => status === 'passed').length;
  line.done(
    `Checks: ${checks.length === 0 ? 'none to run' : `${passed} of ${checks.length} pass`}${broken > 0 ? `, ${broken} broken by the change` : ''}`,
  );
  return checks;
}

/** The reviewer's look at a round; a look at the same tree that an earlier run had paid for counts again. */
export async function look(options: RoundOptions, checks: readonly CheckComparison[]): Promise<Review> {
  const { story, site, assignment, change, round, last } = options;
  const { workspace, journal } = site;
  const at = { step: assignment.step, round };
  const line = assignment.begin(round === 0 ? 'Review' : 'Review again');
  const kept = journal.find('review', at);
  if (kept !== null && kept.tree === change.tree) {
    const review = { ...kept.review, claimed: null };
    assignment.show({ findings: review.findings, acceptance: review.acceptance });
    line.done(`Review: ${countOpen(review.findings)}, as it was before the run was cut off`);
    return review;
  }
  await assignment.places.materialise(change.tree, 'snapshot');
  const diff = async (from: string): Promise<string> => presentDiff(await workspace.diff(from, change.tree));
  const weakened = await findWeakened(options);
  const review = await reviewChange({
    conversation: assignment.reviewer,
    round,
    task: assignment.taskFile,
    boundary: site.boundary,
    instructions: site.settings.instructions.reviewer,
    checks: `${presentChecks(checks)}${weakened}`,
    diff: () => diff(assignment.origin),
    news: () => diff(last?.tree ?? assignment.origin),
    findings: (last?.findings ?? assignment.findings).filter(({ source }) => source !== 'check'),
    prefix: prefixOf(assignment),
    taken: site.earlier.findings,
    digest: () => assignment.places.digest('snapshot'),
    onActivity: line.note,
  });
  story.keep(
    `the reviewer's answer in round ${round}${assignment.step === '' ? '' : ` of ${assignment.step}`}`,
    review.claimed,
  );
  assignment.show({ findings: review.findings, acceptance: review.acceptance });
  if (review.recovered !== null)
    story.note(`The reviewer’s answer was there although its turn was ended (${review.recovered}); it was recovered.`);
  if (!review.reviewed) {
    line.failed(`Review: ${review.voidBecause ?? 'inconclusive'}`);
    return review;
  }
  line.done(`Review: ${countOpen(review.findings)}`);
  const { claimed: _, ...told } = review;
  await journal.add({ kind: 'review', ...at, tree: change.tree, review: told });
  return review;
}

/** Tests that the change deletes or silences, for the reviewer to judge; empty when there are none. */
async function findWeakened({ site: { workspace }, assignment: { origin }, change }: RoundOptions): Promise<string> {
  const files = await workspace.changes(origin, change.tree);
  const found = findWeakenedTests({ files, diff: await workspace.diff(origin, change.tree) });
  if (found.length === 0) return '';
  const lines = describeWeakenedTests(found).map((line) => `- ${revealInvisible(line)}`);
  return `\n\nTests that the change deletes, skips or silences, as far as code can tell:\n${lines.join('\n')}`;
}

function countOpen(findings: readonly Finding[]): string {
  const open = findings.filter(isOpen);
  const counts = SEVERITIES.map(
    (severity) => [severity, open.filter((finding) => finding.severity === severity).length] as const,
  ).filter(([, count]) => count > 0);
  return counts.length === 0 ? 'no open finding' : counts.map(([severity, count]) => `${count} ${severity}`).join(', ');
}
