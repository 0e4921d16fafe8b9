import { describe, expect, it } from 'vitest';
import type { FileKey } from '../../src/config/file-schema.ts';
import { parseConfigFile } from '../../src/config/file.ts';
import { readInputs } from '../../src/config/inputs.ts';
import { resolveSettings, type Settings } from '../../src/config/settings.ts';
import { asFailure } from '../../src/failure.ts';

const resolve = (inputs: Readonly<Record<string, string>>, file = '', options = {}): Settings =>
  resolveSettings({
    inputs: readInputs(
      Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ),
    file: parseConfigFile(file),
    options,
  });

/** A setting: how it is read, its default, and another value for the file and for the input with what they come to. */
type Row = Readonly<{
  of: (settings: Settings) => unknown;
  default: unknown;
  file: readonly [written: string, meant: unknown];
  input: readonly [written: string, meant: unknown];
}>;

/** A key that is missing here is an error of types; `opencode-version` has one value alone. */
const ROWS: Readonly<Record<Exclude<FileKey, 'opencode-version'>, Row>> = {
  model: { of: (s) => s.models, default: [], file: ['a/f, b/f', ['a/f', 'b/f']], input: ['a/i', ['a/i']] },
  'plan-model': { of: (s) => s.planModels, default: [], file: ['[a/f, b/f]', ['a/f', 'b/f']], input: ['a/i', ['a/i']] },
  'review-model': { of: (s) => s.reviewModels, default: [], file: ['a/f', ['a/f']], input: ['a/i', ['a/i']] },
  'base-url': {
    of: (s) => s.baseUrl,
    default: null,
    file: ['https://file.test/v1/', 'https://file.test/v1'],
    input: ['https://input.test/v1', 'https://input.test/v1'],
  },
  setup: {
    of: (s) => s.setup?.text,
    default: undefined,
    file: ['[make, make all]', 'make\nmake all'],
    input: ['x', 'x'],
  },
  checks: { of: (s) => s.checks?.text, default: undefined, file: ['{a: b}', 'a: b'], input: ['c: d', 'c: d'] },
  scope: { of: (s) => s.scope, default: [], file: ['[src/**]', ['src/**']], input: ['lib/**', ['lib/**']] },
  'protected-paths': { of: (s) => s.protectedPaths, default: null, file: ['[a, b]', ['a', 'b']], input: ['c', ['c']] },
  plan: { of: (s) => s.plan, default: 'auto', file: ['never', 'never'], input: ['always', 'always'] },
  approval: { of: (s) => s.approval, default: 'none', file: ['plan', 'plan'], input: ['plan', 'plan'] },
  'max-fix-rounds': { of: (s) => s.maxFixRounds, default: 3, file: ['5', 5], input: ['4', 4] },
  'max-turns': { of: (s) => s.maxTurns, default: 100, file: ['50', 50], input: ['40', 40] },
  'max-parallel': { of: (s) => s.maxParallel, default: 2, file: ['"5"', 5], input: ['4', 4] },
  'max-cost': { of: (s) => s.budget.cost, default: 5, file: ['2.5', 2.5], input: ['1.25', 1.25] },
  'max-tokens': { of: (s) => s.budget.tokens, default: 2_000_000, file: ['500', 500], input: ['400', 400] },
  'max-requests': { of: (s) => s.budget.requests, default: 500, file: ['50', 50], input: ['40', 40] },
  'max-minutes': { of: (s) => s.maxDuration, default: 2_700_000, file: ['5', 300_000], input: ['4', 240_000] },
  'idle-timeout': { of: (s) => s.idleTimeout, default: 180_000, file: ['50', 50_000], input: ['40', 40_000] },
  'max-changed-files': { of: (s) => s.maxChangedFiles, default: 100, file: ['5', 5], input: ['4', 4] },
  'max-changed-kilobytes': { of: (s) => s.maxChangedBytes, default: 4_194_304, file: ['2', 2048], input: ['1', 1024] },
  draft: { of: (s) => s.draft, default: 'auto', file: ['never', 'never'], input: ['always', 'always'] },
  record: { of: (s) => s.record, default: false, file: ['true', true], input: ['true', true] },
  sandbox: { of: (s) => s.sandbox, default: 'auto', file: ['user', 'user'], input: ['bubblewrap', 'bubblewrap'] },
  network: { of: (s) => s.network, default: 'auto', file: ['open', 'open'], input: ['gateway', 'gateway'] },
  'allowed-domains': {
    of: (s) => s.allowedDomains,
    default: ['registries'],
    file: ['[a.test, "*.b.test"]', ['a.test', '*.b.test']],
    input: ['registries, c.test:8443', ['registries', 'c.test:8443']],
  },
  'opencode-transport': { of: (s) => s.transport, default: 'auto', file: ['run', 'run'], input: ['serve', 'serve'] },
  'opencode-path': {
    of: (s) => s.opencodePath,
    default: null,
    file: ['/opt/f', '/opt/f'],
    input: ['/opt/i', '/opt/i'],
  },
};

