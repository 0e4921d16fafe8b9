import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { createFixture } from 'fs-fixture';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));
const Report = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });

/** What stands in each file, and the rule that must report it; null where nothing may be reported. */
const cases: readonly (readonly [file: string, code: string, rule: string | null])[] = [
  ['src/check/takes-earlier-type.ts', `import type { Task } from '../task/task.ts';\nexport type A = Task;`, null],
  ['src/report/takes-any-type.ts', `import type { Task } from '../task/task.ts';\nexport type A = Task;`, null],
  ['src/check/takes-port.ts', `export { grow } from '../workspace/clone.ts';`, null],
  ['src/check/takes-text.ts', `export { quote } from '../text/quote.ts';`, null],
  ['src/check/takes-failure.ts', `export { code } from '../failure.ts';`, null],
  ['src/check/takes-own-room.ts', `import { x } from './takes-port-value.ts';\nexport const y = x;`, null],
  ['src/check/takes-port-value.ts', `export const x = 1;`, null],
  ['src/check/deep/takes-own-room.ts', `import { x } from '../takes-port-value.ts';\nexport const y = x;`, null],
  ['src/check/deep/takes-port.ts', `import { grow } from '../../workspace/clone.ts';\nexport const y = grow;`, null],
  ['src/workspace/takes-port.ts', `import type { Agent } from '../agent/agent.ts';\nexport type A = Agent;`, null],
  ['src/agent/opencode/takes-port.ts', `import type { Agent } from '../agent.ts';\nexport type A = Agent;`, null],
  ['src/agent/opencode/takes-own.ts', `import { serve } from './serve.ts';\nexport const y = serve;`, null],
  ['src/text/takes-failure.ts', `import { code } from '../failure.ts';\nexport const y = code;`, null],
  ['src/pipeline/words/deep.ts', `import { task } from '../../task/task.ts';\nexport const y = task;`, null],
  [
    'src/pipeline/words/adapter.ts',
    `import { rest } from '../../forge/github/rest.ts';\nexport const y = rest;`,
    'no-restricted-imports',
  ],
  ['src/pipeline/words/top.ts', `import { y } from '../../pipeline.ts';\nexport const z = y;`, 'no-restricted-imports'],
  ['src/pipeline.ts', `import { task } from './task/task.ts';\nexport const y = task;`, null],
  [
    'src/main.ts',
    `import { serve } from './agent/opencode/serve.ts';\nprocess.exitCode = serve + Object.keys(process.env).length;`,
    null,
  ],
  ['src/post.ts', `import * as core from '@actions/core';\ncore.info('x');`, null],
  [
    'src/cli/run.ts',
    `import { serve } from '../agent/opencode/serve.ts';\nexport const y = [serve, process.env];`,
    null,
  ],

  [
    'src/check/function-of-earlier-stage.ts',
    `import { task } from '../task/task.ts';\nexport const y = task;`,
    'no-restricted-imports',
  ],
  [
    'src/check/lazy-function-of-stage.ts',
    `export const y = async () => await import('../task/task.ts');`,
    'no-restricted-imports',
  ],
  ['src/check/re-export-of-stage.ts', `export { task } from '../task/task.ts';`, 'no-restricted-imports'],
  [
    'src/task/type-of-later-stage.ts',
    `import type { A } from '../check/takes-earlier-type.ts';\nexport type B = A;`,
    'no-restricted-imports',
  ],
  [
    'src/task/type-by-annotation.ts',
    `export type B = import('../check/takes-earlier-type.ts').A;`,
    'consistent-type-imports',
  ],
  [
    'src/check/deep/function-of-stage.ts',
    `import { task } from '../../task/task.ts';\nexport const y = task;`,
    'no-restricted-imports',
  ],
  [
    'src/check/adapter.ts',
    `import { serve } from '../agent/opencode/serve.ts';\nexport const y = serve;`,
    'no-restricted-imports',
  ],
  [
    'src/check/adapter-type.ts',
    `import type { S } from '../agent/opencode/serve.ts';\nexport type T = S;`,
    'no-restricted-imports',
  ],
  [
    'src/agent/own-adapter.ts',
    `import { serve } from './opencode/serve.ts';\nexport const y = serve;`,
    'no-restricted-imports',
  ],
  [
    'src/agent/opencode/other-adapter.ts',
    `import { rest } from '../../forge/github/rest.ts';\nexport const y = rest;`,
    'no-restricted-imports',
  ],
  [
    'src/agent/other/sibling-adapter.ts',
    `import { serve } from '../opencode/serve.ts';\nexport const y = serve;`,
    'no-restricted-imports',
  ],
  [
    'src/beside-the-rooms.ts',
    `import { serve } from './agent/opencode/serve.ts';\nexport const y = serve;`,
    'no-restricted-imports',
  ],
  [
    'src/workspace/function-of-stage.ts',
    `import { task } from '../task/task.ts';\nexport const y = task;`,
    'no-restricted-imports',
  ],
  [
    'src/workspace/type-of-stage.ts',
    `import type { Task } from '../task/task.ts';\nexport type B = Task;`,
    'no-restricted-imports',
  ],
  [
    'src/text/port.ts',
    `import { grow } from '../workspace/clone.ts';\nexport const y = grow;`,
    'no-restricted-imports',
  ],
  [
    'src/text/type-of-stage.ts',
    `import type { Task } from '../task/task.ts';\nexport type B = Task;`,
    'no-restricted-imports',
  ],
  ['src/check/pipeline.ts', `import { y } from '../pipeline.ts';\nexport const z = y;`, 'no-restricted-imports'],
  [
    'src/check/deep/pipeline.ts',
    `import { y } from '../../pipeline.ts';\nexport const z = y;`,
    'no-restricted-imports',
  ],
  [
    'src/check/deep/adapter.ts',
    `import { serve } from '../../agent/opencode/serve.ts';\nexport const y = serve;`,
    'no-restricted-imports',
  ],
  [
    'src/check/deeper/still/more/takes-port.ts',
    `import { grow } from '../../../../workspace/clone.ts';\nexport const y = grow;`,
    'no-restricted-imports',
  ],
  [
    'src/workspace/adapter.ts',
    `import { serve } from '../agent/opencode/serve.ts';\nexport const y = serve;`,
    'no-restricted-imports',
  ],
  ['src/check/command-line.ts', `import { y } from '../cli/run.ts';\nexport const z = y;`, 'no-restricted-imports'],
  ['src/check/detour.ts', `import { task } from '../task/task.ts';\nexport const y = task;`, 'no-restricted-imports'],
  [
    'src/check/unknown-room.ts',
    `import { a } from '../attic/takes-port.ts';\nexport const y = a;`,
    'no-restricted-imports',
  ],
  [
    'src/attic/takes-port.ts',
    `import { grow } from '../workspace/clone.ts';\nexport const a = grow;`,
    'no-restricted-imports',
  ],

  ['src/check/core.ts', `import * as core from '@actions/core';\ncore.info('x');`, 'no-restricted-imports'],
  [
    'src/agent/opencode/core.ts',
    `import type { Context } from '@actions/github';\nexport type C = Context;`,
    'no-restricted-imports',
  ],
  ['src/check/environment.ts', `export const y = process.env['HOME'];`, 'no-restricted-properties'],
  ['src/agent/opencode/environment.ts', `export const { env } = process;`, 'no-restricted-properties'],
  ['src/check/environment-by-global.ts', `export const y = globalThis.process;`, 'no-restricted-properties'],
  [
    'src/check/environment-by-import.ts',
    `import { env } from 'node:process';\nexport const y = env;`,
    'no-restricted-imports',
  ],
  ['src/check/exit.ts', `export const stop = (): never => process.exit(1);`, 'no-restricted-properties'],
  ['src/pipeline-exit.ts', `process.exitCode = 1;\nexport const y = 1;`, 'no-restricted-properties'],

  ['src/work/cycle-one.ts', `import { two } from './cycle-two.ts';\nexport const one = () => two;`, 'no-cycle'],
  ['src/work/cycle-two.ts', `import { one } from './cycle-one.ts';\nexport const two = () => one;`, 'no-cycle'],
  ['src/work/assertion.ts', `export const y = JSON.stringify(1) as 'x';`, 'consistent-type-assertions'],
  ['src/work/const-assertion.ts', `export const y = ['x'] as const;`, null],
  ['src/work/any.ts', `export const y = (x: any): unknown => x;`, 'no-explicit-any'],
  ['src/work/parsed.ts', `export const y = (x: string): { z: 1 } => JSON.parse(x);`, 'no-unsafe-return'],
  [
    'src/work/floating.ts',
    `export const y = (x: Promise<void>): void => {\n  x.then(() => 1);\n};`,
    'no-floating-promises',
  ],
  ['src/work/thenable.ts', `export const y = async (x: number): Promise<number> => await x;`, 'await-thenable'],
  ['src/work/misused.ts', `export const y = (x: Promise<boolean>): number => (x ? 1 : 2);`, 'no-misused-promises'],
  [
    'src/work/switch.ts',
    `export function y(x: 'a' | 'b'): void {\n  switch (x) {\n    case 'a':\n      y('b');\n  }\n}`,
    'switch-exhaustiveness-check',
  ],
  ['src/work/default.ts', `const y = 1;\nexport default y;`, 'no-default-export'],
  ['src/work/barrel.ts', `export * from './const-assertion.ts';`, 'no-barrel-file'],
  ['src/work/print.ts', `export const y = (): void => console.log('x');`, 'no-console'],
  ['src/work/long.ts', `export const y = [\n${'  1,\n'.repeat(160)}];`, 'max-lines'],
  ['test/mock.test.ts', `import { vi } from 'vitest';\nvi.mock('./x.ts');`, 'no-restricted-vi-methods'],
];

