import type { Image } from '../../agent/image.ts';
import type { Check, CheckResult } from '../../check/check.ts';
import type { Settings } from '../../config/settings.ts';
import type { Finding } from '../../finding.ts';
import type { Place } from '../../publish/place.ts';
import type { Numbers } from '../../review/numbers.ts';
import type { Task } from '../../task/task.ts';
import type { Untrusted } from '../../text/untrusted.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Trees } from '../../workspace/trees.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Journal } from '../kept/journal.ts';
import type { EarlierRun } from '../kept/saved-state.ts';

export type CheckRequest = Readonly<{
  tree: string;
  /** How it differs from what `setup` was run on, which decides whether `setup` has to be run again. */
  files: readonly Readonly<{ path: string }>[];
  onProgress: (what: string) => void;
}>;

/** Runs the checks on a tree, in a directory made anew. */
export type RunChecks = (request: CheckRequest) => Promise<readonly CheckResult[]>;

/** Runs the checks on a tree with nothing in the directory but what `setup` makes of it. */
export type RunChecksClean = (request: Omit<CheckRequest, 'files'>) => Promise<readonly CheckResult[]>;

/** A step in the middle of its work: what it takes to read what is there. */
export type Underway = Readonly<{ id: string; start: string; marked: Snapshot }>;

/** The part of a site with which its work is guarded and published: no model is needed for it, and nothing is run. */
export type PublishSite = Readonly<{
  settings: Pick<
    Settings,
    'setup' | 'scope' | 'protectedPaths' | 'maxChangedFiles' | 'maxChangedBytes' | 'draft' | 'labels'
  >;
  place: Place;
  workspace: Trees & Pick<Workspace, 'extract'>;
  /**
   * What the work as a whole is judged against. On a branch of Patchwright's own that is where the branch left its base,
   * so that what an earlier run left on it is judged again; else it is the baseline tree.
   */
  origin: string;
  /** The task file. */
  taskFile: string;
  checks: readonly Check[];
  /** What is required has to do with who may run a file. */
  modesAsked: boolean;
  /** Steps that are being worked on, each in places of its own; empty once their work is brought together. */
  underway: Map<string, Underway>;
  /** Blobs of the work that the forge has already. */
  stored: Set<string>;
  /** The branch has work that no run came to tell of, so that it is judged and told of although nothing is added to it. */
  unfinished: boolean;
}>;

/** What earlier runs on the branch left for this one. */
export type Earlier = Readonly<{
  runs: readonly EarlierRun[];
  /** Findings that are still open, with their ids. */
  findings: readonly Finding[];
  /** Numbers that findings have had so far, open or not. */
  numbers: Numbers;
  /** What a person said when asking to go on; null when nothing. */
  hint: Untrusted | null;
}>;

/** Everything that stands ready before the first model is called. */
export type Site = AsyncDisposable &
  PublishSite &
  Readonly<{
    settings: Settings;
    workspace: Workspace;
    task: Task;
    boundary: string;
    /** Attached by people, for a model that can see. */
    images: readonly Image[];
    /** What earlier runs on the branch came to. */
    earlier: Earlier;
    journal: Journal;
    /** The instruction files of the default branch, quoted for the coder; empty when there are none. */
    instructions: string;
    /** Writes the corrective task of a round into the run record; `step` is empty for the work as a whole. */
    writeCorrective: (step: string, round: number, findings: readonly Finding[]) => Promise<void>;
    runChecks: RunChecks;
    /** Runs `setup` and the checks in a clean checkout with a home of its own; null where nobody gave a `setup`. */
    runChecksClean: RunChecksClean | null;
  }>;
