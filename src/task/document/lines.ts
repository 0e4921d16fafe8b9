import type { Block, Item } from './blocks.ts';
import { itemWords } from './document.ts';
import { plain } from './sections.ts';

/**
 * What a section says, one line for each thing it says: an item with what is nested in it, a row of a table, a paragraph,
 * a scenario of Gherkin. A line below a heading within the section begins with it.
 */
export function linesOf(blocks: readonly Block[]): readonly string[] {
  const lines: string[] = [];
  let heading: string | null = null;
  let said = true;
  const leave = (): void => {
    if (heading !== null && !said) lines.push(heading);
  };
  for (const block of blocks) {
    if (block.kind === 'heading') {
      leave();
      heading = plain(block.text);
      said = false;
    } else {
      const below = linesOfBlock(block);
      lines.push(...below.map((line) => (heading === null ? line : `${heading}: ${line}`)));
      said ||= below.length > 0;
    }
  }
  leave();
  return lines.filter((line) => line.trim() !== '');
}

/** The outermost items of lists, each with the words of what is nested in it. */
export function bulletsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'items' ? withNested(block.items) : []));
}

/** What an open item asks for, beside the words by which the item itself is found again. */
export type OpenChange = Readonly<{ change: string; item: string }>;

/**
 * What the open items of a checklist ask for: an item without a box that is nested in one is part of its words, and an
 * item whose nested boxes are open stands for nothing but them.
 */
export function openChanges(checklist: readonly Item[], blocks: readonly Block[]): readonly OpenChange[] {
  const all = blocks.flatMap((block) => (block.kind === 'items' ? block.items : []));
  return checklist.flatMap((item) => {
    if (item.box === 'done') return [];
    const place = all.indexOf(item);
    const end = all.findIndex((other, index) => index > place && other.depth <= item.depth);
    const nested = place === -1 ? [] : all.slice(place + 1, end === -1 ? all.length : end);
    if (nested.some(({ box }) => box === 'open')) return [];
    const words = itemWords(item);
    const details = item.box === null ? [] : nested.filter(({ box }) => box === null).map(({ text }) => text);
    return [
      { change: details.length === 0 ? words : `${words.replace(/:$/, '')}: ${details.join('; ')}`, item: words },
    ];
  });
}

function linesOfBlock(block: Block): readonly string[] {
  if (block.kind === 'items') return withNested(block.items);
  if (block.kind === 'code') return scenarios(block.text);
  if (block.kind !== 'text') return [];
  return block.text.trimStart().startsWith('|') ? rows(block.text) : [oneLine(block.text)];
}

function withNested(items: readonly Item[]): readonly string[] {
  const groups: string[][] = [];
  for (const { text, depth } of items) {
    if (depth === 0 || groups.length === 0) groups.push([text]);
    else groups.at(-1)?.push(text);
  }
  return groups.map(([first = '', ...nested]) =>
    nested.length === 0 ? first : `${first.replace(/:$/, '')}: ${nested.join('; ')}`,
  );
}

/** A table's rows without its head and the line below that. */
function rows(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const head = lines.findIndex((line) => line.includes('-') && /^[|:\- \t]+$/.test(line));
  return lines.slice(head + 1).map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    return cells.filter((cell) => cell !== '').join(' — ');
  });
}

/** Code in a section is an example, unless it is scenarios in Gherkin. */
function scenarios(text: string): readonly string[] {
  const found: string[][] = [];
  for (const line of text.split(/\r\n|\r|\n/).map((words) => words.trim())) {
    if (/^(?:Scenario|Scenario Outline|Example): /.test(line)) found.push([line]);
    else if (line !== '' && !line.startsWith('#')) found.at(-1)?.push(line);
  }
  return found.map(([first = '', ...steps]) => `${first} — ${steps.join(' ')}`);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
