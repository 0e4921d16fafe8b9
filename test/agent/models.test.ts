import { describe, expect, it } from 'vitest';
import { findModel, modelInfo, type Catalogue } from '../../src/agent/opencode/models.ts';
import { asFailure } from '../../src/failure.ts';
import { say, using } from '../support/model/action.ts';
import { coder, script } from '../support/model/script.ts';
import { inThreeMinutes, start } from './started.ts';

const catalogue: Catalogue = {
  models: new Map(
    ['acme/large-3', 'acme/large-4', 'acme/small-4', 'other/x'].map((name) => [name, modelInfo(name, {})]),
  ),
  standard: 'acme/large-4',
};

const hintOf = (model: string): string => {
  try {
    findModel(model, catalogue);
  } catch (error) {
    return asFailure(error).hint;
  }
  return '';
};

describe('a model', () => {
  it('is taken by its full name, and OpenCode’s own where none is named', () => {
    expect(findModel('other/x', catalogue).name).toBe('other/x');
    expect(findModel(null, catalogue).name).toBe('acme/large-4');
  });

  it('that is unknown gets the nearest of its provider, or the providers', () => {
    expect(hintOf('acme/larg-4')).toMatch(/^Did you mean acme\/large-4 or/);
    expect(hintOf('nobody/x')).toContain('base-url');
  });

  it('that is a dearer service of another is refused with the plain one', () => {
    const name = 'acme/large-4-fast';
    const listed = { api: { id: 'large-4' }, options: { serviceTier: 'priority' } };
    const dearer = { ...catalogue, models: new Map([[name, modelInfo(name, listed)]]) };
    expect(() => findModel(name, dearer)).toThrow('a dearer service of “acme/large-4”');
  });

  it('with a known price is priced as the provider prices it', { timeout: 60_000 }, async () => {
    const name = 'deepseek/deepseek-flash';
    await using started = await start(
      script('priced', [coder({ does: [using({ input: 10_000, output: 1000, cacheRead: 0 }, say('Done.'))] })]),
      { model: name },
    );
    const session = await started.agent.open({ role: 'coder', title: 't', directory: started.directory });
    const turn = await session.turn({ prompt: '# Role: coder\nGo.', model: name, deadline: inThreeMinutes() });
    expect(turn.status).toBe('done');
    const [usage] = turn.usage;
    expect(usage?.tokens).toMatchObject({ input: 10_000, output: 1000 });
    // OpenCode's list has $0.15 and $0.60 for a million tokens of input and output.
    expect(usage?.cost).toBeCloseTo(0.0021, 8);
  });
});
