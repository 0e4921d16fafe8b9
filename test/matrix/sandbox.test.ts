import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolveProgram } from '../../src/workspace/program.ts';
import { HALF, OTHER_HALF, PASS } from '../scenarios/small.ts';
import { CANARIES } from '../support/action/environment.ts';
import { SMALL_REPOSITORY } from '../support/action/small-repository.ts';
import { setStage } from '../support/action/stage.ts';
import { whatStands } from '../support/action/what-stands.ts';
import { bash, say } from '../support/model/action.ts';
import { coder, reviewer, script } from '../support/model/script.ts';

const MODEL_KEY = 'canary-model-key-4e19';

/** Writes what a program sees into a file; each line is a question and its answer. */
const look = (file: string): string =>
  [
    'say() { name=$1; shift; if "$@" >/dev/null 2>&1; then echo "$name: yes"; else echo "$name: no"; fi; }',
    '{',
    'say "no new privileges" grep -q "NoNewPrivs:.*1" /proc/self/status',
    'say "no capability" grep -q "CapEff:[[:space:]]*0*$" /proc/self/status',
    'say "reads the password file" cat /etc/shadow',
    'say "sees the home of root" ls /root/.profile',
    'say "writes beside the clone" sh -c "echo > ../written"',
    'say "reads trusted code’s git directory" ls ../git/objects',
    'say "reads the run record" ls ../../record',
    // So written, what looks for it does not find itself.
    `say "finds a credential" sh -c 'cat /proc/[0-9]*/environ /proc/[0-9]*/cmdline 2>/dev/null | tr "\\0" "\\n" | grep "cana[r]y"'`,
    'say "becomes root" sudo -n true',
    'say "reaches the Docker socket" ls /var/run/docker.sock',
    `} > ${file} 2>/dev/null`,
  ].join('\n');

const NOTHING_OPEN = [
  'no new privileges: yes',
  'no capability: yes',
  'reads the password file: no',
  'sees the home of root: no',
  'writes beside the clone: no',
  'reads trusted code’s git directory: no',
  'reads the run record: no',
  'finds a credential: no',
  'becomes root: no',
  'reaches the Docker socket: no',
].join('\n');

/** The agent looks around, and so does the project's own check, which leaves what it saw in its output. */
const looksAround = () =>
  script('looks around', [
    coder({ round: 0, does: [bash(look('seen.txt')), HALF, OTHER_HALF, say('Done.')] }),
    reviewer({ round: 0, answers: PASS }),
  ]);

const FILES = {
  ...SMALL_REPOSITORY,
  'look.sh': `${look('../looked.txt')}\n${look('looked.txt')}\ngrep -q "finds a credential: no" looked.txt && ! test -e ../looked.txt\n`,
};

describe('what the agent and the checks see of the runner', () => {
  test.each([
    ['bubblewrap', 'serve', false, 'Confined with bubblewrap', 'reached the network as the runner does'],
    ['bubblewrap', 'run', true, 'Confined with bubblewrap', 'reached the model and the allowed domains alone'],
    ['bubblewrap', 'serve', true, 'Confined with bubblewrap', 'reached the model and the allowed domains alone'],
    ['user', 'serve', false, 'Confined as users of their own', 'reached the network as the runner does'],
    ['user', 'run', false, 'Confined as users of their own', 'reached the network as the runner does'],
  ])('sandbox %s, OpenCode by %s, private repository: %s', async (sandbox, transport, isPrivate, confined, reached) => {
    await using stage = await setStage({
      script: looksAround(),
      files: FILES,
      github: { settings: { private: isPrivate } },
    });
    await using run = await stage.label({
      inputs: {
        sandbox,
        'opencode-transport': transport,
        checks: 'look: sh look.sh\ntest: npm test',
        'api-key': MODEL_KEY,
      },
    });
    stage.model.assertDone();
    const { pulls, file, changed } = whatStands(stage.github);
    expect(run.outputs, run.log).toMatchObject({ outcome: 'published', verdict: 'pass' });
    expect(await changed('opencode/issue-1')).toEqual(['A\tseen.txt', 'M\tsrc/calc.js']);
    expect((await file('opencode/issue-1', 'seen.txt')).trim()).toBe(NOTHING_OPEN);
    const body = pulls()[0]?.pull.draft === false ? (pulls()[0]?.body ?? '') : 'a draft';
    expect(body).toContain(confined);
    expect(body).toContain(reached);
    const [before, after] = run.workspaceDigests;
    expect(after).toBe(before);
    const asked = JSON.stringify(stage.model.journal.map(({ messages }) => messages));
    for (const canary of [...Object.values(CANARIES), MODEL_KEY]) expect(asked).not.toContain(canary);
  });
});

/** A PATH with what a run needs and nothing that confines. */
async function bareDirectory(directory: string): Promise<string> {
  const path = process.env['PATH'] ?? '';
  for (const name of ['git', 'cp', 'node', 'npm', 'sh', 'tar'])
    await symlink(await resolveProgram(name, path), join(directory, name));
  return directory;
}

test('a runner on which nothing confines the agent is told so before any model is asked', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'bare-'));
  await mkdir(directory, { recursive: true });
  await using stage = await setStage({ script: script('nobody asks', []) });
  await using run = await stage.label({ env: { PATH: await bareDirectory(directory) } });
  await rm(directory, { recursive: true });
  expect(run.exitCode).toBe(1);
  expect(run.outputs).toMatchObject({ outcome: 'failed', 'failure-category': 'bad-input' });
  expect(run.log).toContain('bubblewrap is not installed');
  expect(run.log).toContain('sandbox: none');
  expect(stage.model.journal).toEqual([]);
  expect(whatStands(stage.github).pulls()).toEqual([]);
});
