import { createHash } from 'node:crypto';
import type { Forge } from '../../forge/forge.ts';
import { digestOf } from '../../guard/held-content.ts';
import type { Place } from '../../publish/place.ts';
import { codeSpan } from '../../text/markdown.ts';
import { parseMode, type Change, type ChangedFile } from '../../workspace/change.ts';
import type { TreeFile } from '../../workspace/tree.ts';
import type { HeldFile, HeldFiles } from '../kept/held-files.ts';

type Read = (blob: string) => Promise<Uint8Array>;

/** What was held back as a change of the branch as it is now. */
export type Standing =
  | Readonly<{ kind: 'ready'; change: Change; baseFiles: readonly TreeFile[]; read: Read }>
  /** The branch has it. */
  | Readonly<{ kind: 'there' }>
  | Readonly<{ kind: 'refused'; because: string }>;

type Where = Readonly<{ held: HeldFiles; place: Place; forge: Forge }>;

/** Bytes are read from the forge and digested here: what is written down about them counts for nothing. */
export async function changeOf(files: readonly HeldFile[], where: Where): Promise<Standing> {
  const { place, held, forge } = where;
  const base = place.head ?? held.commit;
  if (place.head === null && !(await isOnBase(where)))
    return refused('the commit that it is based on is not on the base branch.');
  const tree = await forge.treeOf(base);
  const entries = tree === null ? null : await forge.entriesOf(tree);
  if (tree === null || entries === null) return refused('the tree of the branch cannot be listed.');
  const standing = files.map(({ path }) => entries.get(path) ?? null);
  if (files.every((file, at) => isSame(standing[at] ?? null, file.content.after))) return { kind: 'there' };
  const moved = files.find((file, at) => !isSame(standing[at] ?? null, file.content.before));
  if (moved !== undefined) return refused(`${codeSpan(moved.path)} was changed on the branch since it was held back.`);
  const read: Read = async (blob) => (await forge.readBlob(blob)) ?? new Uint8Array();
  const changed = await Promise.all(files.map((file) => changedFile(file, read)));
  const other = files.find((file, at) => {
    const one = changed[at];
    return one === undefined || digestOf(one) !== file.content.digest;
  });
  if (other !== undefined) return refused(`what is kept of ${codeSpan(other.path)} is not what its digest stands for.`);
  const trees = { base, baselineTree: tree, tree, treeOnBase: tree };
  return {
    kind: 'ready',
    change: { ...trees, files: changed, added: 0, removed: 0, leftOut: [] },
    baseFiles: [...entries].flatMap(([path, { mode, sha }]) =>
      mode === '040000' ? [] : [{ path, mode: parseMode(mode) ?? '100644', blob: sha }],
    ),
    read,
  };
}

async function isOnBase({ held, forge }: Where): Promise<boolean> {
  const head = await forge.branchHead(held.base);
  return head !== null && (await forge.compare(held.commit, head)).descends;
}

type Entry = Readonly<{ mode: string; sha: string }>;

function isSame(entry: Entry | null, wanted: Readonly<{ mode: string; blob: string }> | null): boolean {
  if (entry === null || wanted === null) return entry === null && wanted === null;
  return entry.mode === wanted.mode && entry.sha === wanted.blob;
}

async function changedFile({ path, content }: HeldFile, read: Read): Promise<ChangedFile> {
  const { before, after } = content;
  if (after === null) return { status: 'deleted', path, previousMode: before?.mode ?? '100644' };
  const bytes = await read(after.blob);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const status = before === null ? 'added' : 'modified';
  const previousMode = before?.mode ?? null;
  const { mode, blob } = after;
  return { status, path, mode, previousMode, blob, size: bytes.length, sha256, renamedFrom: null };
}

function refused(because: string): Standing {
  return { kind: 'refused', because };
}
