import { expect, test } from 'vitest';
import { discoverChecks } from '../../src/check/discover.ts';

async function discover(
  files: Readonly<Record<string, string>>,
  given: Readonly<{ checks?: string; setup?: string }> = {},
) {
  const found = await discoverChecks({
    checks: given.checks === undefined ? null : { text: given.checks, source: 'input `checks`' },
    setup: given.setup === undefined ? null : { text: given.setup, source: 'input `setup`' },
    files: Object.keys(files),
    readFile: async (path) => (files[path] === undefined ? null : Buffer.from(files[path])),
  });
  return {
    checks: found.checks.map(({ name, command }) => `${name}: ${command}`),
    setup: found.setup?.commands ?? [],
    sources: [...found.checks.map(({ source }) => source), found.setup?.source ?? 'no setup'],
  };
}

const manifest = (content: object) => JSON.stringify(content);

test('nothing to find is an empty answer', async () => {
  expect(await discover({ 'README.md': '# x' })).toEqual({ checks: [], setup: [], sources: ['no setup'] });
  expect(await discover({ 'packages/a/package.json': manifest({ scripts: { test: 'x' } }) })).toMatchObject({
    checks: [],
  });
});

test('scripts of package.json are found with the package manager of the lock file, and say where they come from', async () => {
  const scripts = {
    test: 'vitest run',
    lint: 'eslint .',
    typecheck: 'tsc',
    build: 'tsc -p .',
    dev: 'vite',
    'test:watch': 'vitest',
  };
  expect(await discover({ 'package.json': manifest({ scripts }), 'package-lock.json': '{}' })).toEqual({
    checks: ['test: npm test', 'lint: npm run lint', 'typecheck: npm run typecheck', 'build: npm run build'],
    setup: ['npm ci'],
    sources: [
      'script `test` of package.json, npm by package-lock.json',
      'script `lint` of package.json, npm by package-lock.json',
      'script `typecheck` of package.json, npm by package-lock.json',
      'script `build` of package.json, npm by package-lock.json',
      'package-lock.json',
    ],
  });
});

test.each([
  ['echo "Error: no test specified" && exit 1'],
  ['vitest --watch'],
  ['jest --watchAll'],
  ['tsc -w'],
  ['nodemon test.js'],
  ['ng test'],
  ['karma start'],
  [''],
])('the script %j is no check', async (script) => {
  expect(await discover({ 'package.json': manifest({ scripts: { test: script } }) })).toMatchObject({ checks: [] });
});

test.each([
  ['ng test --watch=false'],
  ['karma start --single-run'],
  ['jest --watch=false'],
  ['vitest'],
  ['node test/watch.js'],
])('the script %j is a check', async (script) => {
  const found = await discover({ 'package.json': manifest({ scripts: { test: script } }) });
  expect(found.checks).toEqual(['test: npm test']);
});

test.each([
  [{ 'pnpm-lock.yaml': '' }, {}, 'pnpm run test', 'pnpm install --frozen-lockfile'],
  [{ 'yarn.lock': '# yarn lockfile v1' }, {}, 'yarn run test', 'yarn install --frozen-lockfile'],
  [{ 'yarn.lock': '__metadata:\n  version: 8' }, {}, 'yarn run test', 'yarn install --immutable'],
  [{ 'yarn.lock': '' }, { packageManager: 'yarn@4.1.0' }, 'yarn run test', 'yarn install --immutable'],
  [{ 'bun.lock': '' }, {}, 'bun run test', 'bun install --frozen-lockfile'],
  [
    { 'package-lock.json': '{}', 'pnpm-lock.yaml': '' },
    { packageManager: 'pnpm@9.0.0+sha512.x' },
    'pnpm run test',
    'pnpm install --frozen-lockfile',
  ],
  [{}, { devDependencies: { vitest: '1' } }, 'npm test', 'npm install --no-package-lock'],
])('the package manager by %j and %j runs %j after %j', async (files, fields, command, setup) => {
  const found = await discover({ 'package.json': manifest({ ...fields, scripts: { test: 'x' } }), ...files });
  expect(found).toMatchObject({ checks: [`test: ${command}`], setup: [setup] });
});

test('a package without dependencies and lock file needs no setup, a broken manifest is no package', async () => {
  expect(await discover({ 'package.json': manifest({ scripts: { test: 'node --test' } }) })).toMatchObject({
    setup: [],
  });
  expect(await discover({ 'package.json': '{ not json' })).toMatchObject({ checks: [], setup: [] });
  expect(await discover({ 'package.json': manifest({ scripts: ['odd'] }) })).toMatchObject({ checks: [] });
});

