import { posix } from 'node:path';
import picomatch from 'picomatch';
import type { Change } from '../workspace/change.ts';
import type { Check } from './check.ts';
import { definingFiles } from './defining-files.ts';
import { definitionsChanged, isManifest, scriptsUsed } from './manifest.ts';

/** Settings of test runners, linters, compilers and task runners: which files count and what is an error. */
const isToolSettings = picomatch(
  [
    '**/{vitest,vite,jest,ava,karma,playwright,playwright-ct,cypress,wdio,eslint,prettier,stylelint,biome,oxlint,babel,xo,tap}.{config,conf}.*',
    '**/{vitest,jest}.{workspace,setup,preset}.*',
    '**/{biome.json,biome.jsonc,cypress.json,jasmine.json,bunfig.toml,angular.json,mocha.opts}',
    '**/{.mocharc,.nycrc,.c8rc,.taprc,.eslintrc,.prettierrc,.stylelintrc,.oxlintrc,.babelrc,.swcrc}{,.*}',
    '**/{.eslintignore,.prettierignore,.stylelintignore,.editorconfig,.pre-commit-config.yaml,.yamllint*,.markdownlint*,.shellcheckrc}',
    '**/tsconfig*.json',
    '**/{pytest.ini,.pytest.ini,pytest.toml,tox.ini,setup.cfg,noxfile.py,conftest.py,.coveragerc,hatch.toml}',
    '**/{mypy.ini,.mypy.ini,ruff.toml,.ruff.toml,.flake8,.pylintrc,pylintrc,pyrightconfig.json}',
    '**/{clippy.toml,.clippy.toml,rustfmt.toml,.rustfmt.toml,nextest.toml,rust-toolchain,rust-toolchain.toml,build.rs}',
    '**/.cargo/config{,.toml}',
    '**/{.golangci.yml,.golangci.yaml,.golangci.toml,.golangci.json,staticcheck.conf,revive.toml,go.work}',
    '**/{phpunit.xml,phpunit.xml.dist,phpunit.dist.xml,psalm.xml,psalm.xml.dist,phpcs.xml,phpcs.xml.dist,.phpcs.xml}',
    '**/{phpstan*.neon,phpstan*.neon.dist,.php-cs-fixer*,pint.json,codeception*.yml,behat.yml,tests/Pest.php,tests/bootstrap.php}',
    '**/{.rspec,.rubocop*.yml,.standard.yml,Rakefile,.simplecov,spec/spec_helper.rb,spec/rails_helper.rb,test/test_helper.rb,cucumber.yml}',
    '**/{test/test_helper.exs,config/test.exs,.credo.exs,.formatter.exs,coveralls.json}',
    '**/{*.runsettings,*.ruleset,Directory.Build.props,Directory.Build.targets,global.json,xunit.runner.json}',
    '**/{testng*.xml,junit-platform.properties,checkstyle*.xml,pmd*.xml,detekt*.yml,spotbugs*.xml}',
    '**/{dart_test.yaml,analysis_options.yaml,.swiftlint.yml,.clang-tidy,.clang-format}',
    // What the tools are started with, and tools that stand in the tree itself
    '**/{.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs,.env,.env.*,.tool-versions,.nvmrc,.node-version,sitecustomize.py,usercustomize.py,*.pth}',
    '**/{node_modules,.venv,venv}/**',
    '**/vendor/bin/**',
    '**/{turbo.json,nx.json,lerna.json,rush.json,pnpm-workspace.yaml}',
  ],
  { dot: true },
);

