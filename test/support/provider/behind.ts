import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { ModelInfo, Price, Role } from '../../../src/agent/agent.ts';
import { serverOf } from '../../../src/agent/server-of.ts';
import type { Limits } from '../../../src/gateway/budget.ts';
import { startGateway, type Gateway, type GatewayOptions } from '../../../src/gateway/gateway.ts';
import type { RequestFault } from '../../../src/gateway/listeners.ts';
import type { MeteredRequest } from '../../../src/gateway/messages.ts';
import { ROOT } from '../action/environment.ts';
import type { Certificate } from './certificate.ts';
import { startProvider, type FakeProvider, type Play } from './provider.ts';

/** The key that the gateway holds for the provider `own`; it must come out nowhere else. */
export const KEY = 'sk-own-5f1c77a2e0b94d6c8e13';

/** US dollars for a million tokens of the models in these tests. */
const PRICE: Price = { input: 2, output: 10, cacheRead: 0.2, cacheWrite: 2.5 };

const PLENTY: Limits = { cost: 1e6, tokens: 1e12, requests: 1e6 };

/** The least that a chat completion is asked with. */
export const PROMPT = { model: 'model', stream: true, messages: [{ role: 'user', content: 'Hello.' }] } as const;

export type Call = Readonly<{
  role?: Role;
  provider?: string;
  path?: string;
  headers?: Readonly<Record<string, string>>;
  body?: Readonly<Record<string, unknown>>;
  signal?: AbortSignal;
}>;

/** The gateway's real process with a provider behind it, and everything that it told. */
export type Behind = AsyncDisposable &
  Readonly<{
    gateway: Gateway;
    provider: FakeProvider;
    requests: readonly MeteredRequest[];
    faults: readonly RequestFault[];
    log: readonly string[];
    /** In the environment of the gateway's process, so that it can be found. */
    mark: string;
    /** The provider answers so from now on; what was told before is forgotten. */
    play: (play: Play) => void;
    /** Sends a request as OpenCode would, the placeholder of its role as bearer token. */
    ask: (call?: Call) => Promise<Response>;
    /** Resolves when everything is told of what had ended. */
    settled: () => Promise<void>;
  }>;

export type BehindOptions = Partial<Omit<GatewayOptions, 'providers'>> &
  Readonly<{
    play?: Play;
    /** The providers, given where they are; without it one called `own`. */
    providers?: (origin: string) => GatewayOptions['providers'];
    /** Of the provider, where it speaks TLS. */
    certificate?: Certificate;
    /** The models of coder and reviewer. */
    models?: readonly ModelInfo[];
  }>;

export const ownProvider = (origin: string): GatewayOptions['providers'] => [
  { id: 'own', baseUrl: `${origin}/v1`, key: KEY },
];

/** Starts a provider and the gateway before it; both coder and reviewer may ask for `own/model`. */
export async function startBehind(options: BehindOptions = {}): Promise<Behind> {
  const { play, certificate, providers = ownProvider, models = [modelNamed('own/model')], env = {}, ...rest } = options;
  const [requests, faults, log]: [MeteredRequest[], RequestFault[], string[]] = [[], [], []];
  const mark = randomUUID();
  const provider = await startProvider(certificate);
  if (play !== undefined) provider.play(play);
  const gateway = await startGateway({
    program: [process.execPath, join(ROOT, 'src/gateway/process.ts')],
    env: { ...env, MARK: mark },
    proxies: { http: null, https: null, no: '' },
    domains: null,
    providers: providers(provider.origin),
    limits: PLENTY,
    deadline: Date.now() + 3_600_000,
    patience: 60_000,
    record: null,
    log: (line) => void log.push(line),
    ...rest,
  });
  gateway.watch({ onRequest: (one) => void requests.push(one), onFault: (one) => void faults.push(one) });
  for (const server of ['coder', 'judges'] as const) gateway.allow(server, models);
  // Orders are read one after another, so the models are known when this one is answered.
  await gateway.settled('coder');
  return {
    gateway,
    provider,
    requests,
    faults,
    log,
    mark,
    play(next) {
      provider.play(next);
      for (const list of [requests, faults, log]) list.length = 0;
    },
    ask: (call = {}) => ask(gateway, call),
    settled: async () => {
      await gateway.settled('coder');
      await gateway.settled('reviewer');
    },
    [Symbol.asyncDispose]: async () => {
      await gateway[Symbol.asyncDispose]();
      await provider[Symbol.asyncDispose]();
    },
  };
}

/** A model of that name with the price of these tests. */
export function modelNamed(name: string, model: Partial<ModelInfo> = {}): ModelInfo {
  return {
    name,
    sentAs: name,
    dearer: false,
    sees: false,
    price: PRICE,
    longPrices: [],
    context: null,
    maxOutput: null,
    ...model,
  };
}

function ask(gateway: Gateway, call: Call): Promise<Response> {
  const { role = 'coder', provider = 'own', path = '/chat/completions', headers, body = PROMPT, signal } = call;
  const { placeholder, baseUrls } = gateway.access(serverOf(role));
  const answer = fetch(`${baseUrls[provider]}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${placeholder}`, ...headers },
    body: JSON.stringify(body),
    ...(signal === undefined ? {} : { signal }),
  });
  // A test that lets its client leave need not look at what becomes of the answer.
  answer.catch(() => undefined);
  return answer;
}
