import type { Role } from '../agent/agent.ts';
import { Failure } from '../failure.ts';
import { CONFIG_PATH, type ConfigFile } from './file.ts';
import type { InputName } from './inputs.ts';
import { readModels, type Given } from './values.ts';

/** `provider/model` of each role, tried in order; none is OpenCode's own default. */
export type ModelsOf = Readonly<Record<Role, readonly string[]>>;

type ModelInput = Extract<InputName, 'model' | 'plan-model' | 'review-model'>;

/** The input that names the model of a role. */
export const MODEL_INPUT: Readonly<Record<Role, ModelInput>> = {
  coder: 'model',
  planner: 'plan-model',
  searcher: 'plan-model',
  reviewer: 'review-model',
  advisor: 'review-model',
};

/** Roles that an input is named for: it says the same as `roles.<role>.model`, and goes before it as any input does. */
const NAMED_BY_INPUT: ReadonlySet<Role> = new Set(['coder', 'planner', 'reviewer']);

/**
 * The models of every role, before a command's option: what the file says of the role itself, then the input that serves
 * it, then `model`. The advisor takes the reviewer's.
 */
export function modelsOfRoles(file: ConfigFile, pick: (name: ModelInput) => Given): ModelsOf {
  const configured = (role: Role): readonly string[] => {
    const input = MODEL_INPUT[role];
    const given = pick(input);
    const own = file.roles?.[role]?.model?.trim() ?? '';
    const isFromInput = given.text !== '' && given.source !== CONFIG_PATH;
    if (own === '' || (isFromInput && NAMED_BY_INPUT.has(role))) return readModels(given, input);
    return readModels({ text: own, source: CONFIG_PATH }, `roles.${role}.model`);
  };
  const coder = configured('coder');
  const reviewer = firstGiven(configured('reviewer'), coder);
  const ownAdvisor = file.roles?.advisor?.model === undefined ? [] : configured('advisor');
  return {
    coder,
    planner: firstGiven(configured('planner'), coder),
    searcher: firstGiven(configured('searcher'), coder),
    reviewer,
    advisor: firstGiven(ownAdvisor, reviewer),
  };
}

/** The coder's models with the one that a command's option chose. Throws `bad-input` for one that nobody configured. */
export function chosenModels(wanted: string | undefined, configured: ModelsOf): readonly string[] {
  if (wanted === undefined) return configured.coder;
  const choices = [...new Set(Object.values(configured).flat())];
  if (choices.includes(wanted)) return [wanted];
  throw new Failure('bad-input', `\`--model ${wanted}\` is not among the configured models.`, {
    hint:
      choices.length === 0 ? 'No model is configured; leave the option out.' : `Choose one of: ${choices.join(', ')}.`,
  });
}

/** What the file tells each role besides its own instructions, empty where it says nothing. */
export function instructionsOf({ roles }: ConfigFile): Readonly<Record<Role, string>> {
  const of = (role: Role): string => roles?.[role]?.instructions?.trim() ?? '';
  return {
    planner: of('planner'),
    searcher: of('searcher'),
    coder: of('coder'),
    reviewer: of('reviewer'),
    advisor: of('advisor'),
  };
}

function firstGiven(own: readonly string[], otherwise: readonly string[]): readonly string[] {
  return own.length === 0 ? otherwise : own;
}
