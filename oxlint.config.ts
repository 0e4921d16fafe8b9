import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { OxlintConfig } from 'oxlint';

type Override = NonNullable<OxlintConfig['overrides']>[number];
type Rules = NonNullable<Override['rules']>;
type Pattern = Readonly<{ regex: string; message: string; allowTypeImports?: boolean }>;

/** In the order of the way through: a stage takes types from stages before it and functions from none. */
const STAGES = ['trigger', 'task', 'plan', 'work', 'check', 'review', 'guard', 'publish', 'report'];
const PORTS = ['agent', 'forge', 'gateway', 'sandbox', 'workspace', 'ledger', 'config', 'hand-over'];
const ADAPTERS = ['agent/opencode', 'forge/github'];

/** What exists, so that a folder without a place in the lists above is closed to everybody. */
const ROOMS = readdirSync(join(import.meta.dirname, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const HERE = String.raw`\./`;
const EDGE_ONLY = 'Only main.ts, post.ts and cli/ touch the process, @actions/core and @actions/github.';
const NO_TOP = 'Nothing imports main.ts, post.ts or pipeline.ts, and nothing but them what is in edge/.';
const NO_ADAPTER = 'Adapters are constructed in main.ts, post.ts and cli/ alone.';
const CANONICAL = { regex: String.raw`^\./(?:.*/)?\.\./|[^./]/\.\./`, message: 'Write the shortest path.' };

/** A room's files stand directly in it (depth 1), or up to two folders below: an adapter may have parts. */
function roomOverrides(room: string, types: string[], functions: string[]): Override[] {
  const closed = ROOMS.filter((name) => ![room, ...types, ...functions].includes(name));
  return [1, 2, 3].map((depth) => {
    const up = String.raw`\.\./`.repeat(depth);
    return {
      files: [`src/${room}/${'*/'.repeat(depth - 1)}*.ts`],
      rules: importRules([
        { regex: oneOf(closed, up), message: `${room}/ does not look into this room.` },
        { regex: oneOf(types, up), allowTypeImports: true, message: 'From earlier stages come types, not functions.' },
        { regex: `^${up}(?:main|post|pipeline)\\.ts$`, message: NO_TOP },
        { regex: oneOf(ADAPTERS, up), message: NO_ADAPTER },
        { regex: oneOf(ADAPTERS.map(folderOf), String.raw`\.{1,2}/`), message: NO_ADAPTER },
      ]),
    };
  });
}

const folderOf = (adapter: string): string => basename(adapter);
const isNotText = (room: string): boolean => room !== 'text';

function oneOf(folders: string[], prefix: string): string {
  return `^${prefix}(?:${folders.join('|')})/`;
}

function importRules(patterns: Pattern[]): Rules {
  const paths = ['@actions/core', '@actions/github', 'node:process'].map((name) => ({ name, message: EDGE_ONLY }));
  return { 'no-restricted-imports': ['error', { paths, patterns: [...patterns, CANONICAL] }] };
}

const layers: Override[] = [
  {
    files: ['src/**'],
    rules: importRules([{ regex: String.raw`^\.\./`, message: 'This folder has no place in oxlint.config.ts.' }]),
  },
  ...STAGES.flatMap((stage, index) => roomOverrides(stage, STAGES.slice(0, index), [...PORTS, 'text'])),
  ...PORTS.flatMap((port) => roomOverrides(port, [], [...PORTS, 'text'])),
  ...roomOverrides('text', [], []),
  {
    files: ['src/*.ts'],
    rules: importRules([
      { regex: oneOf(ROOMS.filter(isNotText), HERE), message: 'A file beside the rooms takes from text/ alone.' },
    ]),
  },
  {
    files: ['src/pipeline.ts'],
    rules: {
      ...importRules([
        { regex: oneOf(ADAPTERS, HERE), message: NO_ADAPTER },
        { regex: String.raw`^\./(?:cli/|main\.ts$|post\.ts$)`, message: NO_TOP },
      ]),
      'max-lines': ['error', { max: 80 }],
    },
  },
  // What pipeline.ts tells in one word each; a word that is a story of its own has a folder.
  ...[1, 2].map((depth) => {
    const up = String.raw`\.\./`.repeat(depth);
    return {
      files: [`src/pipeline/${'*/'.repeat(depth - 1)}*.ts`],
      rules: importRules([
        { regex: oneOf(ADAPTERS, up), message: NO_ADAPTER },
        { regex: `^${up}(?:cli/|main\\.ts$|post\\.ts$|pipeline\\.ts$)`, message: NO_TOP },
      ]),
    };
  }),
  {
    files: ['src/main.ts', 'src/post.ts', 'src/edge/**', 'src/cli/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [CANONICAL] }],
      'no-restricted-properties': 'off',
      'unicorn/no-process-exit': 'off',
    },
  },
];

export default {
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'node', 'promise'],
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: [
    'node_modules/**',
    'dist/**',
    'demo/repository/**',
    'test/scenarios/hostile-agent/**',
    'coverage/**',
  ],
  rules: {
    // Types: nothing unchecked comes in, nothing is talked into a type.
    'typescript/no-explicit-any': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
    'typescript/consistent-type-imports': 'error',
    'typescript/consistent-type-definitions': ['error', 'type'],
    'typescript/no-non-null-assertion': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/no-import-type-side-effects': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: false }],

    // Promises and errors.
    'typescript/no-misused-promises': 'error',
    'typescript/return-await': ['error', 'error-handling-correctness-only'],
    'typescript/only-throw-error': 'error',
    'typescript/prefer-promise-reject-errors': 'error',
    'typescript/use-unknown-in-catch-callback-variable': 'error',
    'no-empty': 'error',

    // Shape.
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-dynamic-require': ['error', { esmodule: true }],
    'import/no-duplicates': 'error',
    'oxc/no-barrel-file': ['error', { threshold: 0 }],
    'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    'max-depth': ['error', 4],
    'max-params': ['error', 3],
    complexity: ['error', 15],
    eqeqeq: 'error',
    'no-else-return': 'error',
    'no-nested-ternary': 'error',
    'no-param-reassign': 'error',
    'no-useless-return': 'error',
    'no-var': 'error',
    'object-shorthand': 'error',
    'prefer-const': 'error',
    'prefer-template': 'error',
    'typescript/no-deprecated': 'error',
    'typescript/prefer-nullish-coalescing': 'error',
    'unicorn/filename-case': 'error',
    'unicorn/prefer-node-protocol': 'error',
    'unicorn/prefer-string-replace-all': 'error',
    'unicorn/throw-new-error': 'error',

    'no-shadow': 'off',
    'typescript/consistent-return': 'off',
    'no-underscore-dangle': 'off',
    'import/no-unassigned-import': 'off',
    'promise/always-return': 'off',
    'unicorn/consistent-function-scoping': 'off',
  },
  overrides: [
    {
      files: ['src/**'],
      rules: {
        'no-console': 'error',
        'import/no-default-export': 'error',
        'max-lines': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
        'no-restricted-properties': [
          'error',
          ...['env', 'exit', 'exitCode'].map((property) => ({ object: 'process', property, message: EDGE_ONLY })),
          { object: 'globalThis', property: 'process', message: EDGE_ONLY },
        ],
        'unicorn/no-process-exit': 'error',
      },
    },
    ...layers,
    {
      // A program of its own, which ends as the one that it runs.
      files: ['src/sandbox/bridge/inside.ts'],
      rules: { 'no-restricted-properties': 'off', 'unicorn/no-process-exit': 'off' },
    },
    {
      files: ['**/*.test.ts'],
      rules: { 'max-lines': ['error', { max: 400 }], 'max-lines-per-function': 'off' },
    },
    {
      files: ['test/**'],
      plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'node', 'promise', 'vitest'],
      rules: {
        'vitest/no-focused-tests': 'error',
        'vitest/no-restricted-vi-methods': [
          'error',
          { mock: 'Write a double.', doMock: 'Write a double.', hoisted: 'Write a double.' },
        ],
        'max-params': 'off',
      },
    },
  ],
} satisfies OxlintConfig;
