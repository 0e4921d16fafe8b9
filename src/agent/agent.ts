import type { FailureCategory } from '../failure.ts';

export type Role = 'planner' | 'searcher' | 'coder' | 'reviewer' | 'advisor';

/** Tokens as OpenCode counts them: `input` without cached ones, `output` without reasoning. */
export type Tokens = Readonly<{
  input: number;
  output: number;
  reasoning: number;
  cacheRead: number;
  cacheWrite: number;
}>;

/** What one session used of one model in one turn. */
export type Usage = Readonly<{
  session: string;
  /** `provider/model`. */
  model: string;
  requests: number;
  tokens: Tokens;
  /** US dollars; null when the model has no known price. */
  cost: number | null;
}>;

export type TurnRequest = Readonly<{
  prompt: string;
  /** JSON Schema of the answer, when one is wanted as data. */
  schema?: Readonly<Record<string, unknown>>;
  /** Milliseconds since the epoch at which the turn is ended whatever it does. */
  deadline: number;
  /** Called with a few words on what the agent does now. */
  onActivity?: (what: string) => void;
}>;

export type Turn =
  | Readonly<{ status: 'done'; text: string; structured: unknown; usage: readonly Usage[] }>
  | Readonly<{
      status: 'failed';
      category: FailureCategory;
      message: string;
      /** Text that had arrived before. */
      text: string;
      usage: readonly Usage[];
    }>;

/** One conversation of one role. Turns are one after another. */
export type Session = Readonly<{
  id: string;
  role: Role;
  turn: (request: TurnRequest) => Promise<Turn>;
}>;

export type SessionOptions = Readonly<{
  role: Role;
  title: string;
  directory: string;
  /** `provider/model`; null is OpenCode's own default. */
  model: string | null;
}>;

/** A running OpenCode, reached through one interface whatever the transport. */
export type Agent = AsyncDisposable &
  Readonly<{
    /** `opencode 1.18.33 over serve`. */
    description: string;
    open: (options: SessionOptions) => Promise<Session>;
    /** Checks that the model of that input exists here, before anything is paid for; resolves to `provider/model`. */
    resolveModel: (model: string | null, input: 'model' | 'review-model') => Promise<string>;
    /** Ends what the turns left running, the server itself kept. */
    sweep: () => Promise<void>;
  }>;
