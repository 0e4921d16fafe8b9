import { expect, test } from 'vitest';
import { manifest, touched, type Files } from './touched.ts';

const DECIDES = 'decides what the checks run with';
const IN_FRONT = 'stands in front of what the checks run with';

function lock(jest: object, version = '1.0.0'): Files {
  const packages = { '': { name: 'calc', version }, 'node_modules/jest': { version: '29.0.0', ...jest } };
  return { 'package-lock.json': JSON.stringify({ name: 'calc', version, lockfileVersion: 3, packages }) };
}

test('a lock file that has the runner come from elsewhere decides what the checks run with', async () => {
  const before = lock({ resolved: 'https://registry.npmjs.org/jest/-/jest-29.0.0.tgz', integrity: 'sha512-a' });
  for (const after of [lock({ resolved: 'https://example.org/jest.tgz' }), lock({ link: true }), {}]) {
    expect(await touched(before, { ...after })).toEqual([`package-lock.json (${DECIDES})`]);
  }
  expect(await touched(before, { 'package-lock.json': '{' })).toEqual([`package-lock.json (${DECIDES})`]);
});

test('a release in manifest and lock file decides nothing', async () => {
  const [before, after] = ['1.0.0', '2.0.0'].map((version) => ({
    ...manifest({ name: 'calc', version }),
    ...lock({}, version),
  }));
  expect(await touched(before ?? {}, after ?? {})).toEqual([]);
});

test.each([
  'uv.lock',
  'poetry.lock',
  'requirements-dev.txt',
  'requirements/test.in',
  'constraints.txt',
  'setup.py',
  'setup.cfg',
  'Pipfile.lock',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  '.npmrc',
  'Cargo.lock',
  'go.mod',
  'go.sum',
  'go.work',
  'Gemfile',
  'composer.lock',
  'mix.lock',
  'gradle/libs.versions.toml',
  'gradle/wrapper/gradle-wrapper.properties',
])('%s decides what the checks run with', async (path) => {
  expect(await touched({ [path]: '1' }, { [path]: '2' })).toEqual([`${path} (${DECIDES})`]);
});

test.each(['preinstall', 'install', 'postinstall', 'prepare', 'prepublish', 'dependencies'])(
  'the script %s runs while packages are installed, and may overwrite the runner',
  async (name) => {
    const scripts = { test: 'jest' };
    const overwrite = { ...scripts, [name]: 'printf true > node_modules/.bin/jest' };
    expect(await touched(manifest({ scripts }), manifest({ scripts: overwrite }))).toEqual([
      `package.json (script \`${name}\`)`,
    ]);
  },
);

test('what an installation starts is a definition, what it builds is none', async () => {
  const scripts = { test: 'jest', prepare: 'npm run build', build: 'node tools/build.mjs && tsup src/index.ts' };
  const before = { ...manifest({ scripts }), 'tools/build.mjs': '', 'src/index.ts': '' };
  const after = { ...before, 'tools/build.mjs': 'x', 'src/index.ts': 'x' };
  expect(await touched(before, after)).toEqual(['tools/build.mjs']);
  const given = { 'ci/setup.sh': '', 'dev/needs.txt': '', 'src/index.ts': '' };
  const changed = { 'ci/setup.sh': 'x', 'dev/needs.txt': 'x', 'src/index.ts': 'x' };
  const setup = 'sh ci/setup.sh\npip install -r dev/needs.txt';
  expect(await touched(given, changed, { setup })).toEqual(['ci/setup.sh', 'dev/needs.txt']);
});

test('a key of package.json counts unless it is known to decide nothing', async () => {
  const before = { scripts: { test: 'jest' }, devDependencies: { jest: '^30.0.0' } };
  const told = async (more: object): Promise<readonly string[]> =>
    await touched(manifest(before), manifest({ ...before, ...more }));
  for (const key of ['bin', 'bundleDependencies', 'overrides', 'packageManager', 'never-heard-of']) {
    expect(await told({ [key]: {} })).toEqual([`package.json (\`${key}\`)`]);
  }
  expect(await told({ 'a `key`\n': 1 })).toEqual(['package.json (a key of an unusual name)']);
  expect(
    await told({ description: 'x', keywords: ['x'], author: 'x', version: '2.0.0', files: [], exports: './a.js' }),
  ).toEqual([]);
  expect(await told({ exports: './a.js', name: 'jest' })).toEqual(['package.json (`name`)']);
  expect(await touched(manifest(before), { 'package.json': '{ nothing that can be read' })).toEqual([
    'package.json (cannot be read)',
  ]);
});

test('a package of a workspace by the name of the runner takes its place', async () => {
  const root = manifest({ workspaces: ['packages/*'], scripts: { test: 'jest' } });
  const own = { 'packages/jest/package.json': JSON.stringify({ name: 'jest', version: '29.0.0' }) };
  expect(await touched(root, { ...root, ...own })).toEqual(['packages/jest/package.json (`name`)']);
});

