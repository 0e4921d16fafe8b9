import { describe, expect, it } from 'vitest';
import { PROVIDER_KEYS } from '../../src/config/providers.ts';
import {
  credentialHeaders,
  modelOf,
  openCodeBase,
  passedHeaders,
  providerOf,
  refusedProvider,
  route,
} from '../../src/gateway/providers.ts';

const to = (id: string, url: string, baseUrl: string | null = null): string | null =>
  route(providerOf(id, baseUrl), 'POST', url)?.url ?? null;

describe('a request’s address', () => {
  it('is the provider’s own for the few paths that generate answers', () => {
    expect(to('anthropic', '/messages')).toBe('https://api.anthropic.com/v1/messages');
    expect(to('openai', '/chat/completions')).toBe('https://api.openai.com/v1/chat/completions');
    expect(to('google', '/models/gemini-3.8-flash:generateContent')).toBe(
      'https://generativelanguage.googleapis.com/v1beta/models/gemini-3.8-flash:generateContent',
    );
  });

  it('stands behind the base URL where there is one, the query of which is kept', () => {
    expect(to('own', '/chat/completions', 'https://a.example/v1/')).toBe('https://a.example/v1/chat/completions');
    expect(to('anthropic', '/messages', 'https://a.example')).toBe('https://a.example/messages');
    expect(to('own', '/chat/completions?tier=x', 'https://a.example/v1?tenant=7')).toBe(
      'https://a.example/v1/chat/completions?tenant=7',
    );
    expect(to('own', '/chat/completions')).toBeNull();
    expect(to('own', '/chat/completions', 'not an address')).toBeNull();
  });

  it.each([
    ['openai', '/files'],
    ['openai', '/responses/resp_1'],
    ['openai', '/responses/../files'],
    ['openai', '/batches'],
    ['openai', '/chat/completions/'],
    ['openai', '//evil.example/responses'],
    ['anthropic', '/messages/batches'],
    ['anthropic', '/v1/messages'],
    ['google', '/models/gemini:batchGenerateContent'],
    ['google', '/models/..%2ffiles:generateContent'],
    ['google', '/models/../files:generateContent'],
    ['google', '/cachedContents'],
    ['opencode', '/models'],
    ['azure', '/deployments/../chat/completions'],
    ['own', '/responses'],
  ])('is none at %s for %s', (id, path) => {
    expect(to(id, path, id === 'own' || id === 'azure' ? 'https://a.example' : null)).toBeNull();
  });

  it('is none for another method', () => {
    expect(route(providerOf('openai', null), 'GET', '/responses')).toBeNull();
    expect(route(providerOf('openai', null), 'DELETE', '/responses')).toBeNull();
  });

  it('has no key in its query', () => {
    expect(to('google', '/models/m:streamGenerateContent?key=secret&alt=sse&$userProject=x')).toBe(
      'https://generativelanguage.googleapis.com/v1beta/models/m:streamGenerateContent?alt=sse',
    );
  });

  it.each([
    'https://contoso.openai.azure.com',
    'https://contoso.openai.azure.com/openai/',
    'https://contoso.openai.azure.com/openai/v1',
  ])('is Azure’s for the endpoint %s', (base) => {
    expect(to('azure', '/responses', base)).toBe('https://contoso.openai.azure.com/openai/v1/responses');
    expect(to('azure', '/v1/responses?api-version=v1', base)).toBe(
      'https://contoso.openai.azure.com/openai/v1/responses?api-version=v1',
    );
    expect(to('azure', '/deployments/my-gpt/chat/completions?api-version=2025-04-01-preview&key=x', base)).toBe(
      'https://contoso.openai.azure.com/openai/deployments/my-gpt/chat/completions?api-version=2025-04-01-preview',
    );
    expect(to('azure', '/messages', base)).toBe('https://contoso.services.ai.azure.com/anthropic/v1/messages');
  });

  it('is as it stands for a proxy in front of Azure', () => {
    expect(to('azure', '/responses', 'https://proxy.example/azure')).toBe('https://proxy.example/azure/responses');
    expect(to('azure', '/responses', 'https://evil-openai.azure.com.example')).toBe(
      'https://evil-openai.azure.com.example/responses',
    );
  });
});

