import type { Mode } from '../../config/mode.ts';
import type { Outputs } from '../../config/outputs.ts';
import type { Trigger } from '../../trigger/trigger.ts';
import type { Dependencies } from '../dependencies.ts';
import { ONE_JOB, type Form } from '../form.ts';
import { AGENT_JOB } from './agent-job.ts';
import { gateJob } from './gate-job.ts';
import { PUBLISH_JOB } from './publish-job.ts';
import { verifyJob } from './verify-job.ts';

/** What a job does: the way from trigger to report in one of its forms, or a task beside it with outputs alone. */
export type Job =
  | Readonly<{ kind: 'run'; form: Form }>
  | Readonly<{ kind: 'beside'; do: (asked: Trigger, deps: Dependencies) => Promise<Outputs> }>;

export function jobOf(mode: Mode): Job {
  switch (mode) {
    case 'all':
      return { kind: 'run', form: ONE_JOB };
    case 'agent':
      return { kind: 'run', form: AGENT_JOB };
    case 'publish':
      return { kind: 'run', form: PUBLISH_JOB };
    case 'gate':
      return { kind: 'beside', do: gateJob };
    case 'verify':
      return { kind: 'beside', do: verifyJob };
  }
}
