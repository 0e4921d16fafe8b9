import { TO_BE_LOCATED, type Task } from './task.ts';

/** How often each path has each of the terms. */
export type Hits = readonly Readonly<{ path: string; count: number; terms: number }>[];

/** Files named at most. */
const LOCATED_AT_MOST = 8;

/** Words of the texts that are worth looking for in the code: quoted ones, and those written like identifiers. */
export function searchTerms(task: Task): readonly string[] {
  const text = task.context.map((part) => part.text).join('\n');
  const quoted = [...text.matchAll(/`([^`\n]{3,60})`/g)].map(([, term = '']) => term.replace(/\(.*$/, ''));
  const identifiers = text.match(/\b(?:[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*|\w+_\w+)\b/g) ?? [];
  return [...new Set([...quoted, ...identifiers])].filter((term) => /\w{3}/.test(term)).slice(0, 20);
}

/** The second revision of a task whose text named no file: with the files that its words were found in. */
export function withLocatedFiles(task: Task, hits: Hits): Task {
  if (!task.filesToModify.includes(TO_BE_LOCATED) || hits.length === 0) return task;
  const ranked = hits.toSorted(
    (left, right) => right.terms - left.terms || right.count - left.count || (left.path < right.path ? -1 : 1),
  );
  const paths = ranked.slice(0, LOCATED_AT_MOST).map(({ path }) => path);
  const sources = paths.filter((path) => !isSupporting(path));
  return {
    ...task,
    filesToModify: sources.length > 0 ? sources : [TO_BE_LOCATED],
    filesToInspect: paths.filter(isSupporting),
    guidance: [
      ...task.guidance,
      'The files were located by searching for the words of the task; another one within scope may turn out to be the right one.',
    ],
  };
}

function isSupporting(path: string): boolean {
  return (
    /(?:^|\/)(?:tests?|specs?|__tests__|docs?|examples?)\//i.test(path) ||
    /\.(?:md|txt|test\.\w+|spec\.\w+)$/i.test(path)
  );
}
