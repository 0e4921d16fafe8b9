import { codeSpan } from '../../text/markdown.ts';
import { shorten } from '../../text/neutral.ts';
import { listed } from '../context/shorten.ts';
import type { Block } from './blocks.ts';
import { checklistOf, itemWords, passedOver, type Feature } from './document.ts';
import { bulletsOf, linesOf, openChanges } from './lines.ts';
import type { SectionName } from './sections.ts';

/** What a feature amounts to, every missing section made up for. */
export type Reading = Readonly<{
  changes: readonly string[];
  /** The checklist's open items, where the changes are theirs: `covered[i]` is what `changes[i]` is called there. */
  covered: readonly string[];
  /** Every open item, those included that stand for nothing but what is nested in them. */
  open: readonly string[];
  acceptance: readonly string[];
  standard: readonly string[];
  steps: readonly string[];
  /** Which places were taken, or not taken, that a reader would not expect, one sentence each. */
  notes: readonly string[];
}>;

/** Characters of an item that a note shows. */
const NAME = 120;

type Source = Readonly<{ from: string; lines: (feature: Feature) => readonly string[] }>;

/**
 * What takes the place of a missing section, first to last. Where nothing does, the last column holds:
 *
 * | Section | taken instead | else |
 * | --- | --- | --- |
 * | User story | | the title; the text stands in Context either way |
 * | Specification | | the whole text in Context |
 * | Deliverable standard | | the constraints of every task |
 * | Test scenarios | items of Deliverable standard | the project's checks alone |
 * | Checklist | boxes anywhere, items of Test scenarios, bullets of Specification | the title |
 * | Authority references | | files found by search |
 * | Implementation sequence | | the order of the checklist |
 */
const FALLBACKS: Readonly<Record<'checklist' | 'scenarios', readonly Source[]>> = {
  checklist: [
    { from: 'Test scenarios', lines: (feature) => linesOf(section(feature, 'scenarios')) },
    { from: 'Specification', lines: (feature) => bulletsOf(section(feature, 'specification')) },
    { from: 'the title', lines: (feature) => [feature.title] },
  ],
  scenarios: [{ from: 'Deliverable standard', lines: (feature) => bulletsOf(section(feature, 'standard')) }],
};

/** Reads a feature by the table above. */
export function readFeature(feature: Feature): Reading {
  const checklist = checklistOf(feature);
  const blocks = [...Object.values(feature.sections).flat(), ...feature.rest];
  const opened = openChanges(checklist, blocks);
  const instead = FALLBACKS.checklist.map(({ from, lines }) => ({ from, lines: lines(feature).filter(isSaid) }));
  const taken = instead.find(({ lines }) => lines.length > 0) ?? { from: 'the title', lines: [] };
  const allDone = checklist.length > 0 && opened.length === 0;
  const fallback = allDone ? { from: 'the title', lines: [feature.title].filter(isSaid) } : taken;
  const scenarios = linesOf(section(feature, 'scenarios'));
  const used = opened.length === 0;
  return {
    changes: used ? fallback.lines : opened.map(({ change }) => change),
    covered: used ? [] : opened.map(({ item }) => item),
    open: checklist.filter(({ box }) => box === 'open').map(itemWords),
    acceptance: scenarios.length > 0 ? scenarios : FALLBACKS.scenarios.flatMap(({ lines }) => lines(feature)),
    standard: linesOf(section(feature, 'standard')),
    steps: linesOf(section(feature, 'sequence')),
    notes: [
      ...(allDone ? ['Every item of the checklist is ticked already; the title was taken as what is to be done.'] : []),
      ...(checklist.length === 0 && fallback.from !== 'the title'
        ? [`There is no checklist; the required changes were taken from ${fallback.from}.`]
        : []),
      ...passedOverNote(feature),
    ],
  };
}

/** Names from a document are shown as code, where nothing acts. */
function passedOverNote(feature: Feature): readonly string[] {
  const names = passedOver(feature).map((item) => codeSpan(shorten(itemWords(item), NAME)));
  return names.length === 0 ? [] : [`Not taken as work, though their boxes are open: ${listed(names)}.`];
}

function section(feature: Feature, name: SectionName): readonly Block[] {
  return feature.sections[name] ?? [];
}

function isSaid(line: string): boolean {
  return line.trim() !== '';
}
