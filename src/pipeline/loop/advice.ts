import { asFailure } from '../../failure.ts';
import { isBlocking } from '../../finding.ts';
import { advise, type Advice } from '../../review/advise.ts';
import { presentDiff } from '../../review/present.ts';
import { isPass } from '../../review/verdict.ts';
import { quotePlain } from '../../text/quote.ts';
import type { RoundsEnd } from '../../work/rounds.ts';
import type { Crew } from '../crew/crew.ts';
import { mendWhole, type Coding } from './coding.ts';
import type { Judge } from './judge.ts';
import type { Judgement } from './judgement.ts';

/** Changes up to this are plain enough to be read whole by their reviewer. */
const SMALLEST = { files: 2, lines: 20 };

type Advised = Coding & Readonly<{ crew: Crew; judge: Judge }>;

/**
 * After a pass on anything but the smallest change somebody fresh reads the whole once, adversarially. What is critical or
 * high buys exactly one more fix and one more advisory.
 */
export async function takeAdvice(advised: Advised, end: RoundsEnd<Judgement>): Promise<RoundsEnd<Judgement>> {
  if (!isPass(end.last.verdict) || isSmallest(end.last)) return end;
  const first = await look(advised, end.last, 1);
  if (first === null || first.findings.length === 0) return end;
  const last = advised.judge.add(first.findings);
  if (!first.findings.some(isBlocking)) return { ...end, last };
  const round = end.rounds + 1;
  if (advised.crew.turns.left() < 2) return { last, rounds: end.rounds, endedBy: '`max-turns`' };
  await mendWhole(advised, { round, last, tried: null });
  const again = await advised.judge.judge(round, false);
  if (!isPass(again.verdict)) return { last: again, rounds: round, endedBy: boundOf(again) };
  const second = await look(advised, again, 2);
  if (second === null || second.findings.length === 0) return { last: again, rounds: round, endedBy: null };
  const ended = advised.judge.add(second.findings);
  return { last: ended, rounds: round, endedBy: boundOf(ended) };
}

/** One more fix would be needed, and there is none; a review that cannot be relied on ends it by itself. */
export function boundOf({ verdict }: Pick<Judgement, 'verdict'>): string | null {
  return verdict === 'fail' ? 'the one fix after the advisory' : null;
}

function isSmallest({ change }: Judgement): boolean {
  return change.files.length <= SMALLEST.files && change.added + change.removed <= SMALLEST.lines;
}

/** Null where no advice came about: the review stands without it. */
async function look(
  { assignment, site, story, crew }: Advised,
  judged: Judgement,
  time: 1 | 2,
): Promise<Advice | null> {
  const line = assignment.begin(time === 1 ? 'Advisory' : 'Advisory again');
  const kept = site.journal.find('advice', { step: '', round: time });
  if (kept !== null && kept.tree === judged.tree) {
    line.done('Advisory, as it was before the run was cut off');
    return kept.advice;
  }
  try {
    await assignment.places.materialise(judged.tree, 'snapshot');
    const advice = await advise({
      conversation: crew.talk('advisor', {
        directory: assignment.places.snapshot,
        title: `Advisory: ${site.task.title}`,
      }),
      round: judged.round,
      task: assignment.taskFile,
      boundary: site.boundary,
      instructions: site.settings.instructions.advisor,
      diff: quotePlain(
        presentDiff(await site.workspace.diff(assignment.origin, judged.tree)),
        'the change, as a diff',
        site.boundary,
      ),
      findings: judged.findings,
      numbers: site.earlier.numbers,
      digest: () => assignment.places.digest('snapshot'),
      onActivity: line.note,
    });
    story.keep(`the advisor's answer, time ${time}`, advice);
    story.update({ advice: [...story.state().advice, tell(advice)] });
    if (advice.voidBecause !== null) {
      line.failed(`Advisory: ${advice.voidBecause}`);
      story.note(`No advice was had: ${advice.voidBecause}`);
      return null;
    }
    await site.journal.add({ kind: 'advice', step: '', round: time, tree: judged.tree, advice });
    line.done(
      `Advisory: ${advice.findings.length === 0 ? 'no further finding' : advice.findings.map(({ id }) => id).join(', ')}`,
    );
    return advice;
  } catch (error) {
    const failure = asFailure(error);
    line.failed(`Advisory: ${failure.message}`);
    if (failure.code === 'cancelled') throw failure;
    story.note(`No advice was had (${failure.code}): ${failure.message}`);
    return null;
  }
}

function tell({ session, voidBecause, summary, findings }: Advice) {
  return { session, voidBecause, summary, findings: findings.map(({ id }) => id) };
}
