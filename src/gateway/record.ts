import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRedactor } from '../text/redact.ts';
import type { Asked } from './asked.ts';

type Exchanged = Readonly<{ asked: Asked; status: number; answer: string; metered: Readonly<Record<string, unknown>> }>;

export type RecordExchange = (exchanged: Exchanged) => void;

export type Recorder = Readonly<{
  record: RecordExchange;
  /** Resolves when everything is written. */
  written: () => Promise<void>;
}>;

/**
 * Writes every exchange with a provider into a directory, a numbered JSON file each: request and answer as they went over
 * the line, without headers, which hold the credential, and with every secret of the gateway's taken out of the rest.
 */
export function createRecorder(directory: string | null, secrets: readonly string[]): Recorder {
  if (directory === null) return { record: () => undefined, written: () => Promise.resolve() };
  const redact = createRedactor(secrets);
  let last: Promise<void> = mkdir(directory, { recursive: true }).then(() => undefined);
  let number = 0;
  return {
    record({ asked, status, answer, metered }) {
      number += 1;
      const file = join(directory, `${String(number).padStart(4, '0')}.json`);
      const request = Buffer.from(asked.body).toString('utf8');
      const document = {
        version: 1,
        at: new Date().toISOString(),
        ...metered,
        url: asked.url,
        status,
        request,
        answer,
      };
      last = last.then(() => writeFile(file, redact(`${JSON.stringify(document, null, 2)}\n`)));
      // A full disk must not end the run; the next flush tells nobody either, since the record is a convenience.
      last = last.catch(() => undefined);
    },
    written: () => last,
  };
}