test.each([
  ['["tool"."pytest".ini_options]\naddopts = "--co"', 'tool.pytest.ini_options'],
  ['[ tool . pytest . ini_options ]\naddopts = "--co"', 'tool.pytest.ini_options'],
  ['[tool]\npytest.ini_options.addopts = "--co"', 'tool.pytest.ini_options'],
  ['tool.pytest.ini_options.addopts = "--co"', 'tool.pytest.ini_options'],
  ['tool = { pytest = { ini_options = { addopts = "--co" } } }', 'tool.pytest.ini_options'],
  ['[project]\ndependencies = ["pytest @ https://example.org/p.whl"]', 'project.dependencies'],
  ['[project.scripts]\npytest = "a:true"', 'project.scripts.pytest'],
  ['[project.entry-points.pytest11]\nx = "a.x"', 'project.entry-points.pytest11'],
  ['[tool.uv.sources]\npytest = { path = "x" }', 'tool.uv.sources'],
  ['[build-system]\nbackend-path = ["."]', 'build-system.backend-path'],
])('pyproject.toml with %j is another one in `%s`', async (text, part) => {
  const told = await touched({ 'pyproject.toml': '' }, { 'pyproject.toml': text });
  expect(told).toEqual([`pyproject.toml (\`${part}\`)`]);
});

test('a TOML file that cannot be read may say anything', async () => {
  const told = await touched({ 'pyproject.toml': '' }, { 'pyproject.toml': '[project\n' });
  expect(told).toEqual(['pyproject.toml (cannot be read)']);
});

test.each([
  ['[package]\nautotests = false', 'package.autotests'],
  ['package.build = "b.rs"', 'package.build'],
  ['lib.test = false', 'lib.test'],
  ['[patch.crates-io]\nproptest = { path = "x" }', 'patch.crates-io.proptest'],
  ['[dev-dependencies]\nproptest = "2"', 'dev-dependencies.proptest'],
])('Cargo.toml with %j is another one in `%s`', async (text, part) => {
  expect(await touched({ 'Cargo.toml': '' }, { 'Cargo.toml': text })).toEqual([`Cargo.toml (\`${part}\`)`]);
});

test('the build script that Cargo.toml names is a definition', async () => {
  const before = { 'Cargo.toml': '[package]\nbuild = "own/b.rs"\n', 'own/b.rs': '' };
  expect(await touched(before, { ...before, 'own/b.rs': 'x' }, { commands: ['cargo test'] })).toEqual(['own/b.rs']);
});

test.each([
  'argparse.py',
  'argparse/__init__.py',
  'argparse.cpython-312-x86_64-linux-gnu.so',
  'tests/argparse.py',
  'pluggy.py',
  '_pytest/__init__.py',
  'pytest_cov/__init__.py',
  'requests.py',
  'typeguard/__init__.py',
])('%s stands in front of what python3 finds', async (path) => {
  const before = {
    'requirements.txt': 'requests>=2\n',
    'uv.lock': '[[package]]\nname = "typeguard"\n',
    'tests/test_a.py': '',
  };
  expect(
    await touched(before, { ...before, [path]: 'import os\nos._exit(0)\n' }, { commands: ['python3 -m unittest'] }),
  ).toEqual([`${path} (${IN_FRONT})`]);
});

test('a module inside a package stands in front of nothing, nor does one that was there', async () => {
  const before = { 'calc/__init__.py': '', 'types.py': '', 'tests/test_a.py': '' };
  const added = [
    'calc/logging.py',
    'calc/json/__init__.py',
    'more/__init__.py',
    'more/types.py',
    'calc2.py',
    'tests/json/a.json',
  ];
  const after = { ...before, 'types.py': 'x', ...Object.fromEntries(added.map((path) => [path, 'x'])) };
  expect(await touched(before, after, { commands: ['python3 -m pytest'] })).toEqual([]);
});

test('to make a package of the folder that is looked in hides no module', async () => {
  const before = { 'src/calc.py': '' };
  const told = await touched(before, { ...before, 'src/__init__.py': '', 'src/argparse.py': '' });
  expect(told).toEqual([`src/argparse.py (${IN_FRONT})`]);
});

test.each([
  'web-test-runner.config.mjs',
  'stryker.conf.json',
  'gulpfile.js',
  'Gruntfile.js',
  '.moon/tasks.yml',
  '.shellspec',
  'webpack.config.js',
  'tsup.config.ts',
  'next.config.mjs',
  'packages/a/rollup.config.js',
  'vendor/modules.txt',
  '.yarn/releases/yarn-4.cjs',
  'patches/jest+29.patch',
  'calc.egg-info/entry_points.txt',
  'tests/__pycache__/test_a.cpython-312.pyc',
  'node_modules',
])('%s is a definition, whatever the check is called', async (path) => {
  expect(await touched({}, { [path]: 'x' })).toEqual([path]);
});

test('the product may have a configuration of its own', async () => {
  expect(await touched({}, { 'src/app/app.config.ts': 'x' })).toEqual([]);
});

test('what stands in the tree by the thousand hides no settings', async () => {
  const vendored: Files = Object.fromEntries(
    Array.from({ length: 1000 }, (_, at) => [`vendor/${at}/tsconfig.json`, '']),
  );
  const settings = { 'vitest.config.ts': "export default { test: { setupFiles: ['./test/setup.ts'] } };" };
  const before = { ...vendored, ...settings, 'test/setup.ts': '' };
  expect(await touched(before, { ...before, 'test/setup.ts': 'x' })).toEqual(['test/setup.ts']);
});

test('a file that the settings in package.json name is a definition, what the package exports is none', async () => {
  const content = {
    scripts: { test: 'jest' },
    jest: { setupFiles: ['./own/setup.js'] },
    exports: { import: './src/a.js' },
  };
  const before = { ...manifest(content), 'own/setup.js': '', 'src/a.js': '' };
  expect(await touched(before, { ...before, 'own/setup.js': 'x', 'src/a.js': 'x' })).toEqual(['own/setup.js']);
});
