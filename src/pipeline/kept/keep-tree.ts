import type { GuardOptions } from '../../guard/guard-options.ts';
import { guardChange } from '../../guard/guard.ts';
import { storeFiles } from '../../publish/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Telling } from '../told/story.ts';

export type Keeping = Readonly<{
  site: Readonly<{
    settings: Pick<GuardOptions, 'scope' | 'protectedPaths' | 'maxChangedFiles' | 'maxChangedBytes'>;
    stored: Set<string>;
  }>;
  workspace: Pick<Workspace, 'changes' | 'files' | 'read' | 'lfsPaths'>;
  /** Commit that the work as a whole is judged against, and its tree on the forge. */
  header: Readonly<{ fork: string }>;
  baseTree: () => Promise<string>;
  deps: Pick<Telling, 'forge' | 'ownSecrets'>;
}>;

/** Work as it is kept, and the paths that the guard held back, which are nowhere kept. */
export type KeptTree = Readonly<{ tree: string; held: readonly string[] }>;

/** Puts the work on the forge as far as the guard lets it pass. */
export async function keepTree(tree: string, { site, workspace, header, deps, baseTree }: Keeping): Promise<KeptTree> {
  const base = await baseTree();
  const files = await workspace.changes(header.fork, tree);
  const whole = {
    base: header.fork,
    baselineTree: header.fork,
    tree,
    treeOnBase: tree,
    files,
    added: 0,
    removed: 0,
    leftOut: [],
  };
  const { change, heldBack } = await guardChange(whole, {
    ...site.settings,
    baseFiles: await workspace.files(header.fork),
    readBlob: workspace.read,
    ownSecrets: deps.ownSecrets(),
    lfsPaths: await workspace.lfsPaths(
      header.fork,
      files.map(({ path }) => path),
    ),
    modeChangesAsked: true,
  });
  const held = heldBack.map(({ path }) => path);
  if (change.files.length === 0) return { tree: base, held };
  const entries = await storeFiles({ forge: deps.forge, read: workspace.read, stored: site.stored }, change);
  return { tree: await deps.forge.createTree(base, entries), held };
}
