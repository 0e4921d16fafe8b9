import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { touchesDefinitions } from '../check/definitions.ts';
import { asFailure } from '../failure.ts';
import { guardChange, type GuardedChange } from '../guard/guard.ts';
import type { Publication } from '../publish/publication.ts';
import { publishChange } from '../publish/publish-change.ts';
import { PATCH_FILE } from '../report/outputs.ts';
import { renderPullRequestBody, renderPullRequestTitle } from '../report/pull-request.ts';
import { redactRun } from '../report/redacted-run.ts';
import type { Outcome, RunState } from '../report/run.ts';
import { verify } from '../review/verify.ts';
import type { Change } from '../workspace/change.ts';
import type { Site } from './prepare.ts';
import type { Running } from './running.ts';
import type { Worked } from './work.ts';

/** What crosses the line: from here on no model runs, and no code from the change. */
export type HandOver = Readonly<{
  worked: Worked;
  change: Change;
  guarded: GuardedChange;
  definitionsTouched: readonly string[];
}>;

/** Holds the work against scope, protected paths and size, and keeps it as a patch whatever becomes of it. */
export async function guardWork(site: Site, worked: Worked, { deps, story }: Running): Promise<HandOver> {
  const { workspace, settings } = site;
  // After a failure the clone may have more than was last judged.
  const change = worked.failure === null && worked.last !== null ? worked.last.change : await workspace.extract();
  if (change.files.length > 0) {
    const patch = join(deps.run.record, PATCH_FILE);
    await writeFile(patch, await workspace.patch(change.baselineTree, change.tree));
    story.update({ patch });
  }
  const paths = change.files.map(({ path }) => path);
  const guarded = await guardChange(change, {
    scope: settings.scope,
    protectedPaths: settings.protectedPaths,
    maxChangedFiles: settings.maxChangedFiles,
    maxChangedBytes: settings.maxChangedBytes,
    baseFiles: await workspace.files(change.base),
    readBlob: workspace.read,
    redact: deps.redact,
    modeChangesAsked: asksForModes(site.taskFile),
    lfsPaths: await workspace.lfsPaths(change.base, paths),
  });
  const definitionsTouched = await touchesDefinitions({ change, checks: site.checks, readFile: workspace.readFile });
  story.update({ change, heldBack: guarded.heldBack, endedBy: worked.endedBy });
  return { worked, change, guarded, definitionsTouched };
}

/** A task that speaks of executable files may change who may run them. */
function asksForModes(taskFile: string): boolean {
  return /\b(?:chmod|executable|file mode)\b/i.test(taskFile);
}

/** Publishes what may be published and ends the story. */
export async function publishWork(site: Site, handOver: HandOver, { deps, story }: Running): Promise<void> {
  const { worked, guarded, change } = handOver;
  if (guarded.change.files.length === 0 && !wasCutOff(site)) {
    story.update(withoutPublication(handOver));
    if (worked.failure !== null) story.fail(worked.failure);
    return;
  }
  const step = story.begin('Publish');
  const { invocation } = story.state();
  try {
    const publication = await publishChange({
      forge: deps.forge,
      place: site.place,
      target: invocation.target,
      guarded,
      read: site.workspace.read,
      runId: deps.run.id,
      title: renderPullRequestTitle(redactRun(story.state(), deps.redact)),
      body: (done) => renderPullRequestBody(redactRun(ended(story.state(), handOver, done), deps.redact)),
      draft: (asChecked) => isDraft(site, worked, verificationOf(handOver, story.state(), asChecked).verified),
      reviewer: invocation.actor?.kind === 'person' ? invocation.actor.login : null,
      repositoryUrl: deps.run.repositoryUrl,
      log: deps.log,
    });
    step.done(publishedLine(publication));
    story.update(ended(story.state(), handOver, publication));
  } catch (error) {
    const failure = asFailure(error);
    step.failed(`Publish: ${failure.message}`);
    story.update({ verification: verificationOf(handOver, story.state(), false), change });
    // What stopped the work comes before what stopped the publishing of it.
    story.fail(worked.failure ?? failure);
    if (worked.failure !== null)
      story.note(`The work could not be published either: ${failure.message} ${failure.hint}`);
  }
}

/** An earlier run left its branch and never came to open the pull invocation. */
function wasCutOff({ place }: Site): boolean {
  return place.head !== null && place.pullRequest === null;
}

function publishedLine({ pullRequest, branch }: Publication): string {
  if (pullRequest === null) return `Published: branch ${branch}`;
  return `Published: ${pullRequest.draft ? 'draft ' : ''}pull request #${pullRequest.number}`;
}

/** The work of a run that failed is a draft whatever was chosen. */
function isDraft({ settings }: Site, { failure }: Worked, verified: boolean): boolean {
  if (failure !== null) return true;
  return settings.draft === 'auto' ? !verified : settings.draft === 'always';
}

function withoutPublication({ guarded, change }: HandOver): Partial<RunState> {
  if (change.files.length === 0 && change.leftOut.length === 0) {
    return { outcome: 'no-changes', reason: 'The coder changed no file.' };
  }
  const held = guarded.heldBack.length;
  return {
    outcome: 'needs-human',
    reason: `Everything that was changed is held back (${held} ${held === 1 ? 'path' : 'paths'}); nothing was published.`,
  };
}

function verificationOf(
  handOver: HandOver,
  state: RunState,
  asChecked: boolean,
): NonNullable<RunState['verification']> {
  const { worked, change, guarded, definitionsTouched } = handOver;
  const review = worked.last?.review ?? null;
  return verify({
    change,
    heldBack: guarded.heldBack,
    checks: state.checks,
    findings: state.findings,
    reviewed: {
      valid: worked.failure === null && review?.reviewed === true,
      because: worked.failure?.message ?? review?.voidBecause ?? null,
    },
    definitionsTouched,
    asChecked,
  });
}

/** The state in which the run ends with this publication. */
function ended(state: RunState, handOver: HandOver, publication: Publication): RunState {
  const { failure } = handOver.worked;
  const verification = verificationOf(handOver, state, publication.asChecked);
  const failed = failure === null ? null : { category: failure.code, message: failure.message, hint: failure.hint };
  const outcome: Outcome = failed === null ? outcomeOf(handOver, publication) : 'failed';
  return { ...state, publication, verification, failure: failed, outcome };
}

function outcomeOf({ worked, guarded }: HandOver, publication: Publication): Outcome {
  const verdict = worked.last?.verdict ?? 'inconclusive';
  const stopped = verdict === 'fail' || verdict === 'inconclusive';
  return stopped || guarded.heldBack.length > 0 || publication.aside !== null ? 'needs-human' : 'published';
}
