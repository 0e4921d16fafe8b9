import type { ChangedFile } from '../workspace/change.ts';
import { comparable, withoutNtfsEnds } from '../workspace/names.ts';
import type { TreeFile } from '../workspace/tree.ts';
import type { Why } from './rule-table.ts';

/** A file that cannot stand in the final tree beside what else stands there. */
export type Misfit = Readonly<{ file: ChangedFile }> & Why;

/**
 * The files of a change that do not fit into the tree that the forge would have after it: below a file or a link, above
 * other files, or with a name that some file system takes for another one's.
 */
export function findMisfits(files: readonly ChangedFile[], base: readonly TreeFile[]): readonly Misfit[] {
  const changed = new Set<string>(files.map(({ path }) => path));
  const modes = new Map<string, string>();
  for (const { path, mode } of base) {
    if (!changed.has(path)) modes.set(path, mode);
  }
  const names = createNames([...modes.keys(), ...files.filter(isModified).map(({ path }) => path)]);
  for (const file of files) {
    if (file.status !== 'deleted') modes.set(file.path, file.mode);
  }
  const folders = new Set([...modes.keys()].flatMap(ancestors));
  return files.flatMap((file) => {
    if (file.status === 'deleted') return [];
    const why = misplaced(file.path, modes, folders) ?? (file.status === 'added' ? names.collision(file.path) : null);
    return why === null ? [] : [{ file, ...why }];
  });
}

function misplaced(path: string, modes: ReadonlyMap<string, string>, folders: ReadonlySet<string>): Why | null {
  if (folders.has(path)) {
    return {
      rule: 'path-conflict',
      reason: 'Files stand below this path, so no file can; they would have to go first.',
    };
  }
  const above = ancestors(path).find((folder) => modes.has(folder));
  if (above === undefined) return null;
  return modes.get(above) === '120000'
    ? { rule: 'symlink-above', reason: `The link ${above} stands above this path; remove the link first.` }
    : { rule: 'path-conflict', reason: `${above} is no folder; it would have to go first.` };
}

/** Folders of the tree count as names too: `Src` beside `src` is one folder on some systems and two on others. */
function createNames(paths: readonly string[]): Readonly<{ collision: (path: string) => Why | null }> {
  const spellings = new Map<string, Set<string>>();
  const add = (path: string): void => {
    for (const name of [...ancestors(path), path]) {
      const key = sameEverywhere(name);
      const known = spellings.get(key);
      if (known === undefined) spellings.set(key, new Set([name]));
      else known.add(name);
    }
  };
  for (const path of paths) add(path);
  return {
    collision(path) {
      for (const name of [...ancestors(path), path]) {
        const known = spellings.get(sameEverywhere(name));
        const [other] = known ?? [];
        if (known === undefined || other === undefined || known.has(name)) continue;
        return { rule: 'name-collision', reason: `Some file systems take it for ${other}; give it another name.` };
      }
      add(path);
      return null;
    },
  };
}

function sameEverywhere(name: string): string {
  return comparable(withoutNtfsEnds(name));
}

function isModified(file: ChangedFile): boolean {
  return file.status === 'modified';
}

/** The folders above a path, outermost first. */
function ancestors(path: string): readonly string[] {
  const components = path.split('/');
  return components.slice(1).map((_, at) => components.slice(0, at + 1).join('/'));
}
