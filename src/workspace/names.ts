/** Code points that HFS+ leaves out when it compares names; the list is git's own (utf8.c, `next_hfs_char`). */
const IGNORED_BY_HFS = /[\u{200C}-\u{200F}\u{202A}-\u{202E}\u{206A}-\u{206F}\u{FEFF}]/gu;

/** `.git` as NTFS reads it: its short name, trailing dots and spaces, a stream after a colon. */
const GIT_DIRECTORY = /^(?:\.git|git~\d+)[ .]*(?::.*)?$/;

/** Whether some file system takes a component of the path for git's own directory. */
export function namesGitDirectory(path: string): boolean {
  return path.split(/[/\\]/).some((component) => GIT_DIRECTORY.test(comparable(component)));
}

/** Equal for names that some file system takes for one. */
export function comparable(name: string): string {
  return name.replaceAll(IGNORED_BY_HFS, '').normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** A path without what NTFS leaves out at the end of a name: dots, spaces, and a stream after a colon. */
export function withoutNtfsEnds(path: string): string {
  return path
    .split('/')
    .map((name) => name.replace(/(?<=.):.*$/s, '').replace(/(?<=[^ .])[ .]+$/, ''))
    .join('/');
}

/** The text of a name, null when it is not UTF-8: git's names are bytes, the forge's are text. */
export function decodeName(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The records of a `-z` output. */
export function splitRecords(output: Buffer): readonly Buffer[] {
  const records: Buffer[] = [];
  for (let start = 0; start < output.length;) {
    const found = output.indexOf(0, start);
    const end = found === -1 ? output.length : found;
    records.push(output.subarray(start, end));
    start = end + 1;
  }
  return records;
}
