import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { readInputs, type Inputs } from './config/inputs.ts';
import { list } from './config/list.ts';
import type { RunIdentity } from './config/run-identity.ts';
import type { Dependencies } from './pipeline/dependencies.ts';
import type { RunState } from './report/run.ts';
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
    const { readRunIdentity, runIn } = await import('./config/run-identity.ts');
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
    const { pipeline } = await import('./pipeline.ts');
    const deps = await dependencies(inputs, identity, { run: runIn(home, identity), mark });
    const state = await pipeline(asked, deps);
    if (state !== null) await report(state, deps);
    const { clearRunDirectory } = await import('./workspace/run-directory.ts');
    await clearRunDirectory({ home, mark }, deps.log);
    core.saveState(STEP_STATE.ended, 'true');
  } catch (error) {
    const failure = asFailure(error);
    core.setOutput('outcome', 'failed');
    core.setOutput('failure-category', failure.code);
    core.setFailed(`${failure.message} ${failure.hint}`);
  }
  // Whatever still goes on must not keep the job waiting; what was written goes out first.
  process.stdout.write('', () => process.stderr.write('', () => process.exit()));
}

/** What a run has for itself. */
type Own = Readonly<{ run: Dependencies['run']; mark: string }>;

async function dependencies(inputs: Inputs, identity: RunIdentity, { run, mark }: Own): Promise<Dependencies> {
  const [
    core,
    { createGatewayStarter },
    environment,
    { createGitHubForge },
    { createStarter },
    { createSandboxes },
    { createSecrets },
  ] = await Promise.all([
    import('@actions/core'),
    import('./gateway/starter.ts'),
    import('./config/environment.ts'),
    import('./forge/github/github-forge.ts'),
    import('./agent/opencode/starter.ts'),
    import('./sandbox/stoppable.ts'),
    import('./text/secrets.ts'),
  ]);
  const secrets = createSecrets(core.setSecret);
  const token = inputs['github-token'];
  const { redact } = secrets;
  secrets.add([token]);
  const log = (line: string): void => core.info(redact(line));
  const confinedEnvironment = (of: string) => environment.confinedEnvironment(process.env, of);
  const cancelled = stopSignal();
  const createSandbox = createSandboxes(cancelled, mark);
  return {
    forge: createGitHubForge({ token, apiUrl: identity.apiUrl, repository: identity.repository, log }),
    inputs,
    allowed: { allowedUsers: list(inputs['allowed-users']), allowedBots: list(inputs['allowed-bots']) },
    run,
    programs: await findPrograms(identity),
    githubToken: token,
    ...createGatewayStarter({
      given: { environment: process.env, apiKey: inputs['api-key'] },
      program: [process.execPath, join(import.meta.dirname, 'gateway.js')],
      record: run.record,
      mark,
      addSecrets: secrets.add,
      log,
    }),
    ...createStarter({
      cache: join(identity.toolCache, 'patchwright'),
      tools: environment.toolEnvironment(process.env),
      workspace: identity.workspace,
      createSandbox,
      confinedEnvironment,
      debug: (line) => core.debug(redact(line)),
    }),
    createSandbox,
    cancelled,
    confinedEnvironment,
    networkEnvironment: environment.networkEnvironment(process.env),
    now: Date.now,
    log,
    redact,
  };
}

async function findPrograms({ workspace }: RunIdentity): Promise<Dependencies['programs']> {
  const { resolveProgram } = await import('./workspace/program.ts');
  const find = (name: string) => resolveProgram(name, process.env['PATH'] ?? '', [workspace]);
  return { git: await find('git'), cp: await find('cp') };
}

/** A runner that cancels a job sends these and waits a few seconds: time to end the work and to save it. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  return stop.signal;
}

/** Outputs, job summary, annotations and exit code, all from the one state. */
async function report(state: RunState, { redact, run }: Dependencies): Promise<void> {
  const [core, { redactRun }, { outputsOf }, { whatToDo }, { renderSummary }] = await Promise.all([
    import('@actions/core'),
    import('./report/redacted-run.ts'),
    import('./report/outputs.ts'),
    import('./report/remedies.ts'),
    import('./report/summary.ts'),
  ]);
  for (const [name, value] of Object.entries(outputsOf(state, run.record))) core.setOutput(name, value);
  await core.summary.addRaw(renderSummary(redactRun(state, redact)), true).write();
  if (state.failure !== null) core.setFailed(redact(`${state.failure.message} ${whatToDo(state.failure)}`));
}
