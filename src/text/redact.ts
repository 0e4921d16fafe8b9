import { spellings } from './spelling.ts';

export const REDACTED = '‹redacted›';

/** Below this length a secret is a word that stands in ordinary text. */
const SHORTEST = 6;
/** Lines of a secret of many lines are secrets of their own from this length on. */
const SHORTEST_LINE = 16;

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

export type Redactor = (text: string) => string;

/** What in a text looks like a token or private key of anybody's. */
export function tokensIn(text: string): readonly string[] {
  return FORMATS.flatMap((format) => [...text.matchAll(new RegExp(format, 'gu'))].map(([token]) => token));
}

/**
 * Replaces these secrets, as they are and in base64, hexadecimal, percent and JSON writing, and whatever looks like a
 * token or private key. Secrets of fewer than six characters are left alone.
 */
export function createRedactor(secrets: readonly string[]): Redactor {
  const lines = secrets
    .flatMap((secret) => secret.split(/\r?\n/))
    .filter((line) => line.trim().length >= SHORTEST_LINE);
  const known = new Set(
    [...secrets, ...lines].map((secret) => secret.trim()).filter((secret) => secret.length >= SHORTEST),
  );
  const longestFirst = [...known].toSorted((left, right) => right.length - left.length);
  const sources = [...longestFirst.flatMap(spellings), ...FORMATS.map((format) => format.source)];
  const pattern = new RegExp(sources.join('|'), 'gu');
  return (text) => text.replaceAll(pattern, REDACTED);
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
