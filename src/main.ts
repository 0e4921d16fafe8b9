import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { readInputs, type Inputs } from './config/inputs.ts';
import { list } from './config/list.ts';
import { notice } from './trigger/notice.ts';

await main();

/** An event that is not for the bot ends here, before anything else is loaded. */
async function main(): Promise<void> {
  // A runner gives no argument; who has one was started by `startClean`.
  if (process.argv.length > 2) await (await import('./clean-start.ts')).takeOver(process.env);
  const inputs = readInputs(process.env);
  const payload = readPayload(process.env['GITHUB_EVENT_PATH'] ?? '');
  const noticed = notice(process.env['GITHUB_EVENT_NAME'] ?? '', payload, {
    label: inputs['trigger-label'],
    phrases: list(inputs['trigger-phrase']),
    allowedBots: list(inputs['allowed-bots']),
  });
  if (!noticed.forUs) {
    process.stdout.write(`Not for Patchwright: ${noticed.reason}.\n`);
    return;
  }
  const { closeInherited } = await import('./close-inherited.ts');
  closeInherited();
  const { startClean } = await import('./clean-start.ts');
  startClean(process.env);
  await run(inputs, payload);
}

/** Undefined when it cannot be read; what is wrong with it is told by whoever needs it. */
function readPayload(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Environment to dependencies to pipeline to outputs. */
async function run(inputs: Inputs, payload: unknown): Promise<void> {
  const core = await import('@actions/core');
  const { asFailure } = await import('./failure.ts');
  const { STEP_STATE } = await import('./config/step-state.ts');
  const { isSuccessor, NOT_CLEAN } = await import('./clean-start.ts');
  if (!isSuccessor()) core.warning(NOT_CLEAN);
  try {
    const [{ readRunIdentity, runIn }, { readMode }] = await Promise.all([
      import('./config/run-identity.ts'),
      import('./config/mode.ts'),
    ]);
    const mode = readMode(inputs.mode);
    const identity = readRunIdentity(process.env);
    const { parseEvent } = await import('./trigger/parse-event.ts');
    const asked = parseEvent(
      { name: identity.eventName, payload },
      { phrases: list(inputs['trigger-phrase']), prompt: inputs.prompt || null, rerunBy: identity.rerunBy },
    );
    const home = await mkdtemp(join(identity.temp, `patchwright-${identity.id}-${identity.attempt}-`));
    const { createMark } = await import('./sandbox/marked-processes.ts');
    const mark = createMark();
    core.saveState(STEP_STATE.home, home);
    core.saveState(STEP_STATE.mark, mark);
    await mkdir(join(home, 'record'));
    const { jobOf } = await import('./pipeline/two-jobs/job.ts');
    const job = jobOf(mode);
    const { dependencies } = await import('./edge/dependencies.ts');
    const deps = await dependencies(inputs, identity, { run: runIn(home, identity), mark, mode });
    const { doJob } = await import('./edge/do-job.ts');
    const { pipeline } = await import('./pipeline.ts');
    await doJob(job, asked, { deps, pipeline });
    const { clearRunDirectory } = await import('./workspace/run-directory.ts');
    await clearRunDirectory({ home, mark }, deps.log);
    core.saveState(STEP_STATE.ended, 'true');
  } catch (error) {
    const failure = asFailure(error);
    core.setOutput('outcome', 'failed');
    core.setOutput('failure-category', failure.code);
    const { annotationText, NO_SECRETS } = await import('./text/sinks.ts');
    core.setFailed(annotationText(`${failure.message} ${failure.hint}`, NO_SECRETS));
  }
  // Whatever still goes on must not keep the job waiting; what was written goes out first.
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
}
