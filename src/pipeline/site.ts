import type { Check, CheckResult } from '../check/check.ts';
import type { Settings } from '../config/settings.ts';
import type { Finding } from '../finding.ts';
import type { Place } from '../publish/place.ts';
import type { Task } from '../task/task.ts';
import type { Workspace } from '../workspace/workspace.ts';

export type CheckRequest = Readonly<{
  tree: string;
  /** How it differs from what `setup` was run on, which decides whether `setup` has to be run again. */
  files: readonly Readonly<{ path: string }>[];
  onProgress: (what: string) => void;
}>;

/** Runs the checks on a tree, in a directory made anew. */
export type RunChecks = (request: CheckRequest) => Promise<readonly CheckResult[]>;

/** The part of a site with which its work is guarded and published: no model is needed for it, and nothing is run. */
export type PublishSite = Readonly<{
  settings: Pick<Settings, 'scope' | 'protectedPaths' | 'maxChangedFiles' | 'maxChangedBytes' | 'draft'>;
  place: Place;
  workspace: Workspace;
  /**
   * What the work as a whole is judged against. On a branch of Patchwright's own that is where the branch left its base,
   * so that what an earlier run left on it is judged again; else it is the baseline tree.
   */
  origin: string;
  /** The task file. */
  taskFile: string;
  checks: readonly Check[];
}>;

/** Everything that stands ready before the first model is called. */
export type Site = AsyncDisposable &
  PublishSite &
  Readonly<{
    settings: Settings;
    task: Task;
    boundary: string;
    /** The instruction file of the branch that was checked out, empty when there is none. */
    instructions: string;
    /** Writes the corrective task of a round into the run record. */
    writeCorrective: (round: number, findings: readonly Finding[]) => Promise<void>;
    runChecks: RunChecks;
  }>;
