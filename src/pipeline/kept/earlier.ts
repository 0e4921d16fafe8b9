import { asFailure } from '../../failure.ts';
import { isOpen, type Finding } from '../../finding.ts';
import type { SpentRun } from '../../ledger/spending.ts';
import { isOfFork, type Place } from '../../publish/place.ts';
import { readState, stateOfBranch, type StoredState } from '../../publish/state-store.ts';
import { NO_NUMBERS, withNumbersOf, type Numbers } from '../../review/numbers.ts';
import { logLine } from '../../text/sinks.ts';
import type { Telling } from '../told/story.ts';
import type { GoingOn } from './go-on.ts';
import { whyNotReplayed } from './replayable.ts';
import type { Entry } from './saved-entry.ts';
import { openState, type EarlierRun, type SavedState } from './saved-state.ts';

/** What the forge keeps of earlier runs on a branch. */
export type Kept = Readonly<{
  /** Commit of the state, null when there is none. */
  commit: string | null;
  /** Null where it cannot be read or is about something else. */
  state: SavedState | null;
  /** A run with the same model keys wrote it. */
  signed: boolean;
  /** Why nothing of it is brought back although that was asked for, in a sentence; null where it is or was not. */
  refused: string | null;
  /** What was finished and counts as done. */
  found: readonly Entry[];
  runs: readonly EarlierRun[];
  /** Findings that are still open in the work that is gone on with. */
  findings: readonly Finding[];
  /** Numbers that findings have had so far, open or not. */
  numbers: Numbers;
  /** What runs used that were cut off. */
  spent: readonly SpentRun[];
}>;

const NOTHING: Kept = {
  commit: null,
  state: null,
  signed: false,
  refused: null,
  found: [],
  runs: [],
  findings: [],
  numbers: NO_NUMBERS,
  spent: [],
};

/**
 * Reads it, where it was not read before; where that fails, the run goes on as if there were none. Of a fork nothing is kept:
 * what has the name of its branch is about a branch here.
 */
export async function readKept(
  place: Place,
  { replays, continues, read }: Pick<GoingOn, 'replays' | 'continues' | 'read'>,
  given: Readonly<{ deps: Pick<Telling, 'forge' | 'log'>; secret: string | null; checkedOut: string }>,
): Promise<Kept> {
  const { deps, secret, checkedOut } = given;
  if (isOfFork(place, deps.forge.repository)) return NOTHING;
  try {
    const stored = await storedOf(place, read, deps.forge);
    if (stored === null) return NOTHING;
    const opened = openState(stored.text, secret);
    const kept = { ...NOTHING, commit: stored.commit };
    if (opened === null || opened.state.branch !== place.branch || opened.state.repository !== deps.forge.repository)
      return kept;
    const { state, signed } = opened;
    const refused = replays ? await whyNotReplayed(state, { forge: deps.forge, place, signed, checkedOut }) : null;
    const numbered = (had: readonly Finding[]): Numbers => withNumbersOf(state.numbers, had);
    const known = { ...kept, state, signed, refused, spent: signed || secret === null ? state.spent : [] };
    if (replays && refused === null) {
      // What judges said counts only as said by them; everything else is judged again anyway.
      const found = state.journal.filter(({ kind }) => signed || (kind !== 'review' && kind !== 'advice'));
      return { ...known, found, runs: state.earlier, findings: state.before, numbers: numbered(state.before) };
    }
    const goesOn = place.head !== null;
    const findings = goesOn ? state.findings.filter((one) => isOpen(one) && one.source !== 'check') : [];
    const runs = goesOn || continues ? state.earlier : [];
    return { ...known, runs, findings, numbers: numbered([...state.before, ...state.findings]) };
  } catch (error) {
    deps.log(logLine(`What earlier runs left could not be read: ${asFailure(error).message}`));
    return NOTHING;
  }
}

/** What the run was let go on by is what it goes on by. */
async function storedOf(
  { branch }: Place,
  read: GoingOn['read'],
  forge: Telling['forge'],
): Promise<StoredState | null> {
  return read?.branch === branch ? read.stored : await readState(forge, stateOfBranch(branch));
}
