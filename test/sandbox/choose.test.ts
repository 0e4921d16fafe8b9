import { expect, test } from 'vitest';
import { chooseSandbox, type Choice } from '../../src/sandbox/choose.ts';
import { saying } from '../support/saying.ts';

const ALL = {
  bwrap: '/usr/bin/bwrap',
  sudo: '/usr/bin/sudo',
  setpriv: '/usr/bin/setpriv',
  unshare: '/usr/bin/unshare',
  uid: 1001,
};

const nameOf = (choice: Choice): string =>
  choice.kind === 'bubblewrap' ? `bubblewrap by ${choice.way.kind}` : choice.kind;

/** Those that are named work; what was tried is written down. */
function working(...names: string[]) {
  const tried: string[] = [];
  const attempt = async (choice: Choice): Promise<string | null> => {
    tried.push(nameOf(choice));
    return names.includes(nameOf(choice)) ? null : 'Permission denied';
  };
  return { tried, attempt };
}

test('the strongest that works is taken, and nothing is tried after it', async () => {
  for (const [works, order] of [
    ['bubblewrap by user-namespace', ['bubblewrap by user-namespace']],
    ['bubblewrap by root', ['bubblewrap by user-namespace', 'bubblewrap by root']],
    ['user', ['bubblewrap by user-namespace', 'bubblewrap by root', 'user']],
  ] as const) {
    const { tried, attempt } = working(works);
    expect(nameOf(await chooseSandbox('auto', ALL, attempt))).toBe(works);
    expect(tried).toEqual(order);
  }
});

test('root needs no sudo, and gives no program its own rights by bubblewrap without a user namespace', async () => {
  const { tried, attempt } = working('user');
  const choice = await chooseSandbox('auto', { ...ALL, sudo: null, uid: 0 }, attempt);
  expect(choice).toMatchObject({ kind: 'user', root: { kind: 'self' } });
  expect(tried).toEqual(['bubblewrap by user-namespace', 'user']);
});

test('without any that works the run is refused, with what is wrong and what to do', async () => {
  const refused = chooseSandbox('auto', { ...ALL, unshare: null }, working().attempt);
  await expect(refused).rejects.toMatchObject({
    code: 'bad-input',
    message: saying('bubblewrap: Permission denied; bubblewrap through sudo: Permission denied'),
    hint: saying('sandbox: none'),
  });
  const bare = { bwrap: null, sudo: null, setpriv: null, unshare: null, uid: 1001 };
  await expect(chooseSandbox('auto', bare, working().attempt)).rejects.toMatchObject({
    message: saying('bubblewrap is not installed; sudo is not installed'),
  });
});

test('a user without walls, to whom the checkout’s token may be open, is taken only where it is named', async () => {
  const { attempt } = working('user');
  const bare = { ...ALL, bwrap: null, unshare: null, uid: 0 };
  await expect(chooseSandbox('auto', bare, attempt)).rejects.toMatchObject({
    code: 'bad-input',
    message: saying('`sandbox: user` has to ask for it'),
  });
  expect(await chooseSandbox('user', bare, attempt)).toMatchObject({ kind: 'user', walls: null });
});

test('a kind that was named is taken or refused, and no other one tried', async () => {
  const { tried, attempt } = working('user');
  await expect(chooseSandbox('bubblewrap', ALL, attempt)).rejects.toMatchObject({
    code: 'bad-input',
    message: saying('`sandbox: bubblewrap` does not work'),
  });
  expect(tried).toEqual(['bubblewrap by user-namespace', 'bubblewrap by root']);
  expect(await chooseSandbox('user', ALL, attempt)).toMatchObject({ kind: 'user' });
});

test('none is taken only where it was chosen', async () => {
  const { tried, attempt } = working();
  expect(await chooseSandbox('none', ALL, attempt)).toEqual({ kind: 'none' });
  expect(tried).toEqual([]);
});
