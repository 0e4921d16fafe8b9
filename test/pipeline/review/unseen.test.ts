import { expect, test } from 'vitest';
import { findUnseen } from '../../../src/pipeline/review/unseen.ts';
import type { ChangedFile } from '../../../src/workspace/change.ts';
import { readDiff } from '../../../src/workspace/read-diff.ts';
import { repoPath } from '../../support/repo-path.ts';

const changed = (path: string, mode: '100644' | '160000'): ChangedFile => ({
  status: 'modified',
  path: repoPath(path),
  mode,
  previousMode: mode,
  blob: '0'.repeat(40),
  size: 0,
  sha256: '',
  renamedFrom: null,
});

test('what the diff is silent about is named: submodules, and files beyond the length that is read', async () => {
  const whole = readDiff(
    'diff --git a/old.ts b/new.ts\nsimilarity index 100%\nrename from old.ts\nrename to new.ts\ndiff --git a/a.ts b/a.ts\n--- a/a.ts\n+++ b/a.ts\n@@ -1 +1 @@\n-a\n+b\n',
  );
  const changes = async (): Promise<readonly ChangedFile[]> => [
    changed('a.ts', '100644'),
    { status: 'deleted', path: repoPath('old.ts'), previousMode: '100644' },
    changed('new.ts', '100644'),
    changed('lib/module', '160000'),
    { status: 'deleted', path: repoPath('lib/gone'), previousMode: '160000' },
    changed('z.ts', '100644'),
  ];
  expect(await findUnseen({ changes }, { base: 'b', head: 'h', whole })).toEqual({
    aside: [
      { path: 'lib/module', reason: 'submodule' },
      { path: 'lib/gone', reason: 'submodule' },
    ],
    incomplete: [{ files: ['z.ts'], because: 'The diff is longer than is read, and they stand at its end.' }],
  });
});
