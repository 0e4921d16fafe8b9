import type { Change, ChangedFile } from '../workspace/change.ts';
import type { RepoPath } from '../workspace/repo-path.ts';
import { matchAboveLoosely, matchGlobs, matchGlobsLoosely } from './globs.ts';
import type { GuardOptions } from './guard-options.ts';
import { whyLeaves, type LinksAt } from './link-target.ts';
import { PROTECTED_PATHS } from './protected-paths.ts';
import type { RuleInput } from './rules.ts';

/** What the rules look at, read once for the change. */
export async function ruleInput(change: Change, options: GuardOptions): Promise<RuleInput> {
  const { scope, baseFiles, lfsPaths } = options;
  const protectedPaths = options.protectedPaths ?? PROTECTED_PATHS;
  const blobs = new Map(baseFiles.map(({ path, blob }) => [path, blob]));
  const leaves = await linksLeaving(change.files, options);
  return {
    isInScope: scope.length === 0 ? () => true : matchGlobs(scope),
    isProtected: matchGlobsLoosely(protectedPaths),
    isAboveProtected: matchAboveLoosely(protectedPaths),
    modeChangesAsked: options.modeChangesAsked ?? false,
    lfsPaths,
    blobBefore: (path) => blobs.get(path) ?? null,
    whyLeaves: (path) => leaves.get(path) ?? null,
  };
}

async function linksLeaving(
  files: readonly ChangedFile[],
  { baseFiles, readBlob }: GuardOptions,
): Promise<ReadonlyMap<RepoPath, string>> {
  const links = files.filter(isLink);
  const blobs = new Map<string, string[]>();
  for (const { path, blob, mode } of links.length === 0 ? [] : [...links, ...baseFiles]) {
    if (mode === '120000') blobs.set(path, [...(blobs.get(path) ?? []), blob]);
  }
  const read = async (blob: string): Promise<string> => new TextDecoder().decode(await readBlob(blob));
  const linksAt: LinksAt = async (path) => await Promise.all((blobs.get(path) ?? []).map(read));
  const leaving = new Map<RepoPath, string>();
  for (const { path, blob } of links) {
    const why = await whyLeaves(path, await read(blob), linksAt);
    if (why !== null) leaving.set(path, why);
  }
  return leaving;
}

type Link = Exclude<ChangedFile, Readonly<{ status: 'deleted' }>>;

function isLink(file: ChangedFile): file is Link {
  return file.status !== 'deleted' && file.mode === '120000';
}
