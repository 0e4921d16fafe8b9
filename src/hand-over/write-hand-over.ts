import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChangedFile } from '../workspace/change.ts';
import { BLOBS, MANIFEST_FILE, RECORD_FILE, type Manifest } from './manifest.ts';
import type { OfRun } from './parse-manifest.ts';

/** A change as it is left for another job. */
export type Leaving = Readonly<{
  of: OfRun;
  base: string;
  /** Tree of the base with just these files changed. */
  tree: string;
  files: readonly ChangedFile[];
  heldBack: Manifest['heldBack'];
  read: (blob: string) => Promise<Uint8Array>;
}>;

/** Writes the manifest and the contents into a directory; what stood there of an earlier try is gone. */
export async function writeChange(
  directory: string,
  { of, base, tree, files, heldBack, read }: Leaving,
): Promise<void> {
  await rm(join(directory, BLOBS), { recursive: true, force: true });
  await mkdir(join(directory, BLOBS), { recursive: true });
  const entries: Manifest['files'] = [];
  for (const file of files) {
    const { path, status } = file;
    if (status === 'deleted') {
      entries.push({ status, path });
      continue;
    }
    const { mode, size, sha256 } = file;
    await writeFile(join(directory, BLOBS, sha256), await read(file.blob));
    entries.push({ status, path, mode, size, sha256 });
  }
  const manifest: Manifest = { version: 1, ...of, base, tree, files: entries, heldBack: [...heldBack] };
  await writeJson(directory, MANIFEST_FILE, manifest);
}

/** Writes what is told of the run, which was redacted before. */
export async function writeRecord(directory: string, record: object): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeJson(directory, RECORD_FILE, record);
}

async function writeJson(directory: string, name: string, data: object): Promise<void> {
  await writeFile(join(directory, name), `${JSON.stringify(data, null, 1)}\n`);
}
