import { constants } from 'node:fs';
import { lstat, open, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { BLOBS, HANDED_NAME } from './manifest.ts';
import { refused } from './refusal.ts';

/** Names of what is in the directory, `blobs/…` included, when all of it are plain files that nothing else leads to. */
export async function listPlainFiles(directory: string, most: number): Promise<ReadonlySet<string>> {
  const top = await lstat(directory).catch(() => null);
  if (top === null) throw refused('missing', 'there is no such directory.');
  if (!top.isDirectory()) throw refused('not-plain-files', 'it is no directory.');
  const names = new Set<string>();
  const add = async (folder: string): Promise<void> => {
    for await (const entry of await opendir(join(directory, folder))) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (folder === '' && name === BLOBS && entry.isDirectory()) {
        await add(BLOBS);
        continue;
      }
      if (!HANDED_NAME.test(name)) throw refused('unexpected-file', `there is ${JSON.stringify(name)}.`);
      if (!entry.isFile()) throw refused('not-plain-files', `${name} is no plain file.`);
      names.add(name);
      if (names.size > most) throw refused('too-many-files', `there are more than ${most}.`);
    }
  };
  await add('');
  if (names.size === 0) throw refused('missing', 'the directory is empty.');
  return names;
}

/** The bytes of a plain file. It is looked at after it was opened, so that it is no other one meanwhile. */
export async function readPlainFile(directory: string, name: string, limit: number): Promise<Uint8Array> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  const file = await open(join(directory, name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch((cause: unknown) => {
    throw refused('not-plain-files', `${name} cannot be opened.`, cause);
  });
  try {
    const found = await file.stat();
    if (!found.isFile() || found.nlink !== 1) throw refused('not-plain-files', `${name} is no plain file of its own.`);
    if (found.size > limit) throw refused('too-large', `${name} has ${found.size} bytes, and ${limit} are read.`);
    const bytes = Buffer.alloc(found.size + 1);
    let length = 0;
    for (let read = 1; read > 0 && length < bytes.length;) {
      read = (await file.read(bytes, length, bytes.length - length)).bytesRead;
      length += read;
    }
    if (length > found.size) throw refused('too-large', `${name} grew while it was read.`);
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}
