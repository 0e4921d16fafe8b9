import { anthropic } from './anthropic.ts';
import { chat } from './chat.ts';
import { google } from './google.ts';
import type { Protocol } from './protocol.ts';
import { responses } from './responses.ts';

/** In which header a provider takes its key; `bearer` is `authorization`. */
export type Credential = 'bearer' | 'x-api-key' | 'x-goog-api-key' | 'api-key';

/** One path on which a provider generates answers. A group `model` in the path is the model's name. */
export type Endpoint = Readonly<{
  path: RegExp;
  protocol: Protocol;
  credential: Credential;
  /** Whether the path asks for a stream; null where the body says so. */
  streams: boolean | null;
  /** Query parameters that may pass. */
  query: readonly string[];
}>;

/** Chat completions, in the provider's own dialect. */
export const chatEndpoint = (protocol: Protocol = chat): Endpoint => ({
  path: /^\/chat\/completions$/u,
  protocol,
  credential: 'bearer',
  streams: null,
  query: [],
});

/** OpenAI's responses. */
export const responsesEndpoint: Endpoint = {
  path: /^\/responses$/u,
  protocol: responses,
  credential: 'bearer',
  streams: null,
  query: [],
};

/** Anthropic's messages. */
export const messagesEndpoint: Endpoint = {
  path: /^\/messages$/u,
  protocol: anthropic,
  credential: 'x-api-key',
  streams: null,
  query: [],
};

/** Google's two ways to ask, whole and streamed. */
export const googleEndpoints: readonly Endpoint[] = [googleEndpoint(false), googleEndpoint(true)];

function googleEndpoint(streams: boolean): Endpoint {
  return {
    path: streams
      ? /^\/models\/(?<model>[A-Za-z0-9][\w.-]*):streamGenerateContent$/u
      : /^\/models\/(?<model>[A-Za-z0-9][\w.-]*):generateContent$/u,
    protocol: google,
    credential: 'x-goog-api-key',
    streams,
    // Without `alt=sse` a stream is one JSON array.
    query: ['alt'],
  };
}

/** Azure's paths, some of which name the deployment, which is what Azure calls a model of one's own. */
export function azureEndpoints(chat: Protocol): readonly Endpoint[] {
  const azure = { credential: 'api-key', streams: null, query: ['api-version'] } as const;
  return [
    { ...azure, path: /^(?:\/v1)?\/chat\/completions$/u, protocol: chat },
    { ...azure, path: /^(?:\/v1)?\/responses$/u, protocol: responses },
    { ...azure, path: /^\/deployments\/(?<model>[A-Za-z0-9][\w.-]*)\/chat\/completions$/u, protocol: chat },
    { ...azure, path: /^\/deployments\/(?<model>[A-Za-z0-9][\w.-]*)\/responses$/u, protocol: responses },
    messagesEndpoint,
  ];
}
