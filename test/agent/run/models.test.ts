import { describe, expect, it } from 'vitest';
import { modelInfo } from '../../../src/agent/opencode/models.ts';
import { listModels, readModelList, standardModel } from '../../../src/agent/opencode/run/models.ts';
import { startServer } from '../../../src/agent/opencode/server.ts';
import { confinedEnvironment } from '../../../src/config/environment.ts';
import { PROVIDER_KEYS } from '../../../src/config/providers.ts';
import { createNoSandbox } from '../../../src/sandbox/none.ts';
import { findOpenCode } from '../../support/opencode.ts';
import { stage } from './started.ts';

const PROVIDERS = Object.keys(PROVIDER_KEYS);

describe('the list of models', () => {
  it('is the same as the server’s, prices and standard models included', { timeout: 120_000 }, async () => {
    await using place = await stage();
    const options = {
      binary: await findOpenCode(),
      sandbox: createNoSandbox(),
      home: place.home,
      directory: place.directory,
      env: confinedEnvironment(process.env, place.home),
      access: {
        placeholder: 'placeholder',
        baseUrls: Object.fromEntries(PROVIDERS.map((id) => [id, 'http://127.0.0.1:1'])),
        models: [],
        ownEndpoint: false,
        preferred: 'anthropic',
      },
      idleTimeout: 1000,
    };
    await using server = await startServer(options);
    const { data } = await server.client.config.providers({ directory: place.directory }, { throwOnError: true });
    const served = data.providers.flatMap(({ id, models }) =>
      Object.entries(models).map(([model, listed]) => modelInfo(`${id}/${model}`, listed)),
    );
    const { models, standard } = await listModels(options);
    expect(models.size).toBeGreaterThan(100);
    expect(Object.fromEntries(models)).toEqual(Object.fromEntries(served.map((model) => [model.name, model])));
    expect(standard).toBe(`anthropic/${data.default['anthropic']}`);
    const standards = data.providers.map(({ id, models }) => [id, standardModel(Object.values(models))?.id]);
    expect(Object.fromEntries(standards)).toEqual(data.default);
    expect([...models.values()].some(({ dearer }) => dearer)).toBe(true);
    expect([...models.values()].some(({ longPrices }) => longPrices.length > 0)).toBe(true);
  });

  it('skips what is no description of a model', () => {
    const printed =
      'acme/one\n{\n  "id": "one",\n  "providerID": "acme"\n}\nacme/two\n{\n  "id": 2\n}\nacme/three\n{\n  broken\n}\n';
    expect(readModelList(printed)).toEqual([{ id: 'one', providerID: 'acme' }]);
  });
});
