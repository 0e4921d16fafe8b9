import { Failure } from '../failure.ts';
import { PROVIDER_KEYS, isKnownProvider } from './providers.ts';
import type { Settings } from './settings.ts';

/** Keys by provider id. */
export type ModelKeys = Readonly<Record<string, string>>;

/**
 * The keys for the configured models: the `api-key` input for the provider of `model`, the usual variables for every
 * other. Read after the gate alone. A model that no key reaches is a `bad-input` Failure.
 */
export function resolveKeys(
  settings: Pick<Settings, 'model' | 'reviewModel' | 'baseUrl'>,
  apiKey: string,
  environment: Readonly<Record<string, string | undefined>>,
): ModelKeys {
  const keys: Record<string, string> = {};
  for (const [provider, variables] of Object.entries(PROVIDER_KEYS)) {
    const value = variables.map((name) => environment[name]).find((key) => key !== undefined && key !== '');
    if (value !== undefined) keys[provider] = value;
  }
  const main = providerOf(settings.model);
  if (apiKey !== '' && main === null) {
    throw new Failure('bad-input', '`api-key` is set without `model`, so it is not known whose key it is.', {
      hint: 'Set `model` to `provider/model`, or give the key as the provider’s own variable in `env`.',
    });
  }
  if (apiKey !== '' && main !== null) keys[main] = apiKey;
  // A local endpoint often wants no key.
  if (settings.baseUrl === null) {
    demandKey('model', settings.model, keys);
    demandKey('review-model', settings.reviewModel, keys);
  }
  return keys;
}

/** Provider id of `provider/model`. */
function providerOf(model: string | null): string | null {
  return model === null ? null : (model.split('/')[0] ?? null);
}

function demandKey(input: string, model: string | null, keys: ModelKeys): void {
  const provider = providerOf(model);
  // OpenCode's own free models need no key.
  if (provider === 'opencode') return;
  if (provider === null) {
    if (Object.keys(keys).length > 0) return;
    throw new Failure('bad-input', '`api-key` is missing: no key of any provider was given.', {
      hint: `Set \`api-key\` and \`model\`, or one of ${variableNames()} in the step’s \`env\`.`,
    });
  }
  if (keys[provider] !== undefined) return;
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