describe.each(Object.entries(ROWS))('%s', (key, row) => {
  it('has its default where nobody says anything', () => {
    expect(row.of(resolve({}))).toEqual(row.default);
  });

  it('is taken from the file before the default', () => {
    expect(row.of(resolve({}, `${key}: ${row.file[0]}`))).toEqual(row.file[1]);
  });

  it('is taken from the input before the file', () => {
    expect(row.of(resolve({ [key]: row.input[0] }, `${key}: ${row.file[0]}`))).toEqual(row.input[1]);
  });
});

describe('an option of the command', () => {
  const given = { 'max-fix-rounds': '4', 'max-cost': '4', model: 'a/one, a/two' };

  it('goes before input and file', () => {
    const settings = resolve(given, 'max-fix-rounds: 5', { maxFixRounds: 2, maxCost: 1, model: 'a/two' });
    expect([settings.maxFixRounds, settings.budget.cost, settings.models]).toEqual([2, 1, ['a/two']]);
  });

  it('raises no limit', () => {
    const settings = resolve(given, '', { maxFixRounds: 9, maxCost: 9 });
    expect([settings.maxFixRounds, settings.budget.cost]).toEqual([4, 4]);
  });

  it('chooses among the models of all roles and no others', () => {
    const file = 'roles: { advisor: { model: b/deep } }';
    expect(resolve(given, file, { model: 'b/deep' }).modelsOf.coder).toEqual(['b/deep']);
    expect(() => resolve(given, file, { model: 'b/other' })).toThrow('`--model b/other`');
  });

  it('leaves the models of the other roles and the provider of `api-key` as they are', () => {
    const settings = resolve({ model: 'a/one', 'review-model': 'b/two' }, '', { model: 'b/two' });
    expect(settings.modelsOf).toMatchObject({ coder: ['b/two'], planner: ['a/one'], reviewer: ['b/two'] });
    expect(settings.mainModel).toBe('a/one');
  });

  it('names the checks that are wanted', () => {
    expect(resolve({}).chosenChecks).toBeNull();
    expect(resolve({}, '', { checks: ['test'] }).chosenChecks).toEqual(['test']);
  });
});

describe('models of the roles', () => {
  const file = `
    model: file/coder
    plan-model: file/plan
    review-model: file/review
    roles:
      planner: { model: role/planner }
      searcher: { model: role/searcher }
      coder: { model: role/coder }
      reviewer: { model: role/reviewer }
      advisor: { model: role/advisor }`;

  it('come from `model` where nothing else is said', () => {
    const all = ['a/one'];
    expect(resolve({ model: 'a/one' }).modelsOf).toEqual({
      planner: all,
      searcher: all,
      coder: all,
      reviewer: all,
      advisor: all,
    });
  });

  it('come from `roles` before the other keys of the file', () => {
    expect(resolve({}, file).modelsOf).toEqual({
      planner: ['role/planner'],
      searcher: ['role/searcher'],
      coder: ['role/coder'],
      reviewer: ['role/reviewer'],
      advisor: ['role/advisor'],
    });
  });

  it('come from an input that is named for the role before the file', () => {
    const inputs = { model: 'in/coder', 'plan-model': 'in/plan', 'review-model': 'in/review' };
    expect(resolve(inputs, file).modelsOf).toEqual({
      planner: ['in/plan'],
      searcher: ['role/searcher'],
      coder: ['in/coder'],
      reviewer: ['in/review'],
      advisor: ['role/advisor'],
    });
  });

  it('are the reviewer’s for the advisor and those of `plan-model` for the searcher', () => {
    const settings = resolve({ model: 'a/one', 'plan-model': 'a/plan' }, 'roles: { reviewer: { model: a/review } }');
    expect(settings.modelsOf.advisor).toEqual(['a/review']);
    expect(settings.modelsOf.searcher).toEqual(['a/plan']);
  });
});

it('instructions reach the role that they are for', () => {
  const { instructions } = resolve(
    {},
    'roles: { planner: { instructions: Small steps. }, advisor: { instructions: No. } }',
  );
  expect(instructions).toEqual({ planner: 'Small steps.', searcher: '', coder: '', reviewer: '', advisor: 'No.' });
});

it('labels come from the file', () => {
  expect(resolve({}).labels).toEqual([]);
  expect(resolve({}, 'labels: [automated, needs review]').labels).toEqual(['automated', 'needs review']);
});

it('an input with its default value counts as not given, because the runner hands over defaults too', () => {
  expect(resolve({ 'max-fix-rounds': '3' }, 'max-fix-rounds: 5').maxFixRounds).toBe(5);
});

it('a wrong value of the file is told with the file as its place', () => {
  let told = '';
  try {
    resolve({}, 'max-turns: "0"');
  } catch (error) {
    told = asFailure(error).message;
  }
  expect(told).toBe('`max-turns` is “0” (.github/opencode.yml), not a whole number of at least 1.');
});
