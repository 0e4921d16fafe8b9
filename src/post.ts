import { startClean, takeOver } from './clean-start.ts';
import { readLeftRun } from './config/step-state.ts';
import type { LeftRun } from './sandbox/leftovers.ts';

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
    const [core, { asFailure }] = await Promise.all([import('@actions/core'), import('./failure.ts')]);
    const { message, hint } = asFailure(error);
    core.setFailed(`${message} ${hint}`);
  }
}

/** The run's process was killed: ends what it left running, before anything else is touched, and then the run. */
async function endRun(left: LeftRun): Promise<void> {
  const { endLeftovers } = await import('./sandbox/leftovers.ts');
  const ended = await endLeftovers(left);
  const [{ readSavedRun }, { recover }, { clearRunDirectory }, deps] = await Promise.all([
    import('./pipeline/killed/saved-run.ts'),
    import('./pipeline/killed/recover.ts'),
    import('./workspace/run-directory.ts'),
    dependencies(left),
  ]);
  deps.log(
    `The run was killed before it could end; of what it had started, ${ended.length} processes were still there.`,
  );
  const saved = await readSavedRun(deps);
  const state = saved === null ? null : await recover(saved, deps);
  if (state === null) deps.log('There is nothing of it to put right.');
  await clearRunDirectory(left, deps.log);
}

async function dependencies({ home }: LeftRun) {
  const [
    core,
    { readInputs },
    { PROVIDER_KEYS },
    { readRunIdentity, runIn },
    { createGitHubForge },
    { createSecrets },
  ] = await Promise.all([
    import('@actions/core'),
    import('./config/inputs.ts'),
    import('./config/providers.ts'),
    import('./config/run-identity.ts'),
    import('./forge/github/github-forge.ts'),
    import('./text/secrets.ts'),
  ]);
  const inputs = readInputs(process.env);
  const identity = readRunIdentity(process.env);
  const token = inputs['github-token'];
  const secrets = createSecrets(core.setSecret);
  const keys = Object.values(PROVIDER_KEYS).flatMap((names) => names.map((name) => process.env[name] ?? ''));
  secrets.add([token, inputs['api-key'], ...keys]);
  const { redact } = secrets;
  const log = (line: string): void => core.info(redact(line));
  return {
    forge: createGitHubForge({ token, apiUrl: identity.apiUrl, repository: identity.repository, log }),
    inputs,
    run: runIn(home, identity),
    githubToken: token,
    now: Date.now,
    log,
    redact,
  };
}
