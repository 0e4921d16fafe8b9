import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMANDS, type CommandName } from '../src/trigger/trigger.ts';
import { OPTIONS, usageOf, VOCABULARY, isOption } from '../src/trigger/vocabulary.ts';
import { COMMAND_TABLE, PLACES, type Place } from '../test/scenarios/commands.ts';
import { replaceBetween, table } from './markdown.ts';
import { root } from './root.ts';

const file = join(root, 'docs/commands.md');
const places = Object.keys(PLACES).filter((place): place is Place => place in PLACES);

/** The document with its tables made anew from the vocabulary of the code and the cells that the tests play. */
function rendered(document: string): string {
  const withCommands = replaceBetween(
    document,
    'commands',
    table(['Command', 'What it does', 'Options'], COMMANDS.map(row)),
  );
  const options = Object.keys(OPTIONS).filter(isOption);
  const withOptions = replaceBetween(
    withCommands,
    'options',
    table(
      ['Option', 'The run'],
      options.map((name) => [code(usageOf(name)), OPTIONS[name].does]),
    ),
  );
  const withOutcomes = replaceBetween(withOptions, 'outcomes', outcomes());
  return replaceBetween(withOutcomes, 'cells', COMMANDS.map(section).join('\n\n'));
}

function row(command: CommandName): readonly string[] {
  const { takes, does, aliases, options } = VOCABULARY[command];
  const also = aliases.length === 0 ? '' : `; also ${aliases.map(code).join(', ')}`;
  return [code([command, takes ?? ''].join(' ').trim()), `${does}${also}`, options.map(code).join(', ')];
}

function outcomes(): string {
  const rows = COMMANDS.map((command) => [
    code(command),
    ...places.map((place) => COMMAND_TABLE[command][place].outcome),
  ]);
  return table(['', ...places.map((place) => `On ${PLACES[place]}`)], rows);
}

function section(command: CommandName): string {
  const rows = places.map((place) => {
    const { outcome, does } = COMMAND_TABLE[command][place];
    return [PLACES[place], `**${outcome}**`, does];
  });
  return `### \`${command}\`\n\n${table(['Said on', 'How it ends', 'What happens'], rows)}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

const document = await readFile(file, 'utf8');
const fresh = rendered(document);
if (process.argv.includes('--write')) {
  await writeFile(file, fresh);
} else if (fresh !== document) {
  console.error(
    'The tables of docs/commands.md are not what the code and test/scenarios/commands.ts say; run `npm run fix`.',
  );
  process.exitCode = 1;
}
