import { Failure } from '../failure.ts';
import { refusedProvider } from '../gateway/providers.ts';
import { PROVIDER_KEYS, isKnownProvider } from './providers.ts';
import { MODEL_INPUT, type ModelsOf } from './roles.ts';
import type { Settings } from './settings.ts';

/** A provider that models of this run may be asked from. */
export type ModelProvider = Readonly<{
  id: string;
  /** The `base-url` input where it counts for this provider; null is the provider's own address. */
  baseUrl: string | null;
  key: string | null;
}>;

export type ModelProviders = Readonly<{
  all: readonly ModelProvider[];
  /** Whose standard model is taken where none is named; null when there is no key at all. */
  preferred: string | null;
}>;

type Models = Pick<Settings, 'modelsOf' | 'mainModel' | 'baseUrl'>;

/** OpenCode's own provider: its free models need no key. */
const FREE = 'opencode';

/**
 * The providers of the configured models with their keys: the `api-key` input for the provider of `model`, the usual
 * variables for every other. Read after the gate alone. A model that no key reaches is a `bad-input` Failure.
 */
export function resolveProviders(
  settings: Models,
  apiKey: string,
  environment: Readonly<Record<string, string | undefined>>,
): ModelProviders {
  const keys = keysIn(environment);
  const main = settings.mainModel === null ? null : providerOf(settings.mainModel);
  if (apiKey !== '' && main === null) {
    throw new Failure('bad-input', '`api-key` is set without `model`, so it is not known whose key it is.', {
      hint: 'Set `model` to `provider/model`, or give the key as the provider’s own variable in `env`.',
    });
  }
  if (apiKey !== '' && main !== null) keys.set(main, apiKey);
  demandReach(settings, keys);
  const ids = new Set([...Object.values(settings.modelsOf).flat().map(providerOf), ...keys.keys(), FREE]);
  return {
    all: [...ids].map((id) => ({
      id,
      baseUrl: isBehindBaseUrl(id, settings) ? settings.baseUrl : null,
      key: keys.get(id) ?? null,
    })),
    preferred: [...keys.keys()][0] ?? null,
  };
}

function keysIn(environment: Readonly<Record<string, string | undefined>>): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [provider, variables] of Object.entries(PROVIDER_KEYS)) {
    const value = variables.map((name) => environment[name]).find((key) => key !== undefined && key !== '');
    if (value !== undefined) keys.set(provider, value);
  }
  return keys;
}

/** `base-url` is the address of the provider of `model`, and of every one that OpenCode does not know by itself. */
function isBehindBaseUrl(id: string, { mainModel }: Models): boolean {
  return id === providerOf(mainModel ?? '') || (!isKnownProvider(id) && id !== FREE);
}

/** Provider id of `provider/model`. */
function providerOf(model: string): string {
  return model.split('/')[0] ?? '';
}

function demandReach(settings: Models, keys: ReadonlyMap<string, string>): void {
  const named = namedModels(settings.modelsOf);
  for (const { input, model } of named) {
    // A local endpoint often wants no key, and a proxy before a provider may bear that provider's name.
    if (settings.baseUrl !== null && isBehindBaseUrl(providerOf(model), settings)) continue;
    demandPassable(input, model);
    demandKey(input, model, keys);
  }
  if (named.length > 0 || keys.size > 0 || settings.baseUrl !== null) return;
  throw new Failure('bad-input', '`api-key` is missing: no key of any provider was given.', {
    hint: `Set \`api-key\` and \`model\`, or one of ${variableNames()} in the step’s \`env\`.`,
  });
}

/** Each model once, under the name of the first place that names it. */
function namedModels(modelsOf: ModelsOf): readonly Readonly<{ input: string; model: string }>[] {
  const places = new Map<string, string>();
  const name = (models: readonly string[], place: string): void => {
    for (const model of models) if (!places.has(model)) places.set(model, place);
  };
  for (const role of ['coder', 'planner', 'reviewer'] as const) name(modelsOf[role], MODEL_INPUT[role]);
  for (const role of ['searcher', 'advisor'] as const) name(modelsOf[role], `roles.${role}.model`);
  return [...places].map(([model, input]) => ({ input, model }));
}

/** The budget holds because every request passes the gateway; a provider that it cannot serve is not served. */
function demandPassable(input: string, model: string): void {
  const wayRound = refusedProvider(providerOf(model));
  if (wayRound === null) return;
  throw new Failure('bad-input', `\`${input}\` is “${model}”, whose provider signs requests in a way of its own.`, {
    hint: wayRound,
  });
}

function demandKey(input: string, model: string, keys: ReadonlyMap<string, string>): void {
  const provider = providerOf(model);
  if (provider === FREE || keys.has(provider)) return;
  const variables = isKnownProvider(provider) ? PROVIDER_KEYS[provider].join(' or ') : null;
  throw new Failure('bad-input', `\`api-key\` is missing for \`${input}\` “${model}”.`, {
    hint:
      variables === null
        ? `The provider “${provider}” is not one of ${Object.keys(PROVIDER_KEYS).join(', ')}: set \`base-url\` to its OpenAI-compatible endpoint.`
        : `Set the \`api-key\` input or ${variables} in the step’s \`env\`, from a repository secret.`,
  });
}

function variableNames(): string {
  return Object.values(PROVIDER_KEYS)
    .map(([first]) => first)
    .join(', ');
}
