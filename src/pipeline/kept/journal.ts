import { asFailure } from '../../failure.ts';
import { isOfFork, type Place } from '../../publish/place.ts';
import { stateOfBranch, writeState } from '../../publish/state-store.ts';
import { spentRun } from '../../report/spending.ts';
import { redactAll } from '../../text/redact.ts';
import { logLine } from '../../text/sinks.ts';
import type { Publishing } from '../told/story.ts';
import { keepTree, type Keeping } from './keep-tree.ts';
import type { Entry, EntryKind } from './saved-entry.ts';
import { closeState, type SavedState } from './saved-state.ts';
import { tellRun } from './tell-run.ts';

export type At = Readonly<{ step: string; round: number }>;

/** The phases of a run that are paid for, kept on the forge so that nobody pays for them again. */
export type Journal = Readonly<{
  /** Keeps what was asked for, so that a run is gone on with that is cut off in its first phase. */
  begin: () => Promise<void>;
  /** A phase as a run that was cut off had finished it; null when it is still to be done. */
  find: <Kind extends EntryKind>(kind: Kind, at: At) => Extract<Entry, { kind: Kind }> | null;
  /** Keeps a phase that has just been finished. A run whose state cannot be kept goes on all the same. */
  add: (entry: Entry) => Promise<void>;
  /** Keeps what the run came to, for later ones on the same branch. */
  end: () => Promise<void>;
}>;

export type JournalOptions = Readonly<{
  site: Keeping['site'];
  workspace: Keeping['workspace'];
  place: Place;
  /** What is the same throughout the run. */
  header: Pick<SavedState, 'fork' | 'head' | 'task' | 'invocation' | 'earlier' | 'before' | 'numbers' | 'spent'>;
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
  // This run may be cut off, too, before it comes to all that was finished.
  const entries = [...options.found];
  const used = new Set<Entry>();
  const save = createSave(options, entries, { deps, story });
  let base: Promise<string | null> | null = null;
  const baseTree = async (): Promise<string> => {
    const tree = await (base ??= deps.forge.treeOf(options.header.fork));
    if (tree === null) throw new TypeError(`the forge does not have the commit ${options.header.fork}`);
    return tree;
  };
  // State has the name of a branch here, and a fork's branch is none.
  let [isMine, isTold] = [!isOfFork(options.place, deps.forge.repository), false];
  let writing: Promise<void> = Promise.resolve();
  const tell = (because: string): void => {
    if (!isTold) deps.log(logLine(`The state of this run is not kept, so it could not be gone on from: ${because}`));
    isTold = true;
  };
  // What failed once may work at the end of the next phase: each time everything is written.
  const attempt = (write: () => Promise<boolean>): Promise<void> =>
    (writing = writing.then(async () => {
      if (!isMine) return;
      try {
        isMine = await write();
        if (!isMine) tell('another run wrote it meanwhile.');
      } catch (error) {
        const { message, hint } = asFailure(error);
        tell(`${message} ${hint}`);
      }
    }));
  return {
    begin: () => attempt(() => save(null)),
    find: (kind, at) => {
      const entry = entries.find(
        (one): one is Extract<Entry, { kind: typeof kind }> => one.kind === kind && isAt(one, at),
      );
      if (entry !== undefined) used.add(entry);
      return entry ?? null;
    },
    add: (entry) =>
      attempt(async () => {
        // Trees are kept on the forge, where a job that only reads puts nothing.
        if (deps.leaves !== undefined && entry.kind !== 'plan') return true;
        const kept =
          entry.kind === 'work' ? { ...entry, ...(await keepTree(entry.tree, { ...options, deps, baseTree })) } : entry;
        const stale = used.has(entry) ? [] : entries.filter((one) => !used.has(one) && isAnswerTo(one, entry));
        for (const one of stale) entries.splice(entries.indexOf(one), 1);
        put(entries, kept);
        used.add(kept);
        return await save(null);
      }),
    end: () =>
      attempt(async () => {
        const { outcome } = story.state();
        // What ended otherwise is not gone on with phase by phase.
        if (outcome !== 'failed' && outcome !== 'planned') entries.length = 0;
        return await save(outcome);
      }),
  };
}

function isAt(entry: Entry, { step, round }: At): boolean {
  return entry.step === step && entry.round === round;
}

/** Work of later rounds was done after what is made anew now; all other phases tell which tree they are about. */
function isAnswerTo(one: Entry, { kind, step }: Entry): boolean {
  return one.kind === 'work' && (kind === 'plan' || one.step === step || one.step === '');
}

function put(entries: Entry[], entry: Entry): void {
  const before = entries.findIndex((one) => one.kind === entry.kind && isAt(one, entry));
  entries.splice(before < 0 ? entries.length : before, 1, entry);
}

/** False when another run wrote it meanwhile. */
type Save = (ended: SavedState['ended']) => Promise<boolean>;

/** Writes the state as it is now on top of what this run wrote last. */
function createSave(options: JournalOptions, entries: readonly Entry[], { deps, story }: Publishing): Save {
  const { header, secret, place } = options;
  let { from } = options;
  return async (ended) => {
    const told = story.state();
    const own = ended === null && told.total.requests > 0 ? [spentRun(told, deps.run)] : [];
    const state: SavedState = {
      ...header,
      version: 1,
      repository: deps.forge.repository,
      branch: place.branch,
      run: { id: deps.run.id, attempt: deps.run.attempt },
      ended,
      journal: deps.leaves === undefined ? entries : entries.filter(({ kind }) => kind === 'plan'),
      findings: told.rounds.length === 0 && told.findings.length === 0 ? header.before : told.findings,
      earlier: [...header.earlier, tellRun(told, options.hint, deps.run.id)].slice(-MOST_EARLIER),
      spent: [...header.spent, ...own].slice(-MOST_SPENT),
    };
    const trees = entries.flatMap((entry, at) =>
      entry.kind === 'work' ? [{ name: `work-${at}`, tree: entry.tree }] : [],
    );
    const text = closeState(redactAll(state, deps.redact), secret);
    if (deps.leaves !== undefined) {
      deps.leaves.state.text = text;
      return true;
    }
    const commit = await writeState(deps.forge, stateOfBranch(place.branch), { from, text, trees });
    from = commit;
    return commit !== null;
  };
}
