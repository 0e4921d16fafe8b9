/** One part of the work that is reviewable alone. */
export type Step = Readonly<{
  /** `S1`, `S2`, … in the order of the plan. */
  id: string;
  title: string;
  /** Files to modify or to make, from the root, one by one. */
  files: readonly string[];
  /** Files to read first, which stay as they are. */
  read: readonly string[];
  action: string;
  /** How a command or a reader can tell that it is done. */
  success: string;
  /** Ids of the steps that must be done before. */
  depends: readonly string[];
}>;

/** What only a person can decide. */
export type Question = Readonly<{
  question: string;
  /** Two or three, the first of which is taken where nobody answers. */
  choices: readonly string[];
  /** Another answer would make another plan. */
  changesPlan: boolean;
}>;

/** How the task is to be done, as data; written by a planner, believed only where it holds together. */
export type Plan = Readonly<{
  /** One line. */
  goal: string;
  assumptions: readonly string[];
  steps: readonly Step[];
  risks: readonly string[];
  questions: readonly Question[];
}>;
