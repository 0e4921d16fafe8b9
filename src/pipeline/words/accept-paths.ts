import { guardChange, type GuardedChange } from '../../guard/guard.ts';
import { digestOf } from '../../guard/held-content.ts';
import { findPlace, type Place } from '../../publish/place.ts';
import { publishAccepted, type AcceptedWork } from '../../publish/publish-accepted.ts';
import { readDescription } from '../../publish/told-spending.ts';
import { acceptCommand } from '../../report/scope.ts';
import { codeSpan, paragraphs } from '../../text/markdown.ts';
import { inline } from '../../text/prose.ts';
import { authorityOver } from '../../trigger/authority.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import { readHeldFiles, type HeldFile, type HeldFiles } from '../kept/held-files.ts';
import { changeOf, type Standing } from './held-change.ts';
import { readNamedPaths, type NamedPath } from './named-paths.ts';
import { relatedNumbers, runAtWork } from './own-work.ts';
import type { WordDeps, WordEnd } from './word.ts';

/**
 * Publishes what the guard held back and a person takes as it is: the very contents that they name, all of them or none.
 * What the person saw is bound by its digest, or by the time of their comment.
 */
export async function acceptPaths(invocation: Invocation, words: string, deps: WordDeps): Promise<WordEnd> {
  const { forge, phrase } = deps;
  const { target, actor } = invocation;
  const named = readNamedPaths(words);
  if ('problem' in named) return declined(`Nothing was done: ${named.problem}. ${usage(phrase)}`);
  if (actor?.kind !== 'person') return declined('A person accepts what is held back.');
  const { defaultBranch } = await forge.info();
  const place = await findPlace({ forge, target, base: defaultBranch });
  if (place.pullRequest !== null && (await readDescription(forge, place.pullRequest)).own === null) {
    return declined(
      'This pull request is not Patchwright’s, or its description was rewritten. Make the change by hand.',
    );
  }
  if ((await runAtWork(await relatedNumbers(target, forge), deps)) !== null) {
    return declined(
      `A run is at work on it. Wait for it, or stop it with ${codeSpan(`${phrase} stop`)}, then accept what it leaves.`,
    );
  }
  const held = await readHeldFiles(forge, place.branch);
  if (held === null) {
    return declined(
      `Nothing that is held back is kept for ${codeSpan(place.branch)}. ${codeSpan(`${phrase} accept`)} alone takes the pull request as it is.`,
    );
  }
  const chosen = choose(named, held, invocation);
  if ('refusal' in chosen)
    return declined(paragraphs(`Nothing was published: ${chosen.refusal}`, offers(held, phrase)));
  return await publish(chosen.files, { held, place }, { invocation, deps });
}

type About = Readonly<{ held: HeldFiles; place: Place }>;

async function publish(
  files: readonly HeldFile[],
  { held, place }: About,
  { invocation, deps }: Readonly<{ invocation: Invocation; deps: WordDeps }>,
): Promise<WordEnd> {
  const { forge, ownSecrets, run, now } = deps;
  const standing = await changeOf(files, { held, place, forge });
  if (standing.kind === 'refused') return declined(`Nothing was published: ${standing.because}`);
  if (standing.kind === 'there') return { kind: 'answered', reply: 'That very content is on the branch already.' };
  const guarded = await guardAgain(standing, files, ownSecrets());
  if (guarded.heldBack.length > 0) {
    const lines = guarded.heldBack.map(({ path, reason }) => `- ${codeSpan(path)}: ${inline(reason, 300)}`);
    return declined(
      paragraphs('Nothing was published, because a rule that nobody lifts speaks against it:', lines.join('\n')),
    );
  }
  const work = await publishAccepted({
    forge,
    place: { ...place, base: place.pullRequest === null ? held.base : place.base },
    guarded,
    acceptances: guarded.accepted.flatMap(({ path, digest }) => {
      const authority = authorityOver(digest, invocation);
      return authority === null ? [] : [{ path, authority }];
    }),
    at: new Date(now()),
    target: invocation.target,
    title: held.title,
    read: standing.read,
    runId: run.id,
    redact: deps.redact,
  });
  return { kind: 'answered', reply: toldOf(work, guarded) };
}

/** Every rule speaks again, on the tree as it is now; what was accepted lifts no more than it may. */
async function guardAgain(
  { change, baseFiles, read }: Extract<Standing, { kind: 'ready' }>,
  files: readonly HeldFile[],
  ownSecrets: readonly string[],
): Promise<GuardedChange> {
  return await guardChange(change, {
    // Nothing is in scope by itself: what a person named is let through, and told as accepted.
    scope: ['!**'],
    protectedPaths: null,
    maxChangedFiles: files.length,
    maxChangedBytes: Number.MAX_SAFE_INTEGER,
    baseFiles,
    readBlob: read,
    ownSecrets,
    lfsPaths: new Set(),
    modeChangesAsked: false,
    accepted: new Set(change.files.map(digestOf)),
  });
}

type Chosen = Readonly<{ files: readonly HeldFile[] }> | Readonly<{ refusal: string }>;

function choose(named: readonly NamedPath[], { files, at }: HeldFiles, { event }: Invocation): Chosen {
  const chosen: HeldFile[] = [];
  for (const { path, digest } of named) {
    const found = files.find((file) => file.path === path);
    if (found === undefined) return { refusal: `nothing is held back at ${codeSpan(path)} that can be accepted.` };
    if (digest !== null && digest !== found.content.digest) {
      return { refusal: `what is held back at ${codeSpan(path)} is not what that digest stands for any more.` };
    }
    const said = Date.parse(event.at ?? '');
    if (digest === null && !(said > at)) {
      return { refusal: `what is held back at ${codeSpan(path)} is newer than your comment, so its digest is needed.` };
    }
    if (!chosen.includes(found)) chosen.push(found);
  }
  return { files: chosen };
}

function offers({ files }: HeldFiles, phrase: string): string {
  const lines = files
    .slice(0, 20)
    .map(({ path, content }) => `- ${codeSpan(acceptCommand(phrase, path, content.digest))}`);
  return `What can be accepted:\n\n${lines.join('\n')}`;
}

function usage(phrase: string): string {
  return `Write ${codeSpan(`${phrase} accept`)} alone to take the pull request as it is, or name paths that are held back after it.`;
}

function toldOf({ branch, commit, pull, aside }: AcceptedWork, { accepted }: GuardedChange): string {
  const names = accepted.map(({ path, digest }) => `- ${codeSpan(path)} (${codeSpan(digest)})`).join('\n');
  const where = `Published on ${codeSpan(branch)} in ${codeSpan(commit.slice(0, 12))}, as you accepted it:`;
  const rest =
    aside ??
    (pull === null
      ? 'GitHub did not let Patchwright open a pull request; open one from that branch.'
      : `It is recorded in #${pull}. The branch as it is now was neither checked nor reviewed together.`);
  return paragraphs(where, names, rest);
}

function declined(reply: string): WordEnd {
  return { kind: 'declined', reply };
}
