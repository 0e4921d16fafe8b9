import type { Forge } from '../forge.ts';
import { attempt } from './attempt.ts';
import type { Client } from './repository.ts';

type ObjectCalls = Pick<Forge, 'treeOf' | 'entriesOf' | 'createBlob' | 'readBlob' | 'createTree' | 'createCommit'>;

const NEEDS = 'contents: write';

/** Git objects. Made twice they are the same or unreachable, so every call here is safe to retry. */
export function objectCalls({ octokit, at }: Client): ObjectCalls {
  const { git } = octokit.rest;
  return {
    treeOf: (commit) =>
      attempt(
        { to: `read the commit ${commit.slice(0, 7)}`, needs: 'contents: read' },
        async () => (await git.getCommit({ ...at, commit_sha: commit })).data.tree.sha,
        { 404: () => null, 409: () => null },
      ),
    entriesOf: (tree) =>
      attempt({ to: `read the tree ${tree.slice(0, 7)}`, needs: 'contents: read' }, async () => {
        const { data } = await git.getTree({ ...at, tree_sha: tree, recursive: 'true' });
        if (data.truncated) return null;
        return new Map(data.tree.map(({ path, mode, sha }) => [path, { mode, sha }]));
      }),
    createBlob: (bytes) =>
      attempt({ to: 'store a file', needs: NEEDS }, async () => {
        const content = Buffer.from(bytes).toString('base64');
        return (await git.createBlob({ ...at, content, encoding: 'base64' })).data.sha;
      }),
    readBlob: (blob) =>
      attempt(
        { to: `read the file ${blob.slice(0, 7)}`, needs: 'contents: read' },
        async () => Buffer.from((await git.getBlob({ ...at, file_sha: blob })).data.content, 'base64'),
        { 404: () => null },
      ),
    createTree: (baseTree, entries) =>
      attempt({ to: 'store the changed tree', needs: NEEDS }, async () => {
        const tree = entries.map(({ path, mode, sha }) => ({
          path,
          mode,
          sha,
          type: mode === '160000' ? ('commit' as const) : ('blob' as const),
        }));
        return (await git.createTree({ ...at, base_tree: baseTree, tree })).data.sha;
      }),
    createCommit: ({ message, tree, parents }) =>
      attempt({ to: 'store the commit', needs: NEEDS }, async () => {
        // No author and no committer: then GitHub signs it in the name of the token's account.
        return (await git.createCommit({ ...at, message, tree, parents: [...parents] })).data.sha;
      }),
  };
}
