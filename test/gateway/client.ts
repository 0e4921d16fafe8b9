import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCodeBase, providerOf } from '../../src/gateway/providers.ts';
import { serveOpenCode, type OpenCodeServer } from '../support/serve-opencode.ts';

/** A picture of one pixel. */
export const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Starts the real OpenCode with these providers, each at its place behind `origin`; `own` is one that nobody knows. */
export async function startOpenCode(origin: string, providers: readonly string[]): Promise<OpenCodeServer> {
  const root = await mkdtemp(join(tmpdir(), 'providers-'));
  const [home, directory] = [join(root, 'home'), join(root, 'work')];
  await mkdir(directory);
  await writeFile(join(directory, 'pixel.png'), Buffer.from(PIXEL, 'base64'));
  return await serveOpenCode({
    directory,
    home,
    config: configuration(origin, providers),
    onEnded: () => rm(root, { recursive: true, force: true, maxRetries: 5 }),
  });
}

function configuration(origin: string, providers: readonly string[]): Readonly<Record<string, unknown>> {
  const placed = providers.map((id) => {
    const options = { baseURL: openCodeBase(providerOf(id, null), origin), apiKey: 'placeholder' };
    const own = { npm: '@ai-sdk/openai-compatible', name: id, models: { model: { name: 'Own' } } };
    return [id, id === 'own' ? { ...own, options } : { options }] as const;
  });
  return {
    share: 'disabled',
    autoupdate: false,
    snapshot: false,
    plugin: [],
    mcp: {},
    enabled_providers: providers,
    provider: Object.fromEntries(placed),
  };
}
