import { asFailure } from '../failure.ts';
import type { Place } from '../publish/place.ts';
import { stateOfBranch, writeState } from '../publish/state-store.ts';
import type { RunState } from '../report/run.ts';
import { redactAll } from '../text/redact.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { keepTree, type Keeping } from './keep-tree.ts';
import type { Entry, EntryKind } from './saved-entry.ts';
import { closeState, type SavedState } from './saved-state.ts';
import type { Publishing } from './story.ts';

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
  header: Pick<SavedState, 'fork' | 'task' | 'invocation' | 'earlier'>;
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
    find: (kind, { step, round }) =>
      options.found.find(
        (entry): entry is Extract<Entry, { kind: typeof kind }> =>
          entry.kind === kind && entry.step === step && entry.round === round,
      ) ?? null,
    add: (entry) =>
      attempt(async () => {
        const kept =
          entry.kind === 'work'
            ? { ...entry, tree: await keepTree(entry.tree, { ...options, deps, baseTree }) }
            : entry;
        entries.push(kept);
        await save(null, options.header.earlier);
      }),
    end: () =>
      attempt(async () => {
        const state = story.state();
        // What ended otherwise is not gone on with phase by phase.
        if (state.outcome !== 'failed' && state.outcome !== 'planned') entries.length = 0;
        await save(
          state.outcome,
          [...options.header.earlier, tellRun(state, options.hint, deps.run.id)].slice(-MOST_EARLIER),
        );
      }),
  };
}

function tellRun(state: RunState, hint: string, run: number): SavedState['earlier'][number] {
  const tried = state.rounds.map(
    ({ number, filesChanged, openFindings, pivoted }) =>
      `round ${number}${pivoted ? ' (another approach)' : ''}: ${filesChanged} files; left open ${openFindings.join(', ') || 'nothing'}`,
  );
  return {
    run,
    outcome: state.outcome ?? 'cut-off',
    hint,
    tried: tried.slice(-12),
    summary: state.summary.slice(0, 2000),
  };
}

type Save = (ended: SavedState['ended'], earlier: SavedState['earlier']) => Promise<void>;

/** Writes the state as it is now on top of what this run wrote last. */
function createSave(options: JournalOptions, entries: readonly Entry[], { deps, story }: Publishing): Save {
  const { header, secret, place } = options;
  let { from } = options;
  return async (ended, earlier) => {
    const state: SavedState = {
      ...header,
      version: 1,
      repository: deps.forge.repository,
      branch: place.branch,
      run: { id: deps.run.id, attempt: deps.run.attempt },
      ended,
      journal: entries,
      findings: story.state().findings,
      earlier,
      ledger: story.accounts.rows(),
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
