import { expect, test } from 'vitest';
import { gatherTask } from '../../../src/pipeline/site/task-context.ts';
import { buildTask } from '../../../src/task/build-task.ts';
import { fitEntries } from '../../../src/task/context/fit.ts';
import { forgeOf } from '../../forge/forge.ts';
import { startGitHub } from '../../support/github/github.ts';
import { prepared, put } from '../../workspace/repository.ts';
import { askedOnPull } from './asked.ts';

const from = { what: 'diff', author: null, at: null };
const fileOf = (path: string, size: number): string => `diff --git a/${path} b/${path}\n${'+x\n'.repeat(size)}`;
const leftOutOf = (text: string): string => {
  const entry = { kind: 'diff', name: 'the diff of the pull request', texts: [{ text, from }] } as const;
  return fitEntries([entry], 1000).leftOut.join('\n');
};

test('of a large pull request every file is told or counted among those that are not', async () => {
  await using github = await startGitHub();
  await using workspace = await prepared({ 'a.txt': 'one\n' });
  const names = Array.from({ length: 40 }, (_, index) => `file-${index + 10}.txt`);
  await put(workspace.clone, Object.fromEntries(names.map((name) => [name, 'twelve words\n'.repeat(1000)])));
  const { tree } = await workspace.extract();
  const head = await github.seed.commit({ branch: 'topic', files: { 'a.ts': 'one\n' } });
  const { number } = await github.seed.pull({ head: 'topic' });
  const read = {
    ...workspace,
    mergeBase: async () => workspace.baseline,
    diff: async () => await workspace.diff(workspace.baseline, tree),
  };
  const deps = { forge: forgeOf(github) };
  const gathered = await gatherTask(askedOnPull({ number, head }), { workspace: read, state: null }, { deps });
  if (gathered.kind === 'question') throw new Error(gathered.reply);
  const diff = gathered.context.find(({ from: { what } }) => what.startsWith('diff of'))?.text ?? '';
  expect(diff).not.toContain('Left out');
  const told = names.filter((name) => diff.includes(`diff --git a/${name} `));
  const missing = names.filter((name) => !told.includes(name));
  expect(told.length).toBeGreaterThan(0);
  expect(gathered.leftOut).toEqual([
    `Left out of the diff of the pull request, because it is too long: ${missing.length} of 40 files: ` +
      `${missing.slice(0, 10).join(', ')} and ${missing.length - 10} more.`,
  ]);
});

test('the number of files that are left out is true however long their names are', () => {
  const long = Array.from({ length: 30 }, (_, index) => fileOf(`${'deep/'.repeat(60)}${index}.ts`, 2000)).join('');
  expect(leftOutOf(`${fileOf('a.ts', 1)}${long}`)).toMatch(/: 30 of 31 files: …[\w./]+, …[\w./]+ and 28 more\.$/);
  expect(leftOutOf(`${fileOf('a.ts', 1)}${fileOf('x b/y', 2000)}`)).toMatch(/: 1 of 2 files: x b\/y\.$/);
});

test('scenarios, standards and steps beyond what a task holds are counted', () => {
  const section = (name: string, most: number): string =>
    `## ${name}\n${Array.from({ length: most }, (_, index) => `1. line ${index}\n`).join('')}\n`;
  const build = (scenarios: number, standards: number, steps: number) =>
    buildTask({
      invocation: askedOnPull({
        body: `${section('Test scenarios', scenarios)}${section('Deliverable standard', standards)}${section('Implementation sequence', steps)}## Checklist\n- [ ] one\n`,
      }),
      scope: [],
      checks: [],
      files: new Set(),
      now: 0,
      run: 1,
    });
  const leftOut = [
    'Left out of the task: 10 of 30 things that must hold (Acceptance).',
    'Left out of the task: 4 of 14 lines of the deliverable standard.',
    'Left out of the task: 1 of 16 steps of the implementation sequence.',
  ];
  expect(build(30, 14, 16)).toMatchObject({ task: { leftOut }, notes: leftOut });
  expect(build(20, 10, 15)).toMatchObject({ task: { leftOut: [] }, notes: [] });
});
