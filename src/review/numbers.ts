import type { Finding } from '../finding.ts';

/** The highest number that was given, by what stands before it in an id: `F`, `A`, `S2.F`. */
export type Numbers = Readonly<Record<string, number>>;

export const NO_NUMBERS: Numbers = {};

/** The same with the ids of these findings. */
export function withNumbersOf(numbers: Numbers, findings: readonly Finding[]): Numbers {
  const highest: Record<string, number> = { ...numbers };
  for (const { id } of findings) {
    const [, beginning = '', digits = ''] = /^(.*?)(\d{1,9})$/.exec(id) ?? [];
    if (beginning !== '') highest[beginning] = Math.max(highest[beginning] ?? 0, Number(digits));
  }
  return highest;
}

/** The number of the next finding with that beginning: no id is ever another finding's. */
export function nextNumber(numbers: Numbers, beginning: string): number {
  return (numbers[beginning] ?? 0) + 1;
}
