import type { CheckComparison, CheckResult } from '../../check/check.ts';
import { compareChecks } from '../../check/compare.ts';
import { describeWeakenedTests, findWeakenedTests } from '../../check/weakened-tests.ts';
import { isOpen, SEVERITIES, type Finding } from '../../finding.ts';
import { presentChecks, presentDiff } from '../../review/present.ts';
import { reviewChange, type ReviewOptions } from '../../review/review-change.ts';
import type { Review } from '../../review/review.ts';
import { quotePlain } from '../../text/quote.ts';
import type { Change } from '../../workspace/change.ts';
import type { Site } from '../site/site.ts';
import type { Story } from '../told/story.ts';
import { prefixOf, type Assignment } from './assignment.ts';
import type { Judgement } from './judgement.ts';

/** What a judge needs of the run's site. */
export type JudgeSite = Pick<Site, 'boundary' | 'earlier' | 'runChecks' | 'unfinished'> &
  Readonly<{
    settings: Readonly<{ instructions: Pick<Site['settings']['instructions'], 'reviewer'> }>;
    journal: Pick<Site['journal'], 'find' | 'add'>;
    workspace: Pick<Site['workspace'], 'diff' | 'changes' | 'marked'>;
  }>;

export type JudgeOptions = Readonly<{
  story: Story;
  site: JudgeSite;
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
  return await review(options, { name: options.round === 0 ? 'Review' : 'Review again', checks });
}

type Asked = Readonly<{ name: string; checks: readonly CheckComparison[]; weigh?: readonly string[] }>;

/** One look, at everything or at the findings that are to be weighed. */
export async function review(options: RoundOptions, { name, checks, weigh }: Asked): Promise<Review> {
  const { story, site, assignment, change, round } = options;
  const at = { step: assignment.step, round };
  const line = assignment.begin(name);
  const ending = weigh === undefined ? 'Review' : name;
  const show = ({ findings, acceptance }: Review): void => {
    assignment.show(acceptance.length > 0 || weigh === undefined ? { findings, acceptance } : { findings });
  };
  const kept = site.journal.find('review', at);
  if (kept !== null && kept.tree === change.tree) {
    const found = { ...kept.review, claimed: null };
    show(found);
    line.done(`${ending}: ${countOpen(found.findings)}, as it was before the run was cut off`);
    return found;
  }
  await assignment.places.materialise(change.tree, 'snapshot');
  const made = await reviewChange({
    ...(await asked(options, checks)),
    ...(weigh === undefined ? {} : { weigh }),
    onActivity: line.note,
  });
  story.keep(
    `the reviewer's answer in round ${round}${assignment.step === '' ? '' : ` of ${assignment.step}`}`,
    made.claimed,
  );
  if (made.recovered !== null)
    story.note(`The reviewer’s answer was there although its turn was ended (${made.recovered}); it was recovered.`);
  if (made.reviewed || weigh === undefined) show(made);
  if (!made.reviewed) {
    line.failed(`${ending}: ${made.voidBecause ?? 'inconclusive'}`);
    return made;
  }
  line.done(`${ending}: ${countOpen(made.findings)}`);
  const { claimed: _, ...told } = made;
  await site.journal.add({ kind: 'review', ...at, tree: change.tree, review: told });
  return made;
}

/** What the reviewer of this work is asked, whatever it is asked about it. */
async function asked(
  options: RoundOptions,
  checks: readonly CheckComparison[],
): Promise<Omit<ReviewOptions, 'onActivity' | 'weigh'>> {
  const { site, assignment, change, round, last } = options;
  const diff = async (from: string): Promise<string> =>
    quotePlain(presentDiff(await site.workspace.diff(from, change.tree)), 'the change, as a diff', site.boundary);
  const weakened = await findWeakened(options);
  return {
    conversation: assignment.reviewer,
    round,
    task: assignment.taskFile,
    boundary: site.boundary,
    instructions: site.settings.instructions.reviewer,
    checks: `${presentChecks(checks, site.boundary)}${weakened}`,
    diff: () => diff(assignment.origin),
    news: () => diff(last?.tree ?? assignment.origin),
    findings: (last?.findings ?? assignment.findings).filter(({ source }) => source !== 'check'),
    prefix: prefixOf(assignment),
    numbers: site.earlier.numbers,
    digest: () => assignment.places.digest('snapshot'),
  };
}

/** Tests that the change deletes or silences, for the reviewer to judge; empty when there are none. */
async function findWeakened({
  site: { workspace, boundary },
  assignment: { origin },
  change,
}: RoundOptions): Promise<string> {
  const files = await workspace.changes(origin, change.tree);
  const found = findWeakenedTests({ files, diff: await workspace.diff(origin, change.tree) });
  if (found.length === 0) return '';
  const lines = describeWeakenedTests(found).map((line) => `- ${line}`);
  return `\n\nTests that the change deletes, skips or silences, as far as code can tell:\n${quotePlain(lines.join('\n'), 'tests that are lost', boundary)}`;
}

function countOpen(findings: readonly Finding[]): string {
  const open = findings.filter(isOpen);
  const counts = SEVERITIES.map(
    (severity) => [severity, open.filter((finding) => finding.severity === severity).length] as const,
  ).filter(([, count]) => count > 0);
  return counts.length === 0 ? 'no open finding' : counts.map(([severity, count]) => `${count} ${severity}`).join(', ');
}
