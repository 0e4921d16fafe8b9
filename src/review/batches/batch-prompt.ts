import { fromMaintainers } from '../../agent/prompts/maintainers.ts';
import { isOpen, type Finding } from '../../finding.ts';
import { codeSpan } from '../../text/markdown.ts';
import { shorten } from '../../text/neutral.ts';
import { quoteName, quotePlain } from '../../text/quote.ts';
import { fillTemplate } from '../../text/template.ts';
import { ASIDE, BATCH, BATCH_CONTRACT, SINCE } from '../prompts/batch.ts';
import { OPEN } from '../prompts/review.ts';
import type { Batch, Split } from './batch.ts';

/** What all batches of one review are told. */
export type Told = Readonly<{
  split: Split;
  boundary: string;
  /** Of the maintainers; empty when there are none. */
  instructions: string;
  /** Title and description of the pull request, quoted. */
  about: string;
  /** The commit that was reviewed before; null when there is none. */
  since: string | null;
}>;

/** Files that are named in all lists together; who needs the others has the working directory. */
const MOST_NAMED = 240;
const LONGEST_NAME = 120;

/** What the reviewer of a batch is told; `open` are findings of an earlier review that it is to look at again. */
export function batchPrompt(told: Told, batch: Batch, open: readonly Finding[]): string {
  const { split, since } = told;
  return fillTemplate(BATCH, {
    boundary: told.boundary,
    instructions: fromMaintainers(told.instructions),
    about: told.about,
    since: since === null ? '' : fillTemplate(SINCE, { commit: since }),
    parts: split.batches.map((one) => partLine(one, split)).join('\n'),
    aside: split.aside.length === 0 ? '' : fillTemplate(ASIDE, { files: asideLines(split) }),
    number: String(batch.number),
    count: String(split.batches.length),
    diff: quotePlain(batch.files.map(({ text }) => text).join(''), 'your part, as a diff', told.boundary),
    open:
      open.length === 0
        ? ''
        : fillTemplate(OPEN, {
            findings: open
              .filter(isOpen)
              .map((one) => openFinding(one, told.boundary))
              .join('\n\n'),
          }),
    contract: BATCH_CONTRACT,
  });
}

/** Every part is named by some of its files. */
function partLine({ number, files }: Batch, { batches }: Split): string {
  const most = Math.max(2, Math.floor(MOST_NAMED / batches.length));
  const named = files.slice(0, most).map(({ path }) => nameOf(path));
  return `${number}. ${[...named, ...rest(files.length - named.length)].join(', ')}`;
}

function asideLines({ aside }: Split): string {
  const named = aside.slice(0, MOST_NAMED / 4).map(({ path, reason }) => `- ${nameOf(path)}: ${reason}`);
  return [...named, ...rest(aside.length - named.length)].join('\n');
}

function nameOf(path: string): string {
  return codeSpan(shorten(path, LONGEST_NAME));
}

function rest(more: number): readonly string[] {
  return more === 0 ? [] : [`and ${more} more`];
}

function openFinding({ id, severity, path, line, problem, evidence }: Finding, boundary: string): string {
  const place = path === null ? '' : ` at ${quoteName(path, boundary)}${line === null ? '' : `:${line}`}`;
  const said = `${shorten(problem, 400)}\nEvidence: ${shorten(evidence, 600)}`;
  return `${id} (${severity})${place}:\n${quotePlain(said, `finding ${id}`, boundary)}`;
}
