import type { Finding } from '../../finding.ts';
import type { Forge, PullRequestInfo } from '../../forge/forge.ts';
import { acceptPullRequest, type Accepted } from '../../publish/accept.ts';
import { codeSpan, paragraphs } from '../../text/markdown.ts';
import { inline } from '../../text/prose.ts';
import { authorityOver } from '../../trigger/authority.ts';
import { movedSince, refusalOfHead } from '../../trigger/head-as-seen.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import { acceptPaths } from './accept-paths.ts';
import { findWork, relatedNumbers, runAtWork } from './own-work.ts';
import type { WordDeps, WordEnd } from './word.ts';

/**
 * Takes the pull request as it is: its draft becomes ready, and its description says who took it. With paths it takes
 * what is held back at them, and nothing else.
 */
export async function accept(invocation: Invocation, deps: WordDeps): Promise<WordEnd> {
  const { target, instruction } = invocation;
  if (instruction !== null) return await acceptPaths(invocation, instruction.text, deps);
  const { forge, findings, now } = deps;
  const work = await findWork(target, forge);
  if (work === null || work.pull === null || work.pull.state !== 'open') {
    return declined('There is no open pull request of Patchwright’s here to accept.');
  }
  if ((await runAtWork(await relatedNumbers(target, forge), deps)) !== null) {
    return declined(
      `A run is at work on it. Wait for it, or stop it with ${codeSpan(`${deps.phrase} stop`)}, then accept what it leaves.`,
    );
  }
  const moved = await refusal(invocation, work.pull, forge);
  if (moved !== null) return declined(moved);
  const authority = authorityOver(work.pull.head.sha, invocation);
  if (authority === null) return declined('A person accepts a pull request.');
  const accepted = await acceptPullRequest(forge, work.pull, { authority, at: new Date(now()) });
  return toldAs(accepted, work.pull, findings);
}

/** Who accepts takes what was there when they did; on its issue, nobody has looked at the pull request before. */
async function refusal(invocation: Invocation, pull: PullRequestInfo, forge: Forge): Promise<string | null> {
  const { target } = invocation;
  if (target.kind !== 'pull-request' || target.number !== pull.number)
    return await refusalOfHead(invocation, pull, { seen: { inEvent: null, named: null }, forge });
  return target.snapshot?.head.sha === pull.head.sha ? null : movedSince(pull, 'accept');
}

function toldAs(accepted: Accepted, { number }: PullRequestInfo, findings: readonly Finding[] | null): WordEnd {
  switch (accepted.kind) {
    case 'not-own':
      return declined(
        `The description of #${number} is not as Patchwright wrote it any more, so it is yours: mark it ready or merge it yourself.`,
      );
    case 'accepted-before':
      return {
        kind: 'answered',
        reply: `#${number} was accepted before, by ${codeSpan(accepted.by)}, and is ready for review.`,
      };
    case 'accepted': {
      const ready = accepted.wasDraft ? 'It is ready for review now' : 'It was ready for review already';
      return {
        kind: 'answered',
        reply: paragraphs(`Accepted #${number}. ${ready}, and the merge is yours.`, stillOpen(findings)),
      };
    }
  }
}

function stillOpen(findings: readonly Finding[] | null): string {
  if (findings === null) return 'What was still open stays listed in its description.';
  if (findings.length === 0) return 'No finding was open.';
  const lines = findings.map(({ id, severity, problem }) => `- ${codeSpan(id)} (${severity}): ${inline(problem, 300)}`);
  return `Still open, and taken as it is:\n\n${lines.join('\n')}`;
}

function declined(reply: string): WordEnd {
  return { kind: 'declined', reply };
}
