import type { Untrusted } from '../text/untrusted.ts';
import type { Invocation } from '../trigger/trigger.ts';
import { TO_BE_LOCATED, type Task } from './task.ts';

export type TaskOptions = Readonly<{
  invocation: Invocation;
  scope: readonly string[];
  checks: readonly Readonly<{ name: string; command: string }>[];
  /** Files that exist at the baseline, to tell a path in a text from a word. */
  files: ReadonlySet<string>;
  /** Milliseconds since the epoch; the id's date is UTC. */
  now: number;
  /** Number of the run, which makes the id the only one of its day. */
  run: number;
}>;

/** The task of an invocation, first revision: from the texts and the settings alone, before any model is called. */
export function buildTask(options: TaskOptions): Task {
  const { invocation } = options;
  const context = contextOf(invocation);
  const title = titleOf(invocation);
  const named = namedFiles(context, options.files);
  return {
    id: idOf(options.now, title, options.run),
    title,
    context,
    filesToModify: named.length > 0 ? named : [TO_BE_LOCATED],
    filesToInspect: [],
    requiredChanges: requiredChanges(invocation, title),
    guidance: [
      'The smallest change that fully does it, in the style of the code around it.',
      'Tests for what changed, in the project’s own style, where the project has tests.',
    ],
    constraints: [
      options.scope.length > 0
        ? `Only files that match: ${options.scope.join(', ')}.`
        : 'Only files that the required changes need.',
      'No new dependency unless a required change names it.',
    ],
    checks: options.checks.length > 0 ? options.checks.map(describeCheck) : ['none found in this repository'],
    doNot: [
      'Commit, stage, push or switch branches.',
      'Format or rename what the task does not touch.',
      'Weaken, skip or delete a test to make a check pass.',
    ],
  };
}

function describeCheck({ name, command }: Readonly<{ name: string; command: string }>): string {
  return name === command ? command : `${name}: ${command}`;
}

function contextOf({ instruction, target }: Invocation): readonly Untrusted[] {
  const texts = target.kind === 'repository' ? [] : [target.title, target.body];
  return [...texts, ...(instruction === null ? [] : [instruction])].filter(({ text }) => text.trim() !== '');
}

function titleOf({ instruction, target }: Invocation): string {
  const first = (text: string): string => oneLine(text.trim().split('\n')[0] ?? '');
  const own = target.kind === 'repository' ? '' : first(target.title.text);
  return (own !== '' ? own : first(instruction?.text ?? '')).slice(0, 120);
}

/** The open items of the check lists, in order; without any, the instruction or the title itself. */
function requiredChanges({ instruction, target }: Invocation, title: string): readonly string[] {
  const body = target.kind === 'repository' ? '' : target.body.text;
  const items = [...body.matchAll(/^\s*[-*+] \[ \] +(.+)$/gm)].map(([, item = '']) => oneLine(item));
  const asked = oneLine(instruction?.text ?? '');
  const changes = [...(asked === '' ? [] : [asked.slice(0, 500)]), ...items].filter((change) => change !== '');
  return changes.length > 0 ? changes.slice(0, 40) : [title].filter((change) => change !== '');
}

/** Paths of existing files that stand in the texts, whole or by an unmistakable end. */
function namedFiles(context: readonly Untrusted[], files: ReadonlySet<string>): readonly string[] {
  const words = context.flatMap(({ text }) => text.match(/[\w@./-]*[\w-]\.[A-Za-z]\w*/g) ?? []);
  const found = words.flatMap((word) => {
    const path = word.replace(/^\.?\/+/, '');
    return files.has(path) ? [path] : [];
  });
  return [...new Set(found)].toSorted();
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
