import type { Block } from './blocks.ts';
import { readHeading, sectionNamed, type Heading, type SectionName } from './sections.ts';

/** A heading with what stands directly below it. Deeper headings of a section are folded into the section. */
export type Part = Readonly<{
  heading: Heading;
  /** 0 for what stands before any heading, 7 for a label within a part. */
  level: number;
  section: SectionName | null;
  /** Index of the part that this one is below; null for the first. */
  parent: number | null;
  start: number;
  blocks: Block[];
}>;

const LABEL = 7;
const NO_HEADING: Heading = { whole: '', number: null, title: '', done: false };

/** The parts of a document in the order of the text; the first is what stands before any heading. */
export function outline(blocks: readonly Block[]): readonly Part[] {
  const parts: Part[] = [{ heading: NO_HEADING, level: 0, section: null, parent: null, start: 0, blocks: [] }];
  let current = 0;
  const open = (part: Omit<Part, 'parent' | 'blocks'>): void => {
    current = parts.push({ ...part, parent: above(parts, part.level), blocks: [] }) - 1;
  };
  for (const [index, block] of blocks.entries()) {
    const label = block.kind === 'text' ? readLabel(block.text) : null;
    if (block.kind === 'heading') {
      const section = sectionNamed(block.text);
      if (section === null && isFolded(parts, current, block.level) && !holdsSections(blocks, index)) {
        parts[current]?.blocks.push(block);
      } else {
        open({ heading: readHeading(block.text), level: block.level, section, start: block.start });
      }
    } else if (label === null) {
      parts[current]?.blocks.push(block);
    } else {
      const before = current;
      open({ heading: NO_HEADING, level: LABEL, section: label.section, start: block.start });
      if (label.rest !== '') {
        parts[current]?.blocks.push({ kind: 'text', text: label.rest, start: block.start });
        // A label with its words behind it is over at their end.
        current = before;
      }
    }
  }
  return parts;
}

/** Nearest part before that is higher and no section: sections are parts of what they are sections of. */
function above(parts: readonly Part[], level: number): number {
  let below = level;
  for (let index = parts.length - 1; index > 0; index -= 1) {
    const part = parts[index];
    if (part === undefined || part.level >= below) continue;
    if (part.section === null) return index;
    below = part.level;
  }
  return 0;
}

/** Whether a heading of this level is below the section that is open. */
function isFolded(parts: readonly Part[], current: number, level: number): boolean {
  const part = parts[current];
  return part !== undefined && part.section !== null && part.level < level;
}

/** Whether the heading at this place has a section directly below it. */
function holdsSections(blocks: readonly Block[], place: number): boolean {
  const heading = blocks[place];
  if (heading?.kind !== 'heading') return false;
  const nextHeading = blocks.find((block, index) => index > place && block.kind === 'heading');
  return (
    nextHeading?.kind === 'heading' && nextHeading.level > heading.level && sectionNamed(nextHeading.text) !== null
  );
}

/** A paragraph that begins with a section's name in bold, or whose first line is the name and a colon. */
function readLabel(text: string): Readonly<{ section: SectionName; rest: string }> | null {
  const bold = /^(?:\*\*|__)([^*_:\n]{3,40})(:?)(?:\*\*|__)(:?)[ \t]*(\n|$)?/.exec(text);
  const match = bold ?? /^([^*_:\n]{3,40})(:)()[ \t]*(\n|$)/.exec(text);
  if (match === null) return null;
  const [all, name = '', colon, colonBehind, end] = match;
  const section = sectionNamed(name);
  if (section === null || (colon === '' && colonBehind === '' && end === undefined)) return null;
  return { section, rest: text.slice(all.length).trim() };
}
