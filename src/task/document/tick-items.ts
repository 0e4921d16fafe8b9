import type { Item } from './blocks.ts';
import { chooseFeature } from './choose-feature.ts';
import { checklistOf, itemWords } from './document.ts';
import { readIssue, readPlan } from './parse-document.ts';

/**
 * Ticks those items of the feature's checklist, and nothing else: every other byte stays. An item is named by its words
 * behind those of the items that it is nested in (`Task.checklist` has them so), or by its own where they are the only
 * ones; each name ticks one box at most. `featureHeading` is null for a text that is one feature.
 */
export function tickItems(
  text: string,
  featureHeading: string | null,
  items: readonly string[],
): Readonly<{ text: string; ticked: readonly string[] }> {
  const ticked = new Map<number, string>();
  const boxes = boxesOf(text, featureHeading).filter(({ box }) => box === 'open');
  for (const name of items.map(oneLine)) {
    const left = boxes.filter(({ offset }) => !ticked.has(offset) && text.startsWith('[ ]', offset));
    const whole = left.find((item) => itemWords(item) === name);
    const own = left.filter((item) => item.text === name);
    const meant = whole ?? (own.length === 1 ? own[0] : undefined);
    if (meant !== undefined) ticked.set(meant.offset, itemWords(meant));
  }
  const offsets = [...ticked.keys()].toSorted((left, right) => left - right);
  const pieces = offsets.map((offset, index) => `${text.slice((offsets[index - 1] ?? -3) + 3, offset)}[x]`);
  return {
    text: pieces.join('') + text.slice((offsets.at(-1) ?? -3) + 3),
    ticked: offsets.map((offset) => ticked.get(offset) ?? ''),
  };
}

function boxesOf(text: string, featureHeading: string | null): readonly Item[] {
  if (featureHeading === null) return readIssue(text, '').features.flatMap(checklistOf);
  const choice = chooseFeature(readPlan(text, featureHeading), featureHeading);
  return choice.kind === 'feature' ? checklistOf(choice.feature) : [];
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
