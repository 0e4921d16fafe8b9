import { askForData, type Read } from '../agent/ask.ts';
import type { Conversation } from '../agent/conversation.ts';
import { fromMaintainers } from '../agent/prompts/maintainers.ts';
import { quoteName, quotePlain } from '../text/quote.ts';
import { fillTemplate } from '../text/template.ts';
import { planSchema, readPlan } from './answer.ts';
import type { Plan } from './plan.ts';
import { BEFORE, CONTRACT, PLAN, REPAIR, SPLIT } from './prompts/plan.ts';
import { presentFiles } from './relevance.ts';
import { validatePlan, type Bounds } from './validate.ts';

export type PlanOptions = Readonly<{
  conversation: Conversation;
  /** The task file. */
  task: string;
  boundary: string;
  bounds: Bounds;
  /** Every file of the tree that the plan is made for. */
  files: readonly string[];
  /** The project's check commands. */
  checks: readonly string[];
  /** What the repository's maintainers tell every planner, empty when nothing. */
  instructions: string;
  /** The task is too long for one step. */
  mustSplit: boolean;
  /** What earlier runs came to and what a person says about it, empty when nothing. */
  story: string;
  /** Tree digest of what the planner looks at, as it is now. */
  digest: () => Promise<string>;
  onActivity: (what: string) => void;
}>;

export type Planned =
  | Readonly<{
      kind: 'plan';
      plan: Plan;
      /** What people should know of how it came about, a sentence each. */
      notes: readonly string[];
    }>
  /** No plan came about, which says nothing about the task: it can be done as one step. */
  | Readonly<{ kind: 'none'; because: string }>
  /** The planner insists on a plan that cannot be worked by. */
  | Readonly<{ kind: 'refused'; because: string }>;

/** Tokens of the list of files. */
const FILES_BUDGET = 8000;

/**
 * One turn of the planner, and one request to mend what it gave. The plan of a planner that wrote to the tree does not
 * count.
 */
export async function makePlan(options: PlanOptions): Promise<Planned> {
  const before = await options.digest();
  const { conversation, onActivity } = options;
  const schema = planSchema();
  let answers = 0;
  const asked = await askForData({
    conversation,
    purpose: { phase: 'plan', round: 0 },
    prompt: planPrompt(options),
    schema,
    read: (value) => read(value, options, (answers += 1) > 1),
    repair: (problems) => fillTemplate(REPAIR, { problems, schema: JSON.stringify(schema) }),
    onActivity,
  });
  if ((await options.digest()) !== before)
    return { kind: 'none', because: 'The planner changed the files that it looked at.' };
  switch (asked.kind) {
    case 'answer':
      return { kind: 'plan', plan: asked.value, notes: notesOn(asked.value, asked.recovered, options) };
    case 'none':
      return { kind: 'none', because: `The plan did not come about (${asked.because}).` };
    case 'invalid':
      return asked.readable
        ? { kind: 'refused', because: `The plan could not be worked by, twice over:\n${asked.problem}` }
        : { kind: 'none', because: `The planner’s answer could not be read, twice over: ${asked.problem}` };
    default:
      return asked satisfies never;
  }
}

/** A planner that holds the task for one step although it is long is asked once, and not contradicted again. */
function read(value: unknown, { bounds, files, mustSplit }: PlanOptions, isAgain: boolean): Read<Plan> {
  const plan = readPlan(value);
  if (plan.kind === 'invalid') return plan;
  const problems = [
    ...validatePlan(plan.value, bounds, files),
    ...(mustSplit && !isAgain && plan.value.steps.length === 1 ? ['The task is too long to be one step.'] : []),
  ];
  if (problems.length === 0) return plan;
  return { kind: 'invalid', readable: true, problem: problems.map((problem) => `- ${problem}`).join('\n') };
}

function notesOn(plan: Plan, recovered: string | null, { mustSplit }: PlanOptions): readonly string[] {
  return [
    ...(recovered === null ? [] : [`The plan was there although its turn was ended (${recovered}); it was recovered.`]),
    ...(mustSplit && plan.steps.length === 1 ? ['The task is long, and the planner keeps it as one step.'] : []),
  ];
}

function planPrompt(options: PlanOptions): string {
  return fillTemplate(PLAN, {
    boundary: options.boundary,
    instructions: fromMaintainers(options.instructions),
    checks:
      options.checks.length > 0
        ? options.checks.map((check) => `- ${quoteName(check, options.boundary)}`).join('\n')
        : 'None were found.',
    files: quotePlain(
      presentFiles(options.files, options.task, FILES_BUDGET),
      'paths of the repository',
      options.boundary,
    ),
    task: options.task,
    before: options.story === '' ? '' : fillTemplate(BEFORE, { story: options.story }),
    split: options.mustSplit ? SPLIT : '',
    contract: CONTRACT,
  });
}
