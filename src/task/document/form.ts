import type { Block } from './blocks.ts';

/**
 * Whether one of GitHub's issue forms made a text. Perhaps: it has the shape, which a hand can give it, too. Surely: a
 * field that nobody filled in or a declaration stands in it besides.
 */
export type Form = 'no' | 'perhaps' | 'surely';

/** A form writes the label of each of its fields as a heading of this level, and nothing before the first. */
const FIELD = 3;
const EMPTY_FIELD = '_No response_';

const ABOUT = String.raw`(?:issues?|questions?|problem|report|bug|proposal|suggestion|pull request|PR|code|changes?)`;
/** “I have searched the issues”, “We agree”, “My code follows the guidelines”; not “I/O is fast”, “I can log in”. */
const DECLARATION = new RegExp(
  String.raw`^(?:yes,? )?(?:by [^,]{1,80}, )?(?:(?:I|We)(?:${[
    String.raw`['’]ve\b`,
    String.raw` (?:have|had|agree|accept|acknowledge|confirm|certify|declare|understand|consent|promise)\b`,
    String.raw` (?:searched|read|checked|tested|verified|looked|reviewed|followed|tried|updated|made sure|ran)\b`,
    String.raw`(?:['’]m| am|['’]re| are) (?:aware|using|running|willing|happy|interested|sure|certain|reporting)\b`,
    String.raw`(?:['’]d| would) (?:be (?:willing|happy|interested|able)|like to|love to|send|submit|open|contribute|help)\b`,
    String.raw`(?:['’]ll| will) (?:follow|submit|send|open|contribute|help)\b`,
    String.raw` want to (?:work|submit|send|open|contribute|help)\b`,
  ].join('|')})|My ${ABOUT} (?:is|are|has|have|does|follows?)\b)`,
  'i',
);

/** Whether an item is what a form lets a person attest or offer, and nothing to be done. */
export function isDeclaration(text: string): boolean {
  return DECLARATION.test(text);
}

/** What the blocks of an issue show of its origin. */
export function formOf(blocks: readonly Block[]): Form {
  const headings = blocks.filter((block) => block.kind === 'heading');
  if (blocks[0]?.kind !== 'heading' || headings.some(({ level }) => level !== FIELD)) return 'no';
  return blocks.some(isSign) ? 'surely' : 'perhaps';
}

function isSign(block: Block): boolean {
  if (block.kind === 'items') return block.items.some(({ box, text }) => box !== null && isDeclaration(text));
  return block.kind === 'text' && block.text.trim() === EMPTY_FIELD;
}
