import { expect, test } from 'vitest';
import type { Attachment } from '../../../src/forge/discussion.ts';
import { collectImages } from '../../../src/task/context/images.ts';

const MB = 1024 * 1024;
const from = { what: 'issue body', author: 'mona', at: null };
const image = (size = 3): Attachment => ({ kind: 'image', mime: 'image/webp', bytes: new Uint8Array(size) });

/** What is at each address; each was asked for with so many bytes as its limit. */
function attachments(found: Readonly<Record<string, Attachment>>) {
  const asked: [string, number][] = [];
  const attachment = (url: string, limit: number): Promise<Attachment> => {
    asked.push([url, limit]);
    return Promise.resolve(found[url] ?? { kind: 'foreign' });
  };
  return { asked, attachment, renderedImages: () => Promise.resolve([]) };
}

const written = (...addresses: readonly string[]) => [
  { text: addresses.map((address) => `![x](${address})`).join('\n'), from },
];

test('images of all texts are taken once each, under names of our own', async () => {
  const forge = attachments({ a: image(), b: { kind: 'image', mime: 'image/png', bytes: Buffer.from('b') } });
  const texts = [...written('a', 'a'), ...written('b', 'a')];
  expect(await collectImages(texts, forge)).toEqual({
    images: [
      { name: 'image-1.webp', mime: 'image/webp', base64: 'AAAA' },
      { name: 'image-2.png', mime: 'image/png', base64: 'Yg==' },
    ],
    notes: [],
  });
  expect(forge.asked).toEqual([
    ['a', 5 * MB],
    ['b', 5 * MB],
  ]);
});

test('what is refused, elsewhere or too much is told', async () => {
  const names = ['1', '2', '3', '4', '5', '6'];
  const forge = attachments({
    large: { kind: 'refused', why: 'it is larger than 5 MB', hidden: false },
    ...Object.fromEntries(names.map((name) => [name, image()])),
  });
  const { images, notes } = await collectImages(written('elsewhere', 'large', ...names), forge);
  expect(images).toHaveLength(5);
  expect(notes).toEqual([
    'An attached image was left out: it is larger than 5 MB.',
    'An image is not at GitHub and left out.',
    'An image is left out, because no more than 5 are taken.',
  ]);
});

test('all together are bounded, and so is the number of attempts', async () => {
  const forge = attachments({ a: image(5 * MB), b: image(5 * MB), c: image(4 * MB), d: image(1) });
  await collectImages(written('a', 'b', 'c', 'd'), forge);
  expect(forge.asked.map(([, limit]) => limit / MB)).toEqual([5, 5, 5, 1]);
  const refused = Array.from({ length: 40 }, (_, index) => `r${index}`);
  const broken = attachments(
    Object.fromEntries(refused.map((name) => [name, { kind: 'refused', why: 'no', hidden: false }])),
  );
  const { notes } = await collectImages(written(...refused), broken);
  expect(broken.asked).toHaveLength(10);
  expect(notes.at(-1)).toBe('30 images are left out, because no more than 5 are taken.');
});

test('what was refused for another reason is not looked up anywhere else', async () => {
  const address = 'https://github.com/user-attachments/assets/11111111-2222-3333-4444-555555555555';
  const forge = attachments({ [address]: { kind: 'refused', why: 'it is larger than 5 MB', hidden: false } });
  await collectImages(written(address), { ...forge, renderedImages: () => Promise.resolve([address]) }, [{ issue: 1 }]);
  expect(forge.asked).toHaveLength(1);
});

test('what the server gives to browsers alone is taken from where GitHub shows it, asked for once', async () => {
  const [first, second] = ['11111111-2222-3333-4444-555555555555', '66666666-7777-8888-9999-000000000000'];
  const address = (name: string): string => `https://github.com/user-attachments/assets/${name}`;
  const signed = `https://private-user-images.githubusercontent.com/1/2-${first}.png?jwt=x`;
  const hidden = { kind: 'refused', why: 'GitHub answered 404', hidden: true } as const;
  const forge = attachments({ [address(first)]: hidden, [address(second)]: hidden, [signed]: image() });
  let looked = 0;
  const renderedImages = (): Promise<readonly string[]> => {
    looked += 1;
    return Promise.resolve(['https://camo.example/x', signed]);
  };
  const { images, notes } = await collectImages(
    written(address(first), address(second)),
    { ...forge, renderedImages },
    [{ issue: 1 }],
  );
  expect(images.map(({ name }) => name)).toEqual(['image-1.webp']);
  expect(notes).toEqual(['An attached image was left out: GitHub answered 404.']);
  expect(forge.asked.map(([url]) => url)).toEqual([address(first), signed, address(second)]);
  expect(looked).toBe(1);
});
