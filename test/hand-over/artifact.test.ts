import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { downloadHandOver, uploadHandOver } from '../../src/hand-over/artifact.ts';
import { readHandOver } from '../../src/hand-over/read-hand-over.ts';
import { startArtifacts, type ArtifactService } from '../support/artifacts.ts';
import { addFile, goodRecord, RUN_ID, writeHanded, type Handed } from './handed.ts';

const OF = { repository: 'octo-org/hello-world', run: RUN_ID };

let root = '';
beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'artifact-'))));
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

/** A zip archive with one stored file of that name. */
function archive(name: string, text: string): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  // Version, both sizes and the length of the name, which the two headers have two bytes apart.
  for (const [header, at] of [
    [local, 4],
    [central, 6],
  ] as const) {
    header.writeUInt16LE(20, at);
    header.writeUInt32LE(text.length, at + 14);
    header.writeUInt32LE(text.length, at + 18);
    header.writeUInt16LE(name.length, at + 22);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + text.length, 16);
  return Buffer.concat([local, Buffer.from(name + text), central, Buffer.from(name), end]);
}

async function started(): Promise<ArtifactService> {
  const service = await startArtifacts();
  for (const [name, value] of Object.entries(service.environment)) vi.stubEnv(name, value);
  return service;
}

const placeOf = async (name: string): Promise<string> => {
  await mkdir(join(root, name, 'temp'), { recursive: true });
  return join(root, name, 'temp');
};

it('a hand-over goes through the artifacts of the workflow run as one plain file', async () => {
  await using service = await started();
  const handed: Handed = {
    manifest: { version: 1, ...OF, base: 'b'.repeat(40), tree: 'c'.repeat(40), files: [], heldBack: [] },
    record: goodRecord(),
    blobs: new Map(),
  };
  addFile(handed, 'src/one.txt', { text: 'one\n' });
  await writeHanded(join(root, 'change'), handed);
  await uploadHandOver(join(root, 'change'), { attempt: 1, temp: await placeOf('sent') });
  expect([...service.artifacts.keys()]).toEqual(['patchwright-hand-over-1.json']);
  // A job that is run again finds what an earlier attempt left.
  const directory = await downloadHandOver({ attempt: 2, temp: await placeOf('handed') });
  const { change } = await readHandOver(directory, OF);
  expect(change?.files.map(({ path }) => path)).toEqual(['src/one.txt']);
});

it('an archive in its place is not unpacked, whatever is in it', async () => {
  await using service = await started();
  const body = archive('packed.json', '{"version":1,"files":{}}');
  service.artifacts.set('patchwright-hand-over-1.json', { id: 1, body, type: 'application/zip' });
  await expect(downloadHandOver({ attempt: 1, temp: await placeOf('handed') })).rejects.toThrow('`malformed`');
  expect(await readdir(join(root, 'handed/temp/received-file'))).toEqual(['patchwright-hand-over-1.json']);
});

it('no artifact at all is a hand-over that is missing', async () => {
  await using _ = await started();
  await expect(downloadHandOver({ attempt: 1, temp: await placeOf('handed') })).rejects.toThrow('`missing`');
});
