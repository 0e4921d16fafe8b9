/** Every output that works today, with its description. */
export const OUTPUTS = {
  outcome:
    '`published`, `no-changes`, `answered`, `planned`, `declined`, `needs-human` or `failed`; empty for an event that is not for the bot.',
  verdict: '`pass`, `pass-with-notes`, `fail` or `inconclusive`, computed from findings and checks.',
  'pull-request-number': 'Number of the pull request that was opened or updated.',
  'pull-request-url': 'Its address.',
  branch: 'Branch that has the work.',
  'commit-sha': 'Commit at the head of that branch.',
  'baseline-sha': 'Commit that the work started from.',
  cost: 'US dollars; `unpriced` when a model has no known price.',
  tokens: 'Tokens of all kinds and models together.',
  rounds: 'Fix rounds that were made.',
  'findings-open': 'Findings still open.',
  'failure-category': 'Why a run failed, one word.',
  'run-record': 'Path of the run record, a JSON document with the task files and the change beside it.',
  change:
    'Path of the change as a patch for `git apply`; with `mode: agent` the directory in which it is left for the next job.',
  next: 'With `mode: gate`, the job that comes next: `agent`, `publish` where no model is needed, or `none`.',
  verification: 'With `mode: verify`, what the checks came to on the tree that is handed over, for `mode: publish`.',
} as const;

export type OutputName = keyof typeof OUTPUTS;
export type Outputs = Readonly<Partial<Record<OutputName, string>>>;
