import picomatch from 'picomatch';

/** What the installing commands read: manifests and lock files, at any depth for projects of several packages. */
const isSetupFile = picomatch(
  [
    '**/package.json',
    '**/{package-lock.json,npm-shrinkwrap.json,pnpm-lock.yaml,pnpm-workspace.yaml,yarn.lock,bun.lock,bun.lockb}',
    '**/{pyproject.toml,setup.py,setup.cfg,uv.lock,poetry.lock,pdm.lock,Pipfile,Pipfile.lock}',
    '**/*requirements*.txt',
    '**/{Cargo.toml,Cargo.lock,go.mod,go.sum,go.work}',
    '**/{pom.xml,build.gradle,build.gradle.kts,settings.gradle,settings.gradle.kts,gradle.lockfile}',
    '**/{*.csproj,*.fsproj,*.vbproj,*.sln,packages.lock.json,Directory.Packages.props}',
    '**/{composer.json,composer.lock,Gemfile,Gemfile.lock,*.gemspec,mix.exs,mix.lock}',
  ],
  { dot: true },
);

/** Whether `setup` may come to another result with these files changed, and must be run again where checks run. */
export function touchesSetup(files: readonly Readonly<{ path: string }>[]): boolean {
  return files.some(({ path }) => isSetupFile(path));
}
