import { startClean, takeOver } from './clean-start.ts';
import { readLeftRun } from './config/step-state.ts';
import type { RunEnd } from './pipeline/killed/recover.ts';
import type { LeftRun } from './sandbox/leftovers.ts';
import type { Log } from './text/sinks.ts';

await main();

/** For a run that ended by itself there is nothing to do, and nothing more is loaded. */
async function main(): Promise<void> {
  await takeOver(process.env);
  try {
    const left = readLeftRun(process.env);
    if (left === null) return;
    startClean(process.env);
    await endRun(left);
  } catch (error) {
    const [core, { asFailure }, { annotationText, NO_SECRETS }] = await Promise.all([
      import('@actions/core'),
      import('./failure.ts'),
      import('./text/sinks.ts'),
    ]);
    const { message, hint } = asFailure(error);
    core.setFailed(annotationText(`${message} ${hint}`, NO_SECRETS));
  }
}

/** The run's process was killed: ends what it left running, before anything else is touched, and then the run. */
async function endRun(left: LeftRun): Promise<void> {
  const { endLeftovers } = await import('./sandbox/leftovers.ts');
  const ended = await endLeftovers(left);
  const [{ readSavedRun }, { recover }, { clearRunDirectory }, { logLine }, deps] = await Promise.all([
    import('./pipeline/killed/saved-run.ts'),
    import('./pipeline/killed/recover.ts'),
    import('./workspace/run-directory.ts'),
    import('./text/sinks.ts'),
    dependencies(left),
  ]);
  deps.log(
    logLine(
      `The run was killed before it could end; of what it had started, ${ended.length} processes were still there.`,
    ),
  );
  const saved = await readSavedRun(deps);
  const state = saved === null ? null : await recover(saved, deps, await endOf(deps));
  if (state === null) deps.log(logLine('There is nothing of it to put right.'));
  else await deps.sendOff();
  await clearRunDirectory(left, deps.log);
}

/** As the run itself would have ended: on the forge, or with what it leaves for another job. */
async function endOf({ leaves }: Pick<Awaited<ReturnType<typeof dependencies>>, 'leaves'>): Promise<RunEnd> {
  if (leaves === undefined) {
    const [{ createFace }, { publishWork: pass }] = await Promise.all([
      import('./pipeline/told/face.ts'),
      import('./pipeline/hand-over.ts'),
    ]);
    return { createFace, pass };
  }
  const [{ createQuietFace: createFace }, { leaveWork: pass }] = await Promise.all([
    import('./pipeline/two-jobs/quiet-face.ts'),
    import('./pipeline/two-jobs/left-work.ts'),
  ]);
  return { createFace, pass };
}

async function dependencies({ home }: LeftRun) {
  const [
    core,
    { readInputs },
    { PROVIDER_KEYS },
    { readRunIdentity, runIn },
    { createGitHubForge },
    { createSecrets },
    { readMode },
    { meetingOf, sendOff },
  ] = await Promise.all([
    import('@actions/core'),
    import('./config/inputs.ts'),
    import('./config/providers.ts'),
    import('./config/run-identity.ts'),
    import('./forge/github/github-forge.ts'),
    import('./text/secrets.ts'),
    import('./config/mode.ts'),
    import('./pipeline/two-jobs/meeting.ts'),
  ]);
  const inputs = readInputs(process.env);
  const identity = readRunIdentity(process.env);
  const token = inputs['github-token'];
  const secrets = createSecrets(core.setSecret);
  const keys = Object.values(PROVIDER_KEYS).flatMap((names) => names.map((name) => process.env[name] ?? ''));
  secrets.add([token, inputs['api-key'], ...keys]);
  const { redact } = secrets;
  const log: Log = (line) => core.info(redact(line));
  const run = runIn(home, identity);
  const forge = createGitHubForge({ token, apiUrl: identity.apiUrl, repository: identity.repository, log });
  const meeting = meetingOf(readMode(inputs.mode), { inputs, run, forge });
  return {
    ...meeting,
    sendOff: () => sendOff({ ...meeting, inputs, run }),
    inputs,
    run,
    githubToken: token,
    now: Date.now,
    log,
    redact,
    ownSecrets: secrets.known,
  };
}
