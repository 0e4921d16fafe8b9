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
    ['sandbox', 'docker', '“docker”'],
    ['network', 'none', '“none”'],
    ['allowed-domains', 'example.com, https://example.com', '“https://example.com”'],
    ['allowed-domains', '10.0.0.1', '“10.0.0.1”'],
    ['opencode-version', '1.2.3', '“1.2.3”'],
  ])('refuse %s=%s by name, value and remedy', (name, value, told) => {
    const failure = failureOf(() => resolve({ [name]: value }));
    expect(failure.code).toBe('bad-input');
    expect(failure.message).toContain(`\`${name}\``);
    expect(failure.message).toContain(told);
    expect(failure.hint).not.toBe('');
  });
});

describe('model keys', () => {
  const of = (coder: readonly string[], reviewer = coder) => ({
    modelsOf: { planner: coder, searcher: coder, coder, reviewer, advisor: reviewer },
    mainModel: coder[0] ?? null,
    baseUrl: null,
  });
  const settings = of(['anthropic/x']);
  const none = of([]);
  const keysOf = ({ all }: ModelProviders) =>
    Object.fromEntries(all.flatMap(({ id, key }) => (key === null ? [] : [[id, key]])));

  it('come from the input for the model’s provider and from the usual variables for the others', () => {
    const given = of(['anthropic/x'], ['openai/y']);
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
      { ...of(['acme/x'], ['openai/y']), baseUrl: 'http://127.0.0.1:1/v1' },
      '“openai/y”',
    ],
    ['none for a fallback', of(['opencode/free', 'openai/y']), '“openai/y”'],
    ['an unknown provider without an address', of(['acme/x']), '“acme/x”'],
    ['a provider that signs its requests', of(['amazon-bedrock/x']), 'signs requests in a way of its own'],
  ])('are asked for with %s', (_, given, told) => {
    const failure = failureOf(() => resolveProviders(given, '', {}));
    expect(failure.code).toBe('bad-input');
    expect(failure.message).toContain(told);
    expect(failure.hint).not.toBe('');
  });

  it('are not needed for an address of one’s own or for OpenCode’s free models', () => {
    expect(keysOf(resolveProviders({ ...settings, baseUrl: 'http://127.0.0.1:1/v1' }, '', {}))).toEqual({});
    expect(keysOf(resolveProviders(of(['opencode/free']), '', {}))).toEqual({});
  });

  it('from the input stay with the provider of `model` when the command chooses another one’s', () => {
    const given = { ...of(['openai/y'], ['openai/y']), mainModel: 'anthropic/x' };
    expect(keysOf(resolveProviders(given, 'one', { OPENAI_API_KEY: 'two' }))).toEqual({
      anthropic: 'one',
      openai: 'two',
    });
  });

  it('are asked for by the key of the file that names the model', () => {
    const { modelsOf } = of(['opencode/free']);
    const given = { ...settings, modelsOf: { ...modelsOf, advisor: ['openai/y'] }, mainModel: 'opencode/free' };
    expect(failureOf(() => resolveProviders(given, '', {})).message).toContain('`roles.advisor.model` “openai/y”');
  });

  it('never go to the address of another provider', () => {
    const given = { ...of(['acme/x'], ['openai/y']), baseUrl: 'http://127.0.0.1:1/v1' };
    const { all } = resolveProviders(given, '', { OPENAI_API_KEY: 'two' });
    expect(all.find(({ id }) => id === 'openai')?.baseUrl).toBeNull();
    expect(all.find(({ id }) => id === 'acme')?.baseUrl).toBe('http://127.0.0.1:1/v1');
  });
});
