import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBridge, type Bridge } from '../bridge/open-bridge.ts';
import { freePort } from '../free-port.ts';
import type { Sandbox, View } from '../sandbox.ts';

/** Loopback ports of the model gateway and of the proxy to the allowed domains. */
export type Doors = Readonly<{ models: number; proxy: number | null }>;

type Isolating = Readonly<{
  view: View;
  /** Null before there are any. */
  doors: Doors | null;
  /** Node and the program that stands at the inner end of a bridge. */
  program: readonly [node: string, script: string];
  /** A directory of trusted code's own. */
  directory: string;
}>;

/** A sandbox with a network of its own, and a bridge to the doors of the view. */
export async function isolate(make: (view: View) => Sandbox, given: Isolating): Promise<Sandbox> {
  const { view, program, doors } = given;
  await using opening = new AsyncDisposableStack();
  // One that is opened later has to be seen by what is running then.
  const bridges = join(given.directory, `bridges-${randomBytes(4).toString('hex')}`);
  await mkdir(bridges, { mode: 0o700 });
  let opened = 0;
  const open = async (listens: number | null): Promise<Bridge> => {
    opened += 1;
    return await openBridge({ ...doorsOf(view, doors), program, directory: join(bridges, String(opened)), listens });
  };
  let bridge = opening.use(await open(null));
  const sandbox = opening.use(make({ ...view, readable: [...view.readable, bridges, ...bridge.readable] }));
  const kept = opening.move();
  return {
    ...sandbox,
    start: (confined) =>
      sandbox.start({
        ...confined,
        ...bridge.command(confined.file, confined.args),
        env: { ...confined.env, ...bridge.env },
      }),
    async openPort() {
      const port = await freePort();
      bridge = kept.use(await open(port));
      return port;
    },
    [Symbol.asyncDispose]: () => kept[Symbol.asyncDispose](),
  };
}

function doorsOf({ reaches }: View, doors: Doors | null): Readonly<{ ports: readonly number[]; proxy: number | null }> {
  const models = doors !== null && reaches.includes('models') ? [doors.models] : [];
  const proxy = reaches.includes('domains') ? (doors?.proxy ?? null) : null;
  return { ports: [...models, ...(proxy === null ? [] : [proxy])], proxy };
}
