import type { Role } from '../agent/agent.ts';
import type { FileKey } from './file-schema.ts';
import { CONFIG_PATH, type ConfigFile } from './file.ts';
import { INPUTS, type InputDefinition, type Inputs } from './inputs.ts';
import { lines } from './list.ts';
import { chosenModels, instructionsOf, modelsOfRoles, type ModelsOf } from './roles.ts';
import { readAddress, readAmount, readCount, readDomains, readWord, type LEAST, type Given } from './values.ts';

/** What a run goes by: command option over input over file over default. */
export type Settings = Readonly<{
  /** `provider/model` of each role, tried in order; none is OpenCode's own default. */
  modelsOf: ModelsOf;
  /** The coder's, the planner's and the reviewer's of `modelsOf`. */
  models: readonly string[];
  planModels: readonly string[];
  reviewModels: readonly string[];
  /** The first of `model` whatever the command chose: `api-key` and `base-url` are for its provider. */
  mainModel: string | null;
  baseUrl: string | null;
  /** Lines; null is "find it". */
  setup: Given | null;
  checks: Given | null;
  /** Names of the checks that the command asked for; null is all of them. */
  chosenChecks: readonly string[] | null;
  scope: readonly string[];
  /** Null is the built-in list. */
  protectedPaths: readonly string[] | null;
  plan: 'auto' | 'always' | 'never';
  /** What waits for a person's word before it is done. */
  approval: 'none' | 'plan';
  maxFixRounds: number;
  maxTurns: number;
  /** Steps of a plan at the same time. */
  maxParallel: number;
  /** Money in US dollars, tokens and model requests of the whole run. */
  budget: Readonly<{ cost: number; tokens: number; requests: number }>;
  /** Milliseconds of the whole run. */
  maxDuration: number;
  /** Milliseconds of silence in a turn. */
  idleTimeout: number;
  maxChangedFiles: number;
  maxChangedBytes: number;
  draft: 'auto' | 'always' | 'never';
  /** Labels of the pull requests that Patchwright opens. */
  labels: readonly string[];
  /** Every model exchange is kept in the run record. */
  record: boolean;
  /** What confines the agent, setup and checks; `auto` is the strongest that works. */
  sandbox: 'auto' | 'bubblewrap' | 'user' | 'none';
  /** What they reach: the model and the allowed domains, or everything that the runner reaches. */
  network: 'auto' | 'gateway' | 'open';
  /** As they were given; `registries` stands for a list of its own. */
  allowedDomains: readonly string[];
  transport: 'auto' | 'serve' | 'run';
  opencodePath: string | null;
  instructions: Readonly<Record<Role, string>>;
}>;

/** Options of the command that started the run; they only lower limits and choose among what is configured. */
type Options = Readonly<{ model?: string; maxFixRounds?: number; maxCost?: number; checks?: readonly string[] }>;

/** One clear `bad-input` Failure for the first value that cannot be used. */
export function resolveSettings(given: { inputs: Inputs; file: ConfigFile; options: Options }): Settings {
  const { inputs, file, options } = given;
  const pick = (name: FileKey): Given => pickGiven(name, inputs, file);
  const named = <Name extends FileKey>(name: Name) => ({ name, given: pick(name) });
  const count = (name: keyof typeof LEAST): number => readCount(named(name));
  const configured = modelsOfRoles(file, pick);
  readWord(named('opencode-version'));
  const models = chosenModels(options.model, configured);
  const maxFixRounds = count('max-fix-rounds');
  const maxCost = readAmount(named('max-cost'));
  return {
    modelsOf: { ...configured, coder: models },
    models,
    planModels: configured.planner,
    reviewModels: configured.reviewer,
    mainModel: configured.coder[0] ?? null,
    baseUrl: readAddress(named('base-url')),
    setup: orNull(pick('setup')),
    checks: orNull(pick('checks')),
    chosenChecks: options.checks ?? null,
    scope: lines(pick('scope').text),
    protectedPaths: pick('protected-paths').text === '' ? null : lines(pick('protected-paths').text),
    plan: readWord(named('plan')),
    approval: readWord(named('approval')),
    maxFixRounds: Math.min(maxFixRounds, options.maxFixRounds ?? maxFixRounds),
    maxTurns: count('max-turns'),
    maxParallel: count('max-parallel'),
    budget: {
      cost: Math.min(maxCost, options.maxCost ?? maxCost),
      tokens: count('max-tokens'),
      requests: count('max-requests'),
    },
    maxDuration: count('max-minutes') * 60_000,
    idleTimeout: count('idle-timeout') * 1000,
    maxChangedFiles: count('max-changed-files'),
    maxChangedBytes: count('max-changed-kilobytes') * 1024,
    draft: readWord(named('draft')),
    labels: file.labels ?? [],
    record: readWord(named('record')) === 'true',
    sandbox: readWord(named('sandbox')),
    network: readWord(named('network')),
    allowedDomains: readDomains(named('allowed-domains')),
    transport: readWord(named('opencode-transport')),
    opencodePath: orNull(pick('opencode-path'))?.text ?? null,
    instructions: instructionsOf(file),
  };
}

/** An input that differs from its default was given; only then it goes before the file. */
function pickGiven(name: FileKey, inputs: Inputs, file: ConfigFile): Given {
  const definition: InputDefinition = INPUTS[name];
  const input = inputs[name];
  const inFile = file[name];
  if (inFile === undefined || (input !== '' && input !== definition.default)) {
    return { text: input, source: `input \`${name}\`` };
  }
  return { text: inFile.trim(), source: CONFIG_PATH };
}

function orNull(given: Given): Given | null {
  return given.text === '' ? null : given;
}
