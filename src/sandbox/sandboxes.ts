import { mkdir } from 'node:fs/promises';
import { Failure } from '../failure.ts';
import { resolveProgram } from '../workspace/program.ts';
import { chooseNetwork } from './bridge/choose-network.ts';
import { createBubblewrap } from './bubblewrap/bubblewrap.ts';
import { hostOptions, identityInside } from './bubblewrap/identity.ts';
import { isolate, type Doors } from './bubblewrap/isolated.ts';
import { hiddenOf, runnersIn, type Runner } from './bubblewrap/runner.ts';
import { systemOptions } from './bubblewrap/system.ts';
import { findTools } from './bubblewrap/tools.ts';
import { chooseSandbox, type Choice, type Programs, type Wanted } from './choose.ts';
import { describe } from './describe.ts';
import { sandboxDirectory } from './leftovers.ts';
import { createNoSandbox } from './none.ts';
import { probe, type Open } from './probe.ts';
import { pythonLibrariesOf, withPythonLibraries } from './python-libraries.ts';
import type { Sandbox, View } from './sandbox.ts';
import { stoppable } from './stoppable.ts';
import { createUserNumbers } from './user/numbers.ts';
import { createOtherUser } from './user/user.ts';
import { createWays } from './user/ways.ts';

/** How a run confines what the change can influence. */
export type Confinement = Readonly<{
  kind: Sandbox['kind'];
  network: 'gateway' | 'open';
  /** One sentence for the report. */
  description: string;
}>;

export type ConfinementWish = Readonly<{
  sandbox: Wanted;
  network: 'auto' | 'gateway' | 'open';
  /** Of the repository. */
  isPrivate: boolean;
}>;

/** The sandboxes of a run: first it is found out how they confine, then they are made. */
export type Sandboxes = Readonly<{
  /** Finds it out by trying, once a run. Throws `bad-input` where nothing that was asked for works. */
  confine: (wish: ConfinementWish) => Promise<Confinement>;
  /** Tells by what those reach anything whose network is confined; those that are made before reach nothing. */
  open: (doors: Doors) => void;
  /** Makes one. What is started in it ends when the run is cancelled, and its marks begin with the run's. */
  create: (view: View) => Promise<Sandbox>;
}>;

export type SandboxesOptions = Readonly<{
  /** Directory of the run. */
  home: string;
  runner: Runner;
  /** Node and the program that stands at the inner end of a bridge. */
  bridge: readonly [node: string, script: string];
  mark: string;
  cancelled: AbortSignal;
}>;

export function createSandboxes(options: SandboxesOptions): Sandboxes {
  let chosen: Promise<Chosen> | null = null;
  let doors: Doors | null = null;
  let made = 0;
  return {
    open: (opened) => void (doors = opened),
    confine: async (wish) => (await (chosen ??= choose(wish, { ...options, doors: () => doors }))).confinement,
    async create(view) {
      if (chosen === null)
        throw new Failure('unknown', 'A sandbox was asked for before it was known which one works.', {
          hint: 'This is a defect of Patchwright; please report it.',
        });
      const { make, libraries } = await chosen;
      made += 1;
      const sandbox = await make(view, `${options.mark}.${made}`);
      const start: Sandbox['start'] = (program) => sandbox.start(withPythonLibraries(libraries, program));
      return stoppable({ ...sandbox, start }, options.cancelled);
    },
  };
}

type Make = (view: View, mark: string) => Promise<Sandbox>;
type Chosen = Readonly<{ confinement: Confinement; make: Make; libraries: readonly string[] }>;

type WithDoors = SandboxesOptions & Readonly<{ doors: () => Doors | null }>;

async function choose(wish: ConfinementWish, options: WithDoors): Promise<Chosen> {
  const directory = sandboxDirectory(options.home);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const programs = await findPrograms(options.runner);
  const attempt = (choice: Choice, isolated: boolean): Promise<string | null> =>
    makerOf(choice, { options, directory, isolated, description: '' })
      .then((make) =>
        probe((view) => make(view, `${options.mark}.probe`), {
          directory: options.home,
          env: options.runner.environment,
          open: openTo(choice),
        }),
      )
      .catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  const choice = await chooseSandbox(wish.sandbox, programs, (one) => attempt(one, false));
  const wanted = wish.network === 'gateway' || (wish.network === 'auto' && wish.isPrivate);
  const canConfine = wanted && choice.kind === 'bubblewrap' && (await attempt(choice, true)) === null;
  const network = chooseNetwork({ wanted: wish.network, isPrivate: wish.isPrivate, canConfine });
  const description = describe(choice, network);
  const make = await makerOf(choice, { options, directory, isolated: network === 'gateway', description });
  const libraries = await pythonLibrariesOf(options.runner.environment['PATH'] ?? '');
  return { confinement: { kind: choice.kind, network, description }, make, libraries };
}

/** What the way of confining cannot close by its nature, and is not tried. */
function openTo(choice: Choice): readonly Open[] {
  if (choice.kind !== 'user') return [];
  if (choice.walls === null) return ['processes', 'outside'];
  return choice.walls.processes === 'seen' ? ['processes'] : [];
}

async function findPrograms({ environment, workspace }: Runner): Promise<Programs> {
  const find = (name: string): Promise<string | null> =>
    resolveProgram(name, environment['PATH'] ?? '', [workspace]).catch(() => null);
  const [bwrap, sudo, setpriv, unshare] = await Promise.all(['bwrap', 'sudo', 'setpriv', 'unshare'].map(find));
  return {
    bwrap: bwrap ?? null,
    sudo: sudo ?? null,
    setpriv: setpriv ?? null,
    unshare: unshare ?? null,
    uid: process.getuid?.() ?? -1,
  };
}

type Making = Readonly<{ options: WithDoors; directory: string; isolated: boolean; description: string }>;

async function makerOf(choice: Choice, { options, directory, isolated, description }: Making): Promise<Make> {
  if (choice.kind === 'none') return async (_, mark) => createNoSandbox(mark);
  if (choice.kind === 'user') {
    const shared = { users: createUserNumbers(directory), ways: createWays(options.home) };
    const { runner } = options;
    const [tools, ...hidden] = await Promise.all([findTools(runner), hiddenOf(runner), runnersIn('/opt')]);
    const given = { ...choice, ...shared, tools, hidden: hidden.flat(), directory, description };
    return async (view, mark) => createOtherUser(given, view, mark);
  }
  const identity = identityInside();
  const system = [...(await systemOptions(options.runner)), ...(await hostOptions(directory))];
  const given = { ...choice, home: options.home, system, identity, isolated, directory, description };
  if (!isolated) return async (view, mark) => createBubblewrap(given, view, mark);
  return (view, mark) =>
    isolate((seen) => createBubblewrap(given, seen, mark), {
      view,
      program: options.bridge,
      directory,
      doors: options.doors(),
    });
}
