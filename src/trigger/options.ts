import { FEATURE_WORDS } from '../text/feature-words.ts';
import type { CommandOptions } from './trigger.ts';
import { isOption, OPTIONS, usageOf, type OptionName } from './vocabulary.ts';

export type OptionsRead =
  | Readonly<{ options: CommandOptions; names: readonly OptionName[]; rest: string }>
  /** A sentence for the author. */
  | Readonly<{ declined: string }>;

type Value = Readonly<{ value: string; rest: string }>;
type OneRead = Readonly<{ options: CommandOptions; rest: string }> | Readonly<{ declined: string }>;

/** A keyboard may have made one long dash of the two. */
const OPTION = /^\s*(?<dashes>--|—)(?<name>[^\s=—-][^\s=]*)(?<equals>=?)/u;
const END_OF_OPTIONS = /^\s*--(?=\s|$)/;
/** `2`, `1.1`, `#2`, `F-1`, `Feature 2`, each as a heading may end it. Further letters are words of an instruction. */
const FEATURE = new RegExp(
  String.raw`^((?:(?:${FEATURE_WORDS})[^\S\n\r]+)?(?:#?\d{1,4}(?:\.\d{1,4}){0,4}|#?f-?\d{1,4}))[.):]?(?=\s|$)`,
  'i',
);
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '`': '`' };

/** Reads the options that a text begins with; two dashes alone end them. What an option takes stands on its line. */
export function readOptions(text: string): OptionsRead {
  let [options, rest]: [CommandOptions, string] = [{}, text];
  const names: OptionName[] = [];
  for (;;) {
    if (END_OF_OPTIONS.test(rest)) return { options, names, rest: rest.replace(END_OF_OPTIONS, '') };
    const found = OPTION.exec(rest);
    if (found === null) return { options, names, rest };
    const name = `--${found.groups?.['name'] ?? ''}`;
    if (!isOption(name)) {
      return found.groups?.['dashes'] === '—' ? { options, names, rest } : { declined: unknown(name) };
    }
    const after = rest.slice(found[0].length);
    const read = readOption(name, found.groups?.['equals'] === '=' ? after : withoutBlanks(after));
    if ('declined' in read) return read;
    options = { ...options, ...read.options };
    names.push(name);
    rest = read.rest;
  }
}

/** What was written, where it can do nothing in Markdown but be read. */
export function shown(text: string): string | null {
  return /^[\w.:/+-]{1,60}$/.test(text) ? `\`${text}\`` : null;
}

function readOption(name: OptionName, text: string): OneRead {
  const read = readValue(text);
  if (read === null)
    return { declined: `What follows \`${name}\` begins with a quotation mark and does not end with one.` };
  if (read.value === '') return { declined: `The option \`${name}\` needs a value: \`${usageOf(name)}\`.` };
  const { value, rest } = read;
  switch (name) {
    case '--model':
      return { options: { model: value }, rest };
    case '--max-fix-rounds':
      return /^\d{1,9}$/.test(value)
        ? { options: { maxFixRounds: Number(value) }, rest }
        : { declined: `The option \`${name}\` takes a whole number from 0, not ${shown(value) ?? 'what was given'}.` };
    case '--max-cost':
      return /^(?=.*[1-9])\d{1,6}(?:\.\d{1,6})?$/.test(value)
        ? { options: { maxCost: Number(value) }, rest }
        : { declined: `The option \`${name}\` takes US dollars above 0, not ${shown(value) ?? 'what was given'}.` };
    case '--plan':
      return readPlan(read);
    case '--checks':
      return readChecks(read);
  }
}

/** A feature is a number or stands in quotation marks: anything else is the beginning of the instruction. */
function readPlan({ value, rest }: Value): OneRead {
  const file = value.replace(/^(?:\.\/)+/, '');
  if (file === '' || file.startsWith('/') || /(?:^|[/\\])\.\.(?:[/\\]|$)|[\p{Cc}]/u.test(file)) {
    return { declined: 'The option `--plan` takes the path of a file in the repository, such as `docs/plan.md`.' };
  }
  const after = withoutBlanks(rest);
  const [whole = '', number] = FEATURE.exec(after) ?? [];
  if (number !== undefined) return { options: { plan: { file, feature: number } }, rest: after.slice(whole.length) };
  if (!/^["“„]/.test(after)) return { options: { plan: { file, feature: null } }, rest };
  const title = readValue(after);
  if (title === null)
    return { declined: 'The feature after `--plan` begins with a quotation mark and does not end with one.' };
  return { options: { plan: { file, feature: title.value.trim() || null } }, rest: title.rest };
}

/** A blank after a comma is what people write, too. */
function readChecks(first: Value): OneRead {
  let { value, rest } = first;
  while (value.endsWith(',')) {
    const more = readValue(withoutBlanks(rest));
    if (more === null || more.value === '') break;
    value += more.value;
    ({ rest } = more);
  }
  const checks = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (checks.length > 0) return { options: { checks: [...new Set(checks)] }, rest };
  return { declined: `The option \`--checks\` needs a name: \`${usageOf('--checks')}\`.` };
}

/** One word, or what stands between quotation marks or backticks; empty where the next option or nothing follows. */
function readValue(text: string): Value | null {
  const closing = QUOTES[text.charAt(0)];
  if (closing !== undefined) {
    const end = text.indexOf(closing, 1);
    const line = /[\n\r]/.exec(text)?.index ?? text.length;
    return end < 0 || end > line ? null : { value: text.slice(1, end), rest: text.slice(end + 1) };
  }
  const [word = ''] = /^\S*/.exec(text) ?? [];
  return word.startsWith('--') ? { value: '', rest: text } : { value: word, rest: text.slice(word.length) };
}

function withoutBlanks(text: string): string {
  return text.replace(/^[^\S\n\r]+/, '');
}

function unknown(name: string): string {
  const valid = Object.keys(OPTIONS).filter(isOption);
  const all = valid.map((option) => `\`${usageOf(option)}\``);
  return `There is no option ${shown(name) ?? 'of that name'}. Valid options are ${all.slice(0, -1).join(', ')} and ${all.at(-1)}.`;
}
