import type { IncomingHttpHeaders } from 'node:http';
import { azureAddress } from './protocol/azure.ts';
import { groqChat, mistralChat, openaiChat, openrouterChat, xaiChat } from './protocol/chat.ts';
import {
  azureEndpoints,
  chatEndpoint,
  googleEndpoints,
  messagesEndpoint,
  responsesEndpoint,
  type Credential,
  type Endpoint,
} from './protocol/endpoints.ts';
import type { Body, Protocol } from './protocol/protocol.ts';

/** A provider as the gateway reaches it. */
export type Provider = Readonly<{
  id: string;
  /** The address behind which its endpoints stand; null for one that needs a `base-url`. */
  upstream: string | null;
  endpoints: readonly Endpoint[];
  /** What stands for the key at a provider that gives something away without one. */
  keyless: string | null;
}>;

/** One request's way to its provider. */
export type Route = Readonly<{
  protocol: Protocol;
  /** The whole upstream address. */
  url: string;
  /** The model that the path names; null where the body names it. */
  model: string | null;
  /** Whether the path asks for a stream; null where the body says so. */
  streams: boolean | null;
  credential: Credential;
}>;

type Known = Readonly<{ upstream: string | null; endpoints: readonly Endpoint[]; keyless?: string }>;

/** Addresses as OpenCode's own clients have them. */
const PROVIDERS: Readonly<Record<string, Known>> = {
  anthropic: { upstream: 'https://api.anthropic.com/v1', endpoints: [messagesEndpoint] },
  openai: { upstream: 'https://api.openai.com/v1', endpoints: [responsesEndpoint, chatEndpoint(openaiChat)] },
  google: { upstream: 'https://generativelanguage.googleapis.com/v1beta', endpoints: googleEndpoints },
  openrouter: { upstream: 'https://openrouter.ai/api/v1', endpoints: [chatEndpoint(openrouterChat)] },
  opencode: {
    upstream: 'https://opencode.ai/zen/v1',
    endpoints: [chatEndpoint(), responsesEndpoint, messagesEndpoint, ...googleEndpoints],
    keyless: 'public',
  },
  groq: { upstream: 'https://api.groq.com/openai/v1', endpoints: [chatEndpoint(groqChat)] },
  xai: { upstream: 'https://api.x.ai/v1', endpoints: [chatEndpoint(xaiChat), responsesEndpoint] },
  deepseek: { upstream: 'https://api.deepseek.com', endpoints: [chatEndpoint()] },
  mistral: { upstream: 'https://api.mistral.ai/v1', endpoints: [chatEndpoint(mistralChat)] },
  azure: { upstream: null, endpoints: azureEndpoints(openaiChat) },
};

/** The provider of that id; one that is not in the table speaks chat completions at its `base-url`. */
export function providerOf(id: string, baseUrl: string | null): Provider {
  const known: Known = (Object.hasOwn(PROVIDERS, id) ? PROVIDERS[id] : undefined) ?? {
    upstream: null,
    endpoints: [chatEndpoint()],
  };
  return { id, upstream: baseUrl ?? known.upstream, endpoints: known.endpoints, keyless: known.keyless ?? null };
}

/** Where a request goes, or null for one that is not to generate an answer. `url` is what follows the provider's prefix. */
export function route(provider: Provider, method: string, url: string): Route | null {
  if (method !== 'POST' || provider.upstream === null || !URL.canParse(provider.upstream)) return null;
  const [path = '', search = ''] = url.split('?', 2);
  const endpoint = provider.endpoints.find((candidate) => candidate.path.test(path));
  if (endpoint === undefined) return null;
  const { protocol, streams, credential } = endpoint;
  const target = addressOf(provider, new URL(provider.upstream), path);
  for (const [name, value] of new URLSearchParams(search)) {
    if (endpoint.query.includes(name)) target.searchParams.set(name, value);
  }
  const model = endpoint.path.exec(path)?.groups?.['model'] ?? null;
  return { protocol, url: target.href, model, streams, credential };
}

/** The query of a `base-url` is the owner's and stays. */
function addressOf(provider: Provider, base: URL, path: string): URL {
  const target =
    provider.id === 'azure'
      ? azureAddress(base, path)
      : new URL(`${base.origin}${base.pathname.replace(/\/$/u, '')}${path}`);
  target.search = base.search;
  return target;
}

/** The model that a request asks for, as the provider names it. */
export function modelOf(route: Route, body: Body): string | null {
  if (route.model !== null) return route.model;
  return typeof body['model'] === 'string' ? body['model'] : null;
}

/** The provider's own credential; no header where there is no key. */
export function credentialHeaders(provider: Provider, route: Route, key: string | null): Record<string, string> {
  const value = key === null || key === '' ? provider.keyless : key;
  if (value === null) return {};
  return route.credential === 'bearer' ? { authorization: `Bearer ${value}` } : { [route.credential]: value };
}

/**
 * What a provider may learn of the agent's headers: the kind of the content, the version of the protocol, and the
 * session's random name, by which some choose the machine that has the prompt cached.
 */
const PASSED =
  /^(?:content-type|accept|user-agent|anthropic-version|http-referer|x-title|x-session-(?:id|affinity)|x-opencode-(?:client|project|request|session))$/u;

/** Betas of Anthropic's that change the form of an answer and neither its price nor what it reaches. */
const BETAS =
  /^(?:structured-outputs|interleaved-thinking|fine-grained-tool-streaming|effort|token-efficient-tools)-[\d-]+$/u;

/** Those of the agent's headers that may pass; never a credential, whatever it is called. */
export function passedHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const passed: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (PASSED.test(name) && typeof value === 'string') passed[name] = value;
  }
  const betas = String(headers['anthropic-beta'] ?? '').split(',');
  const harmless = betas.map((beta) => beta.trim()).filter((beta) => BETAS.test(beta));
  return harmless.length === 0 ? passed : { ...passed, 'anthropic-beta': harmless.join(',') };
}

/** The base URL to give OpenCode for a provider; its clients append the endpoints' paths to it as they are. */
export function openCodeBase(provider: Provider, origin: string): string {
  return `${origin}/${encodeURIComponent(provider.id)}`;
}

/** Providers that want requests signed or tokens exchanged, which a key in a header cannot do. */
const SIGNING =
  /^(?:amazon-bedrock.*|google-vertex.*|github-copilot.*|github-models|sap-ai-core|gitlab|cloudflare-ai-gateway|snowflake-cortex)$/u;

/** Why a provider cannot be used and the way round it; null for one that can. */
export function refusedProvider(id: string): string | null {
  if (!SIGNING.test(id)) return null;
  return `${id} takes more than a key in a header. Run an OpenAI-compatible proxy such as LiteLLM in front of it and set \`base-url\`.`;
}
