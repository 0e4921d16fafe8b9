import { createHash } from 'node:crypto';
import type { GuardOptions } from '../../src/guard/guard-options.ts';
import { guardChange, type GuardedChange } from '../../src/guard/guard.ts';
import type { Change, ChangedFile, FileMode } from '../../src/workspace/change.ts';
import { isRepoPath } from '../../src/workspace/repo-path.ts';
import type { TreeFile } from '../../src/workspace/tree.ts';
import { repoPath } from '../support/repo-path.ts';

const SETTINGS = { scope: [], protectedPaths: null, maxChangedFiles: 100, maxChangedBytes: 4096 * 1024 };

/** A change with these files on a base, as the workspace would extract it. */
export type Sample = Readonly<{
  base?: Readonly<Record<string, FileMode>>;
  /** Targets of links of the base. */
  baseLinks?: Readonly<Record<string, string>>;
  /** Content by path; a link's content is its target. */
  added?: Readonly<Record<string, string>>;
  links?: Readonly<Record<string, string>>;
  modified?: readonly string[];
  deleted?: readonly string[];
  files?: readonly ChangedFile[];
  leftOut?: Change['leftOut'];
  renamed?: Readonly<Record<string, string>>;
}>;

export function blobOf(content: string): string {
  return createHash('sha1').update(content).digest('hex');
}

export function file(path: string, options: Partial<Exclude<ChangedFile, { status: 'deleted' }>> = {}): ChangedFile {
  const sha256 = createHash('sha256').update(path).digest('hex');
  const content = { blob: blobOf(`new ${path}`), size: 10, sha256, renamedFrom: null };
  return { status: 'added', path: repoPath(path), mode: '100644', previousMode: null, ...content, ...options };
}

export function changeOf(sample: Sample): Change {
  const base = sample.base ?? {};
  const renamedTo = Object.fromEntries(Object.entries(sample.renamed ?? {}).map(([from, to]) => [to, from]));
  const safe = (paths: Iterable<string>): readonly string[] => [...paths].filter(isRepoPath);
  const all = [
    ...Object.keys(sample.added ?? {}),
    ...Object.keys(sample.links ?? {}),
    ...(sample.modified ?? []),
    ...(sample.deleted ?? []),
  ];
  const unsafe = all.filter((path) => !isRepoPath(path)).map((path) => ({ path, because: 'unsafe-name' }) as const);
  const files: ChangedFile[] = [
    ...safe(Object.keys(sample.added ?? {})).map((path) => {
      const from = renamedTo[path];
      return file(path, { renamedFrom: from === undefined ? null : repoPath(from) });
    }),
    ...Object.entries(sample.links ?? {})
      .filter(([path]) => isRepoPath(path))
      .map(([path, target]) => file(path, { mode: '120000', blob: blobOf(target) })),
    ...safe(sample.modified ?? []).map((path) => {
      const mode = base[path] ?? '100644';
      return file(path, { status: 'modified', mode, previousMode: mode });
    }),
    ...safe(sample.deleted ?? []).map((path): ChangedFile => ({
      status: 'deleted',
      path: repoPath(path),
      previousMode: base[path] ?? '100644',
    })),
    ...(sample.files ?? []),
  ];
  const trees = {
    base: 'b'.repeat(40),
    baselineTree: 'c'.repeat(40),
    tree: 'd'.repeat(40),
    treeOnBase: 'd'.repeat(40),
  };
  return { ...trees, files, added: 0, removed: 0, leftOut: [...(sample.leftOut ?? []), ...unsafe] };
}

export async function guard(sample: Sample, options: Partial<GuardOptions> = {}): Promise<GuardedChange> {
  const targets = [...Object.values(sample.links ?? {}), ...Object.values(sample.baseLinks ?? {})];
  const links = new Map(targets.map((target) => [blobOf(target), Buffer.from(target)]));
  const baseFiles: readonly TreeFile[] = [
    ...Object.entries(sample.base ?? {}).map(([path, mode]) => ({ path, mode, blob: blobOf(`old ${path}`) })),
    ...Object.entries(sample.baseLinks ?? {}).map(([path, target]) => ({
      path,
      mode: '120000' as const,
      blob: blobOf(target),
    })),
  ];
  return await guardChange(changeOf(sample), {
    ...SETTINGS,
    baseFiles,
    lfsPaths: new Set(),
    readBlob: async (blob) => links.get(blob) ?? Buffer.alloc(0),
    ownSecrets: [],
    ...options,
  });
}

/** Each path that was held back with its rule. */
export async function heldBack(
  sample: Sample,
  options: Partial<GuardOptions> = {},
): Promise<Readonly<Record<string, string>>> {
  const guarded = await guard(sample, options);
  return Object.fromEntries(guarded.heldBack.map(({ path, rule }) => [path, rule]));
}