test.each([
  ['uv', { 'pyproject.toml': '[tool.pytest.ini_options]\n', 'uv.lock': '' }, ['pytest: uv run pytest'], ['uv sync']],
  [
    'poetry',
    { 'pyproject.toml': '[tool.pytest.ini_options]\n[tool.ruff]\n', 'poetry.lock': '' },
    ['pytest: poetry run pytest', 'ruff: poetry run ruff check .'],
    ['poetry install --no-interaction'],
  ],
  [
    'pip',
    { 'requirements.txt': 'x', 'requirements-dev.txt': 'pytest', 'tests/test_a.py': '' },
    ['pytest: python3 -m pytest'],
    ['python3 -m pip install -r requirements.txt -r requirements-dev.txt'],
  ],
  ['tox', { 'setup.py': '', 'tox.ini': '[tox]\nenvlist = py\n' }, ['tox: tox'], []],
  ['tox.ini for pytest', { 'tox.ini': '[tox]\n[pytest]\n' }, ['pytest: python3 -m pytest'], []],
  ['cargo', { 'Cargo.toml': '', 'Cargo.lock': '' }, ['cargo test: cargo test'], ['cargo fetch --locked']],
  ['go', { 'go.mod': '', 'go.sum': '' }, ['go build: go build ./...', 'go test: go test ./...'], ['go mod download']],
  ['maven', { 'pom.xml': '' }, ['maven test: mvn -B test'], []],
  ['maven wrapper', { 'pom.xml': '', mvnw: '' }, ['maven test: ./mvnw -B test'], []],
  ['gradle', { 'build.gradle.kts': '', gradlew: '' }, ['gradle test: ./gradlew --no-daemon test'], []],
  ['dotnet', { 'App.sln': '' }, ['dotnet test: dotnet test'], ['dotnet restore']],
  [
    'composer',
    { 'composer.json': '{"scripts":{"test":["phpunit"]}}', 'composer.lock': '' },
    ['test: composer run test'],
    ['composer install --no-interaction'],
  ],
  ['phpunit', { 'composer.json': '{}', 'phpunit.xml.dist': '' }, ['phpunit: vendor/bin/phpunit'], []],
  ['rspec', { Gemfile: '', 'Gemfile.lock': '', '.rspec': '' }, ['rspec: bundle exec rspec'], ['bundle install']],
  [
    'rake',
    { Gemfile: '', Rakefile: '', 'test/a_test.rb': '' },
    ['rake test: bundle exec rake test'],
    ['bundle install'],
  ],
  ['mix', { 'mix.exs': '', 'mix.lock': '' }, ['mix test: mix test'], ['mix deps.get']],
])('%s is found', async (_, files, checks, setup) => {
  expect(await discover(files)).toMatchObject({ checks, setup });
});

test('targets of a Makefile count for what nothing else serves', async () => {
  const Makefile = 'test := x\nall: test\n\ttrue\nlint fmt:\n\ttrue\ntest: build\n\ttrue\ncheck:\n\ttrue\n';
  expect((await discover({ Makefile })).checks).toEqual(['make test: make test', 'make lint: make lint']);
  expect((await discover({ Makefile, 'go.mod': '' })).checks).toEqual([
    'go build: go build ./...',
    'go test: go test ./...',
    'make lint: make lint',
  ]);
  expect((await discover({ Makefile: 'check:\n\ttrue\n' })).checks).toEqual(['make check: make check']);
  expect((await discover({ Makefile: 'test := x\n.PHONY: test\n' })).checks).toEqual([]);
});

test('several ecosystems are all checked, under different names', async () => {
  const files = {
    'package.json': manifest({ scripts: { test: 'vitest run' } }),
    'package-lock.json': '{}',
    'composer.json': '{"scripts":{"test":"phpunit"}}',
    'composer.lock': '{}',
  };
  expect(await discover(files)).toMatchObject({
    checks: ['test: npm test', 'composer run test: composer run test'],
    setup: ['npm ci', 'composer install --no-interaction'],
  });
});

test('what a person gave goes before what is found, each for itself', async () => {
  const files = { 'package.json': manifest({ scripts: { test: 'x' } }), 'package-lock.json': '{}' };
  expect(await discover(files, { checks: 'unit: make unit' })).toEqual({
    checks: ['unit: make unit'],
    setup: ['npm ci'],
    sources: ['input `checks`', 'package-lock.json'],
  });
  expect(await discover(files, { setup: 'corepack enable\n\npnpm i\n' })).toMatchObject({
    checks: ['test: npm test'],
    setup: ['corepack enable', 'pnpm i'],
  });
});
