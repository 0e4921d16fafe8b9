import { treeOfIndex } from './assemble.ts';
import { settle, type Conflict, type Sides, type Versions } from './conflicts.ts';
import type { Git } from './git.ts';
import { withIndex } from './index-file.ts';
import { splitRecords } from './names.ts';

/** A tree with everything of both sides in it but what `conflicts` names. */
export type Merged = Readonly<{ tree: string; conflicts: readonly Conflict[] }>;

/** What one step made of the tree that it started from. */
export type Part = Readonly<{ name: string; start: string; tree: string }>;

/** Merges the steps' trees one after another, each against the tree that it started from. */
export async function mergeAll(git: Git, base: string, parts: readonly Part[]): Promise<Merged> {
  let merged: Merged = { tree: base, conflicts: [] };
  const names: string[] = [];
  for (const { name, start, tree } of parts) {
    const ours = names.length === 0 ? 'before' : names.join('+');
    const next = await mergeTrees(git, { base: start, ours: merged.tree, theirs: tree, names: [ours, name] });
    merged = { tree: next.tree, conflicts: [...merged.conflicts, ...next.conflicts] };
    names.push(name);
  }
  return merged;
}

/**
 * Merges two trees three-way, path by path. A move is a deletion and an addition here: what git takes for one by likeness
 * may be none, and an edit that followed a wrong guess would be lost to whoever looks for it.
 */
async function mergeTrees(git: Git, sides: Sides): Promise<Merged> {
  const { base, ours, theirs } = sides;
  if (ours === base || ours === theirs) return { tree: theirs, conflicts: [] };
  if (theirs === base) return { tree: ours, conflicts: [] };
  return await withIndex(git, async (index) => {
    // It merges what only one side changed or both changed alike, and leaves all versions of everything else.
    await git.run(['read-tree', '-i', '-m', '--aggressive', base, ours, theirs], { index });
    const { entries, conflicts } = await settle(git, sides, await readUnmerged(git, index));
    return { tree: await treeOfIndex(git, index, entries), conflicts };
  });
}

async function readUnmerged(git: Git, index: string): Promise<readonly Versions[]> {
  const { output } = await git.run(['ls-files', '--unmerged', '-z', '--full-name'], { index });
  const found = new Map<string, Versions>();
  for (const record of splitRecords(output)) {
    const tab = record.indexOf(9);
    const [mode = '', blob = '', stage] = record.subarray(0, tab).toString().split(' ');
    const path = record.subarray(tab + 1).toString('latin1');
    const known = found.get(path) ?? { path, base: null, ours: null, theirs: null };
    const side = stage === '1' ? 'base' : stage === '2' && 'ours';
    found.set(path, { ...known, [side === false ? 'theirs' : side]: { mode, blob } });
  }
  return [...found.values()];
}
