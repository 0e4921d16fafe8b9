import { createHash } from 'node:crypto';
import type { ChangedFile, FileMode } from '../workspace/change.ts';

/** What of a path is held back and a person may accept. */
export type HeldContent = Readonly<{
  /** Of path, mode and bytes together: what a person accepts is this and nothing else. */
  digest: string;
  /** Mode and git object id after the change; null where the file was deleted. */
  after: Readonly<{ mode: FileMode; blob: string; size: number; sha256: string }> | null;
  /** The same of what stood there before, null where there was nothing. */
  before: Readonly<{ mode: FileMode; blob: string }> | null;
}>;

/**
 * Half of a sha256 in hexadecimal. Whoever makes both the content that is shown and the one that is put in its place
 * looks for two of the same digest, which takes the root of all there are: fewer digits would be found.
 */
const DIGITS = 32;

export const DIGEST = new RegExp(`^[0-9a-f]{${DIGITS}}$`);

export function digestOf(file: ChangedFile): string {
  const parts = file.status === 'deleted' ? ['deleted'] : [file.mode, file.sha256];
  return createHash('sha256')
    .update(JSON.stringify([file.path, ...parts]))
    .digest('hex')
    .slice(0, DIGITS);
}

export function heldContent(file: ChangedFile, blobBefore: string | null): HeldContent {
  const { previousMode: mode } = file;
  const before = mode === null || blobBefore === null ? null : { mode, blob: blobBefore };
  if (file.status === 'deleted') return { digest: digestOf(file), after: null, before };
  const { blob, size, sha256 } = file;
  return { digest: digestOf(file), after: { mode: file.mode, blob, size, sha256 }, before };
}
