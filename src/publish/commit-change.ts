import { Failure } from '../failure.ts';
import { codeSpan } from '../text/markdown.ts';
import { contains, meet, nameCommits } from './arrived.ts';
import type { Built, CommitOptions, Landing } from './landing.ts';
import { leaveAside } from './leave-aside.ts';
import { storeFiles } from './store.ts';

const MOST_TRIES = 3;

/**
 * Brings the change onto the place's branch by a fast-forward from the head that was seen, and never otherwise. Commits
 * that arrived meanwhile are built upon when they touch other paths, and left alone when not. Repeated after being cut
 * off anywhere, it finds what it had done.
 */
export async function commitChange(options: CommitOptions): Promise<Landing> {
  const { forge, change, place } = options;
  if (change.files.length === 0) return await withoutCommit(options);
  const built = await build(options);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const head = await forge.branchHead(place.branch);
    const landing = await land(options, built, head);
    if (landing !== 'moved-meanwhile') return landing;
  }
  return await leaveAside(
    options,
    built,
    `The branch ${codeSpan(place.branch)} kept moving while the work was published.`,
  );
}

async function withoutCommit({ forge, change, place }: CommitOptions): Promise<Landing> {
  const commit = await forge.branchHead(place.branch);
  return { branch: place.branch, commit, asChecked: commit === change.base, aside: null, notes: [] };
}

async function build({ forge, change, read, stored }: CommitOptions): Promise<Built> {
  const base = await forge.treeOf(change.base);
  if (base === null) {
    throw new Failure('bad-input', `The commit ${change.base} that the work is based on is not on the forge.`, {
      hint: 'Let the checkout be a commit that is pushed.',
    });
  }
  const entries = await storeFiles({ forge, read, stored }, change);
  const tree = await forge.createTree(base, entries);
  return { entries, tree, asChecked: tree === change.treeOnBase };
}

async function land(options: CommitOptions, built: Built, head: string | null): Promise<Landing | 'moved-meanwhile'> {
  const { forge, change, place, message } = options;
  if (head === null) {
    if (place.head !== null) {
      return await leaveAside(
        options,
        built,
        `The branch ${codeSpan(place.branch)} was deleted while the work went on.`,
      );
    }
    const commit = await forge.createCommit({ message, tree: built.tree, parents: [change.base] });
    return (await forge.createBranch(place.branch, commit)) ? landed(place.branch, commit, built) : 'moved-meanwhile';
  }
  if (head === change.base) return await advance(options, built, { head, tree: built.tree, notes: [] });
  return await join(options, built, head);
}

/** The head is another than the work is based on: it has the change already, or others' commits, or both. */
async function join(options: CommitOptions, built: Built, head: string): Promise<Landing | 'moved-meanwhile'> {
  const { forge, change, place } = options;
  const headTree = await forge.treeOf(head);
  if (headTree === null) return 'moved-meanwhile';
  if (headTree === built.tree) return landed(place.branch, head, built);
  const arrived = await forge.compare(change.base, head);
  const notes = [
    `The branch got ${nameCommits(arrived)} while the work went on; what is there now was not checked together.`,
  ];
  const there = { branch: place.branch, commit: head, asChecked: false, aside: null, notes };
  if (arrived.commits.some(({ tree }) => tree === built.tree)) return there;
  if (!arrived.descends || arrived.paths === null || meet(arrived.paths, change)) {
    if (await contains(forge, headTree, built)) return there;
    const what = arrived.descends ? `${nameCommits(arrived)} that touch the same files` : 'another history';
    return await leaveAside(
      options,
      built,
      `The branch ${codeSpan(place.branch)} has ${what}, so it was left as it is.`,
    );
  }
  const tree = await forge.createTree(headTree, built.entries);
  return await advance(options, built, { head, tree, notes });
}

type Step = Readonly<{ head: string; tree: string; notes: readonly string[] }>;

async function advance(
  options: CommitOptions,
  built: Built,
  { head, tree, notes }: Step,
): Promise<Landing | 'moved-meanwhile'> {
  const { forge, place, message } = options;
  const commit = await forge.createCommit({ message, tree, parents: [head] });
  const move = await forge.moveBranch(place.branch, { from: head, to: commit });
  switch (move.kind) {
    case 'moved':
      return { ...landed(place.branch, commit, built), asChecked: built.asChecked && tree === built.tree, notes };
    case 'stale':
      return 'moved-meanwhile';
    case 'refused':
      return await leaveAside(
        options,
        built,
        `GitHub does not let the branch ${codeSpan(place.branch)} move: ${move.reason}`,
      );
  }
}

function landed(branch: string, commit: string, { asChecked }: Built): Landing {
  return { branch, commit, asChecked, aside: null, notes: [] };
}
