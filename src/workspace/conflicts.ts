import { readAttribute, type NamedEntry } from './assemble.ts';
import { isText, mergeText } from './content.ts';
import type { Git } from './git.ts';
import { withIndex } from './index-file.ts';

/** One side's file at a path that both sides changed. */
export type Side = Readonly<{
  mode: string;
  /** Git object id, a submodule's commit. */
  blob: string;
  /** Null where it is no text, and cut where it is very long. A link's is its target. */
  text: string | null;
}>;

export type Conflict = Readonly<{
  path: string;
  kind:
    /** Both changed the same lines: the tree has both, between markers that name the steps. */
    | 'content'
    /** Both made it, each in its own way; the tree has both, as with `content`. */
    | 'add'
    /** No text, or not to be merged as such. The first side stays, here and in all that follow. */
    | 'binary'
    | 'mode'
    /** One changed it and the other deleted it. */
    | 'delete'
    /** A file for one, a folder for the other. */
    | 'path'
    /** A file for one, a link or a submodule for the other. */
    | 'type'
    | 'link'
    | 'submodule';
  /** Who is who: the steps merged so far, and the one that came to them. */
  names: readonly [ours: string, theirs: string];
  /** Null where that side has no file there. */
  ours: Side | null;
  theirs: Side | null;
}>;

export type Sides = Readonly<{
  /** Trees; `base` is what both started from. */
  base: string;
  ours: string;
  theirs: string;
  names: readonly [ours: string, theirs: string];
}>;

type Entry = Readonly<{ mode: string; blob: string }>;

/** A path that both sides changed in different ways, as Latin-1, which keeps every byte. */
export type Versions = Readonly<{ path: string; base: Entry | null; ours: Entry | null; theirs: Entry | null }>;

export type Settled = Readonly<{ conflicts: readonly Conflict[]; entries: readonly NamedEntry[] }>;

/** What stands at one path in the end. */
type Outcome = Readonly<{ entry: Entry | null; kind: Conflict['kind'] | null }>;

/** Characters of one side that are kept for who settles the conflict; the whole stands in the trees. */
const TEXT_LIMIT = 100_000;

/**
 * Merges what can be merged, and says what the rest is: of a text the tree gets both sides between markers, of everything
 * else the first side.
 */
export async function settle(git: Git, sides: Sides, unmerged: readonly Versions[]): Promise<Settled> {
  const conflicts: Conflict[] = [];
  const entries: NamedEntry[] = [];
  const drivers = await mergeDrivers(git, sides.base, unmerged);
  for (const versions of unmerged) {
    const { path } = versions;
    const { entry, kind } = isInTheWay(versions, unmerged)
      ? ({ entry: versions.ours, kind: 'path' } as const)
      : await merge(git, versions, { names: sides.names, driver: drivers.get(path) });
    entries.push({ name: Buffer.from(path, 'latin1'), entry });
    if (kind === null) continue;
    const [ours, theirs] = [await sideOf(git, versions.ours), await sideOf(git, versions.theirs)];
    conflicts.push({ path: Buffer.from(path, 'latin1').toString(), kind, names: sides.names, ours, theirs });
  }
  return { conflicts, entries };
}

/** What the attributes of the start say about merging each path. */
async function mergeDrivers(
  git: Git,
  tree: string,
  unmerged: readonly Versions[],
): Promise<ReadonlyMap<string, string>> {
  const paths = unmerged.map(({ path }) => Buffer.from(path, 'latin1').toString());
  const found = await withIndex(git, (index) => readAttribute(git, { tree, paths, index, name: 'merge' }));
  return new Map(unmerged.map(({ path }, at) => [path, found.get(paths[at] ?? '') ?? 'unspecified']));
}

/** One side has a file where the other one has a folder. */
function isInTheWay({ path, ours, theirs }: Versions, unmerged: readonly Versions[]): boolean {
  return unmerged.some((other) => {
    const meets = (ours !== null && other.theirs !== null) || (theirs !== null && other.ours !== null);
    return meets && (other.path.startsWith(`${path}/`) || path.startsWith(`${other.path}/`));
  });
}

type MergeWay = Readonly<{ names: Sides['names']; driver: string | undefined }>;

async function merge(git: Git, { base, ours, theirs }: Versions, way: MergeWay): Promise<Outcome> {
  if (ours === null || theirs === null) return { entry: ours, kind: 'delete' };
  const type = typeOf(ours);
  if (type !== typeOf(theirs)) return { entry: ours, kind: 'type' };
  if (type !== 'file') return { entry: ours, kind: type };
  const start = base !== null && typeOf(base) === 'file' ? base : null;
  const mode = chosen(start?.mode, ours.mode, theirs.mode);
  const { entry, kind } = await mergeFiles(git, { start, ours, theirs }, way);
  return { entry: { ...entry, mode: mode ?? ours.mode }, kind: kind ?? (mode === null ? 'mode' : null) };
}

type FileVersions = Readonly<{ start: Entry | null; ours: Entry; theirs: Entry }>;

async function mergeFiles(
  git: Git,
  { start, ours, theirs }: FileVersions,
  { names, driver }: MergeWay,
): Promise<Readonly<{ entry: Entry; kind: Conflict['kind'] | null }>> {
  const blob = chosen(start?.blob, ours.blob, theirs.blob);
  if (blob !== null) return { entry: { ...ours, blob }, kind: null };
  if (driver === 'unset' || driver === 'binary') return { entry: ours, kind: 'binary' };
  const blobs = { base: start?.blob ?? null, ours: ours.blob, theirs: theirs.blob };
  const merged = await mergeText(git, { blobs, names, union: driver === 'union' });
  if (merged === null) return { entry: ours, kind: 'binary' };
  const kind = start === null ? 'add' : 'content';
  return { entry: { ...ours, blob: merged.blob }, kind: merged.clean ? null : kind };
}

/** What both agree on, or what only one of them changed; null when both changed it. */
function chosen(base: string | undefined, ours: string, theirs: string): string | null {
  if (ours === theirs || theirs === base) return ours;
  return ours === base ? theirs : null;
}

function typeOf({ mode }: Entry): 'file' | 'link' | 'submodule' {
  if (mode === '120000') return 'link';
  return mode === '160000' ? 'submodule' : 'file';
}

async function sideOf(git: Git, entry: Entry | null): Promise<Side | null> {
  if (entry === null) return null;
  if (typeOf(entry) === 'submodule') return { ...entry, text: null };
  const { output } = await git.run(['cat-file', 'blob', entry.blob], { limit: TEXT_LIMIT * 4, cut: true });
  return { ...entry, text: isText(output) ? output.toString().slice(0, TEXT_LIMIT) : null };
}
