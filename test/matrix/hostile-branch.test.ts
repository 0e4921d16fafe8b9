import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileFiles, MARK, marksIn } from '../agent/hostile-branch.ts';
import type { ActionResult } from '../support/action/run-action.ts';
import { SMALL_REPOSITORY } from '../support/action/small-repository.ts';
import { setStage, type Stage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';
import type { SeedFiles } from '../support/github/seed.ts';
import { edit, read, say, write } from '../support/model/action.ts';
import { contains } from '../support/model/expectation.ts';
import { coder, reviewer, script } from '../support/model/script.ts';

const MAINTAINERS = 'Maintainers ask for semicolons.';

/** What git and package managers would run or fetch by configuration. */
function hostileTools(marks: string): SeedFiles {
  const alarm = (name: string): string => `touch ${join(marks, name)}`;
  return {
    '.gitattributes': '* filter=evil diff=evil merge=union text eol=crlf\n',
    '.gitmodules': `[submodule "evil"]\n\tpath = evil\n\turl = ext::sh -c ${alarm('submodule')}\n\tupdate = !${alarm('update')}\n`,
    '.lfsconfig': '[lfs]\n\turl = http://127.0.0.1:9/evil\n',
    '.npmrc': `registry=http://127.0.0.1:9/\nnode-options=--import=${join(marks, 'no-such-file.mjs')}\n`,
    'sub/AGENTS.md': { link: '../instructions.md' },
    'node_modules/.bin/git': { content: `#!/bin/sh\n${alarm('git')}\n`, executable: true },
    'node_modules/.bin/npm': { content: `#!/bin/sh\n${alarm('npm')}\n`, executable: true },
  };
}

const PASS = { summary: 'Right.', findings: [], acceptance: [] };

const TURNS = script('a hostile branch', [
  coder({
    round: 0,
    prompt: contains('# Role: coder', MAINTAINERS),
    does: [
      read('sub/deep/b.txt'),
      edit('src/calc.js', 'n + 2', 'n * 2'),
      // What it plants is there for nobody either.
      write('.opencode/plugin/planted.js', "import { writeFileSync } from 'node:fs'; writeFileSync('planted', '');\n"),
      say('Done.'),
    ],
  }),
  reviewer({ round: 0, does: [read('sub/deep/b.txt')], answers: PASS }),
]);

/** Every text of a request, without what stands between two lines of its boundary. */
function unfenced(body: string): string {
  const texts: string[] = [];
  JSON.parse(body, (_, value: unknown) => {
    if (typeof value === 'string')
      texts.push(value.replaceAll(/\[(quote-[0-9a-f]+) begins: [^\n]*\]\n[^]*?\n\[\1 ends\]/g, ''));
    return value;
  });
  return texts.join('\n');
}

describe('a branch with everything that would configure, extend or instruct an agent is worked on', () => {
  let stage: Stage;
  let run: ActionResult;
  let marks: string;
  beforeAll(async () => {
    marks = await mkdtemp(join(tmpdir(), 'marks-'));
    stage = await setStage({ script: TURNS, files: { ...SMALL_REPOSITORY, 'AGENTS.md': `${MAINTAINERS}\n` } });
    const { 'sub/AGENTS.md': _, ...hostile } = hostileFiles(marks);
    const files = { ...hostile, ...hostileTools(marks) };
    await stage.github.seed.commit({ branch: 'topic', files, author: 'maintainer', message: MARK });
    const { number } = await stage.github.seed.pull({
      head: 'topic',
      title: 'A topic',
      body: MARK,
      author: 'stranger',
    });
    run = await stage.comment('/opencode fix Make `double` in `src/calc.js` double.', {
      on: number,
      // In a sandbox a marker would not be seen from here.
      inputs: { sandbox: 'none' },
      // A workflow that checks out the branch instead of the default one.
      arrange: async (workspace) => void (await execa('git', ['-C', workspace, 'checkout', '--quiet', 'topic'])),
    });
  });
  afterAll(async () => {
    await run[Symbol.asyncDispose]();
    await stage[Symbol.asyncDispose]();
    await rm(marks, { recursive: true, force: true });
  });

  it('and nothing of it is run, by OpenCode, git or npm', async () => {
    expect(run.log).not.toContain('::error');
    stage.model.assertDone();
    expect(await marksIn(marks)).toEqual([]);
    expect(run.workspaceDigests[0]).toBe(run.workspaceDigests[1]);
  });

  it('and its words reach a prompt only between the lines of its boundary', () => {
    const { journal } = stage.model;
    expect(journal.some(({ body }) => body.includes(MARK))).toBe(true);
    for (const { body, step } of journal.filter(({ body: sent }) => sent !== ''))
      expect(unfenced(body), step).not.toContain(MARK);
  });

  it('and what is published is the fix alone, what was planted being named as held back', async () => {
    expect(await whatStands(stage.github).file('topic', 'src/calc.js')).toContain('n * 2');
    const names = await whatStands(stage.github).git('diff', '--name-only', 'topic~1', 'topic');
    expect(names).toBe('src/calc.js');
    expect(run.summary).toContain('.opencode/plugin/planted.js');
  });
});
