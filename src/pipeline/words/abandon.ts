import { abandonWork, type BranchEnd } from '../../publish/abandon.ts';
import { codeSpan } from '../../text/markdown.ts';
import { inline } from '../../text/prose.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import { findWork, relatedNumbers, runAtWork } from './own-work.ts';
import type { WordDeps, WordEnd } from './word.ts';

/** Gives the work up: the bot's pull request is closed, and its branch goes when only the bot's commits are on it. */
export async function abandon({ target }: Invocation, deps: WordDeps): Promise<WordEnd> {
  const { forge, phrase } = deps;
  const work = await findWork(target, forge);
  if (work === null) return { kind: 'declined', reply: 'There is nothing of Patchwright’s here to abandon.' };
  if (!work.own) {
    const where = work.pull === null ? 'It' : `#${work.pull.number}`;
    const reply = `${where} is not a pull request of Patchwright’s, or its description was rewritten. Close it yourself.`;
    return { kind: 'declined', reply };
  }
  if ((await runAtWork(await relatedNumbers(target, forge), deps)) !== null) {
    const reply = `A run is at work on it. Stop it with ${codeSpan(`${phrase} stop`)} first; it saves what it has.`;
    return { kind: 'declined', reply };
  }
  const { closed, branch } = await abandonWork(forge, work);
  const first = closed && work.pull !== null ? `Closed #${work.pull.number}. ` : '';
  return { kind: 'answered', reply: `${first}${toldOfBranch(work.branch, branch)}` };
}

function toldOfBranch(name: string, end: BranchEnd): string {
  switch (end.kind) {
    case 'deleted':
      return `Deleted its branch ${codeSpan(name)}, which had nobody else's commits.`;
    case 'gone':
      return `Its branch ${codeSpan(name)} is gone already.`;
    case 'kept': {
      const people = end.people.length === 0 ? '' : `: ${end.people.map((login) => codeSpan(login)).join(', ')}`;
      return `Its branch ${codeSpan(name)} is kept, because ${inline(end.because)}${people}.`;
    }
  }
}
