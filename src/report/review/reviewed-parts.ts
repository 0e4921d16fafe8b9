import type { PullRequestReview } from '../../review/batches/pull-request-review.ts';
import { codeSpan, details, paragraphs, table } from '../../text/markdown.ts';
import { shorten } from '../../text/neutral.ts';
import { inline } from '../../text/prose.ts';
import { firstRows, type Detail } from '../detail.ts';
import { count, formatNumber } from '../figures.ts';
import { list } from '../notice.ts';

/** What nobody reviewed, with its files and the reason; never folded. */
export function incompleteSection(
  { incomplete }: PullRequestReview,
  { detail, phrase, kept }: Readonly<{ detail: Detail; phrase: string; kept: boolean }>,
): string {
  if (incomplete.length === 0) return '';
  const { shown, more } = firstRows(incomplete, detail);
  const rows = shown.map(({ files, because }) => `${listed(files, detail)}: ${inline(because, detail.text)}`);
  const again = `${codeSpan(`${phrase} retry`)} reviews ${kept ? 'just these' : 'all of it again, and these with it'}.`;
  return paragraphs('### Not reviewed', list(rows), more, again);
}

/** What was looked at, folded. */
export function partsSection({ parts }: PullRequestReview, detail: Detail): string {
  const reviewed = parts.filter((part) => part.reviewed);
  const files = reviewed.flatMap((part) => part.files);
  if (files.length === 0 || !detail.folded) return '';
  const { shown, more } = firstRows(reviewed, detail);
  const columns = [
    { title: 'part' },
    { title: 'files' },
    { title: 'lines', align: 'right' },
    { title: 'tokens', align: 'right' },
  ] as const;
  const rows = shown.map((part) => [
    String(part.number),
    listed(
      part.files.map(({ path }) => path),
      detail,
    ),
    `+${sum(part.files.map(({ added }) => added))} −${sum(part.files.map(({ removed }) => removed))}`,
    formatNumber(part.tokens),
  ]);
  const cut = files.filter(({ leftOut }) => leftOut.length > 0).map(({ path }) => path);
  return details(
    `Reviewed: ${count(files.length, 'file')} in ${count(reviewed.length, 'part')}`,
    paragraphs(
      table(columns, rows),
      more,
      cut.length === 0
        ? ''
        : `Shown in part for their size, the rest left to the reviewer to open: ${listed(cut, detail)}.`,
    ),
  );
}

/** What is not worth a reader's time, folded, with the reason. */
export function asideSection({ aside }: PullRequestReview, detail: Detail): string {
  if (aside.length === 0) return '';
  const summary = `Set aside, not reviewed: ${count(aside.length, 'file')}`;
  if (!detail.folded) return summary;
  const { shown, more } = firstRows(aside, detail);
  const rows = shown.map(({ path, reason }) => [codeSpan(shorten(path, 160)), reason]);
  return details(summary, paragraphs(table([{ title: 'file' }, { title: 'reason' }], rows), more));
}

function listed(paths: readonly string[], detail: Detail): string {
  const shown = paths.slice(0, Math.max(3, Math.floor(detail.rows / 5))).map((path) => codeSpan(shorten(path, 160)));
  const more = paths.length - shown.length;
  return more === 0 ? shown.join(', ') : `${shown.join(', ')} and ${more} more`;
}

function sum(numbers: readonly number[]): string {
  return formatNumber(numbers.reduce((total, number) => total + number, 0));
}
