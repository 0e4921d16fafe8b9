import { join } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { asFailure } from '../failure.ts';
import { createBoundary } from '../text/quote.ts';
import { logLine } from '../text/sinks.ts';
import type { Invocation } from '../trigger/trigger.ts';
import { inspectSource } from '../workspace/source.ts';
import { prepareWorkspace, type Workspace } from '../workspace/workspace.ts';
import { openCrew, type Crew } from './crew/crew.ts';
import { openModels, type Models } from './crew/models.ts';
import type { Running } from './running.ts';
import { readSettings } from './site/prepare.ts';

/** What stands ready for a command that reads and changes nothing. */
export type Reading = Readonly<{
  settings: Settings;
  models: Models;
  workspace: Workspace;
  crew: Crew;
  boundary: string;
}>;

/** A run that reads: what it opens is closed with `open`, its directories with `directories`. */
export type ReadingRun = Running & Readonly<{ directories: AsyncDisposableStack }>;

/** Opens models, the repository as it was when the command was given, and the judges' server; nothing of it is run. */
export async function openReading(
  invocation: Invocation,
  { deps, story, directories }: ReadingRun,
  open: AsyncDisposableStack,
): Promise<Reading> {
  const settings = await readSettings(invocation, deps);
  story.update({ budget: settings.budget });
  const models = open.use(await openModels(settings, { deps, story }));
  deps.install(settings).catch(() => undefined);
  const source = await inspectSource({ program: deps.programs.git, directory: deps.run.workspace });
  const snapshot = invocation.target.kind === 'pull-request' ? invocation.target.snapshot : null;
  const workspace = await prepareWorkspace({
    programs: deps.programs,
    source,
    root: join(deps.run.root, 'work'),
    baseline: snapshot?.head.sha ?? source.commit,
    also: snapshot === null ? [] : [snapshot.base.sha],
    remote: { url: `${deps.run.repositoryUrl}.git`, token: deps.githubToken },
    env: deps.networkEnvironment,
  });
  directories.defer(async () => {
    try {
      await workspace[Symbol.asyncDispose]();
    } catch (error) {
      deps.log(logLine(asFailure(error).message));
    }
  });
  await workspace.markBaseline();
  const crew = open.use(await openCrew({ settings, workspace }, models, { deps, story, first: 'judges' }));
  return { settings, models, workspace, crew, boundary: createBoundary() };
}
