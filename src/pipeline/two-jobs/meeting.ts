import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Inputs } from '../../config/inputs.ts';
import type { Mode } from '../../config/mode.ts';
import type { Forge } from '../../forge/forge.ts';
import { readOnly } from '../../forge/read-only.ts';
import { downloadHandOver, uploadHandOver } from '../../hand-over/artifact.ts';
import type { Dependencies } from '../dependencies.ts';
import { createLeftWork } from './leavings.ts';

type Meeting = Pick<Dependencies, 'forge' | 'leaves' | 'received'>;
type Given = Readonly<{ inputs: Inputs; run: Dependencies['run']; forge: Forge }>;

/** Where the jobs of a workflow meet: a directory that both were told, else an artifact of the workflow run. */
export function meetingOf(mode: Mode, { inputs, run, forge }: Given): Meeting {
  const given = inputs['hand-over'];
  switch (mode) {
    case 'all':
    case 'gate':
      return { forge };
    case 'agent':
      return {
        forge: readOnly(forge),
        leaves: createLeftWork(given === '' ? join(run.record, 'change') : resolve(given)),
      };
    case 'verify':
      return { forge: readOnly(forge), received: () => find(given, run) };
    case 'publish':
      return { forge, received: () => find(given, run) };
  }
}

async function find(given: string, { root, attempt }: Dependencies['run']): Promise<string> {
  if (given !== '') return resolve(given);
  const temp = join(root, 'work', 'handed');
  await mkdir(temp, { recursive: true });
  return await downloadHandOver({ attempt, temp });
}

/** Sends what was left to where the next job looks for it; its directory, null where nothing is left. */
export async function sendOff({
  leaves,
  inputs,
  run,
}: Pick<Dependencies, 'leaves' | 'inputs' | 'run'>): Promise<string | null> {
  if (leaves === undefined) return null;
  if (inputs['hand-over'] === '') {
    const temp = join(run.root, 'work', 'sent');
    await mkdir(temp, { recursive: true });
    await uploadHandOver(leaves.directory, { attempt: run.attempt, temp });
  }
  return leaves.directory;
}
