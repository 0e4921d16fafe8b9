import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { touchesDefinitions } from '../check/definitions.ts';
import { describeWeakenedTests, findWeakenedTests } from '../check/weakened-tests.ts';
import { asFailure } from '../failure.ts';
import { guardChange } from '../guard/guard.ts';
import { isOfFork } from '../publish/place.ts';
import type { Publication } from '../publish/publication.ts';
import { publishChange } from '../publish/publish-change.ts';
import { PATCH_FILE } from '../report/outputs.ts';
import { renderPullRequestBody, renderPullRequestTitle } from '../report/pull-request.ts';
import { redactRun } from '../report/redacted-run.ts';
import type { RunState } from '../report/run.ts';
import { labelText } from '../text/sinks.ts';
import type { Change } from '../workspace/change.ts';
import { keepHeld } from './kept/keep-held.ts';
import type { Worked } from './loop/work.ts';
import { offerWork } from './offer-work.ts';
import type { PublishSite } from './site/site.ts';
import { ended, readiness, verificationOf, withoutPublication, type HandOver } from './told/ending.ts';
import { listRun, spendingWith } from './told/spending.ts';
import type { Publishing, Story } from './told/story.ts';

/** What could not even be read has cost something all the same. */
export async function guardWork(site: PublishSite, worked: Worked, running: Publishing): Promise<HandOver> {
  try {
    return await guard(site, worked, running);
  } catch (error) {
    running.story.fail(asFailure(error));
    await listRun(site, running);
    throw error;
  }
}

/** Holds the work against scope, protected paths and size, and keeps it as a patch whatever becomes of it. */
async function guard(site: PublishSite, worked: Worked, { deps, story }: Publishing): Promise<HandOver> {
  const { workspace, settings, origin } = site;
  const change = await finalChange(site, worked, story);
  const paths = change.files.map(({ path }) => path);
  const guarded = await guardChange(change, {
    scope: settings.scope,
    protectedPaths: settings.protectedPaths,
    maxChangedFiles: settings.maxChangedFiles,
    maxChangedBytes: settings.maxChangedBytes,
    baseFiles: await workspace.files(change.base),
    readBlob: workspace.read,
    ownSecrets: deps.ownSecrets(),
    modeChangesAsked: site.modesAsked,
    lfsPaths: await workspace.lfsPaths(change.base, paths),
  });
  const whole = { ...change, baselineTree: origin, files: await workspace.changes(origin, change.tree) };
  const diff = await workspace.diff(origin, change.tree);
  const weakened = describeWeakenedTests(findWeakenedTests({ files: whole.files, diff }));
  for (const sentence of weakened) story.note(`A test is weaker than before: ${sentence}`);
  const definitionsTouched = await touchesDefinitions({
    change: whole,
    checks: site.checks,
    setup: settings.setup,
    files: (await workspace.files(origin)).map(({ path }) => path),
    readFile: workspace.readFile,
  });
  story.update({ change, heldBack: guarded.heldBack, endedBy: worked.endedBy });
  if (worked.last?.tree !== change.tree) story.update({ checks: [] });
  if (change.files.length > 0) await keepPatch(site, { change, guarded }, { deps, story });
  return { worked, change, guarded, definitionsTouched, wholeFiles: whole.files.length };
}

/** After a failure the clone may have more than was last judged; where it cannot be read any more, that is what is left. */
async function finalChange({ workspace }: PublishSite, { last, failure }: Worked, story: Story): Promise<Change> {
  if (failure === null && last !== null) return last.change;
  try {
    return await workspace.extract();
  } catch (error) {
    const { message } = asFailure(error);
    if (last === null && failure !== null) story.note(`What was done could not be read: ${message}`);
    if (last === null) throw failure ?? error;
    story.note(`What was done after round ${last.round} could not be read: ${message}`);
    return last.change;
  }
}

/** For `git apply`, beside the run record. A credential that the agent wrote down is not kept. */
async function keepPatch(
  { workspace }: PublishSite,
  { change, guarded }: Pick<HandOver, 'change' | 'guarded'>,
  { deps, story }: Publishing,
): Promise<void> {
  const path = join(deps.run.record, PATCH_FILE);
  const patch = await workspace.patch(change.baselineTree, change.tree);
  const hasSecret = guarded.heldBack.some(({ rule }) => rule === 'secret');
  await writeFile(path, hasSecret ? deps.redact(patch.toString('utf8')) : patch);
  story.update({ patch: path });
}

/** Publishes what may be published, or offers it where nothing is to be written, and ends the story. */
export async function publishWork(site: PublishSite, handOver: HandOver, running: Publishing): Promise<void> {
  if (isOfFork(site.place, running.deps.forge.repository)) {
    await offerWork(site, handOver, running);
  } else {
    await keepHeld(site, handOver, running);
    await publish(site, handOver, running);
  }
  if (running.story.state().publication?.pullRequest?.own !== true) await listRun(site, running);
}

async function publish(site: PublishSite, handOver: HandOver, { deps, story }: Publishing): Promise<void> {
  const { worked, guarded, change } = handOver;
  if (guarded.change.files.length === 0 && !(change.files.length === 0 && site.unfinished)) {
    story.update(withoutPublication(handOver));
    if (worked.failure !== null) story.fail(worked.failure);
    return;
  }
  const step = story.begin('Publish');
  const { invocation } = story.state();
  const end = (done: Publication): RunState => {
    const state = ended(story.state(), handOver, done);
    return done.spending === null ? state : { ...state, spending: { branch: site.place.branch, known: done.spending } };
  };
  try {
    const publication = await publishChange({
      forge: deps.forge,
      place: site.place,
      target: invocation.target,
      guarded,
      read: site.workspace.read,
      stored: site.stored,
      runId: deps.run.id,
      title: renderPullRequestTitle(redactRun(story.state(), deps.redact)),
      body: (done) => renderPullRequestBody(redactRun(end(done), deps.redact)),
      spending: (done, told) => spendingWith(end(done), { place: site.place, run: deps.run, told }).known,
      readiness: (asChecked) => readiness(site, worked, verificationOf(handOver, story.state(), asChecked)),
      reviewer: invocation.actor?.kind === 'person' ? invocation.actor.login : null,
      labels: site.settings.labels.map((name) => labelText(name, { redact: deps.redact })),
      repositoryUrl: deps.run.repositoryUrl,
      log: deps.log,
    });
    step.done(publishedLine(publication));
    story.update(end(publication));
  } catch (error) {
    const failure = asFailure(error);
    step.failed(`Publish: ${failure.message}`);
    story.update({ verification: verificationOf(handOver, story.state(), false).report, change });
    // What stopped the work comes before what stopped the publishing of it.
    story.fail(worked.failure ?? failure);
    if (worked.failure !== null)
      story.note(`The work could not be published either: ${failure.message} ${failure.hint}`);
  }
}

function publishedLine({ pullRequest, branch }: Publication): string {
  if (pullRequest === null) return `Published: branch ${branch}`;
  return `Published: ${pullRequest.draft ? 'draft ' : ''}pull request #${pullRequest.number}`;
}
