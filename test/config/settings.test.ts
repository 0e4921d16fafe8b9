import { describe, expect, it } from 'vitest';
import { parseConfigFile } from '../../src/config/file.ts';
import { readInputs } from '../../src/config/inputs.ts';
import { resolveProviders, type ModelProviders } from '../../src/config/key.ts';
import { resolveSettings } from '../../src/config/settings.ts';
import { asFailure } from '../../src/failure.ts';

const resolve = (inputs: Record<string, string>, file = '', options = {}) =>
  resolveSettings({
    inputs: readInputs(
      Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ),
    file: parseConfigFile(file),
    options,
  });

function failureOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    return asFailure(error);
  }
  throw new Error('nothing was thrown');
}

describe('settings', () => {
  it('go option over input over file over default', () => {
    expect(resolve({}).maxFixRounds).toBe(3);
    expect(resolve({}, 'max-fix-rounds: 5').maxFixRounds).toBe(5);
    expect(resolve({ 'max-fix-rounds': '4' }, 'max-fix-rounds: 5').maxFixRounds).toBe(4);
    expect(resolve({ 'max-fix-rounds': '4' }, '', { maxFixRounds: 2 }).maxFixRounds).toBe(2);
  });

  it('are never raised by an option', () => {
    expect(resolve({ 'max-fix-rounds': '1' }, '', { maxFixRounds: 9 }).maxFixRounds).toBe(1);
  });

  it('let an option choose among configured models alone', () => {
    const models = { model: 'a/one', 'review-model': 'a/two' };
    expect(resolve(models, '', { model: 'a/two' }).models).toEqual(['a/two']);
    expect(failureOf(() => resolve(models, '', { model: 'a/three' })).hint).toContain('a/one, a/two');
  });

  it('take checks as a table, a list or lines', () => {
    const wanted = { text: 'test: npm test\nlint: npm run lint', source: '.github/opencode.yml' };
    expect(resolve({}, 'checks:\n  test: npm test\n  lint: npm run lint').checks).toEqual(wanted);
    expect(resolve({}, 'checks: ["test: npm test", "lint: npm run lint"]').checks).toEqual(wanted);
  });

  it.each([
    ['max-fix-rounds', '-1', '“-1”'],
    ['max-turns', '0', '“0”'],
    ['max-minutes', 'ten', '“ten”'],
    ['idle-timeout', '1.5', '“1.5”'],
    ['max-changed-files', '1e3', '“1e3”'],
    ['model', 'gpt', '“gpt”'],
    ['base-url', 'ftp://x', '“ftp://x”'],
    ['draft', 'maybe', '“maybe”'],
    ['max-cost', '0', '“0”'],
    ['max-cost', '-1', '“-1”'],
    ['max-requests', '0', '“0”'],
    ['record', 'yes', '“yes”'],
    ['opencode-transport', 'ssh', '“ssh”'],
  ])('refuse %s=%s by name, value and remedy', (name, value, told) => {
    const failure = failureOf(() => resolve({ [name]: value }));
    expect(failure.code).toBe('bad-input');
    expect(failure.message).toContain(`\`${name}\``);
    expect(failure.message).toContain(told);
    expect(failure.hint).not.toBe('');
  });

  it.each([
    ['not YAML', 'a: [', 'not valid YAML'],
    ['an unknown key', 'max-fix-round: 2', 'max-fix-round'],
    ['a wrong type', 'scope: 3', '`scope`'],
    ['a list at the top', '- a', 'opencode.yml'],
  ])('refuse a file with %s', (_, file, told) => {
    const failure = failureOf(() => resolve({}, file));
    expect(failure.code).toBe('bad-input');
    expect(failure.message).toContain('.github/opencode.yml');
    expect(failure.message).toContain(told);
  });
});

describe('model keys', () => {
  const settings = { models: ['anthropic/x'], reviewModels: ['anthropic/x'], baseUrl: null };
  const none = { models: [], reviewModels: [], baseUrl: null };
  const keysOf = ({ all }: ModelProviders) =>
    Object.fromEntries(all.flatMap(({ id, key }) => (key === null ? [] : [[id, key]])));

  it('come from the input for the model’s provider and from the usual variables for the others', () => {
    const given = { ...settings, reviewModels: ['openai/y'] };
    expect(keysOf(resolveProviders(given, 'one', { OPENAI_API_KEY: 'two' }))).toEqual({
      anthropic: 'one',
      openai: 'two',
    });
  });

  it.each([
    ['no key at all', none, '`api-key` is missing'],
    ['none for the model', settings, '“anthropic/x”'],
    [
      'none for a reviewer elsewhere',
      { models: ['acme/x'], reviewModels: ['openai/y'], baseUrl: 'http://127.0.0.1:1/v1' },
      '“openai/y”',
    ],
    ['none for a fallback', { ...settings, models: ['opencode/free', 'openai/y'] }, '“openai/y”'],
    ['an unknown provider without an address', { ...settings, models: ['acme/x'] }, '“acme/x”'],
    [
      'a provider that signs its requests',
      { ...settings, models: ['amazon-bedrock/x'] },
      'signs requests in a way of its own',
    ],
  ])('are asked for with %s', (_, given, told) => {
    const failure = failureOf(() => resolveProviders(given, '', {}));
    expect(failure.code).toBe('bad-input');
    expect(failure.message).toContain(told);
    expect(failure.hint).not.toBe('');
  });

  it('are not needed for an address of one’s own or for OpenCode’s free models', () => {
    expect(keysOf(resolveProviders({ ...settings, baseUrl: 'http://127.0.0.1:1/v1' }, '', {}))).toEqual({});
    const free = { models: ['opencode/free'], reviewModels: ['opencode/free'], baseUrl: null };
    expect(keysOf(resolveProviders(free, '', {}))).toEqual({});
  });

  it('never go to the address of another provider', () => {
    const given = { models: ['acme/x'], reviewModels: ['openai/y'], baseUrl: 'http://127.0.0.1:1/v1' };
    const { all } = resolveProviders(given, '', { OPENAI_API_KEY: 'two' });
    expect(all.find(({ id }) => id === 'openai')?.baseUrl).toBeNull();
    expect(all.find(({ id }) => id === 'acme')?.baseUrl).toBe('http://127.0.0.1:1/v1');
  });
});
