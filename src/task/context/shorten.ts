/** A text within its room, and what had to go: empty when it fits. */
export type Shortened = Readonly<{ text: string; missing: string }>;

/** Below this nothing of use would be left. */
const LEAST = 200;

/** Keeps the beginning and, because conclusions stand there, the end; null when there is no room for either. */
export function shortenMiddle(text: string, room: number): Shortened | null {
  if (text.length <= room) return { text, missing: '' };
  if (room < LEAST) return null;
  const gap = (left: number): string => `\n[… ${left} characters left out …]\n`;
  const kept = room - gap(text.length).length;
  const start = Math.ceil((kept * 2) / 3);
  const end = kept - start;
  const missing = text.length - kept;
  const [head, tail] = [text.slice(0, start).toWellFormed(), text.slice(text.length - end).toWellFormed()];
  return { text: `${head}${gap(missing)}${tail}`, missing: `${missing} characters` };
}

/** Keeps whole files of a diff, in their order, as far as they fit; null when none does. */
export function wholeFiles(diff: string, room: number): Shortened | null {
  if (diff.length <= room) return { text: diff, missing: '' };
  let kept = '';
  const missing: string[] = [];
  for (const file of diff.split(/^(?=diff --git )/m)) {
    if (kept.length + file.length <= room) kept += file;
    else missing.push(nameOf(file));
  }
  return kept === '' ? null : { text: kept, missing: listed(missing) };
}

/** The path in the header of a file's diff, as git wrote it. */
function nameOf(file: string): string {
  const header = file.slice(0, file.indexOf('\n'));
  return / b\/(.+?)"?$/.exec(header)?.[1] ?? header.slice(0, 100);
}

/** A few of many names. */
export function listed(names: readonly string[], most = 10): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ');
}
