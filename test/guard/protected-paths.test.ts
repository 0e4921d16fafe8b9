import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { renderGuard } from '../../scripts/guard-table.ts';
import { PROTECTED_KINDS } from '../../src/guard/protected-paths.ts';
import { isRuleName, RULE_TABLE } from '../../src/guard/rule-table.ts';
import { heldBack } from './changes.ts';

test.each([
  '.github/workflows/ci.yml',
  'packages/x/.github/workflows/ci.yml',
  '.GitHub/Workflows/CI.yml',
  '.github/actions/setup/action.yml',
  '.github/CODEOWNERS',
  'docs/CODEOWNERS',
  'codeowners',
  '.husky/pre-commit',
  '.githooks/pre-push',
  'lefthook.yml',
  'packages/x/.pre-commit-config.yaml',
  'opencode.json',
  'packages/x/opencode.jsonc',
  '.opencode/agent/x.md',
  'AGENTS.md',
  'packages/x/agents.md',
  'CLAUDE.md',
  '.claude/settings.json',
  '.cursor/rules/x.mdc',
  '.github/copilot-instructions.md',
  '.github/opencode.yml',
  '.github/opencode/x.md',
  '.mcp.json',
  'packages/x/.npmrc',
  'packages/x/.yarnrc.yml',
  '.pnpmfile.cjs',
  'pip.conf',
  'sub/.gitattributes',
  '.gitmodules',
  '.lfsconfig',
  'gradlew',
  'android/gradlew.bat',
  'android/gradle/wrapper/gradle-wrapper.jar',
  'mvnw',
  '.mvn/wrapper/maven-wrapper.properties',
  '.gitignore',
  '.env',
  '.eslintrc.json',
  '.gith\u{200C}ub/workflows/ci.yml',
  'packages/x/mcp.json',
  'packages/x/.yarnrc.yaml',
  '.github/copilot/x.md',
  '.github/skills/x/SKILL.md',
  'GEMINI.md',
  '.gemini/settings.json',
  'sub/.netrc',
  'sub/.envrc',
  'sub/.devcontainer.json',
  'renovate.json',
  'sub/.cargo/config.toml',
  'sub/.m2/settings.xml',
  'sub/.bundle/config',
  'NuGet.Config',
  'uv.toml',
  'sub/.mailmap',
  'AGENTS.md.',
  'sub/.npmrc ',
  'sub/.npmrc::$DATA',
  'GITHUB~1/workflows/ci.yml',
  'sub/.claude./settings.json',
  'CODEOWNER\u{17F}',
  'pnpm-workspace.yaml',
  'sub/.pnp.cjs',
  'sub/.pnp.loader.mjs',
  'sub/gradle.properties',
  'yarn.config.cjs',
  'tools/bazel',
  'sub/tools/bazel.bat',
  'sub/.bazelrc',
  'mise.dev.toml',
  'sub/.mise.production.toml',
  '.config/mise.toml',
  'mise/config.dev.toml',
  'sub/.vimrc',
  'sub/.nvimrc',
  'sub/.lvimrc',
  'sub/.gdbinit',
  'sub/.vs/launch.vs.json',
  'sub/x.sublime-project',
  'sub/.hg/hgrc',
  'captainhook.json',
  'hk.pkl',
  'prek.toml',
  'sub/.lintstagedrc.js',
  'lint-staged.config.mjs',
  'WARP.md',
  'sub/.openhands/setup.sh',
  'sub/.cline/x',
  'sub/.amp/settings.json',
  'netlify.toml',
  'bitrise.yml',
  'sub/codemagic.yaml',
  'PNPM-W~1.YAM',
])('%j is protected without anybody saying so', async (path) => {
  expect(await heldBack({ added: { [path]: '' } })).toEqual({ [path]: 'protected-path' });
});

test.each([
  'action.yml',
  'src/.hidden',
  'docs/agents-guide.md',
  '.github/ISSUE_TEMPLATE/bug.md',
  'src/workflows/ci.yml',
  'gradle/libs.versions.toml',
  'src/opencode.ts',
  'i18n/auth.json',
  'Dockerfile',
  'src/init.ts',
  'docs/contributing.md',
  'package-lock.json',
  'renovate.ts',
  'sub/action.yml',
  'src/bazel.ts',
  'src/tools/bazel.ts',
  'docs/mise.md',
  'src/promise.toml.ts',
  'gradle/build.properties',
])('%j is not protected', async (path) => {
  expect(await heldBack({ added: { [path]: '' } })).toEqual({});
});

test('a list of protected paths takes the place of the built-in one, and what is unsafe stays so', async () => {
  const added = { 'AGENTS.md': '', 'infra/main.tf': '', '.GIT/config': '' };
  expect(await heldBack({ added }, { protectedPaths: ['infra/**'] })).toEqual({
    '.GIT/config': 'unsafe-path',
    'infra/main.tf': 'protected-path',
  });
});

test.each(['sub/.cargo', 'gradle', 'x/.github', 'sub/.yarn', '.husky'])(
  'a link at %j is held back, because what it leads to would be found below it',
  async (path) => {
    expect(await heldBack({ links: { [path]: 'src' } })).toEqual({ [path]: 'protected-path' });
  },
);

test('a link above a path of one’s own list is held back, one beside it is not', async () => {
  const links = { infra: 'src', 'infra2/prod': '../src', 'docs/infra': '../src' };
  const held = await heldBack({ links }, { protectedPaths: ['infra/*/secret.tf', 'infra2/{prod,dev}/**'] });
  expect(held).toEqual({ infra: 'protected-path', 'infra2/prod': 'protected-path' });
});

test('the names of a list match in either normalisation, and in any case', async () => {
  const added = { 'geheim/schl\u{FC}ssel': '', 'x/GEHEIM/schlu\u{308}ssel': '' };
  expect(Object.values(await heldBack({ added }, { protectedPaths: ['**/Geheim/schlu\u{308}ssel'] }))).toEqual([
    'protected-path',
    'protected-path',
  ]);
});

test('docs/guard.md has every rule and every protected path as the code has them', async () => {
  const document = await readFile(new URL('../../docs/guard.md', import.meta.url), 'utf8');
  expect(renderGuard(document)).toBe(document);
  for (const name of Object.keys(RULE_TABLE)) expect(document).toContain(`| \`${name}\` |`);
  for (const { globs } of PROTECTED_KINDS) for (const glob of globs) expect(document).toContain(glob);
  expect([isRuleName('secret'), isRuleName('toString')]).toEqual([true, false]);
});
