import type { Session } from '../../agent/agent.ts';
import type { Failure } from '../../failure.ts';
import { createAccounts, type Accounts } from '../../ledger/accounts.ts';
import { estimateOn } from '../../ledger/estimate.ts';
import type { LedgerRow } from '../../ledger/ledger.ts';
import { renderLogStep } from '../../report/log.ts';
import type { RecordedEvent, RecordedSession } from '../../report/record.ts';
import { redactRun } from '../../report/redacted-run.ts';
import type { RunState, StepLine } from '../../report/run.ts';
import type { Invocation } from '../../trigger/trigger.ts';
import type { Dependencies } from '../dependencies.ts';

/** What it takes to tell of a run and to publish its work, also where no agent is any more. */
export type Telling = Pick<
  Dependencies,
  'forge' | 'inputs' | 'run' | 'now' | 'log' | 'redact' | 'ownSecrets' | 'leaves' | 'received'
>;

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
  /** Adds a sentence that the reader must know. */
  note: (sentence: string) => void;
  begin: (text: string) => Step;
  fail: (failure: Failure) => void;
  accounts: Accounts;
  /** Keeps something for the run record alone. */
  keep: (what: string, data: unknown) => void;
  addSession: (session: Session, model: string) => void;
  sessions: () => readonly RecordedSession[];
  events: () => readonly RecordedEvent[];
  onChange: (listener: (state: RunState) => void) => void;
}>;

/** What the parts get that come after the work. */
export type Publishing = Readonly<{ deps: Telling; story: Story }>;

/** `spent` is what another process counted before, whose run this one ends. */
export function createStory(
  invocation: Invocation,
  deps: Omit<Telling, 'forge'>,
  spent: readonly LedgerRow[] = [],
): Story {
  const accounts = createAccounts(spent);
  const listeners: ((state: RunState) => void)[] = [];
  const sessions: Readonly<{ session: Session; model: string }>[] = [];
  const events: RecordedEvent[] = [];
  let state = initialState(invocation, deps);

  const update = (change: Partial<RunState>): void => {
    const [rows, total, claimed] = [accounts.rows(), accounts.total(), accounts.claimed()];
    state = { ...state, ...change, now: deps.now(), ledger: rows, total, claimed };
    state = { ...state, estimate: estimateOn(state.judgeModel, rows) };
    for (const listener of listeners) listener(state);
  };
  const setLine = (index: number, line: StepLine): void => update({ steps: state.steps.with(index, line) });
  const tell = (line: StepLine): void => {
    deps.log(renderLogStep(redactRun(state, deps.redact), line));
    events.push({ at: new Date(deps.now()).toISOString(), what: `${line.state}: ${line.text}` });
  };
  const begin = (text: string): Step => {
    const index = state.steps.length;
    const end = (ending: StepLine): void => {
      setLine(index, ending);
      tell(ending);
    };
    update({ steps: [...state.steps, { text, state: 'doing' }] });
    tell({ text, state: 'doing' });
    return {
      note: (detail) => setLine(index, { text: `${text} · ${detail}`, state: 'doing' }),
      done: (ending) => end({ text: ending, state: 'done' }),
      failed: (ending) => end({ text: ending, state: 'failed' }),
    };
  };
  return {
    state: () => state,
    accounts,
    update,
    begin,
    note: (sentence) => update({ notes: [...state.notes, sentence] }),
    fail: ({ code, message, hint }) => update({ outcome: 'failed', failure: { category: code, message, hint } }),
    keep: (what, data) => void events.push({ at: new Date(deps.now()).toISOString(), what, data }),
    addSession: (session, model) => void sessions.push({ session, model }),
    // Read when they are recorded: some transports learn a session's id late.
    sessions: () => sessions.map(({ session, model }) => ({ id: session.id, role: session.role, model })),
    events: () => events,
    onChange: (listener) => void listeners.push(listener),
  };
}

function initialState(invocation: Invocation, { now, run, inputs }: Omit<Telling, 'forge'>): RunState {
  return {
    invocation,
    outcome: null,
    toldBy: 'this-job',
    round: 0,
    maxFixRounds: 0,
    steps: [],
    startedAt: now(),
    now: now(),
    runUrl: run.url,
    phrase: inputs['trigger-phrase'].split(',')[0]?.trim() ?? '',
    label: inputs['trigger-label'],
    agent: null,
    title: invocation.target.kind === 'repository' ? invocation.target.name : invocation.target.title.text,
    summary: '',
    reason: null,
    question: null,
    taskFile: null,
    plan: null,
    stepReports: [],
    setup: null,
    checks: [],
    rounds: [],
    findings: [],
    acceptance: [],
    advice: [],
    verdict: null,
    verification: null,
    change: null,
    heldBack: [],
    scope: [],
    ledger: [],
    total: createAccounts().total(),
    claimed: createAccounts().claimed(),
    judgeModel: null,
    estimate: null,
    budget: null,
    spending: null,
    endedBy: null,
    confinement: '',
    blocked: [],
    publication: null,
    offered: null,
    patch: null,
    failure: null,
    notes: [],
  };
}