const world: Readonly<Record<string, string>> = {
  'src/failure.ts': 'export const code = 1;',
  'src/text/quote.ts': 'export const quote = 1;',
  'src/workspace/clone.ts': 'export const grow = 1;',
  'src/agent/agent.ts': 'export type Agent = 1;',
  'src/agent/opencode/serve.ts': 'export const serve = 1;\nexport type S = 1;',
  'src/forge/github/rest.ts': 'export const rest = 1;',
  'src/task/task.ts': 'export const task = 1;\nexport type Task = 1;',
};

const reported = await lint();

test.each(cases.filter(([, , rule]) => rule === null))('the linter accepts %s', (file) => {
  expect(reported.get(file) ?? []).toEqual([]);
});

test.each(cases.filter(([, , rule]) => rule !== null))('the linter reports %s', (file, _code, rule) => {
  expect(reported.get(file) ?? []).toContain(rule);
});

/** Lints all files at once with the project's own configuration; answers the rules reported for each file. */
async function lint(): Promise<Map<string, string[]>> {
  await using fixture = await createFixture({});
  for (const name of ['oxlint.config.ts', 'tsconfig.json']) await copyFile(join(root, name), fixture.getPath(name));
  await symlink(join(root, 'node_modules'), fixture.getPath('node_modules'));
  for (const [file, code] of [...Object.entries(world), ...cases]) {
    await mkdir(dirname(fixture.getPath(file)), { recursive: true });
    await writeFile(fixture.getPath(file), `${code}\n`);
  }
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = await execa(process.execPath, [oxlint, '--format=json'], { cwd: fixture.path, reject: false });
  const { diagnostics } = Report.parse(JSON.parse(stdout));
  const rules = new Map<string, string[]>();
  for (const { filename, code } of diagnostics) {
    rules.set(filename, [...(rules.get(filename) ?? []), /\((.*)\)/.exec(code)?.[1] ?? code]);
  }
  return rules;
}
