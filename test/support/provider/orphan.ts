import { startBehind } from './behind.ts';

/** A run that starts a gateway, says that it did, and then does nothing until it is killed. */
const [mark = ''] = process.argv.slice(2);
const behind = await startBehind({ env: { RUN: mark } });
process.stdout.write(`${behind.gateway.access('coder').baseUrls['own']}\n`);
setInterval(() => undefined, 60_000);