describe('a request’s model', () => {
  it('is named by the path or by the body', () => {
    const google = route(providerOf('google', null), 'POST', '/models/gemini-3.8-flash:streamGenerateContent');
    const openai = route(providerOf('openai', null), 'POST', '/responses');
    expect(google && [modelOf(google, { model: 'other' }), google.streams]).toEqual(['gemini-3.8-flash', true]);
    expect(openai && [modelOf(openai, { model: 'gpt' }), modelOf(openai, {}), openai.streams]).toEqual([
      'gpt',
      null,
      null,
    ]);
  });
});

describe('a credential', () => {
  const headers = (id: string, path: string, key: string | null): unknown => {
    const provider = providerOf(id, id === 'own' || id === 'azure' ? 'https://a.example' : null);
    const found = route(provider, 'POST', path);
    return found && credentialHeaders(provider, found, key);
  };

  it('goes where the provider looks for it', () => {
    expect(headers('openai', '/responses', 'k')).toEqual({ authorization: 'Bearer k' });
    expect(headers('anthropic', '/messages', 'k')).toEqual({ 'x-api-key': 'k' });
    expect(headers('google', '/models/m:generateContent', 'k')).toEqual({ 'x-goog-api-key': 'k' });
    expect(headers('azure', '/responses', 'k')).toEqual({ 'api-key': 'k' });
    expect(headers('opencode', '/messages', 'k')).toEqual({ 'x-api-key': 'k' });
  });

  it('is not made up, but for the models that Zen gives away', () => {
    expect(headers('own', '/chat/completions', null)).toEqual({});
    expect(headers('own', '/chat/completions', '')).toEqual({});
    expect(headers('opencode', '/chat/completions', null)).toEqual({ authorization: 'Bearer public' });
  });
});

describe('the agent’s headers', () => {
  it('pass where they say what is sent, and no credential does, nor who asked', () => {
    const given = {
      'content-type': 'application/json',
      accept: '*/*',
      'user-agent': 'opencode/1.18.33',
      'anthropic-version': '2023-06-01',
      'x-session-affinity': 'ses_1',
    };
    const kept = {
      authorization: 'Bearer placeholder',
      'x-api-key': 'p',
      'api-key': 'p',
      'x-goog-api-key': 'p',
      cookie: 'a=b',
      'proxy-authorization': 'Basic x',
      'x-forwarded-for': '10.0.0.1',
      forwarded: 'for=10.0.0.1',
      host: '127.0.0.1',
      'content-length': '7',
      'x-goog-user-project': 'p',
      'openai-organization': 'o',
    };
    expect(passedHeaders({ ...given, ...kept })).toEqual(given);
  });

  it('ask for no beta that costs more or reaches further', () => {
    const betas =
      'structured-outputs-2025-11-13, fast-mode-2026-02-01,web-fetch-2025-09-10,interleaved-thinking-2025-05-14';
    expect(passedHeaders({ 'anthropic-beta': betas })).toEqual({
      'anthropic-beta': 'structured-outputs-2025-11-13,interleaved-thinking-2025-05-14',
    });
    expect(passedHeaders({ 'anthropic-beta': 'context-1m-2025-08-07' })).toEqual({});
  });
});

describe('a provider', () => {
  it('with a key has an address, or says that it needs one', () => {
    const without = Object.keys(PROVIDER_KEYS).filter((id) => providerOf(id, null).upstream === null);
    expect(without).toEqual(['azure']);
    expect(providerOf('toString', null).upstream).toBeNull();
  });

  it('has its place behind the gateway', () => {
    expect(openCodeBase(providerOf('openai', null), 'http://127.0.0.1:7')).toBe('http://127.0.0.1:7/openai');
  });

  it('that wants requests signed is refused with the way round', () => {
    for (const id of [
      'amazon-bedrock',
      'google-vertex',
      'google-vertex-anthropic',
      'github-copilot',
      'sap-ai-core',
      'gitlab',
    ])
      expect(refusedProvider(id)).toMatch(/LiteLLM.*`base-url`/u);
    for (const id of [...Object.keys(PROVIDER_KEYS), 'own']) expect(refusedProvider(id)).toBeNull();
  });
});