/** Build files that define the tests too, for the commands that go by them. */
const BUILD_FILES: readonly (readonly [command: RegExp, globs: readonly string[]])[] = [
  [/\bmake\b/, ['**/{Makefile,makefile,GNUmakefile,*.mk}']],
  [/\bmvn[wd]?\b/, ['**/pom.xml', '**/.mvn/**', '**/mvnw']],
  [/\bgradlew?\b/, ['**/*.gradle', '**/*.gradle.kts', '**/gradle.properties', '**/gradlew', '**/buildSrc/**']],
  [/\bsbt\b/, ['**/*.sbt', '**/project/*.{scala,properties}']],
  [/\bant\b/, ['**/build.xml']],
  [/\bbazel(?:isk)?\b/, ['**/{BUILD,BUILD.bazel,WORKSPACE,WORKSPACE.bazel,MODULE.bazel,.bazelrc,*.bzl}']],
  [/\bdotnet\b/, ['**/*.{csproj,fsproj,vbproj,sln,slnx,slnf,props,targets}']],
  [/\bnx\b/, ['**/project.json']],
  [/\bdeno\b/, ['**/deno.{json,jsonc}']],
  [/\brake\b/, ['**/*.rake']],
  [/\bmix\b/, ['**/mix.exs']],
  [/\brebar3\b/, ['**/rebar.config']],
  [/\b(?:stack|cabal)\b/, ['**/{package.yaml,stack.yaml,*.cabal,cabal.project}']],
  [/\bswift\b/, ['**/Package.swift']],
  [/\b(?:cmake|ctest)\b/, ['**/{CMakeLists.txt,*.cmake,CMakePresets.json}']],
  [/\b(?:meson|ninja)\b/, ['**/{meson.build,meson_options.txt,meson.options}']],
  [/\bzig\b/, ['**/build.zig']],
  [/\bdocker(?:-compose)?\b/, ['**/{Dockerfile*,*.Dockerfile,compose*.{yml,yaml},docker-compose*.{yml,yaml}}']],
  [/\b(?:invoke|inv)\b/, ['**/tasks.py']],
  [/\bjust\b/, ['**/{justfile,Justfile,.justfile}']],
  [/\bmise\b/, ['**/{mise.toml,.mise.toml}']],
  [/\btask\b/, ['**/{Taskfile,taskfile}{,.dist}.{yml,yaml}']],
];

type Given = Readonly<{
  change: Change;
  checks: readonly Check[];
  /** Paths of the baseline tree. */
  files: readonly string[];
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
  const byFolder = await commandsByFolder(given);
  const commands = [...byFolder.values()].flat();
  const defining = await definingFiles({
    files: new Set(given.files),
    settings: given.files.filter((path) => isToolSettings(path) || isBuildFile(path, commands)),
    commands: byFolder,
    read: (path) => read(given, change.baselineTree, path),
  });
  const touched: string[] = [];
  for (const { path } of change.files) {
    if (defining.has(path) || isToolSettings(path) || isBuildFile(path, commands) || isNamed(path, commands)) {
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

/**
 * The checks' commands with the scripts that they come to call, by the folder whose manifest has those: a package of a
 * workspace has scripts of its own.
 */
async function commandsByFolder(given: Given): Promise<ReadonlyMap<string, readonly string[]>> {
  const commands = given.checks.map(({ command }) => command);
  const found = new Map<string, readonly string[]>([['.', commands]]);
  for (const path of given.files
    .filter((one) => /(?:^|\/)(?:package|composer)\.json$/.test(one))
    .slice(0, MOST_PACKAGES)) {
    const folder = posix.dirname(path);
    const used = scriptsUsed(await read(given, given.change.baselineTree, path), commands);
    found.set(folder, [...(found.get(folder) ?? []), ...used.values()]);
  }
  return found;
}

/** Of a workspace; the scripts of the rest are known by their names alone. */
const MOST_PACKAGES = 200;

async function read({ readFile }: Given, tree: string, path: string): Promise<string> {
  return new TextDecoder().decode((await readFile(tree, path)) ?? undefined);
}

function isBuildFile(path: string, commands: readonly string[]): boolean {
  const used = BUILD_FILES.filter(([command]) => commands.some((text) => command.test(text)));
  return picomatch.isMatch(
    path,
    used.flatMap(([, globs]) => globs),
    { dot: true },
  );
}

/** A script that a command starts by its path, its extension or `index` left out or not. A test by that name is one too. */
function isNamed(path: string, commands: readonly string[]): boolean {
  const words = commands.flatMap((command) => command.split(/[\s"'&|;()=]+/));
  const named = new Set(words.map((word) => word.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '')));
  const bare = path.replace(/\.\w+$/, '');
  return [path, bare, bare.replace(/\/(?:index|__main__|__init__)$/, '')].some(
    (name) => name !== '' && named.has(name),
  );
}
