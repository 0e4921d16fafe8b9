import { asFailure } from '../../failure.ts';
import { isOpen } from '../../finding.ts';
import { quote, quotePlain } from '../../text/quote.ts';
import { describeFinding, fix, implement, type ImplementOptions } from '../../work/attempt.ts';
import type { Site } from '../site/site.ts';
import type { Story } from '../told/story.ts';
import type { Assignment } from './assignment.ts';
import type { Judgement } from './judgement.ts';

/** What the coder's session is told of besides the task. */
export type Told = Pick<ImplementOptions, 'part' | 'plan' | 'leads' | 'story'>;

export type Coding = Readonly<{ assignment: Assignment; told: Told; site: Site; story: Story }>;

/** The coder's first turn; resolves to its closing words. What an earlier run had paid for is brought back. */
export async function attempt(coding: Coding): Promise<string> {
  const { assignment, site, told } = coding;
  const line = assignment.begin('First attempt');
  return await work(coding, { round: 0, line, name: 'First attempt', ending: 'First attempt' }, async () =>
    implement({ conversation: assignment.coder, onActivity: line.note }, { ...opening(site, assignment), ...told }),
  );
}

export type Mending = Readonly<{ round: number; last: Judgement; tried: readonly string[] | null }>;

/** One fix in the coder's own session, or in a new one where its own is gone. */
export async function mend(coding: Coding, { round, last, tried }: Mending): Promise<string> {
  const { assignment, site, told } = coding;
  assignment.show({ round });
  const findings = last.findings.filter(isOpen);
  const name = `Fix ${round}`;
  const line = assignment.begin(name);
  await site.writeCorrective(assignment.step, round, findings);
  const ending = `${name}: ${findings.map(({ id }) => id).join(', ')}${tried === null ? '' : ', by another approach'}`;
  return await work(coding, { round, line, name, ending }, async () =>
    fix(
      { conversation: assignment.coder, onActivity: line.note },
      { round, findings, tried, opening: { ...opening(site, assignment), ...told } },
    ),
  );
}

/** The same in the work as a whole, whose description the coder's closing words go on with. */
export async function mendWhole(coding: Coding, mending: Mending): Promise<void> {
  const said = await mend(coding, mending);
  const { story } = coding;
  story.update({ summary: `${story.state().summary}\n\n${said}` });
}

type Turn = Readonly<{
  round: number;
  line: ReturnType<Assignment['begin']>;
  name: string;
  ending: string;
}>;

async function work({ assignment, site }: Coding, turn: Turn, take: () => Promise<string>): Promise<string> {
  const { round, line } = turn;
  const at = { step: assignment.step, round };
  const kept = site.journal.find('work', at);
  if (kept !== null && (await isBrought(kept.tree, assignment))) {
    line.done(`${turn.ending}, as it was before the run was cut off`);
    return kept.words;
  }
  const words = await take().catch((error: unknown) => {
    line.failed(`${turn.name}: ${asFailure(error).message}`);
    throw error;
  });
  line.done(turn.ending);
  const { tree } = await assignment.places.extract();
  await site.journal.add({ kind: 'work', ...at, tree, held: [], words });
  return words;
}

/** A tree that is not there, or is none, is work that was not done. */
async function isBrought(tree: string, { places }: Assignment): Promise<boolean> {
  try {
    await places.bring(tree);
    return true;
  } catch {
    return false;
  }
}

function opening(site: Site, { taskFile }: Assignment): Omit<ImplementOptions, keyof Told> {
  return {
    task: taskFile,
    images: site.images,
    boundary: site.boundary,
    instructions: site.settings.instructions.coder,
    repository: site.instructions,
  };
}

/** What earlier runs on the branch did, in words for a session that has not seen it; empty when there were none. */
export function tellEarlier({ earlier, boundary }: Pick<Site, 'earlier' | 'boundary'>): string {
  const { runs, findings, hint } = earlier;
  const telling = runs.filter(({ hint: asked, tried, summary }) => asked !== '' || tried.length > 0 || summary !== '');
  const told = telling.map(({ outcome, hint: asked, tried, summary }, at) =>
    [
      `## Run ${at + 1}: ended ${outcome}`,
      ...(asked === '' ? [] : [quotePlain(asked, 'what it was told', boundary)]),
      ...(tried.length === 0
        ? []
        : [quotePlain(tried.map((line) => `- ${line}`).join('\n'), 'what it tried', boundary)]),
      ...(summary === '' ? [] : [quotePlain(summary, 'what its coder said', boundary)]),
    ].join('\n'),
  );
  const open =
    findings.length === 0 ? [] : ['## Still open', ...findings.map((finding) => describeFinding(finding, boundary))];
  const said = hint === null ? [] : ['## A maintainer adds', quote(hint, boundary)];
  return [...told, ...open, ...said].join('\n\n');
}
