import { codeSpan } from '../text/markdown.ts';
import { shorten } from '../text/neutral.ts';
import { fitContext } from './budget.ts';
import { chooseFeature } from './document/choose-feature.ts';
import type { Feature, PlanDocument } from './document/document.ts';
import { readFeature, type Reading } from './document/fallbacks.ts';
import { readIssue, readPlan } from './document/parse-document.ts';
import { unfinishedPrerequisites } from './document/prerequisites.ts';
import { filesOf } from './files-of.ts';
import { bodyOf, contextOf, titleOf } from './given-texts.ts';
import type { TaskOptions } from './task-options.ts';
import type { Task } from './task.ts';

export type BuiltTask =
  | Readonly<{ kind: 'task'; task: Task; notes: readonly string[] }>
  /** It cannot be told what is meant; the reply is safe Markdown. */
  | Readonly<{ kind: 'question'; reply: string }>;

const CONTEXT_TOKENS = 30_000;
const AT_MOST = { changes: 40, acceptance: 20, standard: 10, steps: 15, characters: 500 } as const;

/** The task of an invocation, first revision: from the texts and the settings alone, before any model is called. */
export function buildTask(options: TaskOptions): BuiltTask {
  const { invocation, document: given = null } = options;
  const asked = titleOf(invocation);
  const document = given === null ? readIssue(bodyOf(invocation), asked) : readPlan(given.text, given.path);
  const choice = chooseFeature(document, given?.feature ?? null);
  if (choice.kind === 'question') return choice;
  const { feature } = choice;
  const reading = readFeature(feature);
  const title = given === null ? asked : shorten(oneLine(feature.title), 120);
  const { texts, leftOut } = fitContext(contextOf(options, feature), options.contextTokens ?? CONTEXT_TOKENS);
  const required = requiredOf(options, feature, reading);
  const task: Task = {
    id: idOf(options.now, title, options.run),
    title,
    context: texts,
    ...filesOf(options, feature),
    requiredChanges: required.changes,
    checklist: required.checklist,
    acceptance: shortened(reading.acceptance, AT_MOST.acceptance),
    ...fixedLines(options, reading),
    leftOut: [...(options.leftOut ?? []), ...leftOut, ...required.leftOut, ...tooMany(reading)],
  };
  return { kind: 'task', task, notes: [...notesOf(document, feature, reading), ...task.leftOut] };
}

type Required = Readonly<{ changes: readonly string[]; checklist: readonly string[]; leftOut: readonly string[] }>;

/** The instruction first, then what the document asks for. */
function requiredOf({ invocation, document = null }: TaskOptions, feature: Feature, reading: Reading): Required {
  const asked = askedOf(invocation);
  const listed = asked.length > 0 && document === null ? withoutTitle(reading, feature) : reading.changes;
  const changes = [...asked, ...listed].filter((change) => change !== '');
  const more = changes.length - AT_MOST.changes;
  return {
    changes: shortened(changes, AT_MOST.changes),
    checklist: more > 0 ? reading.covered.slice(0, AT_MOST.changes - asked.length) : reading.open,
    leftOut: more > 0 ? [`Left for another run: ${more} of ${changes.length} required changes.`] : [],
  };
}

/** What of the document's other lists is more than a task holds. Where the text fits, it stands in Context. */
function tooMany({ acceptance, standard, steps }: Reading): readonly string[] {
  const lists = [
    { lines: acceptance, most: AT_MOST.acceptance, what: 'things that must hold (Acceptance)' },
    { lines: standard, most: AT_MOST.standard, what: 'lines of the deliverable standard' },
    { lines: steps, most: AT_MOST.steps, what: 'steps of the implementation sequence' },
  ];
  return lists
    .filter(({ lines, most }) => lines.length > most)
    .map(({ lines, most, what }) => `Left out of the task: ${lines.length - most} of ${lines.length} ${what}.`);
}

/** The words of the command, or the places where it was given without any. */
function askedOf({ instruction, thread }: TaskOptions['invocation']): readonly string[] {
  const asking = oneLine(instruction?.text ?? '');
  if (asking !== '') return [asking];
  const places = thread.map(({ path, line }) => codeSpan(line === null ? path : `${path}:${line}`));
  return [...new Set(places)].map((place) => `What the comments at ${place} ask for.`);
}

/** What every task says, and what the document adds to it. */
function fixedLines(
  { scope, checks, document = null }: TaskOptions,
  reading: Reading,
): Pick<Task, 'guidance' | 'order' | 'constraints' | 'standard' | 'checks' | 'doNot'> {
  return {
    guidance: [
      'The smallest change that fully does it, in the style of the code around it.',
      'Tests for what changed, in the project’s own style, where the project has tests.',
    ],
    order: shortened(reading.steps, AT_MOST.steps).map((step, index) => `In this order, ${index + 1}: ${step}`),
    constraints: [
      scope.length > 0 ? `Only files that match: ${scope.join(', ')}.` : 'Only files that the required changes need.',
      'No new dependency unless a required change names it.',
    ],
    standard: shortened(reading.standard, AT_MOST.standard),
    checks: checks.length > 0 ? checks.map(describeCheck) : ['none found in this repository'],
    doNot: [
      'Commit, stage, push or switch branches.',
      'Format or rename what the task does not touch.',
      'Weaken, skip or delete a test to make a check pass.',
      ...(document === null ? [] : [`Tick items in ${document.path}; that is done once they are verified.`]),
    ],
  };
}

/** Where somebody said in a comment what is to be done, the title says nothing more. */
function withoutTitle({ changes }: Reading, { title }: Feature): readonly string[] {
  return changes.length === 1 && changes[0] === title ? [] : changes;
}

/** Names from a document are shown as code, where nothing acts. */
function notesOf(document: PlanDocument, feature: Feature, reading: Reading): readonly string[] {
  const before = unfinishedPrerequisites(feature, document).map(({ heading }) => codeSpan(shorten(heading, 120)));
  return [
    ...(before.length > 0
      ? [`Not done yet, though the plan puts it before this: ${before.slice(0, 10).join(', ')}.`]
      : []),
    ...(document.cutAt === null
      ? []
      : [`Only the first ${document.cutAt} characters of the text were read as a plan.`]),
    ...reading.notes,
  ];
}

function shortened(lines: readonly string[], most: number): readonly string[] {
  return lines.slice(0, most).map((line) => shorten(oneLine(line), AT_MOST.characters));
}

function describeCheck({ name, command }: Readonly<{ name: string; command: string }>): string {
  return name === command ? command : `${name}: ${command}`;
}

function idOf(now: number, title: string, run: number): string {
  const date = new Date(now).toISOString().slice(0, 10).replaceAll('-', '');
  const words = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
  return `${date}-${words === '' ? 'task' : words}-${run}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
