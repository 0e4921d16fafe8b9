import { expect, test } from 'vitest';
import { touchesSetup } from '../../src/check/setup-files.ts';
import { changeOf, manifest, touched, type Files } from './touched.ts';

test('source, tests and what a manifest says for people are no definitions', async () => {
  const before = {
    ...manifest({ scripts: { test: 'node --test', dev: 'vite' } }),
    'src/a.ts': '1',
    'test/a.test.ts': '1',
  };
  const after = {
    ...manifest({
      scripts: { test: 'node --test', dev: 'vite --host' },
      version: '2.0.0',
      description: 'x',
      keywords: [],
    }),
    'src/a.ts': '2',
    'test/a.test.ts': '2',
    'test/new.test.ts': '',
  };
  expect(await touched(before, after)).toEqual([]);
});

test('a script that a check calls is one, through others and by pre and post too', async () => {
  const scripts = { pretest: 'tsc', test: 'npm run unit', unit: 'vitest run', dev: 'vite' };
  const cases = [
    { ...scripts, test: 'true' },
    { ...scripts, unit: 'vitest run --passWithNoTests' },
    { ...scripts, pretest: 'true' },
  ];
  const told = await Promise.all(
    cases.map((changed) => touched(manifest({ scripts }), manifest({ scripts: changed }))),
  );
  expect(told).toEqual([
    ['package.json (script `test`)'],
    ['package.json (script `unit`)'],
    ['package.json (script `pretest`)'],
  ]);
  expect(await touched(manifest({ scripts }), {})).toHaveLength(1);
});

test('settings of a tool in a manifest are one, by section', async () => {
  const scripts = { test: 'jest' };
  const jest = await touched(
    manifest({ scripts, jest: {} }),
    manifest({ scripts, jest: { testPathIgnorePatterns: ['.'] } }),
  );
  expect(jest).toEqual(['package.json (`jest`)']);
  const python = await touched(
    { 'pyproject.toml': '[project]\nname = "x"\n[tool.pytest.ini_options]\naddopts = ""\n' },
    { 'pyproject.toml': '[project]\nname = "y"\n[tool.pytest.ini_options]\naddopts = "-k none"\n' },
    { commands: ['python3 -m pytest'] },
  );
  expect(python).toEqual(['pyproject.toml (`project.name`, `tool.pytest.ini_options`)']);
  const harmless = await touched(
    { 'pyproject.toml': '[project]\nversion = "1"\n[tool.pytest.ini_options]\n# a\n' },
    { 'pyproject.toml': '[project]\nversion = "2"\nurls.docs = "x"\n[tool.pytest.ini_options]\n# b\n' },
    { commands: ['python3 -m pytest'] },
  );
  expect(harmless).toEqual([]);
});

