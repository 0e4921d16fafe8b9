import type { Finding } from '../../../src/finding.ts';
import type { Forge } from '../../../src/forge/forge.ts';
import { wordJob } from '../../../src/pipeline/words/say.ts';
import type { WordEnd } from '../../../src/pipeline/words/word.ts';
import { createRedactor } from '../../../src/text/redact.ts';
import { gate } from '../../../src/trigger/gate.ts';
import { parseEvent } from '../../../src/trigger/parse-event.ts';
import { forgeOf } from '../../forge/forge.ts';
import { NOW, say, type Arranged } from '../../scenarios/command-places.ts';
import { startGitHub, type GitHubOptions, type LoopbackGitHub } from '../../support/github/github.ts';

/** The run that the commands of these tests are. */
export const OWN_RUN = 99;

export const start = (options: GitHubOptions = {}): Promise<LoopbackGitHub> =>
  startGitHub({ permissions: { maintainer: 'write', stranger: 'read' }, ...options });

/** Says it as a maintainer does, and does it when the gate lets it through. */
export async function does(
  github: LoopbackGitHub,
  arranged: Arranged,
  body: string,
  given: Readonly<{ findings?: readonly Finding[]; forge?: Forge; at?: string; ownSecrets?: readonly string[] }> = {},
): Promise<WordEnd> {
  const { forge = forgeOf(github), findings = null } = given;
  const { event, payload } = await say(github, { ...arranged, at: given.at }, body);
  const asked = parseEvent({ name: event, payload }, { phrases: ['/opencode'], prompt: null, rerunBy: null });
  if (asked.kind === 'ignored') throw new Error(asked.reason);
  const trigger = await gate(asked, forge, { allowedUsers: [], allowedBots: [] });
  if (trigger.kind !== 'task') throw new Error(JSON.stringify(trigger));
  const job = wordJob(trigger.invocation.command);
  if (job === null) throw new Error('it takes a model');
  const repositoryUrl = `${github.serverUrl}/${github.owner}/${github.repo}`;
  const run = { id: OWN_RUN, repositoryUrl };
  return await job(trigger.invocation, {
    forge,
    redact: createRedactor([]),
    ownSecrets: () => given.ownSecrets ?? [],
    run,
    phrase: '/opencode',
    findings,
    now: () => NOW,
  });
}
