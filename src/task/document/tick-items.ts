import type { Item } from './blocks.ts';
import { chooseFeature } from './choose-feature.ts';
import { checklistOf, itemWords, type PlanDocument } from './document.ts';
import { readPlan } from './parse-document.ts';

/**
 * Ticks those items of the feature's checklist, and nothing else: every other byte stays. An item is named by its words
 * behind those of the items that it is nested in (`Task.checklist` has them so), or by its own where they are the only
 * ones; each name ticks one box at most. The text is a plan file, and the feature is named as for its task: null for the
 * only one.
 */
export function tickItems(
  text: string,
  wanted: string | null,
  items: readonly string[],
): Readonly<{ text: string; ticked: readonly string[] }> {
  const ticked = new Set<Item>();
  const boxes = boxesOf(text, wanted).filter(({ box }) => box === 'open');
  for (const name of items.map(oneLine)) {
    const left = boxes.filter((item) => !ticked.has(item) && text.startsWith('[ ]', item.offset));
    const whole = left.find((item) => itemWords(item) === name);
    const own = left.filter((item) => item.text === name);
    const meant = whole ?? (own.length === 1 ? own[0] : undefined);
    if (meant !== undefined) ticked.add(meant);
  }
  const inOrder = [...ticked].toSorted((left, right) => left.offset - right.offset);
  return { text: withBoxes(text, inOrder, '[x]'), ticked: inOrder.map(itemWords) };
}

/** None where nobody can tell which feature is meant. */
function boxesOf(text: string, wanted: string | null): readonly Item[] {
  const choice = chooseFeature(documentOf(text, wanted), wanted);
  return choice.kind === 'feature' ? checklistOf(choice.feature) : [];
}

/** A file without a heading is called by its path, which nobody needs in order to find what there is one of. */
function documentOf(text: string, wanted: string | null): PlanDocument {
  return readPlan(text, wanted ?? '');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/**
 * Opens those boxes of the feature again that are ticked and were open in the text before, but for one box of each name
 * in `keep`. Every other byte stays.
 */
export function untickItems(
  text: string,
  wanted: string | null,
  { before, keep }: Readonly<{ before: string; keep: readonly string[] }>,
): Readonly<{ text: string; unticked: readonly string[] }> {
  const kept = keep.map(oneLine);
  const earlier = byName(boxesOf(before, wanted));
  const opened: Item[] = [];
  // Whoever adds a feature to a plan of one does not get its ticks past this.
  const now = wanted === null ? documentOf(text, wanted).features.flatMap(checklistOf) : boxesOf(text, wanted);
  for (const [name, items] of byName(now)) {
    for (const [at, item] of items.entries()) {
      if (item.box !== 'done' || earlier.get(name)?.[at]?.box !== 'open') continue;
      const known = kept.indexOf(name);
      if (known >= 0) kept.splice(known, 1);
      else opened.push(item);
    }
  }
  const inOrder = opened.toSorted((left, right) => left.offset - right.offset);
  return { text: withBoxes(text, inOrder, '[ ]'), unticked: inOrder.map(itemWords) };
}

/** Items of the same words one after another, as they stand in the text. */
function byName(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  return Map.groupBy(items, itemWords);
}

/** The text with these boxes, in the order in which they stand in it. */
function withBoxes(text: string, items: readonly Pick<Item, 'offset'>[], box: '[ ]' | '[x]'): string {
  const pieces = items.map(({ offset }, at) => `${text.slice((items[at - 1]?.offset ?? -3) + 3, offset)}${box}`);
  return pieces.join('') + text.slice((items.at(-1)?.offset ?? -3) + 3);
}
