import type { Settings } from '../config/settings.ts';
import type { Redactor } from '../text/redact.ts';
import type { Change, ChangedFile, LeftOut } from '../workspace/change.ts';
import type { TreeFile } from '../workspace/tree.ts';
import { findMisfits } from './final-tree.ts';
import { matchGlobs, matchGlobsLoosely } from './globs.ts';
import { whyTooLarge } from './limits.ts';
import { PROTECTED_PATHS } from './protected-paths.ts';
import { RULES, type RuleInput } from './rules.ts';
import { findSecrets } from './secrets.ts';

export type HeldBack = Readonly<{
  path: string;
  /** Name of the rule: `out-of-scope`, `protected-path`, `submodule`, … */
  rule: string;
  /** One sentence with the remedy. */
  reason: string;
}>;

const guarded: unique symbol = Symbol('guarded');

/** A Change that went through the guard; `publish` takes nothing else. Made by `guardChange` alone. */
export type GuardedChange = Readonly<{
  [guarded]: true;
  /** Only what may be published; its tree and its lines are still those of the whole. */
  change: Change;
  /** By path. */
  heldBack: readonly HeldBack[];
}>;

export type GuardOptions = Pick<Settings, 'scope' | 'protectedPaths' | 'maxChangedFiles' | 'maxChangedBytes'> &
  Readonly<{
    /** Files of the commit that the change is published on. */
    baseFiles: readonly TreeFile[];
    readBlob: (blob: string) => Promise<Uint8Array>;
    redact: Redactor;
    /** Paths that the base commit's attributes give to Git LFS. */
    lfsPaths: ReadonlySet<string>;
    /** The task's text asks for files to be made executable, or no longer so. */
    modeChangesAsked?: boolean;
  }>;

/**
 * The line between what a model can influence and what is published: splits a change into what may pass and what is held
 * back, each with its rule. Nothing of the change is run, and no text of it is believed.
 */
export async function guardChange(change: Change, options: GuardOptions): Promise<GuardedChange> {
  const input = await ruleInput(change, options);
  const heldBack = new Map<string, HeldBack>(change.leftOut.map((left) => [left.path, heldBackAs(left)]));
  for (const file of change.files) {
    const rule = RULES.find(({ reason }) => reason(file, input) !== null);
    if (rule !== undefined)
      heldBack.set(file.path, { path: file.path, rule: rule.name, reason: rule.reason(file, input) ?? '' });
  }
  let kept = change.files.filter(({ path }) => !heldBack.has(path));
  // What is held back may leave others without a place, and those again others.
  for (let more = unplaced(kept, change, options); more.length > 0; more = unplaced(kept, change, options)) {
    for (const held of more) heldBack.set(held.path, held);
    kept = kept.filter(({ path }) => !heldBack.has(path));
  }
  const tooLarge = whyTooLarge(kept, options);
  if (tooLarge !== null) {
    for (const { path } of kept) heldBack.set(path, { path, ...tooLarge });
    kept = [];
  }
  // Last, because it reads every file: what is held back anyway, or too much to be looked at, is not read.
  for (const path of await findSecrets(kept, options)) {
    const reason = 'The file holds what looks like a credential; take it out, and revoke it if it is a real one.';
    heldBack.set(path, { path, rule: 'secret', reason });
  }
  kept = kept.filter(({ path }) => !heldBack.has(path));
  return {
    [guarded]: true,
    change: { ...change, files: kept },
    heldBack: [...heldBack.values()].toSorted((left, right) => (left.path < right.path ? -1 : 1)),
  };
}

async function ruleInput(change: Change, options: GuardOptions): Promise<RuleInput> {
  const { scope, protectedPaths, baseFiles, lfsPaths } = options;
  const blobs = new Map(baseFiles.map(({ path, blob }) => [path, blob]));
  const targets = new Map<string, string>();
  for (const file of change.files) {
    if (file.status === 'deleted' || file.mode !== '120000') continue;
    targets.set(file.path, new TextDecoder().decode(await options.readBlob(file.blob)));
  }
  return {
    isInScope: scope.length === 0 ? () => true : matchGlobs(scope),
    isProtected: matchGlobsLoosely(protectedPaths ?? PROTECTED_PATHS),
    modeChangesAsked: options.modeChangesAsked ?? false,
    lfsPaths,
    blobBefore: (path) => blobs.get(path) ?? null,
    linkTarget: ({ path }) => targets.get(path) ?? null,
  };
}

function unplaced(kept: readonly ChangedFile[], change: Change, { baseFiles }: GuardOptions): readonly HeldBack[] {
  const misfits = findMisfits(kept, baseFiles).map(({ file, rule, reason }) => ({ path: file.path, rule, reason }));
  return [...misfits, ...halfRenames(kept, change)];
}

/** To delete a file whose new place is held back would lose it. */
function halfRenames(kept: readonly ChangedFile[], change: Change): readonly HeldBack[] {
  const places = new Set(kept.map(({ path }) => path));
  return change.files.flatMap((file) => {
    if (file.status === 'deleted' || file.renamedFrom === null) return [];
    if (places.has(file.path) || !places.has(file.renamedFrom)) return [];
    return [
      {
        path: file.renamedFrom,
        rule: 'rename',
        reason: `It was moved to ${file.path}, which is held back, so it stays where it is.`,
      },
    ];
  });
}

const LEFT_OUT: Readonly<Record<LeftOut['because'], Readonly<{ rule: string; reason: string }>>> = {
  repository: {
    rule: 'nested-repository',
    reason: 'A git repository of its own stands there; its files are added without their `.git`, or ignored.',
  },
  'git-name': {
    rule: 'unsafe-path',
    reason: 'Some file systems take the name for git’s own directory; give it another name.',
  },
  'not-utf-8': { rule: 'unsafe-path', reason: 'The name is not UTF-8; give the file another name.' },
  'too-large': { rule: 'too-large', reason: 'The file is larger than GitHub takes; keep it elsewhere or in Git LFS.' },
  unreadable: { rule: 'unreadable', reason: 'Git could not read it; its permissions are the usual reason.' },
  'inside-submodule': {
    rule: 'submodule',
    reason: 'It is inside a submodule; the edit belongs into the submodule’s own repository.',
  },
};

function heldBackAs({ path, because }: LeftOut): HeldBack {
  return { path, ...LEFT_OUT[because] };
}
