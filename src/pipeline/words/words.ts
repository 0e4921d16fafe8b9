import { isOpen } from '../../finding.ts';
import type { Finding } from '../../finding.ts';
import { findPlace } from '../../publish/place.ts';
import { dropStateOfBranch, dropStatesOfIssue, readState, stateOfBranch } from '../../publish/state-store.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import { openState } from '../kept/saved-state.ts';
import type { Telling } from '../told/story.ts';
import { wordJob } from './say.ts';
import { told, type ReplyEnd, type WordEnd } from './word.ts';

/** Does a command that takes no model; null for every other one. */
export async function sayWord(invocation: Invocation, deps: Telling): Promise<ReplyEnd | null> {
  const job = wordJob(invocation.command);
  return job === null ? null : await told(doWord(job, invocation, deps));
}

async function doWord(
  job: NonNullable<ReturnType<typeof wordJob>>,
  invocation: Invocation,
  deps: Telling,
): Promise<WordEnd> {
  const { forge, run, inputs, now } = deps;
  const phrase = inputs['trigger-phrase'].split(',')[0]?.trim() ?? '';
  const findings = invocation.command === 'accept' ? await openFindings(invocation, deps) : null;
  const { redact, ownSecrets } = deps;
  const end = await job(invocation, { forge, redact, ownSecrets, run, phrase, findings, now });
  if (invocation.command === 'abandon' && end.kind === 'answered') await forget(invocation, deps);
  return end;
}

async function openFindings({ target }: Invocation, { forge }: Telling): Promise<readonly Finding[] | null> {
  const { branch } = await findPlace({ forge, target, base: '' });
  const stored = await readState(forge, stateOfBranch(branch));
  const state = stored === null ? null : (openState(stored.text, null)?.state ?? null);
  return state === null ? null : state.findings.filter(isOpen);
}

/** What was dropped is not gone on with. */
async function forget({ target }: Invocation, { forge }: Telling): Promise<void> {
  const branch = target.kind === 'pull-request' ? (target.snapshot?.head.branch ?? null) : null;
  if (branch !== null) await dropStateOfBranch(forge, branch);
  if (target.kind === 'issue') await dropStatesOfIssue(forge, target.number);
}
