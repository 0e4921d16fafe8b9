type RuleEntry = Readonly<{
  /** What it holds back, for people; follows “holds back”. */
  stops: string;
  /** What a person does about it. */
  remedy: string;
  /** `accept PATH` by somebody who may write lets that very content through. */
  accepted: boolean;
}>;

/**
 * Every rule of the guard by its name, in the order in which they speak; docs/guard.md is made of it. The first rule that
 * nothing lifts names what is held back, then the first that a person can.
 */
export const RULE_TABLE = {
  'unsafe-path': {
    stops:
      'absolute paths, drive letters, `..`, `.` and empty components, backslashes, control characters, characters that turn the direction of text or that nobody sees, names that are not UTF-8 or too long, and `.git` in any spelling that some file system takes for it',
    remedy: 'give the file another name',
    accepted: false,
  },
  submodule: {
    stops: 'submodules that were moved, added, removed or replaced, and edits inside one',
    remedy: 'move it with git, or make the edit in the submodule’s own repository',
    accepted: false,
  },
  'nested-repository': {
    stops: 'repositories inside the repository',
    remedy: 'add its files without their `.git`, or ignore it',
    accepted: false,
  },
  'symlink-outside': {
    stops: 'links whose target leaves the tree or leads into `.git`, also by way of another link',
    remedy: 'link to a path inside the repository',
    accepted: false,
  },
  lfs: {
    stops: 'files that the base commit’s attributes give to Git LFS',
    remedy: 'make the edit with Git LFS',
    accepted: false,
  },
  'too-large': {
    stops: 'files that GitHub does not take',
    remedy: 'keep the file elsewhere or in Git LFS',
    accepted: false,
  },
  unreadable: { stops: 'files that git could not read', remedy: 'mend their permissions', accepted: false },
  'symlink-above': {
    stops: 'files below a link that is in the final tree',
    remedy: 'remove the link first',
    accepted: false,
  },
  'path-conflict': {
    stops: 'files where the final tree has a folder, and below what is a file there',
    remedy: 'remove what is in the way first',
    accepted: false,
  },
  'name-collision': {
    stops:
      'new names that some file system takes for one that the final tree has: by letter case, normalisation, or trailing dots and spaces',
    remedy: 'give the file another name',
    accepted: false,
  },
  rename: {
    stops: 'the deletion half of a move whose other half is held back',
    remedy: 'see to the other half',
    accepted: false,
  },
  'protected-path': {
    stops:
      'files that run, grant or instruct something, wherever they stand (below), and links that stand above such a place; or what `protected-paths` lists instead',
    remedy: 'accept it, make the edit yourself, or set `protected-paths` to a list without it',
    accepted: true,
  },
  'out-of-scope': {
    stops: 'paths that `scope` does not name',
    remedy: 'accept it, or widen `scope`',
    accepted: true,
  },
  'mode-change': {
    stops:
      'a file that is executable now or no longer, and a file that became a link or the other way round, where the task’s text asks for neither; new files have the mode that they were made with',
    remedy: 'accept it, or set the mode with git',
    accepted: true,
  },
  'too-many-files': {
    stops: 'the whole change, when it has more files than `max-changed-files`',
    remedy: 'raise the limit, or split the task',
    accepted: false,
  },
  'too-many-bytes': {
    stops: 'the whole change, when its files have more than `max-changed-kilobytes`',
    remedy: 'raise the limit, or split the task',
    accepted: false,
  },
  secret: {
    stops:
      'files that newly hold a credential, in their text, their name or the target of a link: a value of the run’s own in any usual writing, or a token of a known format',
    remedy: 'take it out, and revoke it if it is a real one',
    accepted: false,
  },
  'not-searched': {
    stops: 'files too large to be searched for credentials',
    remedy: 'make the file smaller, or add it yourself',
    accepted: false,
  },
} as const satisfies Readonly<Record<string, RuleEntry>>;

export type RuleName = keyof typeof RULE_TABLE;

/** Why something is held back: the rule, and one sentence with the remedy. */
export type Why = Readonly<{ rule: RuleName; reason: string }>;

export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(RULE_TABLE, name);
}
