import { FEATURE_WORDS } from '../../text/feature-words.ts';
/** The sections that a feature can have, each with the headings by which it is known. */
const HEADINGS = {
  story: ['user story', 'user stories', 'story'],
  specification: ['specification', 'specifications', 'spec', 'requirements', 'expected behavior', 'expected behaviour'],
  standard: ['deliverable standard', 'deliverable standards', 'deliverables', 'definition of done'],
  scenarios: ['test scenarios', 'test scenario', 'scenarios', 'tests', 'test cases', 'acceptance tests'],
  checklist: ['checklist', 'check list', 'task list', 'tasks', 'todo', 'to do', 'acceptance criteria', 'acceptance'],
  authority: ['authority references', 'authority reference', 'authorities', 'references'],
  sequence: ['implementation sequence', 'implementation order', 'implementation steps', 'sequence'],
  prerequisites: ['prerequisites', 'prerequisite', 'depends on', 'dependencies', 'requires', 'blocked by', 'after'],
} as const;

export type SectionName = keyof typeof HEADINGS;

/** A heading's words, and the number or letter that it begins with. */
export type Heading = Readonly<{ whole: string; number: string | null; title: string; done: boolean }>;

const BY_HEADING: ReadonlyMap<string, SectionName> = new Map([
  ...named('story'),
  ...named('specification'),
  ...named('standard'),
  ...named('scenarios'),
  ...named('checklist'),
  ...named('authority'),
  ...named('sequence'),
  ...named('prerequisites'),
]);
const LONGEST = 300;
const DONE = /✅|☑|✔|\[[xX]\]|\((?:done|completed)\)|~~/u;
const NUMBER = new RegExp(
  String.raw`^(?:(?:${FEATURE_WORDS}) +#?([\w.-]{1,12}?)(?:[.):]* +[-–—] +|[.):]+ +| +|[.):]*$)|#?(\d[\d.]{0,10}?|[a-z]{1,4}-?\d{1,5})(?:[.):]+ +| +[-–—] +)|(\d{1,4}(?:\.\d{1,4})+) +)`,
  'i',
);

/** Which section a heading names, whatever its numbering, emphasis, case, closing colon or bracketed remark. */
export function sectionNamed(heading: string): SectionName | null {
  const bare = plain(heading)
    .toLowerCase()
    .replace(/\([^()]*\)\W*$/u, '')
    .replace(/^[^\p{L}]+/u, '')
    .replace(/^(?:[ivx]+|[a-z])[.)] +/, '')
    .replace(/[^\p{L}]+$/u, '')
    .replaceAll(/[\s-]+/g, ' ');
  return BY_HEADING.get(bare) ?? null;
}

/** The number of a feature's heading is what stands before a full stop, bracket, colon or dash, or behind “Feature”. */
export function readHeading(text: string): Heading {
  const whole = plain(text);
  const match = NUMBER.exec(whole);
  const number = match?.[1] ?? match?.[2] ?? match?.[3] ?? null;
  const title = match === null ? whole : whole.slice(match[0].length).trim();
  return { whole, number, title: title === '' ? whole : title, done: DONE.test(text) };
}

/** A line's words without what only formats them. */
export function plain(text: string): string {
  return text
    .slice(0, LONGEST)
    .replaceAll(/!?\[([^[\]]{0,200})\]\([^()\s]{0,300}\)/g, '$1')
    .replaceAll(/<[^<>]{0,200}>/g, '')
    .replaceAll(/[*`~]|[✅☑✔]\u{FE0F}?/gu, '')
    .replaceAll(/(?<!\w)_{1,3}|_{1,3}(?!\w)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function named(name: SectionName): readonly (readonly [string, SectionName])[] {
  return HEADINGS[name].map((heading) => [heading, name] as const);
}
