import type { Comparison, Forge } from '../forge/forge.ts';
import type { Change } from '../workspace/change.ts';
import type { Built } from './landing.ts';

/** A path meets another that is the same, or that is above it and would have to be a directory. */
export function meet(paths: readonly string[], { files }: Change): boolean {
  return files.some(({ path }) =>
    paths.some((other) => `${path}/`.startsWith(`${other}/`) || `${other}/`.startsWith(`${path}/`)),
  );
}

export function nameCommits({ commits }: Comparison): string {
  const names = commits
    .slice(0, 5)
    .map(({ sha, author }) => `${sha.slice(0, 7)}${author === null ? '' : ` by ${author}`}`);
  const more = commits.length > names.length ? ` and ${commits.length - names.length} more` : '';
  return `commit${commits.length === 1 ? '' : 's'} ${names.join(', ')}${more}`;
}

/** An earlier try may have built the change upon the commits that arrived, and been cut off after it. */
export async function contains(forge: Forge, tree: string, { entries }: Built): Promise<boolean> {
  const there = await forge.entriesOf(tree);
  return (
    there !== null &&
    entries.every(({ path, mode, sha }) => {
      const entry = there.get(path);
      return sha === null ? entry === undefined : entry?.sha === sha && entry.mode === mode;
    })
  );
}
