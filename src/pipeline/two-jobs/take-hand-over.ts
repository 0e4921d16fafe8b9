import type { HandedChange } from '../../hand-over/manifest.ts';
import { readHandOver } from '../../hand-over/read-hand-over.ts';
import type { Telling } from '../told/story.ts';
import { parseRecord, type HandedRecord } from './handed-record.ts';

export type TakenOver = Readonly<{ change: HandedChange | null; record: HandedRecord }>;

/** Finds and reads what another job of this workflow run left. */
export async function takeHandOver({
  received,
  forge,
  run,
}: Pick<Telling, 'received' | 'forge' | 'run'>): Promise<TakenOver> {
  if (received === undefined) throw new TypeError('This job was not told where the hand-over is.');
  const { change, record } = await readHandOver(await received(), { repository: forge.repository, run: run.id });
  return { change, record: parseRecord(record) };
}
