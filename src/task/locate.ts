import { TO_BE_LOCATED, type Task } from './task.ts';

/** How often each path has the terms, and how many different ones. */
export type Hits = readonly Readonly<{ path: string; count: number; terms: number }>[];

/** Files named at most, in each of the two sections. */
const LOCATED_AT_MOST = 6;

/** What stands before a name where it is defined, over the languages that are common. */
const DEFINERS = [
  'function',
  'class',
  'const',
  'let',
  'var',
  'def',
  'func',
  'fn',
  'type',
  'interface',
  'struct',
  'enum',
  'trait',
  'module',
];

/** Words of the texts that are worth looking for in the code: quoted ones, and those written like identifiers. */
export function searchTerms(task: Task): readonly string[] {
  const text = task.context.map((part) => part.text).join('\n');
  const quoted = [...text.matchAll(/`([^`\n]{3,60})`/g)].map(([, term = '']) => term.replace(/\(.*$/, ''));
  const identifiers = text.match(/\b(?:[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*|\w+_\w+)\b/g) ?? [];
  return [...new Set([...quoted, ...identifiers])].filter((term) => /\w{3}/.test(term)).slice(0, 20);
}

/** The same words as they stand where something is defined by that name. */
export function definitionTerms(terms: readonly string[]): readonly string[] {
  const names = terms.filter((term) => /^\w+$/.test(term));
  return names.flatMap((name) => DEFINERS.map((definer) => `${definer} ${name}`));
}

/**
 * The second revision of a task whose text named no file: what defines its words is to be modified, what only uses them
 * is to be looked at. Without a definition the sources that have most of the words stand first.
 */
export function withLocatedFiles(task: Task, found: Readonly<{ defined: Hits; mentioned: Hits }>): Task {
  if (!task.filesToModify.includes(TO_BE_LOCATED) || found.mentioned.length === 0) return task;
  const mentioned = ranked(found.mentioned);
  const defined = ranked(found.defined).filter((path) => !isSupporting(path));
  const sources = defined.length > 0 ? defined : mentioned.filter((path) => !isSupporting(path));
  const toModify = sources.slice(0, LOCATED_AT_MOST);
  return {
    ...task,
    filesToModify: toModify.length > 0 ? toModify : [TO_BE_LOCATED],
    filesToInspect: mentioned.filter((path) => !toModify.includes(path)).slice(0, LOCATED_AT_MOST),
    guidance: [
      ...task.guidance,
      'The files were located by searching for the words of the task; another one within scope may turn out to be the right one.',
    ],
  };
}

function ranked(hits: Hits): readonly string[] {
  return hits
    .toSorted(
      (left, right) => right.terms - left.terms || right.count - left.count || (left.path < right.path ? -1 : 1),
    )
    .map(({ path }) => path);
}

function isSupporting(path: string): boolean {
  return (
    /(?:^|\/)(?:tests?|specs?|__tests__|docs?|examples?)\//i.test(path) ||
    /\.(?:md|txt|test\.\w+|spec\.\w+)$/i.test(path)
  );
}
