import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const RULES = [
  { pattern: /\t/, message: 'tabs' },
  { pattern: /[ \t]+$/m, message: 'trailing blanks' },
  { pattern: /\bvar\s/, message: 'var' },
  { pattern: /test\.only\(/, message: 'a focused test' },
];

const problems = [];
for (const folder of ['src', 'test', 'bin', 'scripts']) {
  for (const name of readdirSync(folder)) {
    const path = `${folder}/${name}`;
    const source = readFileSync(path, 'utf8');
    // The rules themselves name what they forbid.
    const rules = folder === 'scripts' ? [] : RULES;
    for (const { pattern, message } of rules) {
      if (pattern.test(source)) problems.push(`${path}: ${message}`);
    }
    try {
      execFileSync(process.execPath, ['--check', path], { stdio: 'pipe' });
    } catch (error) {
      problems.push(`${path}: ${String(error.stderr).trim()}`);
    }
  }
}

console.log(problems.length === 0 ? 'No problems.' : problems.join('\n'));
process.exitCode = problems.length === 0 ? 0 : 1;
