import { createLedger, type Ledger } from '../ledger/ledger.ts';
import type { RunState, StepLine } from '../report/run.ts';
import type { Request } from '../trigger/trigger.ts';

/** A line of the run's progress while it is at work. */
export type Step = Readonly<{
  /** What it does at the moment; shown beside the step and gone with it. */
  note: (detail: string) => void;
  done: (text: string) => void;
  failed: (text: string) => void;
}>;

/** The one place that holds what is known of a run; everything a person reads is rendered from its state. */
export type Story = Readonly<{
  state: () => RunState;
  update: (change: Partial<RunState>) => void;
  begin: (text: string) => Step;
  ledger: Ledger;
}>;

export type StoryOptions = Readonly<{
  request: Request;
  now: () => number;
  runUrl: string | null;
  /** First trigger phrase and trigger label. */
  phrase: string;
  label: string;
  /** Called after every change; `line` is set when a step begins or ends. */
  onChange: (state: RunState, line: StepLine | null) => void;
}>;

export function createStory(options: StoryOptions): Story {
  const ledger = createLedger();
  let state = initialState(options);
  const publish = (change: Partial<RunState>, line: StepLine | null): void => {
    state = { ...state, ...change, now: options.now(), ledger: ledger.rows(), total: ledger.total() };
    options.onChange(state, line);
  };
  const setLine = (index: number, line: StepLine, isNew: boolean): void => {
    publish({ steps: state.steps.with(index, line) }, isNew ? line : null);
  };
  return {
    state: () => state,
    ledger,
    update: (change) => publish(change, null),
    begin(text) {
      const index = state.steps.length;
      const doing: StepLine = { text, state: 'doing' };
      publish({ steps: [...state.steps, doing] }, doing);
      return {
        note: (detail) => setLine(index, { text: `${text} · ${detail}`, state: 'doing' }, false),
        done: (ending) => setLine(index, { text: ending, state: 'done' }, true),
        failed: (ending) => setLine(index, { text: ending, state: 'failed' }, true),
      };
    },
  };
}

function initialState(options: StoryOptions): RunState {
  const { total } = createLedger();
  return {
    request: options.request,
    outcome: null,
    round: 0,
    maxFixRounds: 0,
    steps: [],
    startedAt: options.now(),
    now: options.now(),
    runUrl: options.runUrl,
    phrase: options.phrase,
    label: options.label,
    agent: null,
    title: '',
    summary: '',
    reason: null,
    taskFile: null,
    setup: null,
    checks: [],
    rounds: [],
    findings: [],
    acceptance: [],
    verdict: null,
    verification: null,
    change: null,
    heldBack: [],
    scope: [],
    ledger: [],
    total: total(),
    estimate: null,
    endedBy: null,
    confinement: '',
    publication: null,
    patch: null,
    failure: null,
    notes: [],
  };
}
