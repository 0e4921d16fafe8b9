import type { Image } from '../../agent/image.ts';
import type { Attachment } from '../../forge/discussion.ts';
import type { Forge } from '../../forge/forge.ts';
import { imageAddresses } from '../../text/image-addresses.ts';
import type { Untrusted } from '../../text/untrusted.ts';

const MOST = 5;
/** Bytes of one image. */
const LARGEST = 5 * 1024 * 1024;
/** Bytes of all of them: a request may have 32 MB, and in it each three bytes are four characters. */
const LARGEST_TOGETHER = 15 * 1024 * 1024;

export type CollectedImages = Readonly<{
  images: readonly Image[];
  /** What became of those that are not among them, a sentence each. */
  notes: readonly string[];
}>;

export type ImageForge = Pick<Forge, 'attachment' | 'renderedImages'>;
type ImagePlace = Parameters<Forge['renderedImages']>[0];

/**
 * The images that people attached to a task's texts on GitHub itself, in the order in which they stand there. `places`
 * are where the texts stand: what the server gives to browsers alone is looked up there.
 */
export async function collectImages(
  texts: readonly Untrusted[],
  forge: ImageForge,
  places: readonly ImagePlace[] = [],
): Promise<CollectedImages> {
  const signed = signedAddresses(forge, places);
  const addresses = [...new Set(texts.flatMap(({ text }) => imageAddresses(text)))];
  const images: Image[] = [];
  const notes: string[] = [];
  let [foreign, tooMany, room] = [0, 0, LARGEST_TOGETHER];
  for (const address of addresses) {
    if (images.length === MOST || images.length + notes.length >= 2 * MOST) {
      tooMany += 1;
      continue;
    }
    const found = await download(address, { forge, signed, limit: Math.min(LARGEST, room) });
    if (found.kind === 'foreign') foreign += 1;
    else if (found.kind === 'refused') notes.push(`An attached image was left out: ${found.why}.`);
    else {
      const name = `image-${images.length + 1}.${found.mime.slice('image/'.length)}`;
      images.push({ name, mime: found.mime, base64: Buffer.from(found.bytes).toString('base64') });
      room -= found.bytes.byteLength;
    }
  }
  if (foreign > 0) notes.push(`${counted(foreign)} not at GitHub and left out.`);
  if (tooMany > 0) notes.push(`${counted(tooMany)} left out, because no more than ${MOST} are taken.`);
  return { images, notes };
}

type Signed = (address: string) => Promise<string | null>;

async function download(
  address: string,
  { forge, signed, limit }: Readonly<{ forge: ImageForge; signed: Signed; limit: number }>,
): Promise<Attachment> {
  const found = await forge.attachment(address, limit);
  if (found.kind !== 'refused' || !found.hidden) return found;
  const instead = await signed(address);
  return instead === null ? found : await forge.attachment(instead, limit);
}

/** Signed addresses by the name of the file, which is long and random. Asked for once, and only where one is wanted. */
function signedAddresses(forge: ImageForge, places: readonly ImagePlace[]): Signed {
  let known: Promise<readonly string[]> | null = null;
  const ask = async (): Promise<readonly string[]> => {
    const lists = await Promise.all(places.map((place) => forge.renderedImages(place).catch(() => [])));
    return lists.flat();
  };
  return async (address) => {
    const name = /[\w-]{20,}$/.exec(address.split(/[?#]/)[0] ?? '')?.[0];
    if (name === undefined) return null;
    known ??= ask();
    return (await known).find((one) => (one.split('?')[0] ?? '').includes(name)) ?? null;
  };
}

function counted(count: number): string {
  return count === 1 ? 'An image is' : `${count} images are`;
}
