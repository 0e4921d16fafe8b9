import { createHash, type Hash } from 'node:crypto';
import { Failure } from '../failure.ts';
import type { Git } from './git.ts';

export type BlobDigest = Readonly<{
  size: number;
  /** Lower-case hexadecimal. */
  sha256: string;
}>;

/** Sizes and digests of blobs, read in one stream whatever their size. */
export async function digestBlobs(git: Git, blobs: readonly string[]): Promise<ReadonlyMap<string, BlobDigest>> {
  const digests = new Map<string, BlobDigest>();
  const wanted = [...new Set(blobs)];
  if (wanted.length === 0) return digests;
  const reader = batchReader((blob, digest) => digests.set(blob, digest));
  for await (const bytes of git.stream(['cat-file', '--batch'], { input: `${wanted.join('\n')}\n` })) reader(bytes);
  const missing = wanted.find((blob) => !digests.has(blob));
  if (missing === undefined) return digests;
  throw new Failure('unknown', `Git has no object ${missing}.`, { hint: 'The checkout of the workspace is damaged.' });
}

type Reading = Readonly<{ blob: string; size: number; hash: Hash }>;

/** The format is `<id> blob <size>\n`, the bytes, `\n`, again and again, cut anywhere. */
function batchReader(onBlob: (blob: string, digest: BlobDigest) => void): (bytes: Uint8Array) => void {
  let header = '';
  let reading: Reading | null = null;
  let left = 0;
  const takeHeader = (bytes: Uint8Array): number => {
    const end = bytes.indexOf(0x0a);
    header += Buffer.from(end === -1 ? bytes : bytes.subarray(0, end)).toString('latin1');
    if (end === -1) return bytes.length;
    const [blob = '', kind = '', size = ''] = header.split(' ');
    header = '';
    // `<id> missing` has no bytes after it.
    if (kind !== 'blob') return end + 1;
    reading = { blob, size: Number(size), hash: createHash('sha256') };
    // The line end after the bytes belongs to it.
    left = reading.size + 1;
    return end + 1;
  };
  const takeBytes = (bytes: Uint8Array, { blob, size, hash }: Reading): number => {
    const count = Math.min(left, bytes.length);
    hash.update(bytes.subarray(0, Math.min(count, left - 1)));
    left -= count;
    if (left > 0) return count;
    onBlob(blob, { size, sha256: hash.digest('hex') });
    reading = null;
    return count;
  };
  return (bytes) => {
    for (let rest = bytes; rest.length > 0;) {
      rest = rest.subarray(reading === null ? takeHeader(rest) : takeBytes(rest, reading));
    }
  };
}
