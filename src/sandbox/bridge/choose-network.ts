import { Failure } from '../../failure.ts';

type Wish = Readonly<{
  wanted: 'auto' | 'gateway' | 'open';
  /** Of the repository. */
  isPrivate: boolean;
  /** Whether the sandbox that was found to work can have a network of its own. */
  canConfine: boolean;
}>;

/** The network of a run. Throws `bad-input` where `gateway` was asked for and cannot be given. */
export function chooseNetwork({ wanted, isPrivate, canConfine }: Wish): 'gateway' | 'open' {
  if (wanted === 'auto') return isPrivate && canConfine ? 'gateway' : 'open';
  if (wanted === 'open' || canConfine) return wanted;
  throw new Failure('bad-input', '`network: gateway` takes bubblewrap, and it does not work or was not chosen here.', {
    hint: 'Install bubblewrap on the runner (`sudo apt-get install bubblewrap`) and leave `sandbox` at auto, or choose `network: open` knowingly.',
  });
}