test.each([
  ['vitest.config.ts', 'npm test'],
  ['packages/a/jest.config.js', 'npm test'],
  ['eslint.config.js', 'npm run lint'],
  ['.eslintrc.json', 'npm run lint'],
  ['.mocharc.yml', 'npm test'],
  ['tsconfig.build.json', 'npm run types'],
  ['pytest.ini', 'python3 -m pytest'],
  ['tests/conftest.py', 'python3 -m pytest'],
  ['packages/a/vitest.setup.ts', 'npm test'],
  ['.babelrc', 'npm test'],
  ['bunfig.toml', 'bun test'],
  ['deno.json', 'deno task test'],
  ['packages/a/project.json', 'npx nx test a'],
  ['pyrightconfig.json', 'uv run pyright'],
  ['tasks.py', 'invoke test'],
  ['build.rs', 'cargo test'],
  ['rust-toolchain.toml', 'cargo test'],
  ['.cargo/config.toml', 'cargo test'],
  ['.config/nextest.toml', 'cargo nextest run'],
  ['.golangci.yml', 'golangci-lint run'],
  ['build.sbt', 'sbt test'],
  ['buildSrc/src/main/kotlin/tests.gradle.kts', './gradlew test'],
  ['config/checkstyle/checkstyle.xml', './gradlew check'],
  ['src/test/resources/junit-platform.properties', 'mvn -B test'],
  ['App.Tests/App.Tests.csproj', 'dotnet test'],
  ['App.Tests/xunit.runner.json', 'dotnet test'],
  ['phpunit.xml.dist', 'vendor/bin/phpunit'],
  ['phpstan.neon', 'composer run lint'],
  ['spec/rails_helper.rb', 'bundle exec rspec'],
  ['.rubocop_todo.yml', 'bundle exec rubocop'],
  ['lib/tasks/test.rake', 'bundle exec rake test'],
  ['test/test_helper.exs', 'mix test'],
  ['config/test.exs', 'mix test'],
  ['mix.exs', 'mix test'],
  ['Package.swift', 'swift test'],
  ['dart_test.yaml', 'dart test'],
  ['tests/CMakeLists.txt', 'ctest --output-on-failure'],
  ['compose.yaml', 'docker compose run test'],
  ['.pre-commit-config.yaml', 'pre-commit run --all-files'],
  ['Makefile', 'make test'],
  ['pom.xml', './mvnw -B test'],
  ['build.gradle', './gradlew --no-daemon test'],
  ['scripts/check.sh', './scripts/check.sh --all'],
  ['ci/run.mjs', 'node ci/run.mjs'],
  ['test/run.js', 'node test/run.js'],
  ['scripts/check.js', 'node scripts/check'],
  ['scripts/check/index.js', 'node ./scripts/check/'],
])('%s defines what %j checks', async (path, command) => {
  expect(await touched({ [path]: '1' }, { [path]: '2' }, { commands: [command] })).toEqual([path]);
});

test.each([
  ['Makefile', 'npm test'],
  ['scripts/other.sh', './scripts/check.sh'],
  ['docs/config.md', 'npm test'],
  ['App/App.csproj', 'npm test'],
  ['mix.exs', 'npm test'],
  ['src/build.ts', 'npm test'],
])('%s does not define what %j checks', async (path, command) => {
  expect(await touched({ [path]: '1' }, { [path]: '2' }, { commands: [command] })).toEqual([]);
});

test('a file that a script names counts, though the manifest is as it was', async () => {
  const scripts = manifest({ scripts: { test: 'node tools/check.mjs && node --test' } });
  expect(await touched({ ...scripts, 'tools/check.mjs': '1' }, { ...scripts, 'tools/check.mjs': '2' })).toEqual([
    'tools/check.mjs',
  ]);
});

test('members and features of a Cargo workspace are one, its version is none', async () => {
  const cargo = (members: string, version: string) => ({
    'Cargo.toml': `[workspace]\nmembers = [${members}]\n[package]\nversion = "${version}"\n`,
  });
  expect(await touched(cargo('"a", "b"', '1'), cargo('"a"', '1'), { commands: ['cargo test'] })).toEqual([
    'Cargo.toml (`workspace.members`)',
  ]);
  expect(await touched(cargo('"a"', '1'), cargo('"a"', '2'), { commands: ['cargo test'] })).toEqual([]);
});

test('which packages are workspaces decides what is tested', async () => {
  const told = await touched(manifest({ workspaces: ['a', 'b'] }), manifest({ workspaces: ['a'] }));
  expect(told).toEqual(['package.json (`workspaces`)']);
});

test('without a check there is nothing to define', async () => {
  expect(await touched({ 'vitest.config.ts': '1' }, { 'vitest.config.ts': '2' }, { commands: [] })).toEqual([]);
});

test('setup is to be run again when a manifest or a lock file changed', () => {
  for (const path of ['package.json', 'packages/a/package.json', 'uv.lock', 'requirements-dev.txt', 'Gemfile.lock']) {
    expect(touchesSetup(changeOf([path]).files), path).toBe(true);
  }
  expect(touchesSetup(changeOf(['src/a.ts', 'README.md', 'src/package.ts']).files)).toBe(false);
});

