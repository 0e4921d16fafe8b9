import { Failure } from '../failure.ts';
import type { Way } from './bubblewrap/bubblewrap.ts';
import type { Root } from './root.ts';
import type { Walls } from './user/passage.ts';

/** A way of confining that was tried and works. */
export type Choice =
  | Readonly<{ kind: 'bubblewrap'; bwrap: string; way: Way }>
  /** Without walls what everybody may write is open to it. */
  | Readonly<{ kind: 'user'; root: Root; setpriv: string; walls: Walls | null }>
  | Readonly<{ kind: 'none' }>;

/** Absolute paths, null for what is not installed; `uid` is who the run is. */
export type Programs = Readonly<Record<'bwrap' | 'sudo' | 'setpriv' | 'unshare', string | null> & { uid: number }>;

export type Wanted = 'auto' | 'bubblewrap' | 'user' | 'none';

/** Tries one way of confining; null when it works, else what is wrong. */
export type Try = (choice: Choice) => Promise<string | null>;

/**
 * The strongest way that works, told by trying it. Throws `bad-input` where none does, or the one that was named does not:
 * going on without confinement is somebody's decision, and never made here.
 * What leaves the runner's own files open is taken only where it is named.
 */
export async function chooseSandbox(wanted: Wanted, programs: Programs, attempt: Try): Promise<Choice> {
  if (wanted === 'none') return { kind: 'none' };
  const wrong: string[] = [];
  for (const [name, choice] of candidates(programs)) {
    if (wanted !== 'auto' && wanted !== choice.kind) continue;
    const problem = wanted === 'auto' && isOpen(choice) ? UNASKED : await attempt(choice);
    if (problem === null) return choice;
    wrong.push(`${name}: ${problem.slice(0, 200)}`);
  }
  const missing = missingOf(wanted, programs);
  const why = [...wrong, ...missing].join('; ');
  throw wanted === 'auto'
    ? new Failure('bad-input', `Nothing on this runner confines the agent (${why}).`, { hint: REMEDY })
    : new Failure('bad-input', `\`sandbox: ${wanted}\` does not work on this runner (${why}).`, { hint: REMEDY });
}

/** What stands in the checkout and at home is readable for it as far as it is for everybody, a token among it. */
function isOpen(choice: Choice): boolean {
  return choice.kind === 'user' && choice.walls === null;
}

const UNASKED =
  'it could read the checkout and the runner’s home as everybody can, so `sandbox: user` has to ask for it';

/** From the strongest to the weakest. */
function candidates({ bwrap, sudo, setpriv, unshare, uid }: Programs): readonly (readonly [string, Choice])[] {
  const throughSudo: Root | null = sudo === null ? null : { kind: 'sudo', sudo };
  const root: Root | null = uid === 0 ? { kind: 'self' } : throughSudo;
  const found: (readonly [string, Choice])[] = [];
  if (bwrap !== null) found.push(['bubblewrap', { kind: 'bubblewrap', bwrap, way: { kind: 'user-namespace' } }]);
  if (bwrap !== null && setpriv !== null && root?.kind === 'sudo')
    found.push(['bubblewrap through sudo', { kind: 'bubblewrap', bwrap, way: { kind: 'root', root, setpriv } }]);
  if (setpriv === null || root === null) return found;
  if (unshare !== null) {
    found.push(['another user', { kind: 'user', root, setpriv, walls: { unshare, processes: 'hidden' } }]);
    found.push([
      'another user who sees the list of processes',
      { kind: 'user', root, setpriv, walls: { unshare, processes: 'seen' } },
    ]);
  }
  found.push(['another user without mounts of its own', { kind: 'user', root, setpriv, walls: null }]);
  return found;
}

function missingOf(wanted: Wanted, { bwrap, sudo, setpriv, uid }: Programs): readonly string[] {
  const needed = [
    ...(wanted === 'user' ? [] : [['bubblewrap', bwrap] as const]),
    ...(uid === 0 ? [] : [['sudo', sudo] as const]),
    ['setpriv', setpriv] as const,
  ];
  return needed.flatMap(([name, path]) => (path === null ? [`${name} is not installed`] : []));
}

const REMEDY =
  'Install bubblewrap in an earlier step (`sudo apt-get update && sudo apt-get install --yes bubblewrap`), or choose `sandbox: none` knowingly: the agent can then read and do whatever the runner’s user can.';
