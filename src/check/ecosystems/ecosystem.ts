/** The baseline commit as discovery sees it. Paths at the top level are what counts. */
export type Project = Readonly<{
  files: ReadonlySet<string>;
  /** Null when there is no such file. */
  read: (path: string) => Promise<string | null>;
}>;

/** What a check is for: of two for the same purpose one is run. */
export type Purpose = 'test' | 'lint' | 'types' | 'build' | 'all';

export type FoundCheck = Readonly<{ purpose: Purpose; name: string; command: string; source: string }>;
export type FoundSetup = Readonly<{ command: string; source: string }>;

export type Found = Readonly<{ checks: readonly FoundCheck[]; setup: readonly FoundSetup[] }>;

/** Finds what one kind of project is set up and checked with; null when the project is not of that kind. */
export type Ecosystem = (project: Project) => Promise<Found | null>;

/** The first of the names that stands at the top level. */
export function firstOf(project: Project, names: readonly string[]): string | null {
  return names.find((name) => project.files.has(name)) ?? null;
}

/** Whether some path of the project matches. */
export function hasFile(project: Project, pattern: RegExp): boolean {
  for (const path of project.files) {
    if (pattern.test(path)) return true;
  }
  return false;
}
