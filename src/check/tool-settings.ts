import picomatch from 'picomatch';

/** Settings of test runners, linters, compilers and task runners: which files count and what is an error. */
const named = picomatch(
  [
    '**/{vitest,vite,jest,ava,karma,playwright,playwright-ct,cypress,wdio,eslint,prettier,stylelint,biome,oxlint,babel,xo,tap}.{config,conf}.*',
    '**/{vitest,jest}.{workspace,setup,preset}.*',
    '**/{biome.json,biome.jsonc,cypress.json,jasmine.json,bunfig.toml,.bunfig.toml,angular.json,mocha.opts,knip.{json,jsonc,ts,js},{cspell,dprint}.json}',
    '**/{.mocharc,.nycrc,.c8rc,.taprc,.eslintrc,.prettierrc,.stylelintrc,.oxlintrc,.babelrc,.swcrc}{,.*}',
    '**/{.eslintignore,.prettierignore,.stylelintignore,.editorconfig,.pre-commit-config.yaml,.yamllint*,.markdownlint*,.shellcheckrc}',
    '**/{ts,js}config*.json',
    '**/{gulpfile,Gulpfile,gruntfile,Gruntfile,Jakefile,.dependency-cruiser}{,.*}',
    '**/{pytest.ini,.pytest.ini,pytest.toml,tox.ini,tox.toml,setup.cfg,noxfile.py,conftest.py,.coveragerc,hatch.toml}',
    '**/{mypy.ini,.mypy.ini,ruff.toml,.ruff.toml,.flake8,.pylintrc,pylintrc,pyrightconfig.json}',
    '**/{clippy.toml,.clippy.toml,rustfmt.toml,.rustfmt.toml,nextest.toml,rust-toolchain,rust-toolchain.toml,build.rs}',
    '**/.cargo/config{,.toml}',
    '**/{.golangci.yml,.golangci.yaml,.golangci.toml,.golangci.json,staticcheck.conf,revive.toml,go.work}',
    '**/{phpunit.xml,phpunit.xml.dist,phpunit.dist.xml,psalm.xml,psalm.xml.dist,phpcs.xml,phpcs.xml.dist,.phpcs.xml}',
    '**/{phpstan*.neon,phpstan*.neon.dist,.php-cs-fixer*,pint.json,codeception*.yml,behat.yml,tests/Pest.php,tests/bootstrap.php}',
    '**/{.rspec,.shellspec,.rubocop*.yml,.standard.yml,Rakefile,.simplecov,spec/rails_helper.rb,cucumber.yml}',
    '**/{spec,test}_helper.{rb,sh,bash,exs}',
    '**/{config/test.exs,.credo.exs,.formatter.exs,coveralls.json}',
    '**/{*.runsettings,*.ruleset,Directory.Build.props,Directory.Build.targets,global.json,xunit.runner.json}',
    '**/{testng*.xml,junit-platform.properties,checkstyle*.xml,pmd*.xml,detekt*.yml,spotbugs*.xml}',
    '**/{dart_test.yaml,analysis_options.yaml,.swiftlint.yml,.clang-tidy,.clang-format}',
    '**/{turbo.json,nx.json,lerna.json,rush.json,.moon/**,moon.yml}',
    // What the tools are started with
    '**/{.env,.env.*,.tool-versions,.nvmrc,.node-version,.python-version,.ruby-version,sitecustomize.py,usercustomize.py,*.pth}',
    '**/{lib,test,spec}/{minitest,rspec}{.rb,/**/*.rb}',
  ],
  { dot: true },
);

/** Tools, and what they are made of, that stand in the tree itself. */
const inTheTree = picomatch(
  [
    '**/{node_modules,.venv,venv,vendor,.yarn,patches}/**',
    '**/{.pnp.*,*.egg-info/**,*.dist-info/**,*.egg-link,__pycache__/**,*.pyc}',
  ],
  { dot: true },
);

/** A tool that is known to no list names its settings by habit; below `src` such a name may be the product's own. */
const byHabit = picomatch(
  ['**/*.{config,conf}.{js,cjs,mjs,ts,cts,mts,json}', '**/.*rc{,.json,.js,.cjs,.mjs,.ts,.yml,.yaml,.toml}'],
  { dot: true, ignore: ['**/src/**'] },
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

/** Whether a path belongs to the settings of a tool, whatever the checks are. */
export function isToolSettings(path: string): boolean {
  return !inTheTree(path) && (named(path) || byHabit(path));
}

/** Whether a path belongs to a tool itself, or to what one is made of. */
export function isPartOfTool(path: string): boolean {
  return inTheTree(path);
}

/** Whether commands go by a build file. */
export function isBuildFile(path: string, commands: readonly string[]): boolean {
  const used = BUILD_FILES.filter(([command]) => commands.some((text) => command.test(text)));
  return picomatch.isMatch(
    path,
    used.flatMap(([, globs]) => globs),
    { dot: true },
  );
}
