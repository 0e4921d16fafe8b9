import type { Block, Item } from './blocks.ts';
import { isDeclaration, type Form } from './form.ts';
import type { SectionName } from './sections.ts';

/** One thing to be built, as a plan file or an issue describes it. */
export type Feature = Readonly<{
  number: string | null;
  title: string;
  /** The heading as it shows, number and all. */
  heading: string;
  /** Everything below the heading, sections included, as it was written. */
  text: string;
  sections: Readonly<Partial<Record<SectionName, readonly Block[]>>>;
  /** What stands in none of the sections. */
  rest: readonly Block[];
  /** Its heading says that it is done. */
  done: boolean;
  /** No plan file is made by a form. */
  form: Form;
}>;

/** A plan file with its features, or an issue with one. */
export type PlanDocument = Readonly<{
  /** Of the plan file, null for an issue. */
  path: string | null;
  features: readonly Feature[];
  /** The plan's own sequence, which is about its features and not about the steps of one. */
  sequence: readonly Block[];
  /** Characters that were read, where the text is longer than what is read. */
  cutAt: number | null;
}>;

/** Sections whose boxes are never work to be done. */
const NOT_WORK: readonly SectionName[] = ['authority', 'prerequisites'];
/** Sections whose lines come to nothing but context where a checklist stands elsewhere. */
const TOLD: readonly SectionName[] = ['story', 'specification'];

/**
 * The checklist of a feature: that of its section, else every box that stands anywhere in it. Outside of the sections a
 * declaration is what somebody attests, and what a form ticked is what somebody chose; neither is to be done.
 */
export function checklistOf(feature: Feature): readonly Item[] {
  const own = itemsOf(feature.sections.checklist ?? []);
  if (own.length > 0) return own.some(({ box }) => box !== null) ? own.filter(({ box }) => box !== null) : own;
  const inSections = Object.entries(feature.sections).flatMap(([name, blocks]) =>
    NOT_WORK.some((never) => never === name) ? [] : itemsOf(blocks),
  );
  const loose = feature.rest.flatMap((block) => (block.kind === 'items' ? workOf(block.items, feature.form) : []));
  return [...inSections, ...loose]
    .filter(({ box }) => box !== null)
    .toSorted((left, right) => left.offset - right.offset);
}

/** Open boxes that are nobody's work, but for what a form has people attest: somebody may have meant them otherwise. */
export function passedOver(feature: Feature): readonly Item[] {
  const taken = new Set(checklistOf(feature));
  const boxes = itemsOf([...TOLD.flatMap((name) => feature.sections[name] ?? []), ...feature.rest]);
  return boxes.filter(
    (item) => item.box === 'open' && !taken.has(item) && (feature.form === 'no' || !isDeclaration(item.text)),
  );
}

/** In a list of choices what is open was not chosen; where a hand may have written the list, it is still to be done. */
function workOf(items: readonly Item[], form: Form): readonly Item[] {
  if (form === 'surely' && items.some(({ byForm }) => byForm)) return [];
  return items.filter(({ text, byForm }) => !isDeclaration(text) && (form === 'no' || !byForm));
}

function itemsOf(blocks: readonly Block[]): readonly Item[] {
  return blocks.flatMap((block) => (block.kind === 'items' ? block.items : []));
}

/** An item's words behind those of the items that it is nested in. */
export function itemWords({ within, text }: Pick<Item, 'within' | 'text'>): string {
  return [...within.map((words) => words.replace(/:$/, '')), text].join(': ');
}

/** Whether a feature is done; unknown where neither its heading nor a box says. */
export function stateOf(feature: Feature): 'done' | 'open' | 'unknown' {
  const boxes = checklistOf(feature).filter(({ box }) => box !== null);
  if (boxes.some(({ box }) => box === 'open')) return 'open';
  return feature.done || boxes.length > 0 ? 'done' : 'unknown';
}
