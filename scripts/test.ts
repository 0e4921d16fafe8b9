import { parseCLI, startVitest, type TestModule, type Vitest } from 'vitest/node';

type Counts = Readonly<{ passed: number; failed: number; skipped: number }>;

/** A file or a hook that fails outside every test counts as one failed test, so that the counts agree with the exit code. */
function count(vitest: Vitest): Counts {
  const modules = vitest.state.getTestModules();
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const inState = (state: string): number => tests.filter((test) => test.result().state === state).length;
  const outside = modules.filter(failedOutsideTests).length + vitest.state.getUnhandledErrors().length;
  return { passed: inState('passed'), failed: inState('failed') + outside, skipped: inState('skipped') };
}

function failedOutsideTests(module: TestModule): boolean {
  const suites = [...module.children.allSuites()];
  return module.errors().length > 0 || suites.some((suite) => suite.errors().length > 0);
}

/** Runs vitest with these arguments; the counts stand alone on the last line. */
async function main(args: readonly string[]): Promise<void> {
  const { filter, options } = parseCLI(['vitest', 'run', ...args]);
  const vitest = await startVitest(filter, options);
  const { passed, failed, skipped } = count(vitest);
  await vitest.close();
  const nothing = passed + failed + skipped === 0;
  process.exitCode = failed > 0 || nothing ? 1 : (process.exitCode ?? 0);
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  // A handle that a test left open must not keep the run alive.
  process.exit();
}

await main(process.argv.slice(2));
