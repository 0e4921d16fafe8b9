import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { configFile, NOT_IN_FILE, type FileKey } from '../src/config/file-schema.ts';
import { INPUTS, type InputDefinition } from '../src/config/inputs.ts';
import { replaceBetween, table } from './markdown.ts';
import { root } from './root.ts';

const schemaFile = join(root, 'docs/opencode.schema.json');
const referenceFile = join(root, 'docs/configuration.md');

/** Options of a command that say something of a setting. */
const OPTIONS: Partial<Readonly<Record<FileKey, string>>> = {
  model: '`--model`, one of those configured for any role',
  checks: '`--checks`, names of some of them',
  'max-fix-rounds': '`--max-fix-rounds`, lower',
  'max-cost': '`--max-cost`, lower',
};

const TABLES = {
  roles:
    'Model and instructions of each role; the model goes before `model`, `plan-model` and `review-model` of the file.',
  labels: 'Labels of the pull requests that Patchwright opens.',
} as const;

const Generated = z.looseObject({ properties: z.record(z.string(), z.looseObject({})) });

/** The schema for editors: what the Action itself parses the file with, and what action.yml says of each key. */
function schemaText(): string {
  const schema = Generated.parse(z.toJSONSchema(configFile, { io: 'input', target: 'draft-2020-12' }));
  const properties = Object.entries(schema.properties).map(([key, property]) => {
    const input = inputOf(key);
    const said = input === undefined ? { description: meaningOf(key) } : describe(input);
    return [key, { ...said, ...property }] as const;
  });
  const { $schema, ...rest } = schema;
  const titled = { $schema, title: 'Settings of Patchwright, .github/opencode.yml', ...rest };
  return `${JSON.stringify({ ...titled, properties: Object.fromEntries(properties) }, null, 2)}\n`;
}

function describe(input: InputDefinition): Readonly<{ description: string; default?: string }> {
  return { description: input.description, ...(input.default !== undefined && { default: input.default }) };
}

/** The reference with its tables made anew. */
function rendered(document: string): string {
  const keys = Object.keys(configFile.shape).map((key) => [
    code(key),
    code(inputOf(key)?.default ?? ''),
    Object.entries(OPTIONS).find(([name]) => name === key)?.[1] ?? '',
    meaningOf(key),
  ]);
  const others = Object.entries(NOT_IN_FILE).map(([name, reason]) => [code(name), `${reason}.`]);
  const withKeys = replaceBetween(document, 'keys', table(['Key', 'Default', 'Option of a command', 'Meaning'], keys));
  return replaceBetween(withKeys, 'not-in-file', table(['Input', 'Why not'], others));
}

function inputOf(key: string): InputDefinition | undefined {
  return Object.entries<InputDefinition>(INPUTS).find(([name]) => name === key)?.[1];
}

function meaningOf(key: string): string {
  return inputOf(key)?.description ?? Object.entries(TABLES).find(([name]) => name === key)?.[1] ?? '';
}

function code(text: string): string {
  return text === '' ? '' : `\`${text}\``;
}

const reference = await readFile(referenceFile, 'utf8');
const fresh = rendered(reference);
const schema = schemaText();
if (process.argv.includes('--write')) {
  await writeFile(referenceFile, fresh);
  await writeFile(schemaFile, schema);
} else {
  const known = await readFile(schemaFile, 'utf8').catch(() => '');
  const stale = [...(fresh === reference ? [] : [referenceFile]), ...(schema === known ? [] : [schemaFile])];
  if (stale.length > 0) {
    console.error(`${stale.join(' and ')} are not what src/config defines; run \`npm run fix\`.`);
    process.exitCode = 1;
  }
}
