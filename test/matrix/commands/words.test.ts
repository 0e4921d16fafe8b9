import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../../src/trigger/trigger.ts';
import { testCells } from '../../scenarios/command-cells.ts';

/** Commands that run models have a file each, so that they are played side by side; these are all the others. */
const words = COMMANDS.filter((command) => !existsSync(join(import.meta.dirname, `${command}.test.ts`)));

for (const command of words) testCells(command);
