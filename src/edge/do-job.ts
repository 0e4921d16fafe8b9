import * as core from '@actions/core';
import type { Dependencies } from '../pipeline/dependencies.ts';
import type { Form } from '../pipeline/form.ts';
import type { Job } from '../pipeline/two-jobs/job.ts';
import { sendOff } from '../pipeline/two-jobs/meeting.ts';
import { outputsOf } from '../report/outputs.ts';
import { redactRun } from '../report/redacted-run.ts';
import { whatToDo } from '../report/remedies.ts';
import type { RunState } from '../report/run.ts';
import { renderSummary } from '../report/summary.ts';
import { annotationText } from '../text/sinks.ts';
import type { Trigger } from '../trigger/trigger.ts';

type Pipeline = (asked: Trigger, form: Form, deps: Dependencies) => Promise<RunState | null>;

/** Does the job and tells the runner how it ended; what it leaves goes to where the next job finds it. */
export async function doJob(
  job: Job,
  asked: Trigger,
  { deps, pipeline }: Readonly<{ deps: Dependencies; pipeline: Pipeline }>,
): Promise<void> {
  if (job.kind === 'beside') {
    for (const [name, value] of Object.entries(await job.do(asked, deps))) core.setOutput(name, value);
    return;
  }
  const state = await pipeline(asked, job.form, deps);
  if (state === null) return;
  await report(state, deps);
  const left = await sendOff(deps);
  if (left !== null) core.setOutput('change', left);
}

/** Outputs, job summary, annotations and exit code, all from the one state. */
async function report(state: RunState, { redact, run }: Dependencies): Promise<void> {
  for (const [name, value] of Object.entries(outputsOf(state, run.record))) core.setOutput(name, value);
  await core.summary.addRaw(renderSummary(redactRun(state, redact)), true).write();
  if (state.failure !== null)
    core.setFailed(annotationText(`${state.failure.message} ${whatToDo(state.failure)}`, { redact }));
}
