import picomatch from 'picomatch';
import type { Change } from '../workspace/change.ts';
import type { Check } from './check.ts';
import { definitionsChanged, isManifest, scriptsUsed } from './manifest.ts';

/** Settings of test runners, linters and compilers: which files count and what is an error. */
const isToolSettings = picomatch(
  [
    '**/{vitest,vite,jest,ava,karma,playwright,cypress,wdio,eslint,prettier,stylelint,biome,oxlint,babel}.{config,conf}.*',
    '**/{vitest.workspace.*,jest.setup.*,jest.preset.*,biome.json,biome.jsonc}',
    '**/{.mocharc,.nycrc,.c8rc,.taprc,.eslintrc,.prettierrc,.stylelintrc,.oxlintrc}{,.*}',
    '**/{.eslintignore,.prettierignore}',
    '**/tsconfig*.json',
    '**/{pytest.ini,tox.ini,setup.cfg,noxfile.py,conftest.py,.coveragerc,mypy.ini,.mypy.ini,ruff.toml,.ruff.toml,.flake8,.pylintrc}',
    '**/{clippy.toml,.clippy.toml,rustfmt.toml,.cargo/config,.cargo/config.toml,nextest.toml}',
    '**/{.golangci.yml,.golangci.yaml,.golangci.toml,.golangci.json}',
    '**/{phpunit.xml,phpunit.xml.dist,phpunit.dist.xml,phpstan.neon,phpstan.neon.dist,.php-cs-fixer*}',
    '**/{.rspec,.rubocop.yml,Rakefile,spec/spec_helper.rb,test/test_helper.rb,test/test_helper.exs,.credo.exs,.formatter.exs}',
    '**/{*.runsettings,Directory.Build.props,Directory.Build.targets,global.json}',
    '**/{turbo.json,nx.json,lerna.json}',
  ],
  { dot: true },
);

/** Build files that define the tests too, for the commands that go by them. */
const BUILD_FILES: readonly (readonly [command: RegExp, isBuildFile: (path: string) => boolean])[] = [
  [/\bmake\b/, picomatch(['**/{Makefile,makefile,GNUmakefile,*.mk}'], { dot: true })],
  [/\bmvnw?\b/, picomatch(['**/pom.xml', '**/.mvn/**', '**/mvnw'], { dot: true })],
  [/\bgradlew?\b/, picomatch(['**/*.gradle', '**/*.gradle.kts', '**/gradle.properties', '**/gradlew'], { dot: true })],
  [/\bmix\b/, picomatch(['**/mix.exs'])],
  [/\bjust\b/, picomatch(['**/{justfile,Justfile,.justfile}'], { dot: true })],
  [/\btask\b/, picomatch(['**/{Taskfile,taskfile}.{yml,yaml}'])],
];

type Given = Readonly<{
  change: Change;
  checks: readonly Check[];
  /** Null when the tree has no such file. */
  readFile: (tree: string, path: string) => Promise<Uint8Array | null>;
}>;

/**
 * Through which paths the change alters what a check is, with the parts where they are known: `package.json (script
 * \`test\`)`. Tests themselves do not count: to write them is part of the work.
 */
export async function touchesDefinitions(given: Given): Promise<readonly string[]> {
  const { change, checks } = given;
  if (checks.length === 0) return [];
  const commands = await expandCommands(given);
  const touched: string[] = [];
  for (const { path } of change.files) {
    if (isToolSettings(path) || isBuildFile(path, commands) || isNamed(path, commands)) {
      touched.push(path);
      continue;
    }
    if (!isManifest(path)) continue;
    const [before = '', after = ''] = await Promise.all(
      [change.baselineTree, change.tree].map((tree) => read(given, tree, path)),
    );
    const parts = definitionsChanged(path, { before, after }, commands);
    if (parts.length > 0) touched.push(`${path} (${parts.join(', ')})`);
  }
  return touched;
}

/** The checks' commands with the scripts that they come to call. */
async function expandCommands(given: Given): Promise<readonly string[]> {
  const commands = given.checks.map(({ command }) => command);
  const manifests = await Promise.all(
    ['package.json', 'composer.json'].map((path) => read(given, given.change.baselineTree, path)),
  );
  return [...commands, ...manifests.flatMap((text) => [...scriptsUsed(text, commands).values()])];
}

async function read({ readFile }: Given, tree: string, path: string): Promise<string> {
  return new TextDecoder().decode((await readFile(tree, path)) ?? undefined);
}

function isBuildFile(path: string, commands: readonly string[]): boolean {
  return BUILD_FILES.some(([command, isOne]) => isOne(path) && commands.some((text) => command.test(text)));
}

/** A script that a command starts by its path, its extension or `index` left out or not. A test by that name is one too. */
function isNamed(path: string, commands: readonly string[]): boolean {
  const words = commands.flatMap((command) => command.split(/[\s"'&|;()=]+/));
  const named = new Set(words.map((word) => word.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')));
  const bare = path.replace(/\.\w+$/, '');
  return [path, bare, bare.replace(/\/(?:index|__main__)$/, '')].some((name) => name !== '' && named.has(name));
}
