import { Failure } from '../failure.ts';
import type { Forge, TreeEntry } from '../forge/forge.ts';
import type { Change, ChangedFile } from '../workspace/change.ts';

export type Read = (blob: string) => Promise<Uint8Array>;

export type Storing = Readonly<{
  forge: Forge;
  read: Read;
  /** Blobs that the forge has of this run; whatever is stored is added. */
  stored: Set<string>;
}>;

const AT_ONCE = 4;

/** Puts the bytes of a change on the forge; the entries that make a tree with it out of one without. */
export async function storeFiles({ forge, read, stored }: Storing, change: Change): Promise<readonly TreeEntry[]> {
  const entries: TreeEntry[] = [];
  const waiting = change.files.values();
  const work = async (): Promise<void> => {
    for (const file of waiting) entries.push(await storeFile({ forge, read, stored }, file));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return entries.toSorted((left, right) => (left.path < right.path ? -1 : 1));
}

async function storeFile({ forge, read, stored }: Storing, file: ChangedFile): Promise<TreeEntry> {
  if (file.status === 'deleted') return { path: file.path, mode: file.previousMode, sha: null };
  const { path, mode, blob } = file;
  // A submodule's commit is in another repository.
  if (mode === '160000') return { path, mode, sha: blob };
  if (stored.has(blob)) return { path, mode, sha: blob };
  const there = await forge.createBlob(await read(blob));
  if (there === blob) {
    stored.add(blob);
    return { path, mode, sha: blob };
  }
  throw new Failure(
    'forge',
    `Could not store ${path}: the forge has other bytes (${there}) than were checked (${blob}).`,
    {
      hint: 'Run again. If it stays, the repository may use another object format than SHA-1, which is not supported.',
    },
  );
}
