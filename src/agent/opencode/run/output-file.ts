import { randomBytes } from 'node:crypto';
import { mkdir, open, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** Bytes that are read at once. */
const CHUNK = 256 * 1024;

export type OutputFile = AsyncDisposable &
  Readonly<{
    handle: FileHandle;
    /** Gives what was written since the last call; the bytes are good until the callback returns. */
    read: (onBytes: (bytes: Uint8Array) => void) => Promise<void>;
  }>;

/**
 * Opens a file for a program's output and takes its name away at once: nobody finds it under a path, and nothing is left
 * of it once it is closed, whatever becomes of this process.
 */
export async function openOutputFile(directory: string): Promise<OutputFile> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, `output-${randomBytes(8).toString('hex')}`);
  const handle = await open(path, 'ax+', 0o600);
  await unlink(path);
  const buffer = Buffer.alloc(CHUNK);
  let position = 0;
  return {
    handle,
    async read(onBytes) {
      for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, CHUNK, position);
        if (bytesRead === 0) return;
        position += bytesRead;
        onBytes(buffer.subarray(0, bytesRead));
      }
    },
    [Symbol.asyncDispose]: () => handle.close(),
  };
}
