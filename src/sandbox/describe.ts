import type { Choice } from './choose.ts';
import { NOT_CONFINED } from './none.ts';

/** One sentence for the report: what holds, and what the way of confining cannot give. */
export function describe(choice: Choice, network: 'gateway' | 'open'): string {
  if (choice.kind === 'none') return NOT_CONFINED;
  const reached =
    network === 'gateway'
      ? 'reached the model and the allowed domains alone'
      : 'reached the network as the runner does';
  if (choice.kind === 'bubblewrap') {
    const way = choice.way.kind === 'root' ? 'bubblewrap, started through sudo' : 'bubblewrap';
    return `Confined with ${way}: the agent, setup and checks saw their own directories, the system’s programs and no other process, and ${reached}.`;
  }
  const { walls } = choice;
  const wrote =
    walls === null
      ? 'in their own directories and wherever everybody may write on this runner'
      : 'in their own directories alone';
  const processes =
    walls?.processes === 'hidden' ? 'saw no other process' : 'could neither read nor end the processes of others';
  const seen = walls?.processes === 'hidden' ? '' : 'the list of processes and ';
  const where = walls === null ? 'on the runner' : 'outside the runner’s home and workspace';
  return `Confined as users of their own: the agent, setup and checks wrote ${wrote}, ${processes}, and ${reached}; ${seen}what everybody may read ${where} was open to them.`;
}
