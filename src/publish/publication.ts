import type { Spending } from '../ledger/spending.ts';

/** What a run left on the forge. */
export type Publication = Readonly<{
  branch: string;
  /** Commit at the head of the branch after the run, null when none was made. */
  commit: string | null;
  pullRequest: Readonly<{ number: number; url: string; draft: boolean; own: boolean }> | null;
  /**
   * The branch has exactly the tree that was checked and reviewed; false after paths were held back or a merge with
   * commits that arrived meanwhile.
   */
  asChecked: boolean;
  /**
   * Why the work stands on a branch of its own beside the one that it was meant for, null when it does not. A person
   * has to bring the two together.
   */
  aside: string | null;
  /** Page on which a person can open the pull request that Patchwright could not, null when there is no need. */
  compareUrl: string | null;
  /** Sentences for the report: why there is no pull request, what was merged with, where the work is. */
  notes: readonly string[];
  /** The runs that worked on it, as the description tells them now; null when there is no description of the bot's. */
  spending: Spending | null;
}>;
