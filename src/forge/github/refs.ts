import type { Forge } from '../forge.ts';
import { attempt } from './attempt.ts';
import type { Client } from './repository.ts';

type RefCalls = Pick<Forge, 'refTarget' | 'moveRef' | 'deleteRef' | 'refsFrom' | 'createFolder'>;

const NEEDS = 'contents: write';

/** References outside the branches, where state is kept, and the trees that they lead to. */
export function refCalls({ octokit, at }: Client): RefCalls {
  const { git } = octokit.rest;
  const refTarget: Forge['refTarget'] = (name) =>
    attempt(
      { to: `read refs/${name}`, needs: 'contents: read' },
      async () => (await git.getRef({ ...at, ref: name })).data.object.sha,
      { 404: () => null, 409: () => null },
    );
  return {
    refTarget,
    moveRef: (name, { from, to }) => {
      // A call that had its effect and whose answer was lost is found done.
      const isThere = async (): Promise<boolean> => (await refTarget(name)) === to;
      return attempt(
        { to: `write refs/${name}`, needs: NEEDS },
        async () => {
          if (from === null) await git.createRef({ ...at, ref: `refs/${name}`, sha: to });
          else await git.updateRef({ ...at, ref: name, sha: to, force: false });
          return true;
        },
        { 409: isThere, 422: isThere },
      );
    },
    deleteRef: (name) =>
      attempt<void, void>(
        { to: `delete refs/${name}`, needs: NEEDS },
        async () => {
          await git.deleteRef({ ...at, ref: name });
        },
        { 404: () => undefined, 422: () => undefined },
      ),
    refsFrom: (prefix) =>
      attempt({ to: `list refs/${prefix}`, needs: 'contents: read' }, async () => {
        const { data } = await git.listMatchingRefs({ ...at, ref: prefix });
        return data.map(({ ref }) => ref.replace(/^refs\//, ''));
      }),
    createFolder: (entries) =>
      attempt({ to: 'store state', needs: NEEDS }, async () => {
        const tree = entries.map(({ path, ...what }) =>
          'text' in what
            ? { path, mode: '100644' as const, type: 'blob' as const, content: what.text }
            : { path, mode: '040000' as const, type: 'tree' as const, sha: what.tree },
        );
        return (await git.createTree({ ...at, tree })).data.sha;
      }),
  };
}
