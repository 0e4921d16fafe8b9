import { stripVTControlCharacters } from 'node:util';

/** What a program printed as a person reads it: no terminal escapes, and of a line drawn several times the last drawing. */
export function plainOutput(output: string): string {
  return stripVTControlCharacters(output)
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.slice(line.trimEnd().lastIndexOf('\r') + 1).trimEnd())
    .join('\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '');
}

/** The last bytes of a text, cut at the start of a line. */
export function tailOf(text: string, limit: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= limit) return text;
  const cut = bytes.subarray(bytes.length - limit);
  const lineEnd = cut.indexOf(0x0a);
  // A single line that is longer than the limit is cut where a character starts.
  if (lineEnd === -1 || lineEnd === cut.length - 1) return cut.toString().replace(/^\uFFFD+/, '');
  return cut.subarray(lineEnd + 1).toString();
}
