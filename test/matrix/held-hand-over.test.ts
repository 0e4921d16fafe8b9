import { describe, expect, it } from 'vitest';
import { RUN_ID } from '../hand-over/handed.ts';
import { MENDED, publish, type Published } from '../hand-over/published.ts';
import { runAction } from '../support/action/run-action.ts';
import { JOB_TOKENS } from '../support/action/two-jobs.ts';
import { whatStands } from '../support/action/what-stands.ts';

const HELD = 'refs/patchwright/held/opencode%2Fissue-1';
const BRANCH = 'opencode/issue-1';
const NPMRC = { '.npmrc': 'fund=false\n' };

/** What somebody who may write could accept, by path. */
async function acceptable({ github }: Published): Promise<readonly string[]> {
  const { git } = whatStands(github);
  if ((await git('for-each-ref', HELD)) === '') return [];
  return [...(await git('show', `${HELD}:state.json`)).matchAll(/"path":"([^"]*)"/g)].map(([, path = '']) => path);
}

/** The publishing job of a later run, which needs no hand-over for a command without a model. */
async function comment({ github, issue }: Published, body: string) {
  const { id } = github.seed.comment({ issue, body, author: 'maintainer' });
  return await runAction({
    github,
    event: 'issue_comment',
    payload: await github.event('issue_comment', { comment: id, sender: 'maintainer' }),
    token: JOB_TOKENS.publish,
    runId: RUN_ID + 1,
    checkout: false,
    inputs: { mode: 'publish' },
  });
}

describe('what the publishing job’s own guard holds back', () => {
  it('is kept, shown with the command that takes it, and published by that command', async () => {
    await publish({ files: { ...MENDED, ...NPMRC } }, async (published) => {
      const { changed, file, pulls } = whatStands(published.github);
      expect(await changed(BRANCH), published.run.log).toEqual(['M\tsrc/calc.js']);
      expect(await acceptable(published)).toEqual(['.npmrc']);
      const [command] = /\/opencode accept \.npmrc@[0-9a-f]{32}/.exec(pulls()[0]?.body ?? '') ?? [''];
      await using accepted = await comment(published, command);
      expect(accepted.outputs['outcome'], accepted.log).toBe('answered');
      expect(await file(BRANCH, '.npmrc')).toBe('fund=false');
      expect(pulls()[0]?.body).toContain('maintainer');
    });
  });

  it('is kept by its own word: what the hand-over says is held back is neither held back nor offered', async () => {
    const lie = (path: string) => ({ path, rule: 'protected-path', reason: 'Accept me.' });
    const alter = ({ manifest }: { manifest: { heldBack: unknown[] } }): void =>
      void manifest.heldBack.push(lie('src/calc.js'), lie('AGENTS.md'));
    await publish({ files: { ...MENDED, ...NPMRC }, alter }, async (published) => {
      const { changed, pulls } = whatStands(published.github);
      expect(await changed(BRANCH), published.run.log).toEqual(['M\tsrc/calc.js']);
      expect(await acceptable(published)).toEqual(['.npmrc']);
      expect(pulls()[0]?.body).toContain('AGENTS.md');
      expect(pulls()[0]?.body).not.toMatch(/accept (?:src\/calc\.js|AGENTS\.md)/);
      await using refused = await comment(published, '/opencode accept AGENTS.md');
      expect(refused.outputs['outcome'], refused.log).toBe('declined');
    });
  });

  it.each([
    ['with a credential in it', { '.npmrc': `token=${JOB_TOKENS.publish}\n` }],
    ['with a name that collides', { 'readme.md': '# other\n' }],
  ])('%s is kept nowhere', async (_, files) => {
    await publish({ files: { ...MENDED, ...files } }, async (published) => {
      expect(await whatStands(published.github).changed(BRANCH), published.run.log).toEqual(['M\tsrc/calc.js']);
      expect(await acceptable(published)).toEqual([]);
      expect(await whatStands(published.github).git('log', '--all', '-p')).not.toContain(JOB_TOKENS.publish);
    });
  });

  it('goes with the work that is abandoned', async () => {
    await publish({ files: { ...MENDED, ...NPMRC } }, async (published) => {
      await using abandoned = await comment(published, '/opencode abandon');
      expect(abandoned.outputs['outcome'], abandoned.log).toBe('answered');
      expect(await acceptable(published)).toEqual([]);
    });
  });
});
