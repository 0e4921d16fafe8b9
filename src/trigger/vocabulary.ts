import { COMMANDS, type CommandName } from './trigger.ts';

/** Every option, with what follows it and what it does: replies, help and docs/commands.md are made of it. */
export const OPTIONS = {
  '--model': { takes: 'PROVIDER/MODEL', does: 'works with this one of the configured models' },
  '--max-fix-rounds': { takes: 'N', does: 'allows at most so many fix rounds' },
  '--max-cost': { takes: 'USD', does: 'spends at most so many dollars' },
  '--plan': {
    takes: 'FILE [FEATURE]',
    does: 'takes the task from a plan document of the repository; FEATURE is its number, such as 2, 1.1 or F1, or a "title in quotation marks"',
  },
  '--checks': { takes: 'NAME,…', does: 'runs these of the configured checks and no others' },
} as const;
export type OptionName = keyof typeof OPTIONS;

export type Word = Readonly<{
  /** Other words for the same command. */
  aliases: readonly string[];
  /** What may follow on the line besides options; null for a command that nothing follows. */
  takes: string | null;
  /** Begins with a verb and has no full stop. */
  does: string;
  options: readonly OptionName[];
}>;

const SPENDING = ['--model', '--max-cost'] as const;
const WORKING = ['--model', '--max-fix-rounds', '--max-cost', '--checks'] as const;

export const VOCABULARY: Readonly<Record<CommandName, Word>> = {
  fix: {
    aliases: [],
    takes: '[INSTRUCTION]',
    does: 'does what the issue or the instruction says, checks and reviews it, and leaves one pull request',
    options: [...WORKING, '--plan'],
  },
  auto: {
    aliases: ['task'],
    takes: '[INSTRUCTION]',
    does: 'does the same after planning it in steps, whatever its size',
    options: [...WORKING, '--plan'],
  },
  plan: {
    aliases: [],
    takes: '[INSTRUCTION]',
    does: 'plans it, shows the plan and changes nothing; `approve` then works by it',
    options: [...SPENDING, '--plan'],
  },
  review: {
    aliases: [],
    takes: '[WHAT TO LOOK AT]',
    does: 'reviews a pull request with comments on its lines; it neither approves nor blocks',
    options: SPENDING,
  },
  ask: {
    aliases: ['search', 'explain'],
    takes: '[QUESTION]',
    does: 'answers from the repository, with paths and lines, and changes nothing',
    options: SPENDING,
  },
  approve: { aliases: [], takes: null, does: 'lets the work begin by the plan that waits', options: WORKING },
  retry: {
    aliases: [],
    takes: '[HINT]',
    does: 'goes on with the last run where it stopped short, without paying again for what was done',
    options: WORKING,
  },
  accept: {
    aliases: [],
    takes: '[PATH[@DIGEST]…]',
    does: 'takes the pull request with what is still open, and makes the draft ready for review; with paths, publishes what is held back there',
    options: [],
  },
  abandon: {
    aliases: [],
    takes: null,
    does: 'closes the pull request, and deletes its branch when nobody else has committed to it',
    options: [],
  },
  stop: {
    aliases: [],
    takes: null,
    does: 'cancels the run that is at work here; what it has done is kept',
    options: [],
  },
  help: { aliases: [], takes: '[COMMAND]', does: 'lists the commands, or explains one', options: [] },
};

const NAMES: ReadonlyMap<string, CommandName> = new Map(
  COMMANDS.flatMap((name) => [name, ...VOCABULARY[name].aliases].map((word) => [word, name] as const)),
);

/** The command that a word names, in any letter case and with a mark of punctuation behind it. */
export function commandNamed(word: string): CommandName | null {
  return NAMES.get(word.toLowerCase().replace(/[.,:;!?]$/, '')) ?? null;
}

/** `--model PROVIDER/MODEL`, as it is typed. */
export function usageOf(option: OptionName): string {
  return `${option} ${OPTIONS[option].takes}`;
}

export function isOption(name: string): name is OptionName {
  return Object.hasOwn(OPTIONS, name);
}
