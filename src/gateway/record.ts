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
  // A directory that cannot be made or a full disk must not end the run: the record is a convenience.
  const tried = (work: Promise<unknown>): Promise<void> => work.then(nothing, nothing);
  let last = tried(mkdir(directory, { recursive: true }));
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
        // A query is the owner's own and may hold a credential.
        url: asked.url.replace(/\?.*$/u, ''),
        status,
        request,
        answer,
      };
      last = last.then(() => tried(writeFile(file, redact(`${JSON.stringify(document, null, 2)}\n`))));
    },
    written: () => last,
  };
}

const nothing = (): void => undefined;
