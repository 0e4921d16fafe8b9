import { createValueSearch, type ValueSearch } from '../text/value-search.ts';
import type { ChangedFile } from '../workspace/change.ts';
import { loadFormatSearch, type FormatSearch } from './known-formats.ts';
import type { Why } from './rule-table.ts';

export type SearchOptions = Readonly<{
  /** Values of the run's own: keys and tokens. */
  ownSecrets: readonly string[];
  readBlob: (blob: string) => Promise<Uint8Array>;
  baseFiles: readonly Readonly<{ path: string; blob: string }>[];
}>;

/** Bytes of a file that are searched; what is larger is held back unsearched. */
const LARGEST_SEARCHED = 8 * 1024 * 1024;

type Search = Readonly<{ values: ValueSearch; formats: FormatSearch }>;

/**
 * Files that newly hold a credential, in their text, their name or the target of a link: one that stood in the same file
 * before is no news.
 */
export async function findSecrets(
  files: readonly ChangedFile[],
  options: SearchOptions,
): Promise<ReadonlyMap<string, Why>> {
  const found = new Map<string, Why>();
  if (files.length === 0) return found;
  const search = { values: createValueSearch(options.ownSecrets), formats: await loadFormatSearch() };
  const before = new Map(options.baseFiles.map(({ path, blob }) => [path, blob]));
  for (const file of files) {
    const blobBefore = before.get(file.path) ?? before.get(renamedFrom(file) ?? '') ?? null;
    const why = await whyHeld(file, blobBefore, { ...options, search });
    if (why !== null) found.set(file.path, why);
  }
  return found;
}

type Looking = SearchOptions & Readonly<{ search: Search }>;

async function whyHeld(file: ChangedFile, blobBefore: string | null, looking: Looking): Promise<Why | null> {
  if (file.status === 'deleted') return null;
  if (file.status === 'added' && (await credentials(file.path, file.path, looking)).length > 0) return IN_NAME;
  if (file.mode === '160000') return null;
  if (file.size > LARGEST_SEARCHED) return TOO_LARGE;
  const now = await credentials(file.path, await readText(file.blob, looking), looking);
  if (now.length === 0) return null;
  const old = blobBefore === null ? '' : await readText(blobBefore, looking);
  const known = old === '' ? [] : await credentials(file.path, old, looking);
  return now.some((one) => !known.includes(one) && !old.includes(one)) ? IN_TEXT : null;
}

const IN_TEXT: Why = {
  rule: 'secret',
  reason: 'The file holds what looks like a credential; take it out, and revoke it if it is a real one.',
};
const IN_NAME: Why = {
  rule: 'secret',
  reason: 'The name holds what looks like a credential; give the file another, and revoke it if it is a real one.',
};
const TOO_LARGE: Why = {
  rule: 'not-searched',
  reason: `Files of more than ${LARGEST_SEARCHED / 1024 / 1024} MB are not searched for credentials; a person adds this one.`,
};

async function credentials(path: string, text: string, { search }: Looking): Promise<readonly string[]> {
  return [...search.values(text).map(({ value }) => value), ...(await search.formats(path, text))];
}

/** What is no text is read byte for byte without zeros, so that text of two bytes a character is read, too. */
async function readText(blob: string, { readBlob }: Looking): Promise<string> {
  const bytes = Buffer.from(await readBlob(blob));
  return bytes.includes(0) ? bytes.toString('latin1').replaceAll('\0', '') : bytes.toString('utf8');
}

function renamedFrom(file: ChangedFile): string | null {
  return file.status === 'deleted' ? null : file.renamedFrom;
}
