/** A text within its room, and what had to go: empty when it fits. */
export type Shortened = Readonly<{ text: string; missing: string }>;

/** Below this nothing of use would be left. */
const LEAST = 200;
/** So many names, none longer and all together no longer than this, stand in a sentence. */
const NAMES = { most: 10, longest: 100, characters: 280 } as const;

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

/** Keeps whole files of a diff, in their order, as far as they fit; null when none does. All others are counted. */
export function wholeFiles(diff: string, room: number): Shortened | null {
  if (diff.length <= room) return { text: diff, missing: '' };
  const files = diff.split(/^(?=diff --git )/m);
  const kept: string[] = [];
  const missing: string[] = [];
  let left = room;
  for (const file of files) {
    if (file.length <= left) {
      kept.push(file);
      left -= file.length;
    } else missing.push(nameOf(file));
  }
  if (kept.length === 0) return null;
  return {
    text: kept.join(''),
    missing: `${missing.length} of ${files.length} files: ${listed(missing, named(missing))}`,
  };
}

/** How many of the names a sentence has room for. */
function named(names: readonly string[]): number {
  let characters = 0;
  const within = names.findIndex((name) => {
    characters += name.length + ', '.length;
    return characters > NAMES.characters;
  });
  return Math.min(within === -1 ? names.length : within, NAMES.most);
}

/** The path in the header of a file's diff, as git wrote it, or the end of it. */
function nameOf(file: string): string {
  const header = file.slice(0, file.indexOf('\n'));
  const path = /^diff --git "?a\/(.+)"? "?b\/\1"?$/.exec(header)?.[1] ?? / b\/(.+?)"?$/.exec(header)?.[1] ?? header;
  return path.length <= NAMES.longest ? path : `…${path.slice(1 - NAMES.longest)}`;
}

/** A few of many names. */
export function listed(names: readonly string[], most: number = NAMES.most): string {
  const more = names.length - most;
  return more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ');
}
