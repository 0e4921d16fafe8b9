import { touchesDefinitions } from '../../src/check/definitions.ts';
import type { Change, ChangedFile } from '../../src/workspace/change.ts';
import { repoPath } from '../support/repo-path.ts';

export type Files = Readonly<Record<string, string>>;

/** A change of these paths, by which nothing else is known. */
export function changeOf(paths: readonly string[]): Change {
  const files = paths.map((path): ChangedFile => ({ status: 'deleted', path: repoPath(path), previousMode: '100644' }));
  return {
    base: 'base',
    baselineTree: 'before',
    tree: 'after',
    treeOnBase: 'after',
    files,
    added: 0,
    removed: 0,
    leftOut: [],
  };
}

/** What is told of the change between two trees. */
export async function touched(
  before: Files,
  after: Files,
  { commands = ['npm test'], setup = '' }: Readonly<{ commands?: readonly string[]; setup?: string }> = {},
): Promise<readonly string[]> {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (path) => before[path] !== after[path],
  );
  return await touchesDefinitions({
    change: changeOf(paths),
    checks: commands.map((command) => ({ name: command, command, source: 'test' })),
    setup: setup === '' ? null : { text: setup, source: 'test' },
    files: Object.keys(before),
    readFile: async (tree, path) => {
      const text = (tree === 'before' ? before : after)[path];
      return text === undefined ? null : Buffer.from(text);
    },
  });
}

/** A `package.json` at the root. */
export const manifest = (content: object) => ({ 'package.json': JSON.stringify(content) });
