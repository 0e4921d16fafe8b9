import { z } from 'zod';
import { parseJson } from '../json.ts';
import { firstOf, hasFile, type Ecosystem, type FoundCheck, type Purpose } from './ecosystem.ts';

const composerManifest = z.object({ scripts: z.record(z.string(), z.unknown()).optional().catch(undefined) });

export const composer: Ecosystem = async (project) => {
  const parsed = composerManifest.safeParse(parseJson(await project.read('composer.json')));
  if (!parsed.success) return null;
  const scripts = Object.keys(parsed.data.scripts ?? {});
  const checks: FoundCheck[] = (['test', 'lint'] as const)
    .filter((name) => scripts.includes(name))
    .map((name) => ({
      purpose: name,
      name,
      command: `composer run ${name}`,
      source: `script \`${name}\` of composer.json`,
    }));
  const phpunit = firstOf(project, ['phpunit.xml', 'phpunit.xml.dist', 'phpunit.dist.xml']);
  if (phpunit !== null && !scripts.includes('test')) {
    checks.unshift({ purpose: 'test', name: 'phpunit', command: 'vendor/bin/phpunit', source: phpunit });
  }
  const locked = project.files.has('composer.lock');
  return { checks, setup: locked ? [{ command: 'composer install --no-interaction', source: 'composer.lock' }] : [] };
};

export const bundler: Ecosystem = async (project) => {
  if (!project.files.has('Gemfile')) return null;
  const setup = [{ command: 'bundle install', source: firstOf(project, ['Gemfile.lock']) ?? 'Gemfile' }];
  const test = (name: string, command: string, source: string) => ({
    checks: [{ purpose: 'test' as const, name, command, source }],
    setup,
  });
  if (project.files.has('.rspec') || hasFile(project, /^spec\/.*_spec\.rb$/)) {
    return test('rspec', 'bundle exec rspec', project.files.has('.rspec') ? '.rspec' : 'spec/');
  }
  if (project.files.has('bin/rails')) return test('rails test', 'bundle exec rails test', 'bin/rails');
  if (project.files.has('Rakefile') && hasFile(project, /^test\//)) {
    return test('rake test', 'bundle exec rake test', 'Rakefile');
  }
  return { checks: [], setup };
};

export const mix: Ecosystem = async (project) => {
  if (!project.files.has('mix.exs')) return null;
  return {
    checks: [{ purpose: 'test', name: 'mix test', command: 'mix test', source: 'mix.exs' }],
    setup: project.files.has('mix.lock') ? [{ command: 'mix deps.get', source: 'mix.lock' }] : [],
  };
};

const TARGETS: Readonly<Record<string, Purpose>> = { test: 'test', lint: 'lint', check: 'all' };

export const make: Ecosystem = async (project) => {
  const file = firstOf(project, ['GNUmakefile', 'makefile', 'Makefile']);
  if (file === null) return null;
  const text = (await project.read(file)) ?? '';
  const checks = Object.entries(TARGETS)
    // `test := …` is a variable, `test: …` and `lint test: …` are rules.
    .filter(([target]) =>
      new RegExp(String.raw`^(?:[\w.-]+[ \t]+)*${target}(?:[ \t]+[\w.-]+)*[ \t]*::?(?!=)`, 'm').test(text),
    )
    .map(([target, purpose]) => ({
      purpose,
      name: `make ${target}`,
      command: `make ${target}`,
      source: `target \`${target}\` of ${file}`,
    }));
  return { checks, setup: [] };
};
