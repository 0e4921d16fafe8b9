import { execa } from 'execa';
import type { LoopbackGitHub } from '../github/github.ts';

/** What is kept of the work on a branch, as somebody sees and changes it who may push. */
export function keptState(github: LoopbackGitHub, branch = 'opencode/issue-1') {
  const ref = `refs/patchwright/runs/${encodeURIComponent(branch)}`;
  const git = async (args: readonly string[], input = ''): Promise<string> =>
    (await execa('git', ['--git-dir', github.gitDir, ...args], { input })).stdout.trim();
  const who = ['-c', 'user.name=somebody', '-c', 'user.email=somebody@example.com'];
  return {
    /** Null when there is none. */
    commit: async (): Promise<string | null> => (await git(['for-each-ref', '--format=%(objectname)', ref])) || null,
    text: (): Promise<string> => git(['cat-file', 'blob', `${ref}:state.json`]),
    /** Everything that was ever kept, each object's text. */
    everything: async (): Promise<string> => {
      const objects = (await git(['rev-list', '--objects', ref])).split('\n').map((line) => line.split(' ')[0] ?? '');
      const texts = await Promise.all(objects.map((id) => git(['cat-file', '-p', id])));
      return texts.join('\n');
    },
    /** Puts another text there, on top of what is there. */
    forge: async (text: string): Promise<void> => {
      const blob = await git(['hash-object', '-w', '--stdin'], text);
      const tree = await git(['mktree'], `100644 blob ${blob}\tstate.json\n`);
      const parents = (await git(['for-each-ref', '--format=%(objectname)', ref]))
        .split('\n')
        .filter((id) => id !== '');
      const commit = await git([...who, 'commit-tree', tree, '-m', 'mine', ...parents.flatMap((id) => ['-p', id])]);
      await git(['update-ref', ref, commit]);
    },
    restore: (commit: string): Promise<string> => git(['update-ref', ref, commit]),
  };
}
