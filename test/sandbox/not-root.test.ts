import { randomInt } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { processesWith } from './confined.ts';
import { createRunnerUser } from './not-root.ts';

const Told = z.object({ root: z.string() });

let runner: Awaited<ReturnType<typeof createRunnerUser>>;
beforeAll(async () => {
  runner = await createRunnerUser();
});
afterAll(() => runner[Symbol.asyncDispose]());

/** As bubblewrap is where user namespaces are forbidden: it works for root alone. */
const FORBIDDEN = [
  'if [ "$(id -u)" != 0 ]; then echo "bwrap: setting up uid map: Permission denied" >&2; exit 1; fi',
  'exec /usr/bin/bwrap "$@"',
];

const NEVER = ['echo "bwrap: nothing works here" >&2', 'exit 1'];

/** What a program sees and does, and what is left of it afterwards. */
const look = (name: string): string => `
  const { kind, description } = await confine('auto');
  const { stat } = await import('node:fs/promises');
  const script = 'echo "$TOLD" > written; id -u; cat /home/patchwright-test/.secret /etc/shadow 2>/dev/null;' +
    'sudo -n id 2>/dev/null; grep -cE "^Cap(Inh|Prm|Eff|Bnd|Amb):.0+$" /proc/self/status; (env -i setsid ${name} &) ; exit 3';
  const { output, exitCode } = await (await start(script)).ended;
  const late = await (await start('${name}', 500)).ended;
  const mine = (await stat(clone + '/written')).uid === process.getuid();
  tell({ kind, description, output, exitCode, late: [late.timedOut, late.signal], mine });
  process.exit();
`;

const sleeper = (): string => `sleep ${randomInt(1e6, 1e9)}`;

async function looked(name: string): Promise<unknown> {
  const { stdout, all } = await runner.play(look(name));
  expect(stdout, all).toMatch(/^\{/);
  return JSON.parse(stdout);
}

test('who is not root is confined by bubblewrap and stays who it is', async () => {
  const name = sleeper();
  const uid = (await stat(runner.home)).uid;
  expect(await looked(name)).toMatchObject({
    kind: 'bubblewrap',
    output: `${uid}\n5\n`,
    exitCode: 3,
    late: [true, 'SIGKILL'],
    mine: true,
  });
  expect(await processesWith(name)).toEqual([]);
});

test('where user namespaces are forbidden bubblewrap is prepared through sudo, and nothing of root’s is left inside', async () => {
  await runner.pretend('bwrap', FORBIDDEN);
  const name = sleeper();
  const uid = (await stat(runner.home)).uid;
  const seen = await looked(name);
  expect(seen).toMatchObject({
    kind: 'bubblewrap',
    output: `${uid}\n5\n`,
    exitCode: 3,
    late: [true, 'SIGKILL'],
    mine: true,
  });
  expect(JSON.stringify(seen)).toContain('through sudo');
  expect(await processesWith(name)).toEqual([]);
});

test('where bubblewrap does not work at all another user is taken, though the home is closed to it', async () => {
  await runner.pretend('bwrap', NEVER);
  const name = sleeper();
  expect(await looked(name)).toMatchObject({ kind: 'user', exitCode: 3, late: [true, 'SIGKILL'], mine: true });
  expect(await processesWith(name)).toEqual([]);
});

test('where sudo asks for a password as well the run is refused, and nothing was started', async () => {
  await runner.pretend('bwrap', NEVER);
  await runner.pretend('sudo', ['echo "sudo: a password is required" >&2', 'exit 1']);
  const { stdout } = await runner.play(
    `await confine('auto').catch(({ code, message }) => tell({ code, message })); process.exit();`,
  );
  await runner.withdraw('sudo');
  expect(JSON.parse(stdout)).toMatchObject({ code: 'bad-input' });
  expect(stdout).toContain('nothing works here');
  expect(stdout).toContain('a password is required');
});

test.each([
  ['bubblewrap through sudo', FORBIDDEN],
  ['another user', NEVER],
])('what runs as %s is ended by a later step when the run was killed', async (_, bwrap) => {
  await runner.pretend('bwrap', bwrap);
  const name = sleeper();
  // Written so that no command line but the sleepers' has the name.
  const script = `n=${name.slice('sleep '.length)}; (env -i setsid sleep $n &) ; echo x > written; sleep $n`;
  const killed = runner.play(`
    await confine('auto');
    tell({ root });
    await start('${script}', 0);
    setInterval(() => 0, 1000);
  `);
  await expect.poll(async () => (await processesWith(name)).length).toBe(2);
  killed.kill('SIGKILL');
  const { stdout } = await killed;
  // Through sudo nothing ends with its parent.
  expect(await processesWith(name)).not.toEqual([]);
  const { root } = Told.parse(JSON.parse(stdout ?? ''));
  const after = await runner.play(`
    const ended = await endLeftovers({ mark, home: '${root}' });
    const { stat } = await import('node:fs/promises');
    tell({ ended: ended.length > 0, mine: (await stat('${root}/work/clone/written')).uid === process.getuid() });
    process.exit();
  `);
  expect(JSON.parse(after.stdout)).toEqual({ ended: true, mine: true });
  expect(await processesWith(name)).toEqual([]);
});
