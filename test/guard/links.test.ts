import { expect, test } from 'vitest';
import { heldBack } from './changes.ts';

test.each([
  ['link', '/etc/passwd'],
  ['link', '../outside'],
  ['a/link', '../../outside'],
  ['a/b/link', '../../../x'],
  ['link', 'a/../../x'],
  ['a/link', 'b/../c'],
  ['link', '.git/config'],
  ['a/link', '../.GIT/hooks'],
  ['link', 'C:\\x'],
  ['link', ''],
  ['link', '..'],
])('the link %s to %j is held back', async (path, target) => {
  expect(await heldBack({ links: { [path]: target } })).toEqual({ [path]: 'symlink-outside' });
});

test.each([
  ['link', 'src/a.ts'],
  ['a/link', '../b'],
  ['a/b/link', '../../x'],
  ['link', './a'],
  ['a/link', '.'],
  ['a/link', '..'],
])('the link %s to %j passes', async (path, target) => {
  expect(await heldBack({ links: { [path]: target } })).toEqual({});
});

test.each([
  ['through a link that leads out', { out: '/etc' }, { x: 'out/passwd' }],
  ['through two links', { a: 'b/c', 'b/c': '../..' }, { x: 'a/d' }],
  ['through a link in a folder', { 'd/up': '../..' }, { 'd/x': 'up/y' }],
])('a new link is held back that leads out of the tree %s', async (_, baseLinks, links) => {
  expect(await heldBack({ baseLinks, links })).toEqual({ [Object.keys(links)[0] ?? '']: 'symlink-outside' });
});

test('a new link through links that stay inside passes', async () => {
  const baseLinks = { current: 'releases/2', 'releases/2': '../src', 'a/b/root': '../..' };
  expect(await heldBack({ baseLinks, links: { x: 'current/a.ts', y: 'a/b/root/src' } })).toEqual({});
});

test('links that lead to each other are held back', async () => {
  expect(await heldBack({ links: { a: 'b', b: 'a' } })).toEqual({ a: 'symlink-outside', b: 'symlink-outside' });
});

test('a link that the change would mend may be held back itself, so nothing is put behind it', async () => {
  const sample = {
    baseLinks: { 'sub/out': '/etc' },
    links: { x: 'sub/out/passwd' },
    files: [],
  };
  const held = await heldBack({ ...sample, links: { ...sample.links, 'sub/other': 'out' } });
  expect(held).toEqual({ x: 'symlink-outside', 'sub/other': 'symlink-outside' });
});

test('the target of a link that is no text leads nowhere', async () => {
  const readBlob = async (): Promise<Uint8Array> => Buffer.from([0x61, 0xff, 0x2f, 0x62]);
  expect(await heldBack({ links: { x: 'a' } }, { readBlob })).toEqual({ x: 'symlink-outside' });
});
