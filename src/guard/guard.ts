import type { Change, ChangedFile } from '../workspace/change.ts';
import { findMisfits } from './final-tree.ts';
import type { GuardOptions } from './guard-options.ts';
import { digestOf, heldContent, type HeldContent } from './held-content.ts';
import { whyLeftOut } from './left-out.ts';
import { whyTooLarge } from './limits.ts';
import { ruleInput } from './rule-input.ts';
import { RULE_TABLE, type Why } from './rule-table.ts';
import { rulesAgainst, type RuleInput } from './rules.ts';
import { findSecrets } from './secrets.ts';

export type HeldBack = Why &
  Readonly<{
    path: string;
    /** What `accept` would let through; null where nobody can, or it is too much to be kept. */
    content: HeldContent | null;
  }>;

/** A path that a rule speaks against and that a person let through as it is. */
export type AcceptedPath = Why & Readonly<{ path: string; digest: string }>;

/** What `guardChange` makes alone. */
class Guarded {
  readonly #change: Change;
  /** By path. */
  readonly heldBack: readonly HeldBack[];
  /** Those of what may be published that somebody accepted. */
  readonly accepted: readonly AcceptedPath[];

  constructor(change: Change, heldBack: readonly HeldBack[], accepted: readonly AcceptedPath[]) {
    this.#change = change;
    this.heldBack = heldBack;
    this.accepted = accepted;
  }

  /** Only what may be published; its tree and its lines are still those of the whole. */
  get change(): Change {
    return this.#change;
  }

  /** The same, and named besides what an earlier guard held back. */
  withHeldBack(more: readonly HeldBack[]): Guarded {
    return new Guarded(this.#change, [...this.heldBack, ...more], this.accepted);
  }
}

/** A Change that went through the guard; `publish` takes nothing else. Nominal: what is put together elsewhere is none. */
export type GuardedChange = Guarded;

/**
 * The line between what a model can influence and what is published: splits a change into what may pass and what is held
 * back, each path with its rule. Nothing of the change is run, and no text of it is believed.
 */
export async function guardChange(change: Change, options: GuardOptions): Promise<GuardedChange> {
  const input = await ruleInput(change, options);
  const against = new Map<string, readonly Why[]>(change.files.map((file) => [file.path, rulesAgainst(file, input)]));
  const held = new Map<string, Why>(change.leftOut.map((left) => [left.path, whyLeftOut(left)]));
  for (const path of repeated(change.files)) held.set(path, REPEATED);
  for (const file of change.files) {
    const why = firstOf(against.get(file.path) ?? [], isAccepted(file, options));
    if (why !== null && !held.has(file.path)) held.set(file.path, why);
  }
  place(change, options, held);
  const tooLarge = whyTooLarge(keptOf(change, held), options);
  for (const { path } of tooLarge === null ? [] : keptOf(change, held)) held.set(path, tooLarge ?? REPEATED);
  const offered = offeredOf(change, held, options);
  // Last, because it reads every file: what is held back for good, or too much to be looked at, is not read.
  for (const [path, why] of await findSecrets([...keptOf(change, held), ...offered], options)) held.set(path, why);
  place(change, options, held);
  const kept = keptOf(change, held);
  const heldBack = [...held].map(([path, why]) => heldBackAs(path, why, { offered, input })).toSorted(byPath);
  const accepted = kept.flatMap((file) => {
    const [why] = against.get(file.path) ?? [];
    return why === undefined ? [] : [{ ...why, path: file.path, digest: digestOf(file) }];
  });
  return new Guarded({ ...change, files: kept }, heldBack, accepted);
}

type Held = Map<string, Why>;

const REPEATED: Why = { rule: 'name-collision', reason: 'The change has this path more than once.' };

function repeated(files: readonly ChangedFile[]): readonly string[] {
  const seen = new Set<string>();
  return files.flatMap(({ path }) => (seen.size === seen.add(path).size ? [path] : []));
}

function isAccepted(file: ChangedFile, { accepted }: GuardOptions): boolean {
  return accepted?.has(digestOf(file)) ?? false;
}

function firstOf(whys: readonly Why[], accepted: boolean): Why | null {
  const final = whys.find(({ rule }) => !RULE_TABLE[rule].accepted);
  return final ?? (accepted ? null : (whys[0] ?? null));
}

function keptOf({ files }: Change, held: Held): readonly ChangedFile[] {
  return files.filter(({ path }) => !held.has(path));
}

/** What is held back may leave others without a place, and those again others. */
function place(change: Change, options: GuardOptions, held: Held): void {
  for (;;) {
    const kept = keptOf(change, held);
    const misfits = findMisfits(kept, options.baseFiles).map(({ file, ...why }) => ({ path: file.path, ...why }));
    const unplaced = [...misfits, ...halfRenames(kept, change)];
    if (unplaced.length === 0) return;
    for (const { path, rule, reason } of unplaced) held.set(path, { rule, reason });
  }
}

/** To delete a file whose new place is held back would lose it. */
function halfRenames(kept: readonly ChangedFile[], change: Change): readonly (Why & Readonly<{ path: string }>)[] {
  const places = new Set<string>(kept.map(({ path }) => path));
  return change.files.flatMap((file) => {
    if (file.status === 'deleted' || file.renamedFrom === null) return [];
    if (places.has(file.path) || !places.has(file.renamedFrom)) return [];
    const reason = `It was moved to ${file.path}, which is held back, so it stays where it is.`;
    return [{ path: file.renamedFrom, rule: 'rename', reason }];
  });
}

/** What a person may accept; where that is more than a change may be, nothing of it. */
function offeredOf({ files }: Change, held: Held, options: GuardOptions): readonly ChangedFile[] {
  const offered = files.filter(({ path }) => {
    const rule = held.get(path)?.rule;
    return rule !== undefined && RULE_TABLE[rule].accepted;
  });
  return whyTooLarge(offered, options) === null ? offered : [];
}

function heldBackAs(
  path: string,
  why: Why,
  { offered, input }: Readonly<{ offered: readonly ChangedFile[]; input: RuleInput }>,
): HeldBack {
  const file = RULE_TABLE[why.rule].accepted ? offered.find((one) => one.path === path) : undefined;
  return { path, ...why, content: file === undefined ? null : heldContent(file, input.blobBefore(file.path)) };
}

function byPath(left: HeldBack, right: HeldBack): number {
  return left.path < right.path ? -1 : 1;
}
