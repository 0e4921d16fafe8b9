import { Failure } from '../failure.ts';
import type { Check } from './check.ts';

/** The checks that a command asked for by name, in the order in which they run; null asks for all. Throws `bad-input`. */
export function chooseChecks(checks: readonly Check[], names: readonly string[] | null): readonly Check[] {
  if (names === null) return checks;
  const unknown = names.filter((name) => !checks.some((check) => isCalled(check, name)));
  if (unknown.length === 0) return checks.filter((check) => names.some((name) => isCalled(check, name)));
  const all = checks.map(({ name }) => `“${name}”`).join(', ');
  throw new Failure(
    'bad-input',
    `\`--checks\` names ${unknown.map((name) => `“${name}”`).join(', ')}, which no check is called.`,
    {
      hint:
        checks.length === 0
          ? 'The project has no check that Patchwright could find; leave the option out, or configure `checks`.'
          : `The checks are ${all}; name one or several of them, separated by commas.`,
    },
  );
}

function isCalled({ name }: Check, wanted: string): boolean {
  return name.toLowerCase() === wanted.trim().toLowerCase();
}
