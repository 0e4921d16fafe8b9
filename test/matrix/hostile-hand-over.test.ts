import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderCheckedAgain } from '../../src/pipeline/two-jobs/verification.ts';
import type { RunState } from '../../src/report/run.ts';
import { addFile, goodRecord, type Handed } from '../hand-over/handed.ts';
import { MENDED, publish, type Attack, type Published } from '../hand-over/published.ts';
import type { Content } from '../publish/change.ts';
import { JOB_TOKENS } from '../support/action/two-jobs.ts';
import { whatStands } from '../support/action/what-stands.ts';
import type { LoopbackGitHub } from '../support/github/github.ts';

/** What was written that is more than a comment, a reaction or the label. */
const written = ({ github }: Published) =>
  github.journal
    .filter(({ method, route }) => method !== 'GET' && !/comments|reactions|labels|\.git\//.test(route))
    .filter(({ route, body }) => !route.endsWith('/graphql') || JSON.stringify(body).includes('mutation'))
    .map(({ method, route }) => `${method} ${route}`);

async function nothingPublished(published: Published): Promise<void> {
  const { branches, pulls, git } = whatStands(published.github);
  expect(written(published)).toEqual([]);
  expect(await branches()).toEqual(['main']);
  expect(pulls()).toEqual([]);
  expect(await git('for-each-ref', 'refs/patchwright')).toBe('');
}

const trueVerification = ({ manifest: { base, tree } }: Handed): string => {
  const { checks } = goodRecord().told;
  return renderCheckedAgain({ base, tree, checks });
};

describe('a hand-over that is refused', () => {
  it.each<[string, string, Attack]>([
    ['a path that goes up', 'unsafe-path', { alter: (handed) => addFile(handed, '../../etc/cron.d/x') }],
    ['an absolute path', 'unsafe-path', { alter: (handed) => addFile(handed, '/etc/cron.d/x') }],
    ['a path into `.git`', 'unsafe-path', { alter: (handed) => addFile(handed, '.git/hooks/post-checkout') }],
    ['a path into `.GIT`', 'unsafe-path', { alter: (handed) => addFile(handed, 'a/.GiT/config') }],
    [
      '`.git` with a character that nobody sees',
      'unsafe-path',
      { alter: (handed) => addFile(handed, '.gi\u200ct/config') },
    ],
    ['`.git` by its short name', 'unsafe-path', { alter: (handed) => addFile(handed, 'GIT~1/config') }],
    ['a submodule', 'submodule', { alter: (handed) => addFile(handed, 'vendor/lib', { mode: '160000' }) }],
    ['a path twice', 'colliding-paths', { alter: (handed) => addFile(handed, 'src/calc.js') }],
    [
      'a link and a path below it',
      'colliding-paths',
      {
        alter: (handed) => {
          addFile(handed, 'lib', { text: '../../outside', mode: '120000' });
          addFile(handed, 'lib/x.js');
        },
      },
    ],
    [
      'a path below a link of the repository',
      'colliding-paths',
      { there: { link: { link: 'src' } }, alter: (handed) => addFile(handed, 'link/calc.js') },
    ],
    ['a path below a file', 'colliding-paths', { alter: (handed) => addFile(handed, 'README.md/x') }],
    ['a file where a folder is', 'colliding-paths', { alter: (handed) => addFile(handed, 'test') }],
    ['a tree that lacks a file', 'tree-mismatch', { files: { ...MENDED, 'a.txt': 'a' }, alter: cutOff }],
    ['a tree that has one more', 'tree-mismatch', { alter: (handed) => addFile(handed, 'more.txt') }],
    [
      'the deletion of what is not there',
      'tree-mismatch',
      { alter: ({ manifest }) => manifest.files.push({ status: 'deleted', path: 'nowhere.txt' }) },
    ],
    [
      'other bytes',
      'digest-mismatch',
      { alter: ({ blobs }) => setFirst(blobs, Buffer.alloc([...blobs.values()][0]?.length ?? 0)) },
    ],
    [
      'too many bytes',
      'too-large',
      { alter: ({ manifest }) => Object.assign(manifest.files[0] ?? {}, { size: 2 ** 31 }) },
    ],
    ['a base that is nowhere', 'wrong-base', { alter: ({ manifest }) => (manifest.base = 'd'.repeat(40)) }],
    ['a base of another branch', 'wrong-base', { alter: onAnotherBranch }],
    ['another run', 'other-run', { alter: ({ manifest }) => (manifest.run += 1) }],
    [
      'a branch of its own choice',
      'malformed',
      { alter: ({ manifest }) => Object.assign(manifest, { branch: 'main' }) },
    ],
    ['a record of another form', 'malformed', { alter: (handed) => (handed.record = { version: 9 }) }],
    [
      'a rule that the guard does not have',
      'malformed',
      { alter: ({ manifest }) => manifest.heldBack.push({ path: 'x', rule: '@everyone', reason: '' }) },
    ],
    ['a link in place of a file', 'not-plain-files', { onDisk: relink }],
    ['nothing', 'missing', { onDisk: (directory) => rm(directory, { recursive: true }) }],
  ])('with %s ends with the name of the rule %s, and nothing else is written', async (_, rule, attack) => {
    await publish(attack, async (published) => {
      const { run, github, issue } = published;
      expect(run.outputs['outcome'], run.log).toBe('failed');
      expect(run.exitCode).toBe(1);
      const [comment, ...more] = whatStands(github).comments(issue);
      expect(comment?.body).toContain(`\`${rule}\``);
      expect(more).toEqual([]);
      await nothingPublished(published);
    });
  });

  it('of a person who may not write is not even read', async () => {
    await publish({ sender: 'stranger' }, async (published) => {
      expect(published.run.outputs['outcome']).toBe('declined');
      expect(whatStands(published.github).comments(published.issue)).toEqual([]);
      await nothingPublished(published);
    });
  });
});

function cutOff({ manifest, blobs }: Handed): void {
  const gone = manifest.files.pop();
  if (gone !== undefined && gone.status !== 'deleted') blobs.delete(gone.sha256);
}

function setFirst(blobs: Handed['blobs'], bytes: Uint8Array): void {
  const [name = ''] = blobs.keys();
  blobs.set(name, bytes);
}

async function onAnotherBranch({ manifest }: Handed, github: LoopbackGitHub): Promise<void> {
  await github.seed.commit({ branch: 'other', files: { 'x.txt': 'x' }, author: 'maintainer' });
  manifest.base = await whatStands(github).git('rev-parse', 'other');
  await whatStands(github).git('update-ref', '-d', 'refs/heads/other');
}

async function relink(directory: string): Promise<void> {
  await rm(join(directory, 'manifest.json'));
  await symlink('/proc/self/environ', join(directory, 'manifest.json'));
}

describe('a hand-over that lies', () => {
  const draftOf = ({ github }: Published) => {
    const [pull, ...more] = whatStands(github).pulls();
    expect(more).toEqual([]);
    return pull;
  };

  it.each<[string, Attack, string]>([
    ['about verdict, checks and cost', {}, 'no job without a key ran the checks'],
    [
      'with the verification of another tree',
      {
        verification: ({ manifest }) =>
          trueVerification({ ...nothing, manifest: { ...manifest, tree: 'e'.repeat(40) } }),
      },
      'on another tree',
    ],
    ['with a verification that is none', { verification: () => '{"verified":true}' }, 'cannot be read'],
    [
      'about a review that never was',
      {
        alter: (handed) => (handed.record = { ...goodRecord(), judged: { ...goodRecord().judged, review: null } }),
        verification: trueVerification,
      },
      'not reviewed',
    ],
    [
      'about the tree that was reviewed',
      {
        alter: (handed) => (handed.record = { ...goodRecord(), judged: { ...goodRecord().judged, thisTree: false } }),
        verification: trueVerification,
      },
      'was not checked and reviewed as a whole',
    ],
    [
      'about the definition of its checks',
      {
        files: {
          ...MENDED,
          'package.json': JSON.stringify({ name: 'calc', type: 'module', scripts: { test: 'true' } }),
        },
        verification: trueVerification,
      },
      'the change alters what a check is',
    ],
  ])('%s is published as a draft that says so', async (_, attack, said) => {
    await publish(attack, async (published) => {
      const pull = draftOf(published);
      expect(pull?.pull.draft, published.run.log).toBe(true);
      expect(pull?.pull.head.ref).toBe('opencode/issue-1');
      expect(pull?.body).not.toContain('**✅ Verified**');
      expect(pull?.body).toContain(said);
      expect(pull?.body).toContain('as the agent’s job says');
      await Promise.resolve();
    });
  });

  it('is verified where a job without a key ran the checks on that very tree', async () => {
    await publish({ verification: trueVerification }, async (published) => {
      const pull = draftOf(published);
      expect(pull?.pull.draft).toBe(false);
      expect(pull?.body).toContain('**✅ Verified**');
      expect(pull?.body).toContain('reviewed in the agent’s job, as it says');
      await Promise.resolve();
    });
  });

  it('about where it stands is a draft: an older commit would choose its own checks', async () => {
    const attack: Attack = {
      alter: async (_, github) =>
        void (await github.seed.commit({
          branch: 'main',
          files: { 'src/new.js': 'export {};\n' },
          author: 'maintainer',
        })),
      verification: trueVerification,
    };
    await publish(attack, async (published) => {
      expect(draftOf(published)?.pull.draft).toBe(true);
      expect(draftOf(published)?.body).toContain('on an earlier commit');
      await Promise.resolve();
    });
  });

  it.each<[string, string, Readonly<Record<string, Content>>]>([
    ['protected-path', '.github/workflows/x.yml', { '.github/workflows/x.yml': 'on: push\n' }],
    ['name-collision', 'readme.md', { 'readme.md': '# other\n' }],
    ['out-of-scope', 'docs/x.md', { 'docs/x.md': '# x\n' }],
    ['secret', 'key.txt', { 'key.txt': `${JOB_TOKENS.publish}\n` }],
    ['secret', 'key64.txt', { 'key64.txt': `${Buffer.from(`x${JOB_TOKENS.publish}`).toString('base64')}\n` }],
  ])('meets the guard once more: %s holds %s back', async (rule, path, files) => {
    const there = rule === 'out-of-scope' ? { '.github/opencode.yml': 'scope: [src/**]\n' } : {};
    await publish({ there, files: { ...MENDED, ...files }, verification: trueVerification }, async (published) => {
      const pull = draftOf(published);
      expect(pull?.pull.draft, published.run.log).toBe(true);
      expect(pull?.body).toContain(rule);
      const changed = await whatStands(published.github).changed('opencode/issue-1');
      expect(changed).toEqual(['M\tsrc/calc.js']);
      expect(pull?.body).toContain(path);
    });
  });

  it('leaves no state for another branch, and none that is not state', async () => {
    for (const state of [
      'x',
      JSON.stringify({ state: JSON.stringify({ version: 1, branch: 'main' }), signature: null }),
    ]) {
      await publish({ alter: (handed) => (handed.record = { ...goodRecord(), state }) }, async ({ github }) => {
        expect(await whatStands(github).git('for-each-ref', 'refs/patchwright')).toBe('');
      });
    }
  });

  it('says nothing that acts: its words are written anew', async () => {
    const evil = '@maintainer fixes #1 ![x](http://evil.test/x.png) <img src=x> [skip ci]';
    const command = '::set-output name=x::y';
    const record = goodRecord({
      title: evil,
      summary: evil,
      notes: [evil, command, `a\r${command}`, `a\n${command}`, '##[save-state name=x]y'],
      agent: evil,
      confinement: evil,
      steps: [{ text: command, state: 'done' }],
    });
    await publish({ alter: (handed) => (handed.record = record) }, async (published) => {
      const pull = draftOf(published);
      for (const text of [pull?.title ?? '', pull?.body ?? '']) expect(text).not.toMatch(/(?<![\\`\w​])@maintainer/);
      // A title is no Markdown.
      expect(pull?.body).not.toContain('![x](');
      expect(pull?.body).not.toMatch(/(?<!\\)<img/);
      expect(published.run.log).not.toMatch(/(?:^|[\r\n])\s*(?:::set-output|##\[save-state)/);
      await Promise.resolve();
    });
  });
});

describe('a hand-over without a change', () => {
  const PLAN: NonNullable<RunState['plan']> = {
    goal: 'Mend both',
    assumptions: [],
    steps: [{ id: 'S1', title: 'One', files: [], read: [], action: 'Do it.', success: 'It is done.', depends: [] }],
    risks: [],
    questions: [],
  };

  it.each<[RunState['outcome'], Parameters<typeof goodRecord>[0], string, string]>([
    ['planned', { plan: PLAN }, 'planned', 'Mend both'],
    ['no-changes', { reason: 'The coder changed no file.' }, 'no-changes', 'The coder changed no file.'],
    ['needs-human', { question: 'Which one, @everyone?' }, 'needs-human', 'Which one'],
    ['published', {}, 'needs-human', 'left no change'],
    ['failed', { failure: { category: 'budget', message: 'Spent.', hint: 'More.' } }, 'failed', 'Spent.'],
  ])('that says “%s” is told so, and nothing is published', async (outcome, told, ended, said) => {
    const alter = (handed: Handed): void => {
      handed.bare = true;
      handed.record = { ...goodRecord({ ...told, outcome }), judged: null };
    };
    await publish({ alter }, async (published) => {
      expect(published.run.outputs['outcome'], published.run.log).toBe(ended);
      const [comment] = whatStands(published.github).comments(published.issue);
      expect(comment?.body).toContain(said);
      expect(comment?.body).not.toContain('@everyone');
      await nothingPublished(published);
    });
  });

  it('that has an answer is written anew from its parse', async () => {
    const alter = (handed: Handed): void => {
      handed.bare = true;
      const summary = 'It **doubles**. @maintainer ![x](http://evil.test/x.png) <!-- hidden -->';
      handed.record = { ...goodRecord({ outcome: 'answered', summary }), judged: null };
    };
    await publish({ alter, comment: '/opencode ask What does it do?' }, async (published) => {
      expect(published.run.outputs['outcome'], published.run.log).toBe('answered');
      const body = whatStands(published.github).comments(published.issue).at(-1)?.body ?? '';
      expect(body).toContain('It **doubles**.');
      expect(body).not.toMatch(/(?<![\\`\w​])@maintainer|!\[x\]\(|<!-- hidden/);
      await nothingPublished(published);
    });
  });
});

const nothing = { record: null, blobs: new Map<string, Uint8Array>() };
