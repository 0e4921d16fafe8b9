import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { HANDED_NAME, LIMITS } from './manifest.ts';
import { listPlainFiles, readPlainFile } from './plain-files.ts';
import { refused } from './refusal.ts';

/** Base64 is a third longer, and names and quotes come to it. */
const LARGEST_PACK = Math.ceil((LIMITS.contents + LIMITS.manifest + LIMITS.record) * 1.4);

const Pack = z.strictObject({ version: z.literal(1), files: z.record(z.string().regex(HANDED_NAME), z.base64()) });

/**
 * A hand-over as one file. An archive would be unpacked by a library, whole, before anything in it could be bounded or
 * refused; here the names are few and known, and all of it is read at once or not at all.
 */
export async function packHandOver(directory: string, file: string): Promise<void> {
  const files: Record<string, string> = {};
  for (const name of await listPlainFiles(directory, LIMITS.files + 2)) {
    files[name] = Buffer.from(await readPlainFile(directory, name, LIMITS.contents)).toString('base64');
  }
  await writeFile(file, JSON.stringify({ version: 1, files }));
}

/** The other way round, into a directory that is not there yet. */
export async function unpackHandOver(file: string, directory: string): Promise<void> {
  const { size } = await stat(file);
  if (size > LARGEST_PACK) throw refused('too-large', `it has ${size} bytes.`);
  const bytes = await readPlainFile(dirname(file), file.slice(dirname(file).length + 1), LARGEST_PACK);
  const files = parsePack(bytes);
  await mkdir(join(directory, 'blobs'), { recursive: true });
  for (const [name, content] of Object.entries(files))
    await writeFile(join(directory, name), Buffer.from(content, 'base64'), { flag: 'wx' });
}

function parsePack(bytes: Uint8Array): Readonly<Record<string, string>> {
  try {
    return Pack.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).files;
  } catch (cause) {
    throw refused('malformed', 'it is no packed hand-over.', cause);
  }
}
