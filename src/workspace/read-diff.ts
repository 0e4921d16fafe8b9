/** One hunk of a file's diff. */
export type Hunk = Readonly<{
  /** First line of it in the file as it is after the change, and how many lines it has there. */
  start: number;
  length: number;
  /** With its `@@` line and a line end. */
  text: string;
}>;

/** The diff of one file. Of a file that became something else, such as a link, it has both halves. */
export type FileDiff = Readonly<{
  path: string;
  /** Where it was, if it was somewhere else. */
  previous: string | null;
  status: 'added' | 'modified' | 'deleted' | 'renamed';
  binary: boolean;
  added: number;
  removed: number;
  /** Everything before the first hunk. */
  header: string;
  hunks: readonly Hunk[];
}>;

/**
 * The files of a unified diff as `diffText` gives it. Lines of hunks are counted as their headers say, so that content
 * which looks like a diff is content, and only a line feed ends a line.
 */
export function readDiff(diff: string): readonly FileDiff[] {
  const lines = diff.split('\n');
  const files: FileDiff[] = [];
  for (let at = 0; at < lines.length;) {
    if (!lines[at]?.startsWith('diff --git ')) {
      at += 1;
      continue;
    }
    const file = readFile(lines, at);
    const before = files.at(-1);
    if (before?.path === file.diff.path) files.splice(-1, 1, joinHalves(before, file.diff));
    else files.push(file.diff);
    at = file.end;
  }
  return files;
}

function joinHalves(gone: FileDiff, come: FileDiff): FileDiff {
  return {
    ...come,
    previous: gone.previous ?? come.previous,
    status: 'modified',
    binary: gone.binary || come.binary,
    added: gone.added + come.added,
    removed: gone.removed + come.removed,
    header: gone.header + come.header,
    hunks: [...gone.hunks, ...come.hunks],
  };
}

/** Right-side lines of a hunk: those that a comment can stand on. */
export function coversLine({ start, length }: Hunk, line: number): boolean {
  return line >= start && line < start + length;
}

function readFile(lines: readonly string[], from: number): Readonly<{ diff: FileDiff; end: number }> {
  let at = from + 1;
  while (at < lines.length && !/^(?:diff --git |@@ )/.test(lines[at] ?? '')) at += 1;
  // What follows the last line end, and the line that tells of a cut, belong to no file.
  const header = lines.slice(from, at).filter((line) => line !== '' && !line.startsWith('['));
  const hunks: Hunk[] = [];
  let [added, removed] = [0, 0];
  while (lines[at]?.startsWith('@@ ')) {
    const hunk = readHunk(lines, at);
    if (hunk === null) break;
    hunks.push(hunk.hunk);
    added += hunk.added;
    removed += hunk.removed;
    at = hunk.end;
  }
  const diff = { ...readHeader(header), added, removed, header: `${header.join('\n')}\n`, hunks };
  return { diff, end: Math.max(at, from + 1) };
}

const HUNK = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

type ReadHunk = Readonly<{ hunk: Hunk; added: number; removed: number; end: number }>;

function readHunk(lines: readonly string[], from: number): ReadHunk | null {
  const numbers = HUNK.exec(lines[from] ?? '');
  if (numbers === null) return null;
  const length = Number(numbers[3] ?? 1);
  let [old, fresh] = [Number(numbers[1] ?? 1), length];
  let [added, removed] = [0, 0];
  let at = from + 1;
  for (; at < lines.length; at += 1) {
    const mark = lines[at]?.charAt(0);
    if (mark !== '\\' && old <= 0 && fresh <= 0) break;
    if (mark === '+') [fresh, added] = [fresh - 1, added + 1];
    else if (mark === '-') [old, removed] = [old - 1, removed + 1];
    else if (mark === ' ') [old, fresh] = [old - 1, fresh - 1];
    else if (mark !== '\\') break;
  }
  const hunk = { start: Number(numbers[2]), length, text: `${lines.slice(from, at).join('\n')}\n` };
  return { hunk, added, removed, end: at };
}

function readHeader(header: readonly string[]): Pick<FileDiff, 'path' | 'previous' | 'status' | 'binary'> {
  const after = (start: string): string | null =>
    header.find((line) => line.startsWith(start))?.slice(start.length) ?? null;
  const sides = { from: sideOf(after('--- '), 'a/'), to: sideOf(after('+++ '), 'b/') };
  const renamed = { from: nameOf(after('rename from ')), to: nameOf(after('rename to ')) };
  const path = renamed.to ?? sides.to ?? sides.from ?? sameName(header[0] ?? '');
  return {
    path,
    previous: renamed.from,
    status: statusOf(header, renamed.to !== null),
    binary: header.some((line) => line.startsWith('Binary files ')),
  };
}

function statusOf(header: readonly string[], isRenamed: boolean): FileDiff['status'] {
  if (header.some((line) => line.startsWith('new file mode '))) return 'added';
  if (header.some((line) => line.startsWith('deleted file mode '))) return 'deleted';
  return isRenamed ? 'renamed' : 'modified';
}

function sideOf(written: string | null, prefix: string): string | null {
  const name = nameOf(written);
  return name?.startsWith(prefix) === true ? name.slice(prefix.length) : null;
}

/** Without the tab that git puts behind a name with spaces, and out of the quotes that it puts around others. */
function nameOf(written: string | null): string | null {
  if (written === null) return null;
  const name = written.replace(/\t$/, '');
  return name.startsWith('"') && name.endsWith('"') ? unquote(name.slice(1, -1)) : name;
}

/** Without content and without a rename both names are one: `a/NAME b/NAME`. */
function sameName(line: string): string {
  const names = line.slice('diff --git '.length);
  const half = names.slice(0, (names.length - 1) / 2);
  return sideOf(half, 'a/') ?? names;
}

const ESCAPES: Readonly<Record<string, string>> = { a: '\u0007', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function unquote(text: string): string {
  const bytes = [...text.matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/g)].map(([, octal, escaped, plain]) =>
    octal === undefined ? Buffer.from(plain ?? ESCAPES[escaped ?? ''] ?? escaped ?? '') : Buffer.of(parseInt(octal, 8)),
  );
  return Buffer.concat(bytes).toString();
}
