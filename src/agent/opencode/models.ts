import { OPENCODE_VERSION } from '../../config/opencode-version.ts';
import { PROVIDER_KEYS } from '../../config/providers.ts';
import { Failure } from '../../failure.ts';
import type { ModelInfo, Price } from '../agent.ts';

/** The models that OpenCode offers. */
export type Catalogue = Readonly<{
  models: ReadonlyMap<string, ModelInfo>;
  /** What OpenCode would take by itself, null when there is nothing. */
  standard: string | null;
}>;

/** What OpenCode's lists say of a model, as far as it is needed here. */
type Listed = Readonly<{
  api?: Readonly<{ id?: string }>;
  cost?: ListedCost;
  limit?: Readonly<{ context?: number; output?: number }>;
  capabilities?: Readonly<{ input?: Readonly<{ image?: boolean }> }>;
  options?: Readonly<Record<string, unknown>>;
}>;
type ListedPrice = Readonly<{ input: number; output: number; cache?: Readonly<{ read?: number; write?: number }> }>;
type ListedCost = ListedPrice &
  Readonly<{
    tiers?: readonly (ListedPrice & Readonly<{ tier: Readonly<{ size: number }> }>)[];
    experimentalOver200K?: ListedPrice;
  }>;

/** A model of OpenCode's list. */
export function modelInfo(name: string, { api, cost, limit, options, capabilities }: Listed): ModelInfo {
  const [provider = '', ...rest] = name.split('/');
  return {
    name,
    sentAs: `${provider}/${api?.id ?? rest.join('/')}`,
    dearer: DEARER.some((option) => options?.[option] !== undefined),
    sees: capabilities?.input?.image ?? false,
    ...pricesOf(name, cost),
    context: limitOf(limit?.context),
    maxOutput: limitOf(limit?.output),
  };
}

/** Zero stands for "not known". */
function limitOf(limit: number | undefined): number | null {
  return limit === undefined || limit === 0 ? null : limit;
}

/** Zero stands for "not known" in the list, but for the models that OpenCode itself gives away. */
function pricesOf(name: string, cost: ListedCost | undefined): Pick<ModelInfo, 'price' | 'longPrices'> {
  const free = name.startsWith('opencode/') && name.endsWith('-free');
  if (cost === undefined || !(free || cost.input > 0 || cost.output > 0)) return { price: null, longPrices: [] };
  const tiers = (cost.tiers ?? [])
    .toSorted((left, right) => right.tier.size - left.tier.size)
    .map((tier) => ({ above: tier.tier.size, price: priceOf(tier) }));
  const long = cost.experimentalOver200K;
  const last = long === undefined ? [] : [{ above: 200_000, price: priceOf(long) }];
  return { price: priceOf(cost), longPrices: [...tiers, ...last] };
}

/** Options by which a list's entry differs from the plain model: a faster queue, more thinking. */
const DEARER = ['serviceTier', 'speed', 'reasoningMode'];

function priceOf({ input, output, cache }: ListedPrice): Price {
  return { input, output, cacheRead: cache?.read ?? 0, cacheWrite: cache?.write ?? 0 };
}

/** The model by its full name, or a Failure that names the ones it may have been meant to be. */
export function findModel(model: string | null, catalogue: Catalogue, input = 'model'): ModelInfo {
  const wanted = model ?? catalogue.standard;
  const found = wanted === null ? undefined : catalogue.models.get(wanted);
  if (found?.dearer === true) {
    throw new Failure('bad-input', `\`${input}\` is “${found.name}”, a dearer service of “${found.sentAs}”.`, {
      hint: `Set \`${input}\` to \`${found.sentAs}\`; the gateway does not let requests through that cost more than the model’s own price.`,
    });
  }
  if (found !== undefined) return found;
  if (wanted === null) {
    throw new Failure(
      'model-not-found',
      `\`${input}\` is empty and OpenCode has no default for the keys that were given.`,
      {
        hint: `Set \`${input}\` to \`provider/model\`.`,
      },
    );
  }
  throw new Failure(
    'model-not-found',
    `\`${input}\` is “${wanted}”, which OpenCode ${OPENCODE_VERSION} does not know.`,
    {
      hint: hintFor(wanted, catalogue),
    },
  );
}

function hintFor(wanted: string, catalogue: Catalogue): string {
  const provider = wanted.split('/')[0] ?? '';
  const siblings = [...catalogue.models.keys()].filter((name) => name.startsWith(`${provider}/`));
  if (siblings.length === 0) {
    const known = Object.keys(PROVIDER_KEYS).join(', ');
    return `Use a provider of ${known}, with its key, or set \`base-url\` to an OpenAI-compatible endpoint.`;
  }
  return `Did you mean ${nearest(wanted, siblings).join(' or ')}?`;
}

function nearest(wanted: string, names: readonly string[]): readonly string[] {
  const byLikeness = names.toSorted((left, right) => likeness(right, wanted) - likeness(left, wanted));
  return byLikeness.slice(0, 3);
}

/** Share of common pairs of neighbouring letters (Sørensen–Dice), 0 to 1. */
function likeness(left: string, right: string): number {
  const pairs = (text: string): Set<string> =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, start) => text.slice(start, start + 2)));
  const [one, other] = [pairs(left.toLowerCase()), pairs(right.toLowerCase())];
  return (2 * one.intersection(other).size) / (one.size + other.size);
}
