import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROTECTED_KINDS } from '../src/guard/protected-paths.ts';
import { isRuleName, RULE_TABLE } from '../src/guard/rule-table.ts';
import { replaceBetween, table } from './markdown.ts';
import { root } from './root.ts';

const file = join(root, 'docs/guard.md');

/** The document with its tables made anew from the rules and the protected paths of the code. */
export function renderGuard(document: string): string {
  const rules = Object.keys(RULE_TABLE)
    .filter(isRuleName)
    .map((name) => {
      const { stops, remedy, accepted } = RULE_TABLE[name];
      return [`\`${name}\``, stops, remedy, accepted ? 'yes' : 'no'];
    });
  const withRules = replaceBetween(
    document,
    'rules',
    table(['Rule', 'Holds back', 'What a person does', '`accept` lets it through'], rules),
  );
  const kinds = PROTECTED_KINDS.map(({ what, globs }) => [what, globs.map((glob) => `\`${glob}\``).join(' ')]);
  return replaceBetween(withRules, 'protected', table(['What', 'Globs'], kinds));
}

if (import.meta.main) {
  const document = await readFile(file, 'utf8');
  const fresh = renderGuard(document);
  if (process.argv.includes('--write')) {
    await writeFile(file, fresh);
  } else if (fresh !== document) {
    console.error('The tables of docs/guard.md are not what the code says; run `npm run fix`.');
    process.exitCode = 1;
  }
}
