import { execFile } from 'node:child_process';
import { lstat, mkdtemp, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { passAtOnce, PASS } from '../scenarios/small.ts';
import { SMALL_REPOSITORY } from '../support/action/small-repository.ts';
import { setStage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';
import { bash, write, edit, say } from '../support/model/action.ts';
import { coder, reviewer, script } from '../support/model/script.ts';

const run = promisify(execFile);

describe('a published change', () => {
  it('is what a clone of the pull request’s branch shows: files, modes, links, bytes', async () => {
    const files = {
      ...SMALL_REPOSITORY,
      'old.txt': 'moved, line by line\n'.repeat(5),
      'gone.txt': 'to be deleted\n',
      'run.sh': '#!/bin/sh\necho hi\n',
      'docs/a b.md': 'spaces\n',
    };
    await using stage = await setStage({
      files,
      script: passAtOnce('every kind of change', [
        edit('src/calc.js', 'n + 2', 'n * 2'),
        bash('printf "new\\n" > added.txt && git mv old.txt renamed.txt && rm gone.txt'),
        bash(
          'chmod +x run.sh && printf "#!/bin/sh\\n" > tool.sh && chmod +x tool.sh && ln -s docs/guide.md link && printf "guide\\n" > docs/guide.md',
        ),
        bash("printf '\\000\\001\\377\\376' > blob.bin && printf 'x' > 'docs/a b.md' && printf 'ü' > 'ümlaut.txt'"),
        bash(
          'git add -A && git -c user.name=x -c user.email=x@example.test commit -qm "a commit that counts for nothing"',
        ),
      ]),
    });
    await using result = await stage.label();
    const { pulls, changed } = whatStands(stage.github);
    // A mode that nobody asked for is held back, and so the pull request is a draft.
    expect(result.outputs).toMatchObject({ outcome: 'needs-human', branch: 'opencode/issue-1' });
    expect(pulls()[0]?.body).toContain('run.sh');
    expect((await changed('opencode/issue-1')).toSorted()).toEqual(
      [
        'A\tadded.txt',
        'A\tblob.bin',
        'A\tdocs/guide.md',
        'A\tlink',
        'A\trenamed.txt',
        'A\ttool.sh',
        'A\t"\\303\\274mlaut.txt"',
        'D\tgone.txt',
        'D\told.txt',
        'M\tdocs/a b.md',
        'M\tsrc/calc.js',
      ].toSorted(),
    );
    const directory = await mkdtemp(join(tmpdir(), 'clone-'));
    try {
      const url = `${stage.github.serverUrl}/${stage.github.owner}/${stage.github.repo}.git`;
      await run('git', ['clone', '--quiet', '--branch', 'opencode/issue-1', url, directory]);
      expect(await readFile(join(directory, 'blob.bin'))).toEqual(Buffer.from([0, 1, 255, 254]));
      expect(await readlink(join(directory, 'link'))).toBe('docs/guide.md');
      expect((await lstat(join(directory, 'tool.sh'))).mode & 0o111).not.toBe(0);
      expect((await lstat(join(directory, 'run.sh'))).mode & 0o111).toBe(0);
      expect(await readFile(join(directory, 'renamed.txt'), 'utf8')).toBe(files['old.txt']);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
    expect(stage.github.violations).toEqual([]);
  });

  it('has nothing out of scope and nothing protected, and names what was held back', async () => {
    await using stage = await setStage({
      script: passAtOnce('too far', [
        edit('src/calc.js', 'n + 2', 'n * 2'),
        bash(
          'printf "more\\n" >> README.md && mkdir -p .github/workflows && printf "on: push\\n" > .github/workflows/x.yml && printf "a=b\\n" > .npmrc',
        ),
      ]),
    });
    await using result = await stage.label({ inputs: { scope: 'src/**' } });
    const { pulls, changed, comments } = whatStands(stage.github);
    expect(await changed('opencode/issue-1')).toEqual(['M\tsrc/calc.js']);
    expect(result.outputs['outcome']).toBe('needs-human');
    const [pull] = pulls();
    expect(pull?.pull.draft).toBe(true);
    for (const path of ['README.md', '.github/workflows/x.yml', '.npmrc']) expect(pull?.body).toContain(path);
    expect(comments(stage.issue.number)[0]?.body).toContain('README.md');
    expect(await readFile(result.outputs['change'] ?? '', 'utf8')).toContain('.github/workflows/x.yml');
  });

  it('that is held back whole is kept as a patch, and nothing is published', async () => {
    await using stage = await setStage({ script: passAtOnce('all too far', [bash('printf "more\\n" >> README.md')]) });
    await using result = await stage.label({ inputs: { scope: 'src/**' } });
    const { pulls, branches, comments } = whatStands(stage.github);
    expect(result.outputs['outcome']).toBe('needs-human');
    expect([pulls(), await branches()]).toEqual([[], ['main']]);
    expect(comments(stage.issue.number)[0]?.body).toContain('README.md');
    expect(await readFile(result.outputs['change'] ?? '', 'utf8')).toContain('+more');
  });

  it('of a check’s definition is told and stays a draft', async () => {
    await using stage = await setStage({
      script: script('the test script is made to pass', [
        coder({ does: [edit('package.json', 'node --test', 'true'), say('Now it passes.')] }),
        reviewer({ answers: PASS }),
      ]),
    });
    await using result = await stage.label();
    const [pull] = whatStands(stage.github).pulls();
    expect(result.outputs['verdict']).toBe('pass');
    expect(pull?.pull.draft).toBe(true);
    expect(pull?.body).toContain('package.json');
    expect(pull?.body).toMatch(/reviewed, not verified/i);
  });

  it('of what the checks run with is told and stays a draft, although all of them pass', async () => {
    const lock = {
      lockfileVersion: 3,
      packages: { 'node_modules/runner': { resolved: 'https://example.org/runner.tgz' } },
    };
    await using stage = await setStage({
      script: passAtOnce('another runner is locked', [write('package-lock.json', JSON.stringify(lock))]),
    });
    await using result = await stage.label();
    const [pull] = whatStands(stage.github).pulls();
    expect(result.outputs['verdict']).toBe('pass');
    expect(pull?.pull.draft).toBe(true);
    expect(pull?.body).toContain('package-lock.json (decides what the checks run with)');
    expect(pull?.body).toContain('a person looks at it');
    expect(pull?.body).toMatch(/reviewed, not verified/i);
  });
});
