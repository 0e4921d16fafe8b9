import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderLogEnding } from '../../report/log.ts';
import { RECORD_FILE } from '../../report/outputs.ts';
import { renderRecord } from '../../report/record.ts';
import { redactRun } from '../../report/redacted-run.ts';
import type { Face } from '../told/face.ts';
import { enter } from '../told/replies.ts';
import type { Story, Telling } from '../told/story.ts';
import { leaveRecord } from './left-work.ts';

/** How a run shows that writes nothing on the forge: in its log, its record, and what it leaves for the publishing job. */
export function createQuietFace(story: Story, deps: Telling): Face {
  const close: Face['close'] = async () => {
    const state = story.state();
    for (const line of renderLogEnding(redactRun(state, deps.redact))) deps.log(line);
    await mkdir(deps.run.record, { recursive: true });
    const options = { sessions: story.sessions(), events: story.events(), redact: deps.redact };
    await writeFile(join(deps.run.record, RECORD_FILE), renderRecord(state, options));
    await leaveRecord({ deps, story });
    return state;
  };
  return {
    claim: () => Promise.resolve({ kind: 'claimed' }),
    resume: () => Promise.resolve(true),
    decline: async ({ reason }) => {
      story.update({ outcome: 'declined', reason });
      return await close();
    },
    reply: async (end) => {
      enter(end, story);
      return await close();
    },
    answer: async (end) => void (await Promise.resolve(enter(end, story))),
    close,
  };
}
