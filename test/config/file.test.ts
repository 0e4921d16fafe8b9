import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { configFile, NOT_IN_FILE } from '../../src/config/file-schema.ts';
import { parseConfigFile } from '../../src/config/file.ts';
import { INPUTS } from '../../src/config/inputs.ts';
import { asFailure } from '../../src/failure.ts';

const root = new URL('../../', import.meta.url);
const schema = z
  .looseObject({ $schema: z.string(), properties: z.record(z.string(), z.looseObject({ description: z.string() })) })
  .parse(JSON.parse(await readFile(new URL('docs/opencode.schema.json', root), 'utf8')));

/** Each wrong file with what the message and the remedy have to name. */
const WRONG: readonly (readonly [what: string, file: string, told: readonly string[]])[] = [
  ['a key that resembles one', 'max-fix-round: 2', ['unknown key `max-fix-round`', 'Did you mean `max-fix-rounds`?']],
  ['swapped letters', 'modle: a/b', ['unknown key `modle`', 'Did you mean `model`?']],
  ['a key that resembles none', 'temperature: 1', ['unknown key `temperature`', 'Its keys are model,']],
  ['a role that resembles one', 'roles: { review: {} }', ['`roles.review`', 'Did you mean `reviewer`?']],
  ['a key of a role', 'roles: { coder: { modell: a/b } }', ['`roles.coder.modell`', 'Did you mean `model`?']],
  ['a list at the top', '- a', ['the file is the list ["a"]', 'Its keys are']],
  ['a number for globs', 'scope: 3', ['`scope` is “3”', 'a list of texts']],
  ['a table for commands', 'setup: { a: b }', ['`setup` is the table {"a":"b"}', 'a list of texts']],
  ['a number for a command', 'checks: { test: 3 }', ['`checks.test` is “3”', 'a command on one line']],
  ['commands of two lines', 'checks: { test: "a\\nb" }', ['`checks.test`', 'a command on one line']],
  ['no value', 'model:', ['`model` is empty', '`provider/model`']],
  ['no provider', 'model: gpt', ['`model` is “gpt”', '`provider/model`']],
  ['no provider for one of several', 'review-model: [a/b, c]', ['`review-model` is “c”', '`provider/model`']],
  ['no provider for a role', 'roles: { coder: { model: gpt } }', ['`roles.coder.model` is “gpt”', '`provider/model`']],
  ['no address', 'base-url: ftp://x', ['`base-url` is “ftp://x”', 'http or https address']],
  ['a negative number', 'max-fix-rounds: -1', ['`max-fix-rounds` is “-1”', 'at least 0', 'its default, 3']],
  ['zero where one is the least', 'max-turns: 0', ['`max-turns` is “0”', 'at least 1', 'its default, 100']],
  ['a fraction', 'max-parallel: 1.5', ['`max-parallel` is “1.5”', 'a whole number']],
  ['no amount', 'max-cost: 0', ['`max-cost` is “0”', 'US dollars']],
  ['an unknown word', 'draft: maybe', ['`draft` is “maybe”', '`auto`, `always` or `never`', 'its default, auto']],
  ['an unknown plan', 'plan: off', ['`plan` is “off”', '`auto`, `always` or `never`']],
  ['an unknown approval', 'approval: all', ['`approval` is “all”', '`none` or `plan`']],
  ['something else than yes or no', 'record: 1', ['`record` is “1”', '`true` or `false`']],
  ['a text for labels', 'labels: a', ['`labels` is “a”', 'a list of label names']],
  ['a number for a label', 'labels: [a, 3]', ['`labels` is “3”', 'a list of label names']],
];

function failureOf(file: string) {
  try {
    parseConfigFile(file);
  } catch (error) {
    return asFailure(error);
  }
  throw new Error('nothing was thrown');
}

describe('.github/opencode.yml', () => {
  it.each(WRONG)('with %s is refused with file, key, value and remedy', (_, file, told) => {
    const { code, message, hint } = failureOf(file);
    expect(code).toBe('bad-input');
    expect(message).toContain('.github/opencode.yml: ');
    for (const part of told) expect(`${message} ${hint}`).toContain(part);
    expect(message).not.toMatch(/invalid|expected/i);
  });

  it.each(Object.keys(NOT_IN_FILE))('cannot have %s, and says why without its value', (name) => {
    const { message, hint } = failureOf(`${name}: hunter2`);
    expect(message).toBe(`.github/opencode.yml: \`${name}\` cannot stand in the file.`);
    expect(hint).toContain(`Remove \`${name}\``);
    expect(message + hint).not.toContain('hunter2');
  });

  it('is told of all its mistakes at once', () => {
    const { message } = failureOf('draft: maybe\nmax-turns: 0\nmodle: a/b');
    for (const key of ['draft', 'max-turns', 'modle']) expect(message).toContain(`\`${key}\``);
  });

  it('that is no YAML is refused with the line', () => {
    expect(failureOf('a: [').message).toMatch(/not valid YAML: .*line 1/);
  });

  it.each(['', '# nothing yet\n', '---\n'])('may be empty: %j', (file) => {
    expect(parseConfigFile(file)).toEqual({});
  });

  it('has the non-secret inputs as keys, and roles and labels', () => {
    const inputs = Object.keys(INPUTS).filter((name) => !Object.hasOwn(NOT_IN_FILE, name));
    expect(Object.keys(configFile.shape).toSorted()).toEqual([...inputs, 'roles', 'labels'].toSorted());
  });
});

describe('the JSON Schema', () => {
  const valid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

  it.each(WRONG)('refuses a file with %s', (_, file) => {
    expect(valid(parse(file))).toBe(false);
  });

  it('describes every key', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(Object.keys(schema.properties)).toEqual(Object.keys(configFile.shape));
    expect(Object.values(schema.properties).filter(({ description }) => description === '')).toEqual([]);
  });

  it.each(['README.md', 'docs/configuration.md'])('and the Action take the example of %s', async (document) => {
    const text = await readFile(new URL(document, root), 'utf8');
    const section = document === 'README.md' ? text.slice(text.indexOf('### `.github/opencode.yml`')) : text;
    const [, example = ''] = /```yaml\n([^]*?)```/.exec(section) ?? [];
    expect(example).toContain('model:');
    expect(Object.keys(parseConfigFile(example)).length).toBeGreaterThan(3);
    expect(valid(parse(example))).toBe(true);
  });
});
