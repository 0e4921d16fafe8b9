import { readFile, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { parseDocument } from 'yaml';
import { INPUTS, type InputDefinition } from '../src/config/inputs.ts';
import { OUTPUTS } from '../src/config/outputs.ts';
import { actionFile, parseAction, type Section } from './action.ts';

/** What action.yml has to say, from the definitions that the Action itself reads. */
function expectedSections(): Readonly<Record<'inputs' | 'outputs', Section>> {
  const inputs: Section = {};
  for (const [name, input] of Object.entries<InputDefinition>(INPUTS)) {
    inputs[name] = { description: input.description, ...(input.default !== undefined && { default: input.default }) };
  }
  const outputs: Section = {};
  for (const [name, description] of Object.entries(OUTPUTS)) outputs[name] = { description };
  return { inputs, outputs };
}

/** Names of the entries that are missing, superfluous or different. */
function differences(actual: Section, expected: Section): string[] {
  const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  const different = [...names].filter((name) => !isDeepStrictEqual(actual[name], expected[name]));
  const inOrder = isDeepStrictEqual(Object.keys(actual), Object.keys(expected));
  return different.length > 0 || inOrder ? different : ['the order'];
}

async function write(): Promise<void> {
  const document = parseDocument(await readFile(actionFile, 'utf8'));
  for (const [section, entries] of Object.entries(expectedSections()))
    document.set(section, document.createNode(entries));
  await writeFile(actionFile, document.toString({ lineWidth: 0, singleQuote: true }));
}

async function check(): Promise<void> {
  const action = parseAction(await readFile(actionFile, 'utf8'));
  const { inputs, outputs } = expectedSections();
  const stale = [
    ...differences(action.inputs, inputs).map((name) => `inputs: ${name}`),
    ...differences(action.outputs, outputs).map((name) => `outputs: ${name}`),
  ];
  if (stale.length === 0) return;
  console.error(
    `action.yml is not what src/config defines; run \`npm run fix\`:\n${stale.map((line) => `  ${line}`).join('\n')}`,
  );
  process.exitCode = 1;
}

await (process.argv.includes('--write') ? write() : check());
