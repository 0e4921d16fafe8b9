import { asFailure } from '../failure.ts';
import type { Place } from '../publish/place.ts';
import { stateOfBranch, writeState } from '../publish/state-store.ts';
import { spentRun } from '../report/spending.ts';
import { redactAll } from '../text/redact.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { keepTree, type Keeping } from './keep-tree.ts';
import type { Entry, EntryKind } from './saved-entry.ts';
import { closeState, type SavedState } from './saved-state.ts';
import type { Publishing } from './story.ts';
import { tellRun } from './tell-run.ts';

export type At = Readonly<{ step: string; round: number }>;

/** The phases of a run that are paid for, kept on the forge so that nobody pays for them again. */
export type Journal = Readonly<{
  /** A phase as a run that was cut off had finished it; null when it is still to be done. */
  find: <Kind extends EntryKind>(kind: Kind, at: At) => Extract<Entry, { kind: Kind }> | null;
  /** Keeps a phase that has just been finished. A run whose state cannot be kept goes on all the same. */
  add: (entry: Entry) => Promise<void>;
  /** Keeps what the run came to, for later ones on the same branch. */
  end: () => Promise<void>;
}>;

export type JournalOptions = Readonly<{
  site: Keeping['site'];
  workspace: Workspace;
  place: Place;
  /** What is the same throughout the run. */
  header: Pick<SavedState, 'fork' | 'task' | 'invocation' | 'earlier' | 'spent'>;
  /** Beyond the task. */
  hint: string;
  /** Phases that an earlier run had finished. */
  found: readonly Entry[];
  /** Commit of the state that is there now, null when there is none. */
  from: string | null;
  /** Signs the state; null where there is no model key. */
  secret: string | null;
}>;

/** Runs that later ones are told of, at most. */
const MOST_EARLIER = 5;

const MOST_SPENT = 20;

export function createJournal(options: JournalOptions, { deps, story }: Publishing): Journal {
  const entries: Entry[] = [];
  const save = createSave(options, entries, { deps, story });
  let base: Promise<string | null> | null = null;
  const baseTree = async (): Promise<string> => {
    const tree = await (base ??= deps.forge.treeOf(options.header.fork));
    if (tree === null) throw new TypeError(`the forge does not have the commit ${options.header.fork}`);
    return tree;
  };
  let works = true;
  let writing: Promise<void> = Promise.resolve();
  const attempt = (write: () => Promise<void>): Promise<void> =>
    (writing = writing.then(async () => {
      if (!works) return;
      try {
        await write();
      } catch (error) {
        works = false;
        deps.log(`The state of this run is not kept, so it could not be gone on from: ${asFailure(error).message}`);
      }
    }));
  return {
    find: (kind, at) => {
      const entry = options.found.find(
        (one): one is Extract<Entry, { kind: typeof kind }> => one.kind === kind && isAt(one, at),
      );
      // This run may be cut off, too.
      if (entry !== undefined) put(entries, entry);
      return entry ?? null;
    },
    add: (entry) =>
      attempt(async () => {
        const kept =
          entry.kind === 'work'
            ? { ...entry, tree: await keepTree(entry.tree, { ...options, deps, baseTree }) }
            : entry;
        put(entries, kept);
        await save(null);
      }),
    end: () =>
      attempt(async () => {
        const { outcome } = story.state();
        // What ended otherwise is not gone on with phase by phase.
        if (outcome !== 'failed' && outcome !== 'planned') entries.length = 0;
        await save(outcome);
      }),
  };
}

function isAt(entry: Entry, { step, round }: At): boolean {
  return entry.step === step && entry.round === round;
}

function put(entries: Entry[], entry: Entry): void {
  const before = entries.findIndex((one) => one.kind === entry.kind && isAt(one, entry));
  entries.splice(before < 0 ? entries.length : before, 1, entry);
}

type Save = (ended: SavedState['ended']) => Promise<void>;

/** Writes the state as it is now on top of what this run wrote last. */
function createSave(options: JournalOptions, entries: readonly Entry[], { deps, story }: Publishing): Save {
  const { header, secret, place } = options;
  let { from } = options;
  return async (ended) => {
    const told = story.state();
    const own = ended === null ? [spentRun(told, deps.run)] : [];
    const state: SavedState = {
      ...header,
      version: 1,
      repository: deps.forge.repository,
      branch: place.branch,
      run: { id: deps.run.id, attempt: deps.run.attempt },
      ended,
      journal: entries,
      findings: told.findings,
      earlier: [...header.earlier, tellRun(told, options.hint, deps.run.id)].slice(-MOST_EARLIER),
      spent: [...header.spent, ...own].slice(-MOST_SPENT),
    };
    const trees = entries.flatMap((entry, at) =>
      entry.kind === 'work' ? [{ name: `work-${at}`, tree: entry.tree }] : [],
    );
    const text = closeState(redactAll(state, deps.redact), secret);
    const commit = await writeState(deps.forge, stateOfBranch(place.branch), { from, text, trees });
    if (commit === null) throw new TypeError('another run wrote it meanwhile');
    from = commit;
  };
}
