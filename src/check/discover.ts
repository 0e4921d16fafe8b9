import type { Given } from '../config/values.ts';
import type { Check, Setup } from './check.ts';
import { cargo, dotnet, go, gradle, maven } from './ecosystems/compiled.ts';
import type { Ecosystem, FoundCheck, Project } from './ecosystems/ecosystem.ts';
import { node } from './ecosystems/node.ts';
import { python } from './ecosystems/python.ts';
import { bundler, composer, make, mix } from './ecosystems/scripted.ts';
import { parseChecks, parseSetup } from './given.ts';

export type Commands = Readonly<{
  /** Empty when nothing was found: a valid answer. */
  checks: readonly Check[];
  /** Null when there is nothing to set up. */
  setup: Setup | null;
}>;

const ECOSYSTEMS: readonly Ecosystem[] = [node, python, cargo, go, maven, gradle, dotnet, composer, bundler, mix];

/**
 * What the project is set up and checked with: as given by a person, else found in the files of the baseline commit. Each
 * result says where it comes from.
 */
export async function discoverChecks(given: {
  checks: Given | null;
  setup: Given | null;
  /** Paths of the baseline commit. */
  files: Iterable<string>;
  readFile: (path: string) => Promise<Uint8Array | null>;
}): Promise<Commands> {
  const project: Project = {
    files: new Set(given.files),
    async read(path) {
      const bytes = await given.readFile(path);
      return bytes === null ? null : new TextDecoder().decode(bytes);
    },
  };
  const checks = given.checks === null ? null : parseChecks(given.checks);
  const setup = given.setup === null ? null : parseSetup(given.setup);
  if (checks !== null && setup !== null) return { checks, setup };
  const found = await findCommands(project);
  return { checks: checks ?? found.checks, setup: setup ?? found.setup };
}

async function findCommands(project: Project): Promise<Commands> {
  const found = (await Promise.all(ECOSYSTEMS.map((ecosystem) => ecosystem(project)))).filter((one) => one !== null);
  const own = found.flatMap(({ checks }) => checks);
  const targets = (await make(project))?.checks ?? [];
  const setup = found.flatMap((one) => one.setup);
  return {
    checks: uniquelyNamed([...own, ...unserved(targets, own)]),
    setup:
      setup.length === 0
        ? null
        : { commands: setup.map(({ command }) => command), source: setup.map(({ source }) => source).join(', ') },
  };
}

/** Targets usually call what the ecosystems have found already: they count for what nothing else serves. */
function unserved(targets: readonly FoundCheck[], own: readonly FoundCheck[]): readonly FoundCheck[] {
  const single = targets.filter(({ purpose }) => purpose !== 'all' && !own.some((check) => check.purpose === purpose));
  return own.length + single.length > 0 ? single : targets;
}

/** Two ecosystems may both have a `test`: the later one is called by its command. */
function uniquelyNamed(checks: readonly FoundCheck[]): readonly Check[] {
  const names = new Set<string>();
  return checks.map(({ name, command, source }) => {
    const unique = names.has(name) ? command : name;
    names.add(unique);
    return { name: unique, command, source };
  });
}