test.each([
  [
    'a makefile that another one includes',
    'make test',
    { Makefile: 'include build/rules.inc\ntest: ;\n', 'build/rules.inc': '' },
  ],
  ['a script that a makefile starts', 'make test', { Makefile: 'test:\n\tsh ./run/all.sh\n', 'run/all.sh': '' }],
  [
    'a script that a script starts',
    'sh scripts/test.sh',
    { 'scripts/test.sh': '. ./scripts/lib.sh\nnode test.js\n', 'scripts/lib.sh': '' },
  ],
  [
    'what a script of a tools folder imports',
    'node scripts/test.ts',
    { 'scripts/test.ts': "import { run } from './lib/run.js';\n", 'scripts/lib/run.ts': '' },
  ],
  [
    'what the settings of a runner name as set-up',
    'npx vitest run',
    { 'vitest.config.ts': "export default { test: { setupFiles: ['./test/setup.ts'] } };", 'test/setup.ts': '' },
  ],
  [
    'what the settings of a runner import',
    'npx vitest run',
    { 'vitest.config.ts': "import shared from './build/shared';\nexport default shared;", 'build/shared.ts': '' },
  ],
  ['what settings extend', 'npx tsc', { 'tsconfig.json': '{"extends": "./build/base.json"}', 'build/base.json': '{}' }],
  ['a tool that stands in the tree', 'npx jest', { 'node_modules/.bin/jest': '' }],
  ['a module that stands in front of a tool', 'python3 -m pytest', { 'pytest/__init__.py': '' }],
])('%s is a definition', async (_, command, files: Files) => {
  const [path = ''] = Object.keys(files).slice(-1);
  expect(await touched(files, { ...files, [path]: 'changed' }, { commands: [command] })).toEqual([path]);
});

test('a script of a package of a workspace, and what that one starts, is a definition', async () => {
  const inner = JSON.stringify({ scripts: { test: 'node run.js' } });
  const files = { ...manifest({ scripts: { test: 'npm test -ws' } }), 'packages/a/package.json': inner };
  const before = { ...files, 'packages/a/run.js': '' };
  expect(await touched(before, { ...before, 'packages/a/run.js': 'x' })).toEqual(['packages/a/run.js']);
  const other = JSON.stringify({ scripts: { test: 'true' } });
  expect(await touched(before, { ...before, 'packages/a/package.json': other })).toEqual([
    'packages/a/package.json (script `test`)',
  ]);
});

test('a tool of another version or from elsewhere is another tool', async () => {
  const scripts = { test: 'jest' };
  const before = manifest({ scripts, devDependencies: { jest: '^30.0.0', a: '1.0.0' } });
  const told = async (jest: string): Promise<readonly string[]> =>
    await touched(before, manifest({ scripts, devDependencies: { jest, a: '2.0.0' } }));
  for (const from of [
    '0.0.1',
    'file:tools/jest',
    'npm:other@1',
    'github:someone/jest',
    'https://example.org/jest.tgz',
  ]) {
    expect(await told(from)).toEqual(['package.json (`devDependencies`)']);
  }
});

test('what the checks are about is no definition, although settings and tests lead to it', async () => {
  const files = {
    'vite.config.ts': "export default { build: { lib: { entry: 'src/index.ts' } } };",
    'test.js': "import './src/calc.js';\n",
    'run.sh': 'node src/cli.js --check\n',
    'src/cli.js': '',
    'src/index.ts': '',
    'src/calc.js': '',
  };
  const after = { ...files, 'src/index.ts': 'x', 'src/calc.js': 'x', 'src/cli.js': 'x' };
  expect(await touched(files, after, { commands: ['node test.js', 'npx vitest run', 'sh run.sh'] })).toEqual([]);
});
