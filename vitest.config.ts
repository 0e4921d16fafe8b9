import { defineConfig } from 'vitest/config';

/** The same turns over both transports, which take long; they run beside the matrix of faults. */
const CONTRACTS = ['test/agent/contract.test.ts', 'test/agent/run/turn.test.ts'];

export default defineConfig({
  test: {
    // Two cores are what a small runner has.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/matrix/**', 'test/slow/**', ...CONTRACTS],
          testTimeout: 15_000,
          hookTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxConcurrency: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          // Every row of the faults; `npm run test:faults` runs it.
          name: 'matrix',
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
