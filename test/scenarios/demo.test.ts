import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { startOpenCode } from '../support/model/opencode-server.ts';
import { startScriptedModel } from '../support/model/scripted-model.ts';
import { demo } from './demo.ts';

const REPOSITORY = join(import.meta.dirname, '../../demo/repository');
const ANSWER = { type: 'json_schema' as const, schema: { type: 'object' } };

test('the sample repository fails on its one bug alone, and its lint passes', async () => {
  expect(await failures(REPOSITORY)).toEqual(['a leading minus counts for the whole duration']);
  expect((await execa('npm', ['run', 'lint'], { cwd: REPOSITORY })).exitCode).toBe(0);
});

test('the first attempt passes the tests and breaks the way back, which the fix mends', async () => {
  await using tree = await copyRepository();
  await using model = await startScriptedModel(demo);
  await using server = await startOpenCode({ directory: tree.path, baseUrl: model.baseUrl });
  const session = async (title: string) =>
    (await server.client.session.create({ title }, { throwOnError: true })).data.id;
  const prompt = async (sessionID: string, text: string, format?: typeof ANSWER) => {
    const body = { sessionID, parts: [{ type: 'text' as const, text }], ...(format === undefined ? {} : { format }) };
    return (await server.client.session.prompt(body, { throwOnError: true })).data.info;
  };
  const [coder, reviewer] = [await session('coder'), await session('reviewer')];
  const issue = await readFile(join(REPOSITORY, '../issue.md'), 'utf8');

  await prompt(coder, `# Role: coder\n\n${issue}`);
  expect(await failures(tree.path)).toEqual([]);
  expect(await wayBack(tree.path)).toContain('Not a duration: "-1h -30m"');
  const first = await prompt(
    reviewer,
    `# Role: reviewer\n\n${issue}\n\ndiff --git a/src/parse.js b/src/parse.js`,
    ANSWER,
  );
  expect(first.structured).toMatchObject({
    findings: [{ severity: 'high', path: 'src/format.js' }, { severity: 'low' }],
  });

  await prompt(coder, 'Open findings: F1 and F2, see src/format.js.');
  expect(await failures(tree.path)).toEqual([]);
  expect(await wayBack(tree.path)).toBe('-5400000');
  const second = await prompt(reviewer, 'Since then src/format.js changed. Your open findings are F1 and F2.', ANSWER);
  expect(second.structured).toMatchObject({
    findings: [],
    resolutions: [{ id: 'F1', status: 'resolved' }, { id: 'F2' }],
  });
  expect((await execa('npm', ['run', 'lint'], { cwd: tree.path })).exitCode).toBe(0);
  model.assertDone();
}, 60_000);

async function copyRepository() {
  const path = await mkdtemp(join(tmpdir(), 'sample-'));
  await cp(REPOSITORY, path, { recursive: true });
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

async function failures(cwd: string): Promise<readonly string[]> {
  const { stdout } = await execa('node', ['--test', '--test-reporter=tap'], { cwd, reject: false });
  return [...stdout.matchAll(/^not ok \d+ - (.*)$/gmu)].map((match) => match[1] ?? '');
}

/** What a saved overdue timer is restored to, or the error. */
async function wayBack(cwd: string): Promise<string> {
  const code =
    "import { formatDuration, parseDuration } from './src/index.js'; console.log(parseDuration(formatDuration(-5400000)));";
  const { stdout, stderr } = await execa('node', ['--input-type=module', '-e', code], { cwd, reject: false });
  return stdout + stderr;
}
