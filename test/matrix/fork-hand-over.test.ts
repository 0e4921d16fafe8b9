import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { closeState } from '../../src/pipeline/kept/saved-state.ts';
import { goodRecord, handedOn, RUN_ID, writeHanded } from '../hand-over/handed.ts';
import { MENDED } from '../hand-over/published.ts';
import { stateOn } from '../pipeline/kept.ts';
import { applied, patchIn } from '../support/action/applied.ts';
import { runAction } from '../support/action/run-action.ts';
import { SMALL_REPOSITORY } from '../support/action/small-repository.ts';
import { JOB_TOKENS, SPLIT } from '../support/action/two-jobs.ts';
import { whatStands } from '../support/action/what-stands.ts';
import { startGitHub } from '../support/github/github.ts';

it('what was handed over for a fork’s pull request is told as a patch, whatever state comes with it', async () => {
  await using github = await startGitHub({
    seed: [{ files: SMALL_REPOSITORY, message: 'Initial commit' }],
    permissions: { maintainer: 'write' },
    ...SPLIT,
  });
  await github.seed.commit({ branch: 'topic', files: { 'ours.txt': 'x\n' }, author: 'maintainer' });
  const head = await github.seed.commit({ branch: 'topic', fork: 'stranger', files: { 'theirs.txt': 'x\n' } });
  const { number } = await github.seed.pull({ head: 'topic', fork: 'stranger', author: 'stranger' });
  const { git, comments } = whatStands(github);
  const before = await git('for-each-ref');
  const handed = await handedOn(github, { ...MENDED, '.npmrc': 'fund=false\n' }, { base: head });
  const state = closeState(stateOn(github, { branch: 'topic' }), null);
  const root = await mkdtemp(join(tmpdir(), 'fork-'));
  try {
    await writeHanded(join(root, 'change'), { ...handed, record: { ...goodRecord(), state } });
    const { id } = github.seed.comment({ issue: number, body: '/opencode fix it', author: 'maintainer' });
    await using run = await runAction({
      github,
      event: 'issue_comment',
      payload: await github.event('issue_comment', { comment: id, sender: 'maintainer' }),
      token: JOB_TOKENS.publish,
      runId: RUN_ID,
      checkout: false,
      inputs: { mode: 'publish', 'hand-over': join(root, 'change') },
    });
    expect(run.outputs['outcome'], run.log).toBe('needs-human');
    expect(await git('for-each-ref')).toBe(before);
    const body = comments(number)[0]?.body ?? '';
    expect(body).toContain('not in the patch');
    expect(await applied(github, head, patchIn(body) ?? '')).toEqual(MENDED);
    expect(github.violations).toEqual([]);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
