import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { actionFile, parseAction } from './action.ts';
import { replaceBetween, table } from './markdown.ts';
import { root } from './root.ts';

const readmeFile = join(root, 'README.md');

/** The README with its tables made anew from action.yml, between `<!-- inputs -->` and `<!-- /inputs -->` and the like. */
async function rendered(readme: string): Promise<string> {
  const { inputs, outputs } = parseAction(await readFile(actionFile, 'utf8'));
  const inputRows = Object.entries(inputs).map(([name, input]) => [code(name), code(input.default), input.description]);
  const outputRows = Object.entries(outputs).map(([name, output]) => [code(name), output.description]);
  const withInputs = replaceBetween(readme, 'inputs', table(['Input', 'Default', 'Meaning'], inputRows));
  return replaceBetween(withInputs, 'outputs', table(['Output', 'Meaning'], outputRows));
}

function code(text = ''): string {
  return text === '' ? '' : `\`${text}\``;
}

const readme = await readFile(readmeFile, 'utf8');
const fresh = await rendered(readme);
if (process.argv.includes('--write')) {
  await writeFile(readmeFile, fresh);
} else if (fresh !== readme) {
  console.error('The tables of README.md are not what action.yml says; run `npm run fix`.');
  process.exitCode = 1;
}
