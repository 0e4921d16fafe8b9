import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveOpenCode, type OpenCodeServer } from '../serve-opencode.ts';

type ServerOptions = {
  readonly directory: string;
  /** Base URL of the model. */
  readonly baseUrl: string;
  readonly protocol?: 'chat' | 'responses';
};

const CLIENTS = { chat: '@ai-sdk/openai-compatible', responses: '@ai-sdk/openai' } as const;

/** Starts the real OpenCode in a home of its own, with the scripted model as its only provider. */
export async function startOpenCode(options: ServerOptions): Promise<OpenCodeServer> {
  const home = await mkdtemp(join(tmpdir(), 'opencode-'));
  return await serveOpenCode({
    directory: options.directory,
    home,
    config: configuration(options),
    onEnded: () => rm(home, { recursive: true, force: true, maxRetries: 5 }),
  });
}

function configuration({ baseUrl, protocol = 'chat' }: ServerOptions): Readonly<Record<string, unknown>> {
  const model = { name: 'Scripted', limit: { context: 200_000, output: 8_000 }, tool_call: true };
  return {
    share: 'disabled',
    autoupdate: false,
    enabled_providers: ['scripted'],
    model: 'scripted/coder',
    small_model: 'scripted/coder',
    provider: {
      scripted: {
        npm: CLIENTS[protocol],
        name: 'Scripted',
        options: { baseURL: baseUrl, apiKey: 'scripted' },
        models: { coder: model },
      },
    },
  };
}
