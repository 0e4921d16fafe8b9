import type { BatchFile, LeftOut, ReviewFile } from './batch.ts';

/** Characters for the names of what is left out. */
const NAMES_ROOM = 300;
const MOST_NAMED = 8;

/** A file as a reviewer is shown it, in at most so many characters: hunks in order, and the name of what found no room. */
export function showFile(file: ReviewFile, room: number): BatchFile {
  const { path, status, added, removed } = file;
  const shown = { path, status, added, removed };
  if (status === 'deleted') {
    // Git's own line has the name as it can stand on one line.
    const [line = ''] = file.header.split('\n');
    return { ...shown, text: cut(`${line}\ndeleted, with its ${removed} lines\n`, room), leftOut: [] };
  }
  const whole = file.header + file.hunks.map(({ text }) => text).join('');
  if (whole.length <= room) return { ...shown, text: whole, leftOut: [] };
  const header = cut(file.header, Math.max(0, room - NAMES_ROOM));
  const { texts, leftOut } = fill(file, room - NAMES_ROOM - header.length);
  return { ...shown, text: header + texts.join('') + nameLeftOut(leftOut), leftOut };
}

function fill(
  { hunks }: ReviewFile,
  room: number,
): Readonly<{ texts: readonly string[]; leftOut: readonly LeftOut[] }> {
  const texts: string[] = [];
  const leftOut: LeftOut[] = [];
  let left = room;
  for (const hunk of hunks) {
    const part = leftOut.length > 0 ? '' : wholeLines(hunk.text, left);
    left -= part.length;
    if (part !== '') texts.push(part);
    if (part.length === hunk.text.length) continue;
    const seen = part
      .split('\n')
      .slice(1)
      .filter((line) => line.startsWith('+') || line.startsWith(' ')).length;
    leftOut.push({ start: hunk.start + seen, length: hunk.length - seen });
  }
  return { texts, leftOut };
}

/** As many of its lines as fit; a header without a line says nothing and is left out too. */
function wholeLines(text: string, room: number): string {
  if (text.length <= room) return text;
  const end = room <= 0 ? -1 : text.lastIndexOf('\n', room - 1);
  return end <= text.indexOf('\n') ? '' : text.slice(0, end + 1);
}

function nameLeftOut(leftOut: readonly LeftOut[]): string {
  const named = leftOut.slice(0, MOST_NAMED).map(nameLines);
  const more = leftOut.length > named.length ? [`${leftOut.length - named.length} more hunks further down`] : [];
  return `[Left out for their size, to be read in the file: ${[...named, ...more].join(', ')}]\n`;
}

/** `lines 12–40`; removed lines alone have only a place. */
function nameLines({ start, length }: LeftOut): string {
  if (length === 0) return `lines removed after line ${start}`;
  return length === 1 ? `line ${start}` : `lines ${start}–${start + length - 1}`;
}

function cut(text: string, room: number): string {
  return text.length <= room ? text : text.slice(0, Math.max(0, room));
}
