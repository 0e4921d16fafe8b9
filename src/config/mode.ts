import { Failure } from '../failure.ts';

const MODES = ['all', 'gate', 'agent', 'verify', 'publish'] as const;

/** How much of the way this job goes. */
export type Mode = (typeof MODES)[number];

/** Names that are kept for the form in which the steps of a plan are spread over jobs. */
const RESERVED: ReadonlySet<string> = new Set(['plan', 'work', 'join']);

/** Read before anything else of a run, since it decides what the job may do. */
export function readMode(text: string): Mode {
  const mode = MODES.find((name) => name === text);
  if (mode !== undefined) return mode;
  const words = `${MODES.slice(0, -1)
    .map((name) => `\`${name}\``)
    .join(', ')} or \`${MODES.at(-1) ?? ''}\``;
  const why = RESERVED.has(text)
    ? `\`mode\` is “${text}”, which is kept for steps that are spread over several jobs and does nothing yet.`
    : `\`mode\` is “${text.slice(0, 60)}”, not ${words}.`;
  throw new Failure('bad-input', why, { hint: `Set \`mode\` to ${words}.` });
}
