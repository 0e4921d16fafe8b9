/** Something a text must be like, with the words for a failure. */
export type Expectation = { readonly describe: string; readonly holds: (text: string) => boolean };

/** The text has each of these. */
export function contains(...wanted: readonly (string | RegExp)[]): Expectation {
  return {
    describe: `contains ${wanted.map(quote).join(' and ')}`,
    holds: (text) => wanted.every((want) => has(text, want)),
  };
}

/** The text has none of these. */
export function lacks(...unwanted: readonly (string | RegExp)[]): Expectation {
  return {
    describe: `lacks ${unwanted.map(quote).join(' and ')}`,
    holds: (text) => !unwanted.some((want) => has(text, want)),
  };
}

function has(text: string, want: string | RegExp): boolean {
  return typeof want === 'string' ? text.includes(want) : text.search(want) !== -1;
}

function quote(want: string | RegExp): string {
  return typeof want === 'string' ? JSON.stringify(want) : String(want);
}
