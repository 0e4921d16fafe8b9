import { readBlocks, readableLength, withLineFeeds, type Block } from './blocks.ts';
import type { Feature, PlanDocument } from './document.ts';
import { formOf } from './form.ts';
import { outline, type Part } from './outline.ts';
import type { SectionName } from './sections.ts';

type Tree = Readonly<{ parts: readonly Part[]; text: string }>;

/** Sections of the plan that hold for each feature without one of its own. */
const SHARED: readonly SectionName[] = ['authority', 'standard'];
/** A part with none but these is the plan around its features, if anything below it could be one. */
const AROUND: readonly SectionName[] = [...SHARED, 'sequence', 'prerequisites'];

/**
 * A plan file. A feature is a heading with sections directly below it, or a numbered heading beside one; in a file
 * without any section it is a numbered heading, else a heading with boxes, else the whole file.
 */
export function readPlan(text: string, path: string): PlanDocument {
  const tree = { parts: outline(readBlocks(text)), text };
  const found = featureParts(tree.parts);
  const around = tree.parts.filter((part, index) => isOwner(tree.parts, index) && !found.includes(index));
  const shared = sectionsOf(around.flatMap((part) => childrenOf(tree.parts, tree.parts.indexOf(part))));
  const features = found.map((index) => {
    const feature = featureAt(tree, index, path);
    const inherited = SHARED.flatMap((name) => (shared[name] === undefined ? [] : [[name, shared[name]] as const]));
    return { ...feature, sections: { ...Object.fromEntries(inherited), ...feature.sections } };
  });
  return { path, features, sequence: found.length > 1 ? (shared.sequence ?? []) : [], cutAt: cutOf(text) };
}

/** An issue, whether written by hand or by a form: one feature, sections of one name taken together. */
export function readIssue(text: string, title: string): PlanDocument {
  const blocks = readBlocks(text);
  const parts = outline(blocks);
  const feature: Feature = {
    number: null,
    title,
    heading: title,
    text: withLineFeeds(text),
    sections: sectionsOf(parts),
    rest: parts.flatMap((part) => (part.section === null ? part.blocks : [])),
    done: false,
    form: formOf(blocks),
  };
  return { path: null, features: [feature], sequence: [], cutAt: cutOf(text) };
}

function featureParts(parts: readonly Part[]): readonly number[] {
  const indices = [...parts.keys()];
  const owners = indices.filter((index) => isOwner(parts, index));
  const inner = owners.filter((index) => !owners.some((other) => other !== index && isBelow(parts, other, index)));
  const isAround = (index: number): boolean =>
    childrenOf(parts, index).every(({ section }) => section === null || AROUND.includes(section)) &&
    candidatesBelow(parts, index).length > 1;
  const features = inner.flatMap((index) => (isAround(index) ? candidatesBelow(parts, index) : [index]));
  const beside = indices.filter((index) =>
    features.some((other) => index !== other && isBeside(parts, index, other) && parts[index]?.heading.number !== null),
  );
  const all = [...new Set([...features, ...beside.filter((index) => !owners.includes(index))])];
  if (all.length > 0) return all.toSorted((left, right) => left - right);
  const without = candidatesBelow(parts, 0);
  if (without.length > 0) return without;
  return [parts[1]?.level === 1 && parts[0]?.blocks.length === 0 ? 1 : 0];
}

/** Headings below a part that could be features though none has sections: numbered ones, else ones with boxes. */
function candidatesBelow(parts: readonly Part[], index: number): readonly number[] {
  const below = [...parts.keys()].filter((other) => parts[other]?.section === null && isBelow(parts, other, index));
  const numbered = highest(
    parts,
    below.filter((other) => parts[other]?.heading.number !== null),
  );
  if (numbered.length > 0) return numbered;
  const boxed = below.filter((other) =>
    parts[other]?.blocks.some((block) => block.kind === 'items' && block.items.some(({ box }) => box !== null)),
  );
  return boxed.length > 1 ? highest(parts, boxed) : [];
}

function highest(parts: readonly Part[], indices: readonly number[]): readonly number[] {
  const level = Math.min(...indices.map((index) => parts[index]?.level ?? 0));
  return indices.filter((index) => parts[index]?.level === level);
}

/** Whether sections stand directly below the part. */
function isOwner(parts: readonly Part[], index: number): boolean {
  return parts[index]?.section === null && parts.some(({ section, parent }) => section !== null && parent === index);
}

function isBeside(parts: readonly Part[], index: number, other: number): boolean {
  const [one, two] = [parts[index], parts[other]];
  return one?.section === null && one.parent === two?.parent && one.level === two?.level;
}

function isBelow(parts: readonly Part[], index: number, other: number): boolean {
  for (let up = parts[index]?.parent ?? null; up !== null; up = parts[up]?.parent ?? null) {
    if (up === other) return true;
  }
  return false;
}

function childrenOf(parts: readonly Part[], index: number): readonly Part[] {
  return parts.filter(({ parent }) => parent === index);
}

function featureAt({ parts, text }: Tree, index: number, path: string): Feature {
  const own = parts[index];
  const inside = parts.filter((_, other) => other === index || isBelow(parts, other, index));
  const end = parts.find((_, other) => other > index && !isBelow(parts, other, index))?.start ?? text.length;
  const named = own === undefined || own.heading.whole === '' ? null : own.heading;
  return {
    number: named?.number ?? null,
    title: named?.title ?? path,
    heading: named?.whole ?? path,
    text: withLineFeeds(text.slice(own?.start ?? 0, end)),
    sections: sectionsOf(inside),
    rest: inside.flatMap(({ section, blocks }) => (section === null ? blocks : [])),
    done: named?.done ?? false,
    form: 'no',
  };
}

/** A form's field that nobody filled in is as good as none. */
function sectionsOf(parts: readonly Part[]): Readonly<Partial<Record<SectionName, readonly Block[]>>> {
  const sections: Partial<Record<SectionName, Block[]>> = {};
  for (const { section, blocks } of parts) {
    const said = blocks.filter((block) => block.kind !== 'text' || !isNothing(block.text));
    if (section !== null && said.length > 0) sections[section] = [...(sections[section] ?? []), ...said];
  }
  return sections;
}

function isNothing(text: string): boolean {
  return /^(?:_No response_|N\/A|None\.?|-)$/i.test(text.trim());
}

function cutOf(text: string): number | null {
  const read = readableLength(text);
  return read < text.length ? read : null;
}
