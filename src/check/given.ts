import type { Given } from '../config/values.ts';
import { Failure } from '../failure.ts';
import type { Check, Setup } from './check.ts';

/**
 * A name has none of the characters that commands are made of, and white space after its colon: `npm run a:b` and
 * `curl https://…` have no name.
 */
const NAMED = /^(?<name>[\p{L}\p{N}][\p{L}\p{N} ._/()+-]{0,59}?)\s*:\s+(?<command>\S.*)$/u;
const NAME_ALONE = /^[\p{L}\p{N} ._/()+-]*:$/u;

const REMEDY = 'Write one check a line as `name: command`, for example `test: npm test`; the name may be left out.';

/** Checks as a person gave them, one a line; lines that start with `#` are comments. */
export function parseChecks(given: Given): readonly Check[] {
  const checks = linesOf(given.text).map((line) => parseCheck(line, given));
  const repeated = checks.find(({ name }, at) => checks.findIndex((other) => other.name === name) !== at);
  if (repeated !== undefined) throw malformed(given, `has the name “${repeated.name}” twice`);
  return checks;
}

/** Setup commands as a person gave them, one a line. */
export function parseSetup(given: Given): Setup | null {
  const commands = linesOf(given.text);
  return commands.length === 0 ? null : { commands, source: given.source };
}

function parseCheck(line: string, given: Given): Check {
  if (line.startsWith(':')) throw malformed(given, `has a line without a name before its colon: “${line}”`);
  if (NAME_ALONE.test(line)) throw malformed(given, `has a line without a command: “${line}”`);
  if (/\p{Cc}/u.test(line.replaceAll('\t', ' '))) throw malformed(given, `has a control character in “${line}”`);
  const { name = line, command = line } = NAMED.exec(line)?.groups ?? {};
  return { name: name.trim(), command: command.trim(), source: given.source };
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function malformed(given: Given, what: string): Failure {
  return new Failure('bad-input', `\`checks\` ${what} (${given.source}).`, { hint: REMEDY });
}
