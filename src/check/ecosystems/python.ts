import { firstOf, hasFile, type Ecosystem, type FoundCheck, type FoundSetup, type Project } from './ecosystem.ts';

const MANIFESTS = ['pyproject.toml', 'setup.py', 'setup.cfg', 'requirements.txt', 'tox.ini', 'pytest.ini', 'Pipfile'];

/** Setup by lock file, and what puts its environment in front of a command. */
const LOCKS = [
  { file: 'uv.lock', setup: 'uv sync', run: 'uv run ' },
  { file: 'poetry.lock', setup: 'poetry install --no-interaction', run: 'poetry run ' },
  { file: 'pdm.lock', setup: 'pdm install --frozen-lockfile', run: 'pdm run ' },
  { file: 'Pipfile.lock', setup: 'pipenv sync --dev', run: 'pipenv run ' },
] as const;

const REQUIREMENTS = ['requirements.txt', 'requirements-dev.txt', 'dev-requirements.txt', 'requirements-test.txt'];

export const python: Ecosystem = async (project) => {
  if (firstOf(project, MANIFESTS) === null) return null;
  const lock = LOCKS.find(({ file }) => project.files.has(file));
  const setup = lock === undefined ? fromRequirements(project) : [{ command: lock.setup, source: lock.file }];
  return { checks: await findChecks(project, lock?.run ?? ''), setup };
};

function fromRequirements(project: Project): readonly FoundSetup[] {
  const files = REQUIREMENTS.filter((name) => project.files.has(name));
  if (files.length === 0) return [];
  return [
    { command: `python3 -m pip install ${files.map((name) => `-r ${name}`).join(' ')}`, source: files.join(', ') },
  ];
}

async function findChecks(project: Project, run: string): Promise<readonly FoundCheck[]> {
  const texts = new Map<string, string>();
  for (const name of ['pyproject.toml', 'setup.cfg', 'tox.ini']) texts.set(name, (await project.read(name)) ?? '');
  const section = (pattern: RegExp): string | null => [...texts].find(([, text]) => pattern.test(text))?.[0] ?? null;
  const checks: FoundCheck[] = [];
  const pytest =
    firstOf(project, ['pytest.ini', 'conftest.py']) ?? section(/^\[(?:tool\.pytest|tool:pytest|pytest\])/m);
  const command = run === '' ? 'python3 -m pytest' : `${run}pytest`;
  if (pytest !== null) {
    checks.push({ purpose: 'test', name: 'pytest', command, source: pytest });
  } else if (section(/^\[(?:tox|testenv)/m) === 'tox.ini') {
    checks.push({ purpose: 'test', name: 'tox', command: `${run}tox`, source: 'tox.ini' });
  } else if (hasFile(project, /(?:^|\/)test_[^/]*\.py$|_test\.py$/)) {
    checks.push({ purpose: 'test', name: 'pytest', command, source: 'test files named for pytest' });
  }
  if (section(/^\[tool\.ruff/m) !== null || project.files.has('ruff.toml')) {
    checks.push({ purpose: 'lint', name: 'ruff', command: `${run}ruff check .`, source: 'the settings of ruff' });
  }
  return checks;
}
