import { basename, dirname, join } from 'node:path/posix';
import type { ReviewFile } from './batch.ts';

/** A file with the room that it takes in a batch. */
export type Sized = Readonly<{ file: ReviewFile; size: number }>;

/** Folders that say what kind of file is in them, not what it is about. */
const KINDS = new Set(['src', 'lib', 'main', 'java', 'kotlin', 'test', 'tests', '__tests__', 'spec', 'specs', 'unit']);
const TEST_STEM = /[._-](?:test|spec|tests|specs)$|(?<=[a-z])Tests?$|^tests?[._-]/;
const IMPORT = /\b(?:from|import|require|include|use|using|mod|source)\b[^'"<]{0,200}['"<]([^'">]{1,200})['">]/;
const DOTTED = /^\s*(?:from|import|use|using|mod)\s+(?:static\s+)?([\w.:/]+)/;
/** A longer line imports nothing. */
const LONGEST_LINE = 300;

/**
 * Files that belong together: a test with its source, and what imports one another by name, as far as they fit into the
 * room of one batch. Ordered by directory, so that neighbours are neighbours.
 */
export function relate(files: readonly Sized[], room: number): readonly (readonly Sized[])[] {
  const sorted = files.toSorted((one, other) => compare(orderOf(one), orderOf(other)));
  const index = createIndex(sorted);
  const groups = createGroups(sorted, room);
  for (const [at, { file }] of sorted.entries()) {
    groups.join(at, index.firstOfSubject(file.path));
    if (isTest(file.path)) groups.join(at, index.byStem(stemOf(file.path)));
  }
  for (const [at, { file }] of sorted.entries()) {
    for (const name of importsOf(file)) groups.join(at, index.byImport(file.path, name));
  }
  return groups.all();
}

type Index = Readonly<{
  firstOfSubject: (path: string) => number | null;
  byStem: (stem: string) => number | null;
  byImport: (from: string, name: string) => number | null;
}>;

function createIndex(files: readonly Sized[]): Index {
  const subjects = new Map<string, number>();
  const modules = new Map<string, number>();
  /** Null for a stem that several sources have. */
  const stems = new Map<string, number | null>();
  for (const [at, { file }] of files.entries()) {
    const { path } = file;
    if (!subjects.has(subjectOf(path))) subjects.set(subjectOf(path), at);
    for (const name of [path, withoutExtension(path), dirname(path)]) if (!modules.has(name)) modules.set(name, at);
    if (!isTest(path)) stems.set(stemOf(path), stems.has(stemOf(path)) ? null : at);
  }
  const byStem = (stem: string): number | null => stems.get(stem) ?? null;
  return {
    firstOfSubject: (path) => subjects.get(subjectOf(path)) ?? null,
    byStem,
    byImport: (from, name) => {
      if (!name.startsWith('.')) return byStem(stemOf(name)) ?? byStem(lastWord(name));
      const path = join(dirname(from), name);
      return modules.get(path) ?? modules.get(withoutExtension(path)) ?? null;
    },
  };
}

type Groups = Readonly<{
  /** Puts the groups of two files together where both fit. */
  join: (one: number, other: number | null) => void;
  all: () => readonly (readonly Sized[])[];
}>;

function createGroups(files: readonly Sized[], room: number): Groups {
  const parents = files.map((_, at) => at);
  const sizes = files.map(({ size }) => size);
  const root = (of: number): number => {
    let at = of;
    for (let parent = parents[at]; parent !== undefined && parent !== at; parent = parents[at]) {
      parents[at] = parents[parent] ?? parent;
      at = parent;
    }
    return at;
  };
  return {
    join(one, other) {
      if (other === null) return;
      const [left, right] = [root(one), root(other)].toSorted((a, b) => a - b);
      if (left === undefined || right === undefined || left === right) return;
      const size = (sizes[left] ?? 0) + (sizes[right] ?? 0);
      if (size > room) return;
      parents[right] = left;
      sizes[left] = size;
    },
    all() {
      const groups = new Map<number, Sized[]>();
      for (const [at, file] of files.entries()) {
        const group = groups.get(root(at));
        if (group === undefined) groups.set(root(at), [file]);
        else group.push(file);
      }
      return [...groups.values()];
    },
  };
}

/** `src/a/read.ts`, `test/a/read.test.ts` and `src/test/java/a/ReadTest.java` are about `a/read`. */
function subjectOf(path: string): string {
  const folders = dirname(path)
    .split('/')
    .filter((folder) => folder !== '.' && !KINDS.has(folder));
  return [...folders, stemOf(path)].join('/');
}

function stemOf(path: string): string {
  return withoutExtension(basename(path)).replace(TEST_STEM, '').toLowerCase();
}

/** `java.util.List` and `crate::list` name a list. */
function lastWord(name: string): string {
  return (name.split(/[./:]+/).at(-1) ?? '').toLowerCase();
}

function isTest(path: string): boolean {
  return TEST_STEM.test(withoutExtension(basename(path)));
}

function withoutExtension(path: string): string {
  return path.replace(/(?:\.d)?\.\w{1,8}$/, '');
}

function orderOf({ file }: Sized): string {
  const subject = subjectOf(file.path);
  return `${dirname(subject)}\0${subject}\0${file.path}`;
}

function importsOf({ hunks }: ReviewFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { text } of hunks) {
    for (const line of text.split('\n')) {
      if (line.length > LONGEST_LINE || line.startsWith('-')) continue;
      const name = IMPORT.exec(line)?.[1] ?? DOTTED.exec(line.slice(1))?.[1];
      if (name !== undefined) names.add(name);
    }
  }
  return names;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
