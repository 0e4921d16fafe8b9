import { PROVIDER_KEYS } from '../../config/providers.ts';
import { Failure } from '../../failure.ts';
import { OPENCODE_VERSION } from './release.ts';

/** The models that a server offers. */
export type Catalogue = Readonly<{
  models: ReadonlyMap<string, Readonly<{ priced: boolean }>>;
  /** What OpenCode would take by itself, null when there is nothing. */
  standard: string | null;
}>;

/** The model by its full name, or a Failure that names the ones it may have been meant to be. */
export function resolveModel(model: string | null, catalogue: Catalogue, input = 'model'): string {
  const wanted = model ?? catalogue.standard;
  if (wanted !== null && catalogue.models.has(wanted)) return wanted;
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
