import type { SeedFiles } from '../github/seed.ts';

/** A repository whose one check passes before the work: two functions, one of them wrong in a way that no test shows. */
export const SMALL_REPOSITORY: SeedFiles = {
  'package.json': JSON.stringify({ name: 'calc', type: 'module', scripts: { test: 'node --test' } }, null, 2),
  '.gitignore': 'node_modules/\n',
  'README.md': '# calc\n',
  'src/calc.js': ['export const double = (n) => n + 2;', 'export const triple = (n) => n + 4;', ''].join('\n'),
  'test/calc.test.js': [
    "import assert from 'node:assert/strict';",
    "import test from 'node:test';",
    "import { double } from '../src/calc.js';",
    '',
    "test('doubles two', () => assert.equal(double(2), 4));",
    '',
  ].join('\n'),
};

export const SMALL_ISSUE = {
  title: 'double and triple are wrong',
  body: 'Seen in `src/calc.js`:\n\n- [ ] `double(3)` is 6\n- [ ] `triple(3)` is 9\n',
};
