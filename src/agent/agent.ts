import type { FailureCategory } from '../failure.ts';
import type { Image } from './image.ts';

/** In the order in which they come to work. */
export const ROLES = ['planner', 'searcher', 'coder', 'reviewer', 'advisor'] as const;
export type Role = (typeof ROLES)[number];

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

/** Why a turn ended before its time. */
export type Fault = Readonly<{ category: FailureCategory; message: string }>;

export type TurnRequest = Readonly<{
  prompt: string;
  /** `provider/model`. */
  model: string;
  /** Shown to a model that can see; to another one, or by a transport that cannot, they are named. */
  images?: readonly Image[];
  /** JSON Schema of the answer, when one is wanted as data. */
  schema?: Readonly<Record<string, unknown>>;
  /** Milliseconds since the epoch at which the turn is ended whatever it does. */
  deadline: number;
  /** Ends the turn when it is aborted, with the Fault that is its reason. */
  stop?: AbortSignal;
  /** Called with a few words on what the agent does now. */
  onActivity?: (what: string) => void;
}>;

export type Turn =
  | Readonly<{
      status: 'done';
      text: string;
      structured: unknown;
      /** What ended the turn although its answer was there already; null for a turn that ended by itself. */
      recovered: Fault | null;
      usage: readonly Usage[];
    }>
  | (Fault &
      Readonly<{
        status: 'failed';
        /** Text that had arrived before. */
        text: string;
        usage: readonly Usage[];
      }>);

/** One conversation of one role. Turns are one after another. */
export type Session = Readonly<{
  /** OpenCode's own id; a transport that learns it only with the first answer gives a name of its own until then. */
  id: string;
  role: Role;
  /** True once a prompt was submitted, so that it need not be said again. */
  hasBegun: () => boolean;
  turn: (request: TurnRequest) => Promise<Turn>;
}>;

export type SessionOptions = Readonly<{
  role: Role;
  title: string;
  directory: string;
}>;

/** US dollars for a million tokens. */
export type Price = Readonly<{ input: number; output: number; cacheRead: number; cacheWrite: number }>;

/** A model as OpenCode lists it. */
export type ModelInfo = Readonly<{
  /** `provider/model`. */
  name: string;
  /** The same as the provider calls it: what stands in the requests. */
  sentAs: string;
  /** OpenCode asks the provider for a dearer service of that model, which the gateway does not let through. */
  dearer: boolean;
  /** It takes images; false, too, where nothing is known of it. */
  sees: boolean;
  /** Null when no price is known, which is not the same as free. */
  price: Price | null;
  /** Prices of requests with more tokens of input, cached ones included, than `above`; the first that fits counts. */
  longPrices: readonly Readonly<{ above: number; price: Price }>[];
  /** Tokens of one request and its answer at most; null when it is not known. */
  context: number | null;
  /** Tokens of one answer, reasoning included, at most; null when it is not known. */
  maxOutput: number | null;
}>;

/** How models are reached: through the gateway alone. */
export type ModelAccess = Readonly<{
  /** Stands where a provider's key would. */
  placeholder: string;
  /** Addresses at the gateway by provider id. */
  baseUrls: Readonly<Record<string, string>>;
  /** Every `provider/model` that a role may be given. */
  models: readonly string[];
  /** Models are behind an address of one's own, where they may have names that no list has. */
  ownEndpoint: boolean;
  /** Provider whose standard model is taken where none is named; null takes none. */
  preferred: string | null;
}>;

/** A running OpenCode, reached through one interface whatever the transport. */
export type Agent = AsyncDisposable &
  Readonly<{
    /** `opencode 1.18.33 over serve`. */
    description: string;
    /** What this transport cannot do, a sentence each; empty for one that can do everything. */
    cannot: readonly string[];
    /** Sessions that can take turns at the same time. */
    atOnce: number;
    open: (options: SessionOptions) => Promise<Session>;
    /** Looks up the model of that input before anything is paid for; null is OpenCode's own default. Throws `model-not-found`. */
    findModel: (model: string | null, input: 'model' | 'plan-model' | 'review-model') => Promise<ModelInfo>;
    /** Ends what the turns left running, the server itself kept. */
    sweep: () => Promise<void>;
    /** Brings the agent and all that it started to rest until what is returned is disposed of. */
    pause: () => Promise<AsyncDisposable>;
  }>;
