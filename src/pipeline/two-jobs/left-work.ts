import { asFailure } from '../../failure.ts';
import { writeChange, writeRecord } from '../../hand-over/write-hand-over.ts';
import type { Review } from '../../review/review.ts';
import { redactAll } from '../../text/redact.ts';
import { logLine } from '../../text/sinks.ts';
import type { PublishSite } from '../site/site.ts';
import type { HandOver } from '../told/ending.ts';
import type { Publishing, Telling } from '../told/story.ts';
import { divide } from './handed-files.ts';
import { recordOf } from './handed-record.ts';
import type { JudgedClaim } from './leavings.ts';

/** Instead of publishing: the change goes to where the publishing job finds it. Ends the story as far as this job can. */
export async function leaveWork(site: PublishSite, handOver: HandOver, { deps, story }: Publishing): Promise<void> {
  const { leaves } = deps;
  const { change, guarded, worked } = handOver;
  if (leaves === undefined) throw new TypeError('There is nowhere to leave the work.');
  const { last, failure, endedBy } = worked;
  const { workspace } = site;
  const divided = divide(change, guarded, await workspace.files(change.base));
  const tree = await workspace.treeWith(change.base, divided.files);
  // By the base commit itself: what setup left is no part of the change.
  const files = await workspace.changes(change.base, tree);
  leaves.judged.claim = {
    round: last?.round ?? null,
    thisTree: last?.tree === change.tree,
    verdict: last?.verdict ?? null,
    review: claimOf(last?.review ?? null),
    endedBy,
    failure: failure === null ? null : { code: failure.code, message: failure.message, hint: failure.hint },
    unfinished: site.unfinished,
    modesAsked: site.modesAsked,
    definitionsTouched: handOver.definitionsTouched,
  };
  await writeChange(leaves.directory, {
    of: { repository: deps.forge.repository, run: deps.run.id },
    base: change.base,
    tree,
    files,
    heldBack: divided.heldBack.map(({ path, rule, reason }) => redactAll({ path, rule, reason }, deps.redact)),
    read: workspace.read,
  });
  story.update({ outcome: outcomeOf(handOver) });
  if (failure !== null) story.fail(failure);
}

function claimOf(review: Review | null): JudgedClaim['review'] {
  return review === null ? null : { reviewed: review.reviewed, voidBecause: review.voidBecause };
}

/** As far as it can be told before anything is published. */
function outcomeOf({ worked, guarded, change }: HandOver): 'published' | 'no-changes' | 'needs-human' {
  if (change.files.length === 0 && change.leftOut.length === 0) return 'no-changes';
  const passed = worked.last?.verdict === 'pass' || worked.last?.verdict === 'pass-with-notes';
  return passed && guarded.heldBack.length === 0 ? 'published' : 'needs-human';
}

/** What is told of the run goes along, however it ended. */
export async function leaveRecord({
  deps,
  story,
}: Readonly<{ deps: Telling; story: Publishing['story'] }>): Promise<void> {
  const { leaves } = deps;
  if (leaves === undefined) return;
  try {
    const record = recordOf(story.state(), leaves);
    await writeRecord(leaves.directory, redactAll(record, deps.redact));
    deps.log(logLine(`Left for the publishing job: ${leaves.directory}`));
  } catch (error) {
    deps.log(logLine(`Nothing could be left for the publishing job: ${asFailure(error).message}`));
  }
}
