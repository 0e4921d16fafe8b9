import { defineConfig } from 'vitest/config';

/** Turns of the real OpenCode, over both transports, which take long; they run beside the tables. */
const CONTRACTS = [
  'test/agent/configuration.test.ts',
  'test/agent/contract.test.ts',
  'test/agent/turns.test.ts',
  'test/agent/run/turn.test.ts',
  'test/support/model/opencode.test.ts',
];

export default defineConfig({
  test: {
    // Two cores are what a small runner has, and a test waits for other processes a part of its time.
    maxWorkers: 3,
    // What takes moments takes seconds while three of them share two cores; nothing that is tested hangs on these limits.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/matrix/**', 'test/slow/**', ...CONTRACTS],
          // Three at a time on two busy cores take a multiple of what one takes alone.
          testTimeout: 180_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 400_000,
          hookTimeout: 400_000,
          maxConcurrency: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          // What takes minutes: every row and cell of the tables, and jobs that are done several times over.
          name: 'matrix',
          testTimeout: 400_000,
          hookTimeout: 400_000,
          include: ['test/matrix/**/*.test.ts', ...CONTRACTS],
          maxConcurrency: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          // What takes longer than anybody waits for; `npm run test:slow` alone runs it.
          name: 'slow',
          include: ['test/slow/**/*.test.ts'],
          maxConcurrency: 2,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
