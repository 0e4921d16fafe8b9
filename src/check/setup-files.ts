import picomatch from 'picomatch';
import { z } from 'zod';
import { parseJson } from './json.ts';

/** Manifests with parts that decide nothing; build files, which count for the commands that go by them. */
const IN_PARTS = ['**/{package.json,composer.json,pyproject.toml,Cargo.toml}'];
const BUILDS = ['**/{pom.xml,build.gradle,build.gradle.kts,settings.gradle,settings.gradle.kts,mix.exs}'];
const PROJECTS = ['**/*.{csproj,fsproj,vbproj,sln}'];

/** Which packages are installed, from where, and what is run meanwhile: at any depth, for projects of several packages. */
const WHOLE = [
  '**/{package-lock.json,npm-shrinkwrap.json,pnpm-lock.yaml,pnpm-workspace.yaml,yarn.lock,bun.lock,bun.lockb,deno.lock}',
  '**/{.npmrc,.yarnrc,.yarnrc.yml,.pnpmfile.cjs,.pnpmfile.mjs,binding.gyp}',
  '**/{setup.py,setup.cfg,uv.lock,uv.toml,poetry.lock,poetry.toml,pdm.lock,pylock*.toml,Pipfile,Pipfile.lock,pip.conf}',
  '**/*{requirements,constraints}*.{txt,in}',
  '**/requirements/**/*.{txt,in}',
  '**/{environment.yml,environment.yaml,pixi.toml,pixi.lock,conda-lock.yml,flake.nix,flake.lock,shell.nix}',
  '**/{Cargo.lock,go.mod,go.sum,go.work,go.work.sum}',
  '**/{gradle.lockfile,libs.versions.toml,verification-metadata.xml,gradle-wrapper.properties,gradle-wrapper.jar}',
  '**/{packages.lock.json,packages.config,Directory.Packages.props,dotnet-tools.json,[Nn]u[Gg]et.[Cc]onfig}',
  '**/{composer.lock,Gemfile,Gemfile.lock,gems.rb,gems.locked,*.gemspec,.bundle/config,mix.lock,rebar.lock}',
  '**/{Package.resolved,pubspec.yaml,pubspec.lock,stack.yaml.lock,cabal.project.freeze}',
];

const isWhole = picomatch(WHOLE, { dot: true });
const isSetupFile = picomatch([...IN_PARTS, ...BUILDS, ...PROJECTS, ...WHOLE], { dot: true });

/** Whether `setup` may come to another result with these files changed, and must be run again where checks run. */
export function touchesSetup(files: readonly Readonly<{ path: string }>[]): boolean {
  return files.some(({ path }) => isSetupFile(path));
}

/** Whether any part of the file may decide what the tools of the checks are installed from. */
export function decidesTools(path: string): boolean {
  return isWhole(path);
}

const lock = z.looseObject({ packages: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** npm writes the project's own version into its lock file, which decides nothing. */
export function sameButVersion(path: string, texts: Readonly<{ before: string; after: string }>): boolean {
  if (!/(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/.test(path)) return false;
  const [before, after] = [texts.before, texts.after].map(withoutVersion);
  return before !== null && before === after;
}

function withoutVersion(text: string): string | null {
  const { data } = lock.safeParse(parseJson(text));
  if (data === undefined) return null;
  const { '': own = {}, ...packages } = data.packages;
  return JSON.stringify({ ...data, version: null, packages: [{ ...own, version: null }, Object.entries(packages)] });
}
