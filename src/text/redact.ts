import { lettersOf, type Place } from './readings.ts';
import { spellings } from './spelling.ts';
import { createValueSearch, soughtValues } from './value-search.ts';

export const REDACTED = '‹redacted›';

/** So many letters and digits are told from chance in each of their writings. */
const SEARCHED_ALONE = 16;

/** Formats that are secrets whoever they belong to. */
const FORMATS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY(?: BLOCK)?-----|$(?![\s\S]))/,
  /(?<![A-Za-z0-9])gh[opusr]_[A-Za-z0-9_.-]{20,}/,
  /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{20,}/,
  /(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{20,}/,
  /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}/,
  /(?<![A-Za-z0-9])hf_[A-Za-z0-9]{30,}/,
  /(?<![A-Za-z0-9])[sr]k[-_](?=[A-Za-z0-9_-]*\d)[A-Za-z0-9_-]{20,}/,
  /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/,
  /(?<![A-Za-z0-9])xox[a-z]-[A-Za-z0-9-]{10,}/,
  /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}/,
  /(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/,
  /(?<=:\/\/)[^\s/:@]+:[^\s/@]+(?=@)/,
];

declare const redactor: unique symbol;

/** Takes out of a text what must not be seen. Only the functions of this file make one. */
export type Redactor = ((text: string) => string) & Readonly<{ [redactor]: true }>;

/** What in a text looks like a token or private key of anybody's. */
export function tokensIn(text: string): readonly string[] {
  return FORMATS.flatMap((format) => [...text.matchAll(new RegExp(format, 'gu'))].map(([token]) => token));
}

/**
 * Replaces these secrets, as they are, encoded and in pieces as `createValueSearch` tells, and whatever looks like a token
 * or private key. Secrets of fewer than six characters are left alone.
 */
export function createRedactor(secrets: readonly string[]): Redactor {
  const longestFirst = soughtValues(secrets).toSorted((left, right) => right.length - left.length);
  const formats = FORMATS.map((format) => format.source);
  const anybodys = new RegExp(formats.join('|'), 'gu');
  const all = new RegExp([...longestFirst.flatMap(spellings), ...formats].join('|'), 'gu');
  const search = createValueSearch(secrets);
  // The search is much faster, and misses nothing of values of this length.
  const isEnough = longestFirst.every((secret) => lettersOf(secret).length >= SEARCHED_ALONE);
  return redactorOf((text) => {
    if (isEnough && search(text).length === 0) return text.replaceAll(anybodys, REDACTED);
    const rest = text.replaceAll(all, REDACTED);
    return without(
      rest,
      search(rest).flatMap(({ places }) => places()),
    );
  });
}

/** A redactor that is another one later, as more becomes known. */
export function lateRedactor(current: () => Redactor): Redactor {
  return redactorOf((text) => current()(text));
}

function redactorOf(redact: (text: string) => string): Redactor {
  if (isRedactor(redact)) return redact;
  throw new TypeError('No redactor');
}

function isRedactor(redact: (text: string) => string): redact is Redactor {
  return typeof redact === 'function';
}

/** Places that meet are one. */
function without(text: string, places: readonly Place[]): string {
  let safe = '';
  let done = 0;
  for (const { start, end } of places.toSorted((left, right) => left.start - right.start)) {
    if (start >= done) safe += text.slice(done, start) + REDACTED;
    done = Math.max(done, end);
  }
  return safe + text.slice(done);
}

/** A copy of plain data with every string in it redacted, keys of records included. */
export function redactAll<T extends object>(data: T, redact: Redactor): T {
  const copy = structuredClone(data);
  redactInside(copy, redact);
  return copy;
}

function redactInside(value: unknown, redact: Redactor): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const safeKey = Array.isArray(value) ? key : redact(key);
    if (safeKey !== key) Reflect.deleteProperty(value, key);
    if (typeof item === 'string') Reflect.set(value, safeKey, redact(item));
    else if (safeKey !== key) Reflect.set(value, safeKey, item);
    redactInside(item, redact);
  }
}
