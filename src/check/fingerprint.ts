import { createHash } from 'node:crypto';
import { failingPart } from '../text/failing-part.ts';
import { plainOutput } from '../text/output.ts';

/** What differs between two runs of the same failure, in the order in which it is taken out. */
const VARYING: readonly (readonly [RegExp, string])[] = [
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/g, '<time>'],
  [/\b\d\d:\d\d:\d\d(?:\.\d+)?\b/g, '<time>'],
  // Directories of a run and of temporary files, up to what is below them
  [
    /(?:\/(?:private\/)?(?:tmp|var\/(?:tmp|folders))|\/home\/runner\/work\/_temp|[A-Za-z]:\\[^\s"']*\\Temp)[/\\][^\s"'():]*/g,
    '<temporary>',
  ],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<id>'],
  [/\b0x[0-9a-f]+\b/gi, '<hex>'],
  [/\b(?=[0-9a-f]*\d)[0-9a-f]{7,64}\b/gi, '<hex>'],
  [/\b\d+(?:\.\d+)?\s?(?:ns|µs|us|ms|s|sec|secs|seconds?|m|min|minutes?)\b/g, '<duration>'],
  [/(\.\w+)[:(]\d+(?:[:,]\d+)?\)?/g, '$1:<line>'],
  [/\bline \d+\b/gi, 'line <line>'],
  [/\d+(?:[.,]\d+)*/g, '<n>'],
  [/[ \t]+/g, ' '],
];

/**
 * Equal for two failures that a person would call the same: times, places, numbers and the order of lines do not count,
 * since tests run side by side. Takes the whole output or its failing part.
 */
export function fingerprint(text: string): string {
  const part = failingPart(plainOutput(text));
  const normal = VARYING.reduce((result, [pattern, word]) => result.replaceAll(pattern, word), part);
  const lines = new Set(normal.split('\n').map((line) => line.trim()));
  lines.delete('');
  return createHash('sha256')
    .update([...lines].toSorted().join('\n'))
    .digest('hex')
    .slice(0, 16);
}
